import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameContext, inMm } from "../../../test/support/frame-context.ts";
import type { ImageFrame } from "../../document/schema/frames.ts";
import type { Asset } from "../asset-source.ts";
import { layoutImage } from "./image.ts";
import { assetFor, fitPicture } from "./image-fit.ts";
import { rectanglePath } from "./path-shapes.ts";

const photo: Asset = { id: "ảnh", kind: "jpeg", bytes: new Uint8Array(), width: 4000, height: 3000, orientation: 1 };
const art = (name: string): Asset => {
  const bytes = new Uint8Array(readFileSync(new URL(`../../../test/fixtures/svg/${name}`, import.meta.url)));
  return { id: name, kind: "svg", bytes, width: 24, height: 24, orientation: 1 };
};
const frame = (changes: Partial<ImageFrame> = {}): ImageFrame => ({
  type: "image",
  id: "khung",
  x: 0,
  y: 0,
  width: inMm(100),
  height: inMm(100),
  asset: "ảnh",
  ...changes,
});
const box = { x: 0, y: 0, width: 100, height: 100 };

describe("fitPicture", () => {
  it("covers the frame from the middle", () => {
    const { picture, window } = fitPicture(photo, box, {});
    expect(picture.height).toBeCloseTo(100, 9);
    expect(picture.width).toBeCloseTo(400 / 3, 9);
    expect(picture.x).toBeCloseTo(-50 / 3, 9);
    expect(window).toEqual(box);
  });

  it("brings the focus to the centre as far as edges allow", () => {
    expect(fitPicture(photo, box, { focus: { x: 0, y: 0.5 } }).picture.x).toBeCloseTo(0, 9);
    expect(fitPicture(photo, box, { focus: { x: 1, y: 0.5 } }).picture.x).toBeCloseTo(100 - 400 / 3, 9);
    const { picture } = fitPicture(photo, box, { focus: { x: 0.45, y: 0.5 } });
    expect(picture.x + 0.45 * picture.width).toBeCloseTo(50, 9);
  });

  it("contains the whole picture, centred", () => {
    const { picture, window } = fitPicture(photo, box, { fit: "contain" });
    expect(picture).toEqual(window);
    expect(picture.width).toBeCloseTo(100, 9);
    expect(picture.y).toBeCloseTo(12.5, 9);
  });

  it("stretches to the frame", () => {
    expect(fitPicture(photo, box, { fit: "stretch" }).picture).toEqual(box);
  });

  it("never bares the frame when covering, nor shows more than the crop", () => {
    const share = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, share, share, (x, y, width, height, focusX, focusY) => {
        const crop = { x: Math.min(x, 0.9), y: Math.min(y, 0.9), width, height };
        const { picture } = fitPicture(photo, box, { crop, focus: { x: focusX, y: focusY } });
        const left = picture.x + crop.x * picture.width;
        const right = picture.x + Math.min(1, crop.x + crop.width) * picture.width;
        const top = picture.y + crop.y * picture.height;
        const bottom = picture.y + Math.min(1, crop.y + crop.height) * picture.height;
        expect(left).toBeLessThanOrEqual(1e-6);
        expect(top).toBeLessThanOrEqual(1e-6);
        expect(right).toBeGreaterThanOrEqual(100 - 1e-6);
        expect(bottom).toBeGreaterThanOrEqual(100 - 1e-6);
        expect(picture.width / picture.height).toBeCloseTo(4 / 3, 6);
      }),
    );
  });
});

describe("layoutImage", () => {
  it("cuts what reaches beyond the frame and no more", () => {
    const context = frameContext({ assets: [photo] });
    expect(layoutImage(frame(), context)).toMatchObject([
      { kind: "group", clip: rectanglePath(box), items: [{ kind: "image", asset: "ảnh", alt: "" }] },
    ]);
    expect(layoutImage(frame({ fit: "contain" }), context)).toMatchObject([{ kind: "image" }]);
    expect(layoutImage(frame({ fit: "stretch" }), context)).toMatchObject([{ kind: "image", rect: box }]);
    expect(context.reported).toEqual([]);
  });

  it("cuts to round corners and draws the stroke last", () => {
    const context = frameContext({ assets: [photo] });
    const items = layoutImage(frame({ radius: 2, stroke: { color: { rgb: "#000000" }, width: 1 } }), context);
    expect(items.map((item) => item.kind)).toEqual(["group", "path"]);
    expect(items[0]).toMatchObject({ items: [{ kind: "image" }] });
    expect(items[0]?.kind === "group" && items[0].clip?.some(([kind]) => kind === "C")).toBe(true);
  });

  it("takes the picture of the language, its alternative text and the focus", () => {
    const khmer = { ...photo, id: "ảnh-km" };
    const context = frameContext({ assets: [photo, khmer], language: "km-KH" });
    const items = layoutImage(frame({ variants: { km: "ảnh-km" }, alt: "Chợ nổi", fit: "stretch" }), context);
    expect(items).toMatchObject([{ asset: "ảnh-km", alt: "Chợ nổi" }]);
    expect(assetFor(frame({ variants: { km: "ảnh-km" } }), "lo")).toBe("ảnh");
  });

  it("reports a missing picture and draws a placeholder in its place", () => {
    const context = frameContext();
    const items = layoutImage(frame({ asset: "mất" }), context);
    expect(context.reported).toMatchObject([
      { code: "image.missing-asset", severity: "error", target: { frame: "khung", asset: "mất" } },
    ]);
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain('"image"');
  });

  it("leaves an empty frame empty, and a crop without area aside, with a warning", () => {
    const empty = frameContext();
    const { asset: _asset, ...without } = frame();
    expect(layoutImage(without, empty)).toEqual([]);
    expect(empty.codes()).toEqual(["image.none"]);
    const cropped = frameContext({ assets: [photo] });
    expect(layoutImage(frame({ crop: { x: 0, y: 0, width: 0, height: 1 } }), cropped)).toHaveLength(1);
    expect(fitPicture(photo, box, { crop: { x: 0, y: 0, width: 5e-324, height: 1 } })).toEqual(
      fitPicture(photo, box, {}),
    );
    expect(cropped.codes()).toEqual(["image.empty-crop"]);
  });

  it("draws SVG as paths scaled from the view box", () => {
    const asset = art("lotus-badge.svg");
    const context = frameContext({ assets: [asset] });
    const [item] = layoutImage(frame({ asset: asset.id, fit: "contain" }), context);
    expect(item).toMatchObject({ kind: "group", clip: rectanglePath(box) });
    const inner = item?.kind === "group" ? item.items[0] : undefined;
    expect(inner).toMatchObject({ kind: "group", transform: [100 / 24, 0, 0, 100 / 24, 0, 0] });
    expect(context.reported).toEqual([]);
  });

  it("refuses a hostile SVG with a reason and a placeholder", () => {
    const asset = art("entity-bomb.svg");
    const context = frameContext({ assets: [asset] });
    expect(layoutImage(frame({ asset: asset.id }), context).length).toBeGreaterThan(0);
    expect(context.reported).toMatchObject([{ code: "svg.refused", severity: "error" }]);
  });
});
