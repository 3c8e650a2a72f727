/** What is dragged in the panel of pages, by the kind of its data. */

export const PAGE_DRAG = "application/x-xuongtin-page";
export const MASTER_DRAG = "application/x-xuongtin-master";
