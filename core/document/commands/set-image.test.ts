import { expect, test } from "vitest";
import { imageFrame, sampleProject } from "../../../test/support/sample-project.ts";
import { checkReferences } from "../check-references.ts";
import type { Frame } from "../schema/frames.ts";
import { findFrame } from "./edit-frames.ts";
import { pageRef } from "./holders.ts";
import { assetUses, dropImageVariant, placePicture, setAltText, setImageAsset } from "./set-image.ts";

const entry = (id: string) => ({ id, file: `assets/${id}.jpg`, name: `${id}.jpg` });
const cropped: Frame = { ...imageFrame("anh", "a"), crop: { x: 0, y: 0, width: 0.5, height: 0.5 } } as Frame;
const project = sampleProject({ pages: [{ id: "p1", frames: [cropped] }], assets: [entry("a")] });

test("another picture keeps the part shown only where it is told to", () => {
  expect(findFrame(setImageAsset(project, "anh", entry("b")), "anh")).not.toHaveProperty("crop");
  const kept = setImageAsset(project, "anh", entry("b"), undefined, true);
  expect(findFrame(kept, "anh")).toMatchObject({ asset: "b", crop: { width: 0.5 } });
  expect(kept.assets.map(({ id }) => id)).toEqual(["a", "b"]);
});

test("a language has a picture of its own until it is given up", () => {
  const own = setImageAsset(project, "anh", entry("b"), "km");
  expect(findFrame(own, "anh")).toMatchObject({ asset: "a", variants: { km: "b" } });
  expect(assetUses(own)).toEqual(
    new Map([
      ["a", ["anh"]],
      ["b", ["anh"]],
    ]),
  );
  expect(findFrame(dropImageVariant(own, "anh", "km"), "anh")).not.toHaveProperty("variants");
  expect(dropImageVariant(project, "anh", "km")).toBe(project);
});

test("a picture is put on the page, and described in each language", () => {
  const { project: placed, id } = placePicture(project, pageRef("p1"), entry("b"), {
    x: 1,
    y: 2,
    width: 30,
    height: 20,
  });
  expect(findFrame(placed, id)).toMatchObject({ type: "image", asset: "b", x: 1, width: 30 });
  const described = setAltText(setAltText(placed, id, "vi", "Trạm y tế"), id, "km", "មន្ទីរ");
  const frame = findFrame(described, id);
  const text = frame?.type === "image" ? described.texts[frame.alt ?? ""] : undefined;
  expect(text?.variants.vi?.blocks).toEqual([{ runs: ["Trạm y tế"] }]);
  expect(text?.variants.km?.basedOn).toBeDefined();
  expect(checkReferences(described, "")).toEqual([]);
});
