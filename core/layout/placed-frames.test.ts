import { describe, expect, test } from "vitest";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { engine } from "../../test/support/text-setting.ts";
import type { Frame, GroupFrame, ShapeFrame } from "../document/schema/frames.ts";
import type { Master, Project } from "../document/schema/project.ts";
import { type Matrix, type Rect, transformBounds, transformPoint } from "../units/geometry.ts";
import { mmToPt, ptToMm } from "../units/units.ts";
import type { PlacedDocument, PlacedPage } from "./display-list.ts";
import { createDocumentLayout, layoutDocument } from "./layout-document.ts";
import { walkItems } from "./walk-items.ts";

const assets = { asset: () => undefined };
const layOut = (changes: Partial<Project>, language = "vi"): PlacedDocument =>
  layoutDocument(sampleProject(changes), { language, engine, assets });

const onePage = (frames: readonly Frame[], language = "vi", texts: Project["texts"] = {}): PlacedPage => {
  const [page] = layOut({ pages: [{ id: "p1", frames: [...frames] }], texts }, language).pages;
  if (!page) throw new Error("no page");
  return page;
};

const shape = (id: string, x: number, y: number, width: number, height: number, more: Partial<ShapeFrame> = {}) =>
  ({
    type: "shape",
    id,
    x,
    y,
    width,
    height,
    outline: { kind: "rectangle" },
    fill: { color: "do" },
    ...more,
  }) satisfies ShapeFrame;

const group = (id: string, x: number, y: number, frames: readonly Frame[], more: Partial<GroupFrame> = {}): Frame => ({
  type: "group",
  id,
  x,
  y,
  width: 40,
  height: 40,
  frames: [...frames],
  ...more,
});

/** Frames that show something, with the matrix of what they show. */
function shownOn(page: PlacedPage | undefined): ReadonlyMap<string, Matrix> {
  const found = new Map<string, Matrix>();
  walkItems(page?.items ?? [], (_, matrix, frame) => {
    if (frame !== undefined) found.set(frame, matrix);
  });
  return found;
}

const names = (page: PlacedPage | undefined): readonly string[] => [...shownOn(page).keys()];

/** The upright box a shape takes on its page, millimetres. */
function boxOf(page: PlacedPage | undefined, frame: string, width: number, height: number): Rect {
  const matrix = shownOn(page).get(frame);
  if (!matrix) throw new Error(`${frame} is not shown`);
  const box = transformBounds(matrix, { x: 0, y: 0, width: mmToPt(width), height: mmToPt(height) });
  return { x: ptToMm(box.x), y: ptToMm(box.y), width: ptToMm(box.width), height: ptToMm(box.height) };
}

const rounded = ({ x, y, width, height }: Rect) =>
  [x, y, width, height].map((length) => Math.round(length * 1e6) / 1e6);

describe("which frames are shown", () => {
  test("hidden ones are not, nor what is in a hidden group", () => {
    const frames = [
      shape("hien", 0, 0, 5, 5),
      shape("an", 0, 0, 5, 5, { hidden: true }),
      group("nhom-an", 0, 0, [shape("trong-an", 0, 0, 5, 5)], { hidden: true }),
      group("nhom", 0, 0, [shape("trong", 0, 0, 5, 5), shape("trong-bi-an", 0, 0, 5, 5, { hidden: true })]),
    ];
    expect(names(onePage(frames))).toEqual(["hien", "trong"]);
  });

  test("those of other languages are not, in groups as on the page; a tag stands for all tags below it", () => {
    const frames = [
      shape("moi", 0, 0, 5, 5),
      shape("viet", 0, 0, 5, 5, { languages: ["vi"] }),
      shape("hoa", 0, 0, 5, 5, { languages: ["zh", "km"] }),
      group("nhom", 0, 0, [
        shape("viet-trong", 0, 0, 5, 5, { languages: ["vi"] }),
        shape("hoa-trong", 0, 0, 5, 5, { languages: ["zh"] }),
      ]),
      group("nhom-viet", 0, 0, [shape("moi-trong", 0, 0, 5, 5)], { languages: ["vi"] }),
    ];
    expect(names(onePage(frames, "vi"))).toEqual(["moi", "viet", "viet-trong", "moi-trong"]);
    expect(names(onePage(frames, "zh-Hant"))).toEqual(["moi", "hoa", "hoa-trong"]);
    expect(names(onePage([shape("phon", 0, 0, 5, 5, { languages: ["zh-Hant"] })], "zh"))).toEqual([]);
    expect(names(onePage([shape("viet-nam", 0, 0, 5, 5, { languages: ["v"] })], "vi"))).toEqual([]);
  });

  test("words nobody sees are not missed in translation", () => {
    const texts = { chu: plainText("Chữ Việt") };
    const frames = [group("nhom", 0, 0, [textFrame("trong", "chu", { languages: ["vi"] })])];
    const placed = layOut({ pages: [{ id: "p1", frames }], texts }, "km");
    expect(placed.diagnostics).toEqual([]);
  });
});

describe("groups", () => {
  test("frames have their places from the corner of the group, and turn with it", () => {
    const inner = [shape("o", 10, 0, 10, 20), group("trong", 20, 20, [shape("sau", 5, 5, 5, 5)])];
    const upright = onePage([group("nhom", 30, 50, inner)]);
    expect(rounded(boxOf(upright, "o", 10, 20))).toEqual([40, 50, 10, 20]);
    expect(rounded(boxOf(upright, "sau", 5, 5))).toEqual([55, 75, 5, 5]);
    // A quarter turn clockwise about (50, 70): what was at the top comes to the right.
    const turned = onePage([group("nhom", 30, 50, inner, { rotation: 90 })]);
    expect(rounded(boxOf(turned, "o", 10, 20))).toEqual([50, 60, 20, 10]);
  });

  test("a heading in a group is found where it stands on the page", () => {
    const texts = { tua: plainText("Lịch tiêm chủng") };
    const placed = layOut({
      texts,
      paragraphStyles: [{ id: "h1", name: { vi: "", en: "" }, paragraph: { outlineLevel: 1 } }],
      pages: [{ id: "p1", frames: [group("nhom", 0, 30, [textFrame("o", "tua", { y: 20, style: "h1" })])] }],
    });
    expect(placed.outline).toMatchObject([{ title: "Lịch tiêm chủng", page: 0 }]);
    expect(ptToMm(placed.outline[0]?.y ?? 0)).toBeCloseTo(50, 0);
  });

  test("page numbers in a group are those of its page", () => {
    const folio = { variants: { vi: { blocks: [{ runs: [{ field: "page" as const }] }] } } };
    const frames = (id: string) => [group(`nhom-${id}`, 0, 0, [textFrame(id, "so")])];
    const placed = layOut({
      texts: { so: folio },
      pages: [
        { id: "p1", frames: frames("a") },
        { id: "p2", frames: frames("b") },
      ],
    });
    const printed = placed.pages.map(({ items }) => {
      let text = "";
      walkItems(items, (item) => {
        if (item.kind === "glyphs") for (const { span } of item.spans) text += span.text;
      });
      return text;
    });
    expect(printed).toEqual(["1", "2"]);
  });
});

describe("facing pages", () => {
  const masters = (frames: readonly Frame[]): Master[] => [{ id: "m", name: { vi: "", en: "" }, frames: [...frames] }];
  const pages = [
    { id: "p1", master: "m", frames: [shape("rieng", 5, 5, 10, 10)] },
    { id: "p2", master: "m", frames: [shape("rieng-2", 5, 5, 10, 10)] },
  ];
  const facing = { ...sampleProject().page, facing: true };
  const width = facing.width;

  test("masters change sides on left-hand pages, pages' own frames do not", () => {
    const placed = layOut({ page: facing, pages, masters: masters([shape("le", 5, 20, 10, 30)]) });
    expect(rounded(boxOf(placed.pages[0], "le", 10, 30))).toEqual([5, 20, 10, 30]);
    expect(rounded(boxOf(placed.pages[1], "le", 10, 30))).toEqual([width - 15, 20, 10, 30]);
    expect(rounded(boxOf(placed.pages[1], "rieng-2", 10, 10))).toEqual([5, 5, 10, 10]);
  });

  test("a turned frame keeps its turn and its distance from the outer edge", () => {
    const turned = shape("doc", 5, 60, 40, 6, { rotation: -90 });
    const placed = layOut({ page: facing, pages, masters: masters([turned]) });
    // Centre (25, 63): standing upright it reaches from 22 to 28 across and from 43 to 83 down.
    expect(rounded(boxOf(placed.pages[0], "doc", 40, 6))).toEqual([22, 43, 6, 40]);
    expect(rounded(boxOf(placed.pages[1], "doc", 40, 6))).toEqual([width - 28, 43, 6, 40]);
    const start = (index: number) => {
      const matrix = shownOn(placed.pages[index]).get("doc");
      return matrix && transformPoint(matrix, { x: 0, y: 0 }).y;
    };
    expect(start(1)).toBeCloseTo(start(0) ?? Number.NaN, 6);
  });

  test("a group changes sides as a whole", () => {
    const placed = layOut({
      page: facing,
      pages,
      masters: masters([group("nhom", 5, 20, [shape("o", 30, 0, 10, 10)])]),
    });
    expect(rounded(boxOf(placed.pages[1], "o", 10, 10))).toEqual([width - 45 + 30, 20, 10, 10]);
  });

  test("pages that do not face stay as they are", () => {
    const placed = layOut({ pages, masters: masters([shape("le", 5, 20, 10, 30)]) });
    expect(rounded(boxOf(placed.pages[1], "le", 10, 30))).toEqual([5, 20, 10, 30]);
  });
});

test("what is remembered follows a change of the source language", () => {
  const texts = { chu: { variants: { vi: { blocks: [{ runs: ["Chào"] }] }, en: { blocks: [{ runs: ["Hello"] }] } } } };
  const project = sampleProject({ texts, pages: [{ id: "p1", frames: [textFrame("o", "chu")] }] });
  const layout = createDocumentLayout({ language: "km", engine, assets });
  const shown = (source: string) =>
    layout({ ...project, languages: { source, variants: ["vi", "en", "km"] } }).diagnostics[0]?.message.en;
  expect(shown("vi")).toContain("Vietnamese is printed");
  expect(shown("en")).toContain("English is printed");
});
