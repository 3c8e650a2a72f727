import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { openFontLibrary } from "../../../host/fonts/font-library.ts";
import { named, samplerAssets, samplerPage } from "../../../test/raster/sampler-page.ts";
import { placeLine, shapeLine } from "../../../test/raster/shape-line.ts";
import type { DisplayItem, PlacedPage } from "../../layout/display-list.ts";
import { pageText } from "./page-text.ts";
import { paintSvg, type SvgOptions } from "./paint-svg.ts";
import { escapeXml, svgNumber } from "./svg-text.ts";
import { withoutOrientation } from "./upright-jpeg.ts";

const fonts = openFontLibrary();
const sources = { fonts, assets: samplerAssets };

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** All elements in order; throws where the text is not well-formed XML. */
function elements(svg: string): readonly Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: "" };
    found.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(svg).close();
  return found;
}

const pageOf = (items: readonly DisplayItem[]): PlacedPage => ({ ...samplerPage(fonts), items });
const svgOf = (items: readonly DisplayItem[], options?: SvgOptions) =>
  elements(paintSvg(pageOf(items), sources, options));

function line(text: string, y = 20, x = 10) {
  const face = fonts.face("noto-sans/400");
  if (!face) throw new Error("the test needs Noto Sans");
  return placeLine(shapeLine(face, text), { x, y, size: 10, fill: named("#000000"), language: "vi" });
}

test("a whole page is well-formed, the same each time, and has millimetres outside and points inside", () => {
  const page = samplerPage(fonts);
  const svg = paintSvg(page, sources, { bleed: true, title: "Tờ rơi <1>" });
  expect(paintSvg(page, sources, { bleed: true, title: "Tờ rơi <1>" })).toBe(svg);
  const [root, title, description] = elements(svg);
  expect(root?.attributes).toMatchObject({
    width: "74.7889mm",
    height: "99.4833mm",
    viewBox: "-6 -6 212 282",
    lang: "vi",
  });
  expect(title?.text).toBe("Tờ rơi <1>");
  expect(description?.text).toContain("Quyền bình đẳng và không thể tách rời\nQuyền");
  expect(elements(paintSvg(page, sources))[0]?.attributes.viewBox).toBe("0 0 200 270");
});

test("nothing in it runs, and every id it names is there once", () => {
  const all = elements(paintSvg(samplerPage(fonts), sources, { idPrefix: "p1-", selectableText: true }));
  expect(all.filter(({ name }) => name === "script" || name === "style" || name === "foreignObject")).toEqual([]);
  expect(all.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^on/i.test(name))).toEqual([]);
  const ids = all.flatMap(({ attributes }) => attributes.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => id.startsWith("p1-"))).toBe(true);
  const named = all.flatMap(({ attributes }) =>
    Object.values(attributes).flatMap((value) => /^(?:#|url\(#)([^)]+)\)?$/.exec(value)?.[1] ?? []),
  );
  const references = named.filter((name) => name.startsWith("p1-"));
  expect(references.length).toBeGreaterThan(100);
  for (const reference of references) expect(ids).toContain(reference);
});

test("a glyph is defined once however often it is used", () => {
  const all = svgOf([line("anh em"), line("em nghe", 40)]);
  const defined = all.filter(({ name, attributes }) => name === "path" && attributes.id !== undefined);
  const used = all.filter(({ name }) => name === "use");
  expect(defined).toHaveLength(6);
  expect(used).toHaveLength(11);
});

test("links lead to pages, letters and calls, never to code", () => {
  const link = (uri: string): DisplayItem => ({
    kind: "link",
    rect: { x: 0, y: 0, width: 9, height: 9 },
    target: { uri },
  });
  const all = svgOf([
    link('https://vi.dụ/?a=1&b="2"'),
    link("javascript:alert(1)"),
    link("data:text/html,x"),
    link("tel:113"),
  ]);
  expect(all.filter(({ name }) => name === "a").map(({ attributes }) => attributes["xlink:href"])).toEqual([
    'https://vi.dụ/?a=1&b="2"',
    "tel:113",
  ]);
  const inner: DisplayItem = { kind: "link", rect: { x: 0, y: 0, width: 9, height: 9 }, target: { page: 2, y: 0 } };
  const paged = svgOf([inner], { pageAddress: (page) => `trang-${page + 1}.svg` });
  expect(paged.find(({ name }) => name === "a")?.attributes["xlink:href"]).toBe("trang-3.svg");
  expect(svgOf([inner]).some(({ name }) => name === "a")).toBe(false);
});

test("selectable text lies over its outlines, as wide as they are, in their language", () => {
  const run = line("Kính mời", 33, 12);
  const text = svgOf([run], { selectableText: true }).find(({ name }) => name === "text");
  const [placed] = run.spans;
  expect(text?.text).toBe("Kính mời");
  expect(text?.attributes).toMatchObject({ x: "12", y: "33", "font-size": "10", lang: "vi", fill: "none" });
  expect(Number(text?.attributes.textLength)).toBeCloseTo((placed?.span.advance ?? 0) / 100, 3);
});

test("the words of a page come one line per baseline", () => {
  expect(pageText([line("Kính "), line("mời", 20, 60), line("ông bà", 40)])).toBe("Kính mời\nông bà");
});

test("text and numbers are written as XML and SVG can hold them", () => {
  expect(escapeXml('a<b>&"c"\u0001\ud800ꪀ𞄀')).toBe("a&lt;b&gt;&amp;&quot;c&quot;\ufffd\ufffdꪀ𞄀");
  expect([0, -0.00001, 1 / 3, 12, -2.5].map((value) => svgNumber(value))).toEqual(["0", "0", "0.3333", "12", "-2.5"]);
});

test("the EXIF orientation of an embedded JPEG is set to upright and nothing else is touched", () => {
  const turned = readFileSync(new URL("../../../test/fixtures/images/turned-exif-6.jpg", import.meta.url));
  const upright = withoutOrientation(turned);
  const changed = [...turned].flatMap((byte, at) => (byte === upright[at] ? [] : [[at, byte, upright[at]]]));
  expect(changed).toEqual([[30, 6, 1]]);
  const plain = new Uint8Array(readFileSync(new URL("../../../test/fixtures/images/good-24x16.jpg", import.meta.url)));
  expect(withoutOrientation(plain)).toBe(plain);
  expect(withoutOrientation(turned.subarray(0, 14))).toHaveLength(14);
});
