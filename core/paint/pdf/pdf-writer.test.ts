import { deflateSync } from "node:zlib";
import { PDFDict, PDFName, PDFRawStream, PDFRef } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { openFontLibrary } from "../../../host/fonts/font-library.ts";
import { type PdfReader, readPdf } from "../../../test/pdf/support/read-pdf.ts";
import { samplerAssets } from "../../../test/raster/sampler-page.ts";
import { placeLine, shapeLine } from "../../../test/raster/shape-line.ts";
import { BLACK, type Color, colorFromHex } from "../../color/color.ts";
import type { DisplayItem, PlacedDocument, PlacedGroup, PlacedPage } from "../../layout/display-list.ts";
import { createFontPool } from "./content/font-pool.ts";
import { createResourceCatalog } from "./content/resource-catalog.ts";
import { createPdfFile } from "./file/pdf-file.ts";
import { paintPdf } from "./paint-pdf.ts";
import type { PdfOptions, PdfSources } from "./pdf-options.ts";
import { createPdfWriter } from "./pdf-writer.ts";

const fonts = openFontLibrary();
const sources: PdfSources = { fonts, assets: samplerAssets, deflate: (bytes) => deflateSync(bytes) };
const plain: PdfOptions = { colour: "rgb", bleed: false, marks: false };
const edges = (all: number) => ({ top: all, right: all, bottom: all, left: all });

const page = (items: readonly DisplayItem[], more: Partial<PlacedPage> = {}): PlacedPage => ({
  index: 0,
  folio: "1",
  width: 200,
  height: 300,
  bleed: edges(9),
  safe: edges(0),
  language: "vi",
  items,
  ...more,
});
const documentOf = (pages: readonly PlacedPage[], more: Partial<PlacedDocument> = {}): PlacedDocument => ({
  title: "Bản tin",
  language: "vi",
  author: "Xã Đắk Tô",
  keywords: ["xã", "tin"],
  pages: pages.map((one, index) => ({ ...one, index, folio: String(index + 1) })),
  outline: [],
  diagnostics: [],
  ...more,
});
const read = (pages: readonly PlacedPage[], options: Partial<PdfOptions> = {}, more: Partial<PlacedDocument> = {}) =>
  readPdf(paintPdf(documentOf(pages, more), sources, { ...plain, ...options }));

const color = (hex: string, alpha = 1): Color => ({ ...(colorFromHex(hex) ?? BLACK), alpha });
const square = (fill: Color, x = 10): DisplayItem => ({
  kind: "path",
  path: [["M", x, 10], ["L", x + 20, 10], ["L", x + 20, 30], ["L", x, 30], ["Z"]],
  fill: { kind: "solid", color: fill },
});
function words(text: string, fill = BLACK, key = "noto-sans/400"): DisplayItem {
  const face = fonts.face(key);
  if (!face) throw new Error(`the test needs ${key}`);
  return placeLine(shapeLine(face, text), { x: 20, y: 100, size: 12, fill, language: "vi" });
}
const pageContents = (pdf: PdfReader, index = 0) => pdf.contents(pdf.at(pdf.pages[index], "Contents"));
const resources = (pdf: PdfReader, category: string, index = 0): readonly string[] => {
  const dict = pdf.at(pdf.pages[index], "Resources", category);
  return dict instanceof PDFDict ? dict.keys().map((name) => name.asString().slice(1)) : [];
};
const countSubtype = (pdf: PdfReader, subtype: string) =>
  pdf.streams.filter(({ dict }) => dict.get(PDFName.of("Subtype")) === PDFName.of(subtype)).length;

describe("the file", () => {
  const pages = [page([words("Thông báo"), square(color("#c8102e", 0.5))]), page([words("Trang hai")])];

  test("is the same to the byte for the same document and date, and another for another", () => {
    const date = new Date("2026-09-02T00:00:00Z");
    const paint = (more: Partial<PlacedDocument> = {}) =>
      paintPdf(documentOf(pages, more), sources, { ...plain, date });
    expect(Buffer.compare(paint(), paint())).toBe(0);
    expect(Buffer.compare(paint(), paint({ title: "Bản khác" }))).not.toBe(0);
  });

  test("says what it is in both places, and no date unless told one", async () => {
    const pdf = await read(pages, {}, { title: "Tờ tin ខ្មែរ" });
    expect(pdf.text(pdf.catalog, "Lang")).toBe("vi");
    expect(String(pdf.at(pdf.catalog, "ViewerPreferences", "DisplayDocTitle"))).toBe("true");
    const xmp = pdf.at(pdf.catalog, "Metadata");
    expect(Buffer.from(pdf.contents(xmp), "latin1").toString("utf8")).toContain("Tờ tin ខ្មែរ");
    const bytes = Buffer.from(paintPdf(documentOf(pages), sources, plain)).toString("latin1");
    expect(bytes).not.toContain("CreationDate");
    expect(bytes).not.toContain("pdf-lib");
    expect(pdf.text(pdf.at(pdf.catalog, "OutputIntents", 0), "OutputConditionIdentifier")).toBe("sRGB IEC61966-2.1");
  });

  test("has a balanced page tree that finds page 200", async () => {
    const pdf = await read(Array.from({ length: 200 }, () => page([])));
    expect(pdf.pages).toHaveLength(200);
    const kids = pdf.at(pdf.catalog, "Pages", "Kids");
    expect(String(kids).split(" R").length - 1).toBe(4);
    expect(String(pdf.at(pdf.catalog, "Pages", "Count"))).toBe("200");
  });
});

describe("boxes and marks", () => {
  test("follow the options", async () => {
    const trim = await read([page([])]);
    expect(trim.numbers(trim.pages[0], "MediaBox")).toEqual([0, 0, 200, 300]);
    const bleed = await read([page([])], { bleed: true });
    expect(bleed.numbers(bleed.pages[0], "MediaBox")).toEqual([0, 0, 218, 318]);
    expect(bleed.numbers(bleed.pages[0], "TrimBox")).toEqual([9, 9, 209, 309]);
    const marks = await read([page([])], { bleed: true, marks: true, colour: "cmyk" });
    const [left = 0, , right = 0] = marks.numbers(marks.pages[0], "BleedBox");
    const [mediaLeft = 0, , mediaRight = 0] = marks.numbers(marks.pages[0], "MediaBox");
    expect(left).toBeGreaterThan(mediaLeft + 14);
    expect(right).toBeLessThan(mediaRight - 14);
    expect(pageContents(marks)).toContain("1 1 1 1 K");
  });

  test("put the slug outside the clip, and marks of equal pages into one form", async () => {
    const slug = () => [square(BLACK, 4)];
    const pdf = await read([page([]), page([]), page([])], { marks: true, slug });
    expect(countSubtype(pdf, "Form")).toBe(1);
    const contents = pageContents(pdf, 2);
    expect(contents.indexOf("Q\n")).toBeLessThan(contents.indexOf("4 10 m"));
    expect(resources(pdf, "XObject", 2)).toEqual(resources(pdf, "XObject", 1));
  });
});

describe("colour", () => {
  const rich = { rgb: [0.2, 0.2, 0.2], cmyk: [0.4, 0.3, 0.3, 1], alpha: 1 } as const;

  test("is the numbers of the mode, black ink alone for black text", async () => {
    const items = [words("Đen"), square(rich)];
    const press = pageContents(await read([page(items)], { colour: "cmyk" }));
    expect(press).toContain("0 0 0 1 k\n");
    expect(press).toContain(".4 .3 .3 1 k\n");
    const screen = pageContents(await read([page(items)]));
    expect(screen).toContain("0 0 0 rg\n");
    expect(screen).not.toMatch(/ k\n/);
  });

  test("overprints black text and nothing else, only in CMYK and when asked", async () => {
    const items = [words("Đen"), words("Nhiều mực", rich), square(BLACK)];
    const pdf = await read([page(items)], { colour: "cmyk", overprintBlack: true });
    const state = /\/(G\d+) gs\n0 0 0 1 k\nBT/.exec(pageContents(pdf))?.[1] ?? "";
    expect(String(pdf.at(pdf.pages[0], "Resources", "ExtGState", state, "OP"))).toBe("true");
    expect(String(pdf.at(pdf.pages[0], "Resources", "ExtGState", state, "OPM"))).toBe("1");
    expect(pageContents(pdf).match(/ gs\n/g)).toHaveLength(2);
    expect(pageContents(await read([page(items)], { colour: "cmyk" }))).not.toContain(" gs\n");
    expect(pageContents(await read([page(items)], { overprintBlack: true }))).not.toContain(" gs\n");
  });
});

describe("groups", () => {
  const banner: PlacedGroup = {
    kind: "group",
    transform: [1, 0, 0, 1, 5, 7],
    items: [
      square(color("#0b5fa5")),
      words("Bản tin xã"),
      { kind: "link", rect: { x: 1, y: 2, width: 10, height: 4 }, target: { uri: "https://example.org/" } },
    ],
  };

  test("seen on one page are painted in place, on more pages written once", async () => {
    expect(countSubtype(await read([page([banner])]), "Form")).toBe(0);
    const pdf = await read([page([banner]), page([banner, square(BLACK)]), page([banner])]);
    expect(countSubtype(pdf, "Form")).toBe(1);
    expect(pageContents(pdf, 0)).not.toContain(" Do");
    expect(pageContents(pdf, 1)).toMatch(/\/X\d+ Do/);
    expect(pdf.at(pdf.pages[1], "Resources", "XObject")).toBeDefined();
    // An equal group that is another object is another group.
    const equal = await read([page([{ ...banner }]), page([{ ...banner }])]);
    expect(countSubtype(equal, "Form")).toBe(0);
  });

  test("keep their links wherever they are painted", async () => {
    const pdf = await read([
      page([banner]),
      page([{ kind: "group", transform: [1, 0, 0, 1, 0, 100], items: [banner] }]),
    ]);
    expect(pdf.numbers(pdf.pages[0], "Annots", 0, "Rect")).toEqual([6, 300 - 13, 16, 300 - 9]);
    expect(pdf.numbers(pdf.pages[1], "Annots", 0, "Rect")).toEqual([6, 300 - 113, 16, 300 - 109]);
    expect(pdf.text(pdf.pages[1], "Annots", 0, "A", "URI")).toBe("https://example.org/");
  });

  test("of several items with opacity are composed first; a single item takes the alpha itself", async () => {
    const overlapping: PlacedGroup = { kind: "group", opacity: 0.4, items: [square(BLACK), square(BLACK, 20)] };
    const pdf = await read([page([overlapping])]);
    const [name = ""] = resources(pdf, "XObject");
    expect(pdf.text(pdf.pages[0], "Resources", "XObject", name, "Group", "S")).toBe("/Transparency");
    const [left = 0, top = 0, right = 0] = pdf.numbers(pdf.pages[0], "Resources", "XObject", name, "BBox");
    expect([left <= 10, top <= 10, right >= 40]).toEqual([true, true, true]);
    const single = await read([page([{ kind: "group", opacity: 0.4, items: [square(color("#000000", 0.5))] }])]);
    expect(countSubtype(single, "Form")).toBe(0);
    const [state = ""] = resources(single, "ExtGState");
    expect(String(single.at(single.pages[0], "Resources", "ExtGState", state, "ca"))).toBe("0.2");
    expect(single.text(single.pages[0], "Group", "CS")).toBe("/DeviceRGB");
  });
});

describe("pictures", () => {
  const photo: DisplayItem = { kind: "image", asset: "photo", rect: { x: 10, y: 20, width: 48, height: 32 }, alt: "" };

  test("are embedded once, however often they are shown, with y turned over", async () => {
    const pdf = await read([page([photo, photo]), page([photo])]);
    expect(countSubtype(pdf, "Image")).toBe(1);
    expect(pageContents(pdf)).toContain("48 0 0 -32 10 52 cm");
    const image = pdf.at(pdf.pages[0], "Resources", "XObject", resources(pdf, "XObject")[0] ?? "");
    const original = samplerAssets.asset("photo")?.bytes ?? new Uint8Array();
    expect(image instanceof PDFRawStream && Buffer.compare(image.contents, original)).toBe(0);
  });

  test("taken sideways are turned by their matrix", async () => {
    const turned: DisplayItem = {
      kind: "image",
      asset: "turned",
      rect: { x: 0, y: 0, width: 16, height: 24 },
      alt: "",
    };
    // A quarter clockwise: the stored left edge becomes the top.
    expect(pageContents(await read([page([turned])]))).toContain("0 24 16 0 0 0 cm");
  });

  test("that are missing leave their place empty, as layout reported", async () => {
    const pdf = await read([page([{ ...photo, asset: "none" }])]);
    expect(pageContents(pdf)).not.toContain("Do");
  });
});

describe("navigation", () => {
  test("outline and links lead to pages that come later", async () => {
    const link: DisplayItem = { kind: "link", rect: { x: 0, y: 0, width: 9, height: 9 }, target: { page: 2, y: 40 } };
    const outline = [
      { title: "Mở đầu", page: 0, y: 0, children: [{ title: "Điều 1", page: 1, y: 30, children: [] }] },
      { title: "Kết", page: 2, y: 0, children: [] },
    ];
    const pdf = await read([page([link]), page([]), page([])], {}, { outline });
    expect(pdf.text(pdf.catalog, "Outlines", "First", "Title")).toBe("Mở đầu");
    expect(pdf.text(pdf.catalog, "Outlines", "First", "First", "Title")).toBe("Điều 1");
    expect(pdf.text(pdf.catalog, "Outlines", "Last", "Title")).toBe("Kết");
    expect(pdf.at(pdf.catalog, "Outlines", "First", "First", "Dest", 0)).toBe(pdf.pages[1]);
    expect(pdf.at(pdf.pages[0], "Annots", 0, "Dest", 0)).toBe(pdf.pages[2]);
    expect(String(pdf.at(pdf.pages[0], "Annots", 0, "Dest", 3))).toBe("260");
  });

  test("links of a batch stay inside their own record", async () => {
    const link: DisplayItem = { kind: "link", rect: { x: 0, y: 0, width: 9, height: 9 }, target: { page: 1, y: 0 } };
    const writer = createPdfWriter(sources, plain);
    for (let row = 0; row < 3; row++) {
      writer.addPage(page([link], { index: 0 }));
      writer.addPage(page([], { index: 1 }));
    }
    const info = { title: "Lô", author: "", keywords: [], language: "vi", outline: [] };
    const pdf = await readPdf(writer.finish(info));
    for (const row of [0, 1, 2])
      expect(pdf.at(pdf.pages[row * 2], "Annots", 0, "Dest", 0)).toBe(pdf.pages[row * 2 + 1]);
    expect(pdf.at(pdf.catalog, "PageLabels")).toBeUndefined();
  });
});

describe("gradients", () => {
  const stops = [
    { at: 0, color: color("#ff0000") },
    { at: 1, color: color("#0000ff", 0) },
  ];
  const path = [["M", 10, 10], ["L", 60, 10], ["L", 60, 60], ["Z"]] as const;
  const paint = { kind: "linear", from: { x: 10, y: 10 }, to: { x: 60, y: 10 }, stops } as const;

  test("fill through a clip, their alpha through a luminosity mask of the same length", async () => {
    const pdf = await read([page([{ kind: "path", path, fill: paint }])]);
    expect(pageContents(pdf)).toMatch(/q\n10 10 m\n60 10 l\n60 60 l\nh\nW n\n\/G\d+ gs\n\/S\d+ sh\nQ/);
    const [state = ""] = resources(pdf, "ExtGState");
    const mask = ["Resources", "ExtGState", state, "SMask"] as const;
    expect(pdf.text(pdf.pages[0], ...mask, "S")).toBe("/Luminosity");
    const group = pdf.at(pdf.pages[0], ...mask, "G");
    const shadings = pdf.at(group, "Resources", "Shading");
    const name = shadings instanceof PDFDict ? (shadings.keys()[0]?.asString().slice(1) ?? "") : "";
    expect(pdf.numbers(group, "Resources", "Shading", name, "Coords")).toEqual([10, 10, 60, 10]);
    expect(pdf.numbers(group, "Resources", "Shading", name, "Function", "C1")).toEqual([0]);
  });

  test("stroke as patterns in the coordinates of the page", async () => {
    const opaque = {
      ...paint,
      stops: stops.map(({ at, color: { rgb, cmyk } }) => ({ at, color: { rgb, cmyk, alpha: 1 } })),
    };
    const stroke = { paint: opaque, width: 2, dash: [], cap: "butt", join: "miter" } as const;
    const pdf = await read([
      page([{ kind: "group", transform: [2, 0, 0, 2, 30, 40], items: [{ kind: "path", path, stroke }] }]),
    ]);
    const [name = ""] = resources(pdf, "Pattern");
    // Twice as large, 30 to the right, and 40 down from the top edge at 300.
    expect(pdf.numbers(pdf.pages[0], "Resources", "Pattern", name, "Matrix")).toEqual([2, 0, 0, -2, 30, 260]);
  });
});

describe("fonts", () => {
  const descendant = (pdf: PdfReader, index = 0) => {
    const [name = ""] = resources(pdf, "Font", index);
    return pdf.at(pdf.pages[index], "Resources", "Font", name, "DescendantFonts", 0);
  };

  test("describe themselves as the font does", async () => {
    const pdf = await read([page([words("Nghiêng", BLACK, "charis-sil/400i")])]);
    const descriptor = pdf.at(descendant(pdf), "FontDescriptor");
    expect(pdf.text(descriptor, "FontName")).toMatch(/^\/[A-Z]{6}\+CharisSIL-Italic$/);
    const flags = Number(String(pdf.at(descriptor, "Flags")));
    expect(flags & 64).toBe(64);
    expect(Number(String(pdf.at(descriptor, "ItalicAngle")))).toBeLessThan(0);
    const face = fonts.face("charis-sil/400i");
    expect(String(pdf.at(descriptor, "Ascent"))).toBe(
      String(Math.round(((face?.ascender ?? 0) * 1000) / (face?.unitsPerEm ?? 1))),
    );
    const [xMin = 0, yMin = 0, xMax = 0, yMax = 0] = pdf.numbers(descriptor, "FontBBox");
    expect([xMin < 100, yMin < 0, xMax > 400, yMax > 600]).toEqual([true, true, true, true]);
  });

  test("map codes to glyphs by number where they can, by a table where two texts share a glyph", async () => {
    const identity = await read([page([words("abc")])]);
    expect(identity.text(descendant(identity), "CIDToGIDMap")).toBe("/Identity");
    const shared = await read([page([words("a b\u00a0c")])]);
    const table = shared.contents(shared.at(descendant(shared), "CIDToGIDMap"));
    const glyphs = Array.from(
      { length: table.length / 2 },
      (_, at) => table.charCodeAt(at * 2) * 256 + table.charCodeAt(at * 2 + 1),
    );
    expect(glyphs).toEqual([0, 1, 2, 3, 2, 4]);
  });

  test("begin a second subset when the first is full", () => {
    const file = createPdfFile(sources.deflate);
    const pool = createFontPool(file, createResourceCatalog(file), fonts, 30);
    const face = fonts.face("noto-sans/400");
    if (!face) throw new Error("the test needs Noto Sans");
    const first = pool.encode(shapeLine(face, "ab"));
    const second = pool.encode(shapeLine(face, "cdefg"));
    const third = pool.encode(shapeLine(face, "hi"));
    expect(first.font).not.toBe(second.font);
    expect(third.font).toBe(second.font);
    pool.finish();
  });

  test("that are not at hand stop the work and are named", () => {
    const item = { ...words("chữ"), font: "none/400" } as DisplayItem;
    expect(() => paintPdf(documentOf([page([item])]), sources, plain)).toThrow("pdf.font-missing");
  });

  test("that may not be embedded, and text that is asked for as shapes, become outlines", async () => {
    const outlined = await read([page([words("Chữ")])], { outlineText: true });
    expect(resources(outlined, "Font")).toEqual([]);
    expect(pageContents(outlined)).toMatch(/ cm\n[\d.-]+ [\d.-]+ m\n/);
    const face = fonts.face("noto-sans/400");
    const closed = { face: () => face && { ...face, embeddable: false }, chain: fonts.chain };
    const bytes = paintPdf(documentOf([page([words("Chữ")])]), { ...sources, fonts: closed }, plain);
    expect(resources(await readPdf(bytes), "Font")).toEqual([]);
  });
});

test("object numbers that were promised are all kept", async () => {
  const pdf = await read([page([words("một"), square(color("#00ff00", 0.3))]), page([words("hai")])], { marks: true });
  const dangling: string[] = [];
  for (const { dict } of pdf.streams) {
    for (const [name, value] of dict.entries()) {
      if (value instanceof PDFRef && !dict.context.lookup(value)) dangling.push(name.asString());
    }
  }
  expect(dangling).toEqual([]);
});
