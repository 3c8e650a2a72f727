import type { LinkChecker } from "./reference-checker.ts";
import { slotFrameIsNoImage } from "./reference-diagnostics.ts";

/** Reports slots that lead to no text, or to frames that take no picture. */
export function checkSlots(check: LinkChecker): void {
  for (const [index, slot] of check.project.slots.entries()) {
    if (slot.kind === "text") {
      check.known("text", slot.text, ["slots", index, "text"]);
      continue;
    }
    for (const [position, id] of slot.frames.entries()) {
      const path = ["slots", index, "frames", position];
      if (!check.known("frame", id, path)) continue;
      const frame = check.frames.get(id);
      if (frame && frame.type !== "image") check.report(slotFrameIsNoImage(check.target(path), id, frame.type));
    }
  }
}
