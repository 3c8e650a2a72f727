/** Sizes and steps of the editor that somebody may want otherwise. */

/** Millimetres an arrow key moves frames, alone and with Shift. */
export const NUDGE_MM = 0.25;
export const LARGE_NUDGE_MM = 5;
/** Millimetres a copy lies away from what it was made of. */
export const COPY_OFFSET_MM = 5;
/** CSS pixels within which edges come to rest on each other. */
export const SNAP_REACH = 6;
/** Degrees between the turns that Shift stops at. */
export const TURN_STEP = 15;
/** Factor of one step of zoom by key, and of one notch of the wheel. */
export const ZOOM_STEP = 1.25;
/** Millimetres of frames put down with a click rather than drawn. */
export const NEW_FRAME_SIZE = { width: 60, height: 30 } as const;
