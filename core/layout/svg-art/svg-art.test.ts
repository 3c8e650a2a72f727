import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DisplayItem, PlacedGroup, PlacedPath } from "../display-list.ts";
import { pathBounds } from "../frames/path-geometry.ts";
import { type SvgArt, svgArt } from "./svg-art.ts";
import { parseSvgColor } from "./svg-color.ts";
import { MOST_SVG_BYTES } from "./svg-element.ts";
import { parseLength, parseTransform } from "./svg-values.ts";

const file = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../test/fixtures/svg/${name}`, import.meta.url)));
const encode = (text: string) => new TextEncoder().encode(text);
const art = (bytes: Uint8Array): SvgArt => {
  const result = svgArt(bytes);
  if ("refusal" in result) throw new Error(`${result.refusal.reason}: ${result.refusal.detail}`);
  return result.art;
};
const drawn = (inner: string, attributes = 'viewBox="0 0 100 50"') =>
  art(encode(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`));
const refusal = (bytes: Uint8Array) => {
  const result = svgArt(bytes);
  return "refusal" in result ? result.refusal.reason : undefined;
};
const pathOf = (item: DisplayItem | undefined): PlacedPath => {
  if (item?.kind !== "path") throw new Error(`${item?.kind} is not a path`);
  return item;
};
const groupOf = (item: DisplayItem | undefined): PlacedGroup => {
  if (item?.kind !== "group") throw new Error(`${item?.kind} is not a group`);
  return item;
};
const only = (inner: string) => pathOf(drawn(inner).items[0]);

describe("drawing", () => {
  it("reads shapes with their presentation", () => {
    const rect = only('<rect x="10" y="5" width="20" height="10" rx="4" fill="#f00" stroke="blue" stroke-width="2"/>');
    expect(pathBounds(rect.path)).toEqual({ x: 10, y: 5, width: 20, height: 10 });
    expect(rect).toMatchObject({
      fill: { kind: "solid", color: { rgb: [1, 0, 0], cmyk: [0, 1, 1, 0] } },
      stroke: { width: 2, paint: { color: { rgb: [0, 0, 1] } } },
    });
    const ellipse = pathBounds(only('<ellipse cx="50%" cy="25" rx="10" ry="5"/>').path);
    expect(ellipse).toMatchObject({ x: 40, y: 20, width: 20, height: 10 });
    expect(only('<polygon points="0,0 10,0 10,10"/>').path).toHaveLength(4);
    expect(only('<line x1="0" y1="0" x2="5" y2="5" stroke="red"/>').stroke?.width).toBe(1);
  });

  it("lets style win over attributes and children inherit", () => {
    const item = only(
      '<g style="fill: green; stroke-linecap: round"><path d="M0 0h5v5z" fill="red" style="fill:inherit" stroke="black"/></g>',
    );
    expect(item.fill).toMatchObject({ color: { rgb: [0, 128 / 255, 0] } });
    expect(item.stroke?.cap).toBe("round");
    expect(only('<g color="#00f"><path d="M0 0h5v5z" fill="currentColor"/></g>').fill).toMatchObject({
      color: { rgb: [0, 0, 1] },
    });
    expect(only('<path d="M0 0h5v5z" fill-opacity="50%"/>').fill).toMatchObject({ color: { alpha: 0.5 } });
    expect(drawn('<path d="M0 0h5v5z" fill="none"/><path d="M0 0h5v5z" display="none"/>').items).toEqual([]);
    expect(only('<path d="M0 0h5v5z" fill-rule="evenodd"/>').fillRule).toBe("evenodd");
  });

  it("applies transforms to the geometry and scales strokes with it", () => {
    const item = only(
      '<g transform="translate(10 20) scale(2)"><rect width="5" height="5" stroke="red" stroke-dasharray="1 2"/></g>',
    );
    expect(pathBounds(item.path)).toEqual({ x: 10, y: 20, width: 10, height: 10 });
    expect(item.stroke).toMatchObject({ width: 2, dash: [2, 4] });
    const skewed = groupOf(
      drawn('<rect width="5" height="5" fill="none" stroke="red" transform="scale(2 1)"/>').items[0],
    );
    expect(skewed.transform).toEqual([2, 0, 0, 1, 0, 0]);
    expect(parseTransform("rotate(90 10 10)")?.map(Math.round)).toEqual([0, 1, -1, 0, 20, 0]);
    expect(parseTransform("rotate(90) junk")).toBeUndefined();
  });

  it("turns gradients into paints of the shape's own space", () => {
    const linear =
      '<linearGradient id="g" x2="1" y2="0"><stop offset="0" stop-color="red"/><stop offset="1"/></linearGradient>';
    const item = only(`${linear}<rect x="10" y="10" width="40" height="20" fill="url(#g)"/>`);
    expect(item.fill).toMatchObject({ kind: "linear", from: { x: 10, y: 10 }, to: { x: 50, y: 10 } });
    // A diagonal in a box that is not square: lines of equal colour stay parallel to the other diagonal.
    const diagonal = only(`${linear.replace('y2="0"', 'y2="1"')}<rect width="40" height="20" fill="url(#g)"/>`).fill;
    if (diagonal?.kind !== "linear") throw new Error("no gradient");
    const along = { x: diagonal.to.x - diagonal.from.x, y: diagonal.to.y - diagonal.from.y };
    expect(along.x * 40 + along.y * -20).toBeCloseTo(0, 6);
    const radial =
      '<radialGradient id="r"><stop offset="0" stop-color="red"/><stop offset="1" stop-opacity="0"/></radialGradient>';
    expect(only(`${radial}<circle cx="20" cy="20" r="10" fill="url(#r)"/>`).fill).toMatchObject({
      kind: "radial",
      center: { x: 20, y: 20 },
      radius: 10,
    });
    const stretched = groupOf(drawn(`${radial}<ellipse cx="20" cy="20" rx="20" ry="10" fill="url(#r)"/>`).items[0]);
    expect(stretched.transform).toEqual([40, 0, 0, 20, 0, 10]);
    expect(pathBounds(pathOf(stretched.items[0]).path)).toMatchObject({ x: 0, y: 0, width: 1, height: 1 });
  });

  it("cuts to clip paths, and holes of the even-odd rule stay open", () => {
    const { items } = drawn(
      '<clipPath id="c"><path clip-rule="evenodd" d="M0 0h10v10h-10zM2 2h6v6h-6z"/></clipPath><rect width="50" height="50" clip-path="url(#c)"/>',
    );
    const clip = groupOf(items[0]).clip ?? [];
    const [outer, inner] = [clip.slice(0, 5), clip.slice(5)];
    const turn = (path: typeof clip) => {
      const points = path.flatMap((command) => (command[0] === "Z" ? [] : [[command[1], command[2]] as const]));
      return points.reduce((sum, [x, y], index) => {
        const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
        return sum + x * nextY - nextX * y;
      }, 0);
    };
    expect(Math.sign(turn(outer))).toBe(-Math.sign(turn(inner)));
  });

  it("draws symbols by use, fitted to their size", () => {
    const { items } = drawn(
      '<symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol><use href="#s" x="20" y="10" width="30" height="20"/>',
    );
    expect(pathBounds(pathOf(items[0]).path)).toEqual({ x: 25, y: 10, width: 20, height: 20 });
  });

  it("keeps group opacity as one", () => {
    expect(
      drawn('<g opacity=".5"><rect width="5" height="5"/><rect x="2" width="5" height="5"/></g>').items,
    ).toMatchObject([{ kind: "group", opacity: 0.5, items: [{ kind: "path" }, { kind: "path" }] }]);
  });

  it("reads a real badge without leaving anything out, once per file", () => {
    const bytes = file("lotus-badge.svg");
    const badge = art(bytes);
    expect(badge.viewBox).toEqual({ x: 0, y: 0, width: 24, height: 24 });
    expect(badge.skipped).toEqual([]);
    expect(groupOf(badge.items[0]).clip?.length).toBeGreaterThan(4);
    expect(groupOf(badge.items[0]).items).toHaveLength(5);
    expect(art(bytes)).toBe(badge);
  });
});

describe("hostile and broken files", () => {
  it("refuses document types that declare entities", () => {
    expect(refusal(file("entity-bomb.svg"))).toBe("document-type");
    expect(refusal(file("external-entity.svg"))).toBe("document-type");
  });

  it("skips scripts, handlers and everything from outside, naming them", () => {
    const script = art(file("script.svg"));
    expect(script.skipped).toEqual(["onload", "<script>", "onclick"]);
    expect(script.items).toHaveLength(1);
    const external = art(file("external-href.svg"));
    expect(external.skipped.join(" ")).toMatch(/<image>.*<use href="https:.*fill="url\(https:.*clip-path="url\(file:/u);
    expect(JSON.stringify(external.items)).not.toContain("http");
    const foreign = art(file("foreign-object.svg"));
    expect(foreign.skipped).toEqual(["<foreignObject>", "<style>", "<text>", "filter"]);
    expect(foreign.items).toHaveLength(1);
  });

  it("stops copies of copies, and a copy of itself", () => {
    const bomb = art(file("use-bomb.svg"));
    expect(bomb.skipped.some((one) => one.startsWith(">"))).toBe(true);
    expect(bomb.items.length).toBeLessThan(100_000);
  });

  it("refuses what is no SVG", () => {
    expect(refusal(file("not-well-formed.svg"))).toBe("malformed");
    expect(refusal(file("page-called.svg"))).toBe("not-svg");
    expect(refusal(encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe("not-svg");
    expect(refusal(encode(""))).toBe("malformed");
    expect(refusal(new Uint8Array([0xff, 0xfe, 0x3c, 0x00]))).toBe("malformed");
    expect(refusal(new Uint8Array(MOST_SVG_BYTES + 1))).toBe("too-large");
    const deep = `${"<g>".repeat(100)}${"</g>".repeat(100)}`;
    expect(refusal(encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${deep}</svg>`))).toBe("too-deep");
    const many = "<g/>".repeat(60_000);
    expect(refusal(encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${many}</svg>`))).toBe(
      "too-many-elements",
    );
  });

  it("leaves out a malformed path but draws the rest", () => {
    const { items, skipped } = drawn('<path d="M0 0 L"/><rect width="5" height="5"/>');
    expect(items).toHaveLength(1);
    expect(skipped[0]).toMatch(/^<path> \(/u);
  });
});

describe("values", () => {
  it("reads colours in every notation", () => {
    expect(parseSvgColor("#08f")?.rgb).toEqual([0, 136 / 255, 1]);
    expect(parseSvgColor("#11223380")?.alpha).toBeCloseTo(0.5, 2);
    expect(parseSvgColor("rgb(100%, 0%, 50%)")?.rgb).toEqual([1, 0, 0.5]);
    expect(parseSvgColor("rgba(255 0 0 / 0.25)")).toMatchObject({ rgb: [1, 0, 0], alpha: 0.25 });
    expect(parseSvgColor("hsl(120, 100%, 25%)")?.rgb).toEqual([0, 0.5, 0]);
    expect(parseSvgColor("RebeccaPurple")?.rgb[0]).toBeCloseTo(0.4, 2);
    for (const wrong of ["", "#12", "rgb(1,2)", "rgb(a,b,c)", "nocolour", "url(#x)"]) {
      expect(parseSvgColor(wrong)).toBeUndefined();
    }
  });

  it("reads lengths in units", () => {
    expect(parseLength("25.4mm")).toBeCloseTo(96, 9);
    expect(parseLength("50%", 30)).toBe(15);
    expect(parseLength("-1e1px")).toBe(-10);
    expect(parseLength("2em")).toBeUndefined();
    expect(parseLength("wide")).toBeUndefined();
  });
});
