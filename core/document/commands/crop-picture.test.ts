import fc from "fast-check";
import { expect, test } from "vitest";
import { imageFrame, sampleProject } from "../../../test/support/sample-project.ts";
import { effectivePpi, fitPicture } from "../../layout/frames/image-fit.ts";
import { coverFrame, cropShown, resetCrop, setCrop, setFocus, zoomPicture } from "./crop-picture.ts";
import { findFrame } from "./edit-frames.ts";

const project = sampleProject({ pages: [{ id: "p1", frames: [imageFrame("anh", "a")] }] });
const length = fc.double({ min: 5, max: 300, noNaN: true });
const shift = fc.double({ min: -500, max: 500, noNaN: true });
const frame = fc.record({ width: length, height: length });
const rect = fc.record({ x: shift, y: shift, width: length, height: length });

test("wherever a picture is moved, it covers its frame and keeps its proportions", () => {
  fc.assert(
    fc.property(frame, rect, (size, picture) => {
      const covering = coverFrame(size, picture);
      expect(covering.x).toBeLessThanOrEqual(1e-9);
      expect(covering.y).toBeLessThanOrEqual(1e-9);
      expect(covering.x + covering.width).toBeGreaterThanOrEqual(size.width - 1e-6);
      expect(covering.y + covering.height).toBeGreaterThanOrEqual(size.height - 1e-6);
      expect(covering.width / covering.height).toBeCloseTo(picture.width / picture.height, 6);
    }),
  );
});

test("what was dragged into place is where layout puts it", () => {
  fc.assert(
    fc.property(frame, rect, fc.double({ min: 0.2, max: 5, noNaN: true }), (size, picture, factor) => {
      const placed = zoomPicture(size, coverFrame(size, picture), factor, { x: size.width / 2, y: size.height / 3 });
      const crop = cropShown(size, placed);
      // Layout knows only the proportions of the file.
      const shown = fitPicture(picture, { x: 0, y: 0, ...size }, { fit: "cover", crop }).picture;
      // Fractions of the picture at the frame's corners.
      for (const [start, side] of [
        ["x", "width"],
        ["y", "height"],
      ] as const) {
        expect(shown[start] / shown[side]).toBeCloseTo(placed[start] / placed[side], 3);
        expect(size[side] / shown[side]).toBeCloseTo(size[side] / placed[side], 3);
      }
    }),
  );
});

test("zooming keeps the point under the pointer, as far as the frame stays covered", () => {
  const size = { width: 50, height: 20 };
  const zoomed = zoomPicture(size, { x: -50, y: -50, width: 200, height: 150 }, 2, { x: 10, y: 5 });
  expect(zoomed).toEqual({ x: -110, y: -105, width: 400, height: 300 });
  expect(zoomPicture(size, { x: 0, y: -8, width: 50, height: 37.5 }, 0.1, { x: 0, y: 0 }).width).toBe(50);
});

test("a crop fills the frame, and can be taken back with the focal point", () => {
  const stretched = sampleProject({
    pages: [{ id: "p1", frames: [{ ...imageFrame("anh", "a"), fit: "stretch" } as never] }],
  });
  const cropped = setCrop(stretched, "anh", { x: 0.1, y: 0.2, width: 0.5, height: 0.4 });
  expect(findFrame(cropped, "anh")).toMatchObject({ fit: "cover", crop: { x: 0.1, width: 0.5 } });
  const focused = setFocus(cropped, "anh", { x: 1.4, y: 0.123456789 });
  expect(findFrame(focused, "anh")).toMatchObject({ focus: { x: 1, y: 0.123457 } });
  const reset = findFrame(resetCrop(focused, "anh"), "anh");
  expect(reset).not.toHaveProperty("crop");
  expect(reset).not.toHaveProperty("focus");
  expect(resetCrop(project, "anh")).toBe(project);
});

test("effective resolution is told by the coarser direction", () => {
  expect(effectivePpi({ width: 1200, height: 600 }, { width: 101.6, height: 50.8 })).toBe(300);
  expect(effectivePpi({ width: 1200, height: 600 }, { width: 50.8, height: 50.8 })).toBe(300);
});
