/** Frames as one language sees them: those of other languages and hidden ones are not there at all. */

import type { Frame } from "../document/schema/frames.ts";

/** Whether a frame is shown in `language`, as far as the frame itself decides it. */
export const isShown = (frame: Frame, language: string): boolean =>
  frame.hidden !== true &&
  (frame.languages === undefined || frame.languages.some((tag) => language === tag || language.startsWith(`${tag}-`)));

/** The shown frames in painting order, those inside shown groups too. */
export function* shownFrames(frames: readonly Frame[], language: string): Generator<Frame> {
  for (const frame of frames) {
    if (!isShown(frame, language)) continue;
    yield frame;
    if (frame.type === "group") yield* shownFrames(frame.frames, language);
  }
}
