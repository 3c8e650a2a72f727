/** What a drag from the list of pictures carries: the id of one of the project's. */
export const ASSET_DRAG = "application/x-xuongtin-asset";
