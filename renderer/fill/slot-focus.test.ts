import { expect, it } from "vitest";
import type { Project } from "../../core/document/schema/project.ts";
import { sampleProject } from "../../test/support/sample-project.ts";
import { setSlotFocus, shownPart } from "./slot-focus.ts";

const label = { vi: "Ảnh", en: "Picture" };
const slot = { kind: "image" as const, name: "anh", label, frames: ["i"] };
const withFit = (fit?: "contain"): Project =>
  sampleProject({
    pages: [
      {
        id: "p",
        frames: [
          {
            type: "image",
            id: "i",
            x: 0,
            y: 0,
            width: 50,
            height: 50,
            asset: "nui",
            ...(fit !== undefined && { fit }),
          },
        ],
      },
    ],
    assets: [{ id: "nui", file: "assets/nui.jpg" }],
    slots: [slot],
  });
const WIDE = { width: 2000, height: 1000 };

it("shows the middle of a picture that is wider than its frame, and what is brought there, never beyond an edge", () => {
  expect(shownPart(withFit(), slot, WIDE)).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 });
  const moved = setSlotFocus(withFit(), slot, { x: 0.6, y: 0.1 });
  expect(shownPart(moved, slot, WIDE)?.x).toBeCloseTo(0.35);
  expect(shownPart(setSlotFocus(moved, slot, { x: 7, y: 0 }), slot, WIDE)?.x).toBeCloseTo(0.5);
});

it("has nothing to move where the whole picture shows", () => {
  const whole = withFit("contain");
  expect(shownPart(whole, slot, WIDE)).toBeUndefined();
  expect(setSlotFocus(whole, slot, { x: 0, y: 0 })).toEqual(whole);
});
