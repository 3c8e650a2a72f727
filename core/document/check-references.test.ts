import { describe, expect, it } from "vitest";
import { imageFrame, plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { checkReferences } from "./check-references.ts";
import type { Frame, TableFrame } from "./schema/frames.ts";
import type { Clip } from "./schema/programme.ts";
import type { Project } from "./schema/project.ts";

const label = { vi: "Tên", en: "Name" };
const problemsOf = (changes: Partial<Project>) =>
  checkReferences(sampleProject(changes), "a.json").map((one) => `${one.code} ${one.target.path}`);
const onPage = (...frames: Frame[]): Partial<Project> => ({
  pages: [{ id: "p1", frames }],
  texts: { t: plainText("Chào") },
});

describe("references", () => {
  it("finds nothing in a sound project", () => {
    expect(problemsOf(onPage(textFrame("a", "t", { style: "than", fill: { color: "do" } })))).toEqual([]);
  });

  it("wants ids only once, groups and masters included", () => {
    const group: Frame = { type: "group", id: "g", x: 0, y: 0, width: 1, height: 1, frames: [textFrame("a")] };
    const changes = { ...onPage(textFrame("a"), group), masters: [{ id: "m", name: label, frames: [textFrame("a")] }] };
    expect(problemsOf(changes)).toEqual([
      "project.duplicate-id pages[0].frames[0]",
      "project.duplicate-id pages[0].frames[1].frames[0]",
    ]);
  });

  it("offers the name that was meant", () => {
    const [problem] = checkReferences(sampleProject(onPage(textFrame("a", undefined, { style: "thân" }))), "a.json");
    expect(problem?.code).toBe("project.unknown-paragraph-style");
    expect(problem?.hints[0]?.vi).toBe("Có phải ý bạn là “than”?");
    expect(problem?.target).toEqual({ file: "a.json", path: "pages[0].frames[0].style", page: 1, frame: "a" });
  });

  it("takes no id for found because every object has a property of that name", () => {
    expect(problemsOf(onPage(textFrame("a", "constructor")))).toEqual(["project.unknown-text pages[0].frames[0].text"]);
  });

  it("looks for colours wherever they stand", () => {
    const shape: Frame = {
      type: "shape",
      id: "s",
      x: 0,
      y: 0,
      width: 1,
      height: 1,
      outline: { kind: "ellipse" },
      fill: {
        linear: {
          angle: 0,
          stops: [
            { at: 0, color: "do" },
            { at: 1, color: { swatch: "xanh", tint: 0.5 } },
          ],
        },
      },
      shadow: { dx: 1, dy: 1, blur: 1, color: "đen" },
    };
    const loud = { id: "x", name: label, character: { highlight: "vang" } };
    expect(problemsOf({ ...onPage(shape), characterStyles: [loud] })).toEqual([
      "project.unknown-swatch characterStyles[0].character.highlight",
      "project.unknown-swatch pages[0].frames[0].fill.linear.stops[1].color.swatch",
      "project.unknown-swatch pages[0].frames[0].shadow.color",
    ]);
  });

  it("does not take a text called color for a colour", () => {
    expect(problemsOf({ texts: { color: plainText("Màu"), background: plainText("Nền") } })).toEqual([]);
  });

  it("finds styles and masters based on each other in a circle, once", () => {
    const style = (id: string, basedOn: string) => ({ id, name: label, basedOn });
    const master = (id: string, basedOn: string) => ({ id, name: label, basedOn, frames: [] });
    expect(
      problemsOf({
        paragraphStyles: [style("a", "b"), style("b", "c"), style("c", "b")],
        masters: [master("m", "m")],
      }),
    ).toEqual(["project.based-on-loop paragraphStyles[1].basedOn", "project.based-on-loop masters[0].basedOn"]);
  });

  it("checks where text goes on", () => {
    const problems = problemsOf(
      onPage(
        textFrame("a", "t", { next: "b" }),
        textFrame("b", undefined, { next: "a" }),
        textFrame("c", "t", { next: "anh" }),
        imageFrame("anh"),
        textFrame("d", "t", { next: "e" }),
        textFrame("e", undefined),
        textFrame("f", "t", { next: "e" }),
        textFrame("g", "t", { next: "khong" }),
      ),
    );
    expect(problems).toEqual([
      "project.next-has-content pages[0].frames[1].next",
      "project.next-mismatch pages[0].frames[2].next",
      "project.next-shared pages[0].frames[6].next",
      "project.unknown-frame pages[0].frames[7].next",
      "project.next-loop pages[0].frames[0].next",
    ]);
  });

  it("wants a frame to go on in on the master pages are added from", () => {
    const masters = [
      { id: "base", name: label, frames: [textFrame("tiep", undefined, { continues: true })] },
      { id: "mau", name: label, basedOn: "base", frames: [] },
      { id: "trong", name: label, frames: [] },
    ];
    const frames = [
      textFrame("a", "t", { addPages: { master: "mau" } }),
      textFrame("b", "t", { addPages: { master: "trong" } }),
    ];
    expect(problemsOf({ ...onPage(...frames), masters })).toEqual([
      "project.master-without-continuation pages[0].frames[1].addPages.master",
    ]);
  });

  it("checks slots both ways", () => {
    const qr: Frame = { type: "qr", id: "q", x: 0, y: 0, width: 20, height: 20, data: { slot: "anh" } };
    const problems = problemsOf({
      ...onPage(qr, textFrame("khung", "t")),
      slots: [
        { kind: "image", name: "anh", label, frames: ["khung", "mat"] },
        { kind: "text", name: "ten", label, text: "mat" },
      ],
      texts: { t: { variants: { vi: { blocks: [{ runs: [{ slot: "tên" }, { slot: "x" }] }] } } } },
    });
    expect(problems).toEqual([
      "project.slot-not-text pages[0].frames[0].data.slot",
      "project.unknown-slot texts.t.variants.vi.blocks[0].runs[0].slot",
      "project.unknown-slot texts.t.variants.vi.blocks[0].runs[1].slot",
      "project.slot-frame-not-image slots[0].frames[0]",
      "project.unknown-frame slots[0].frames[1]",
      "project.unknown-text slots[1].text",
    ]);
  });

  it("wants one value per category", () => {
    const chart: Frame = {
      type: "chart",
      id: "c",
      x: 0,
      y: 0,
      width: 50,
      height: 50,
      chart: { kind: "bar", categories: ["t", "t"], series: [{ name: "t", values: [1, 2, 3] }] },
    };
    expect(problemsOf(onPage(chart))).toEqual([
      "project.chart-series-length pages[0].frames[0].chart.series[0].values",
    ]);
  });

  it.each([
    "../anh.jpg",
    "/anh.jpg",
    "C:/anh.jpg",
    "anh\\a.jpg",
    "a//b.jpg",
    "./a.jpg",
    "con.png",
    "anh.",
    "https://x/a.png",
  ])("does not let a picture be at %s", (file) => {
    expect(problemsOf({ assets: [{ id: "a", file }] })).toEqual(["project.unsafe-asset-path assets[0].file"]);
  });

  it("lets pictures have Vietnamese names in folders", () => {
    expect(problemsOf({ assets: [{ id: "a", file: "hình ảnh/Chợ nổi Cái Răng.jpg" }] })).toEqual([]);
  });
});

describe("programmes", () => {
  const clip: Clip = {
    kind: "clip",
    id: "phim",
    title: { vi: "Phòng sốt xuất huyết" },
    frame: { width: 1920, height: 1080 },
    scenes: [
      { type: "image", id: "c1", duration: 4, asset: "a" },
      { type: "page", id: "c2", duration: 4, page: "p1", texts: { t: "t" } },
    ],
    overlays: [{ type: "page", id: "o", scene: "c2", at: 1, page: "p1" }],
    tracks: [{ id: "loi", role: "voice", items: [{ id: "i", media: "m", at: 0, scene: "c1" }] }],
    captions: { vi: [{ from: 0, to: 2, text: "Diệt lăng quăng" }] },
  };
  const withClip = (changes: Partial<Clip>): Partial<Project> => ({
    ...onPage(textFrame("a", "t")),
    assets: [{ id: "a", file: "a.jpg" }],
    media: [{ id: "m", file: "loi.wav" }],
    programmes: [{ ...clip, ...changes }],
  });

  it("may mention what there is", () => {
    expect(problemsOf(withClip({}))).toEqual([]);
  });

  it("may not mention what there is not", () => {
    const problems = problemsOf(
      withClip({
        scenes: [
          { type: "clip", id: "c1", duration: 4, media: "a", variants: { km: "x" } },
          { type: "image", id: "c1", duration: 4, asset: "m" },
          { type: "page", id: "c2", duration: 4, page: "p1", texts: { t: "u" } },
        ],
        overlays: [{ type: "page", id: "o", scene: "c9", at: 1, page: "p2" }],
        tracks: [{ id: "loi", role: "voice", duck: { under: ["nhac"], depth: 12 }, items: [] }],
        captions: { vi: [{ from: 2, to: 2, text: "a" }] },
        background: "đen",
      }),
    );
    expect(problems.map((one) => one.replace("programmes[0].", ""))).toEqual([
      "project.duplicate-id scenes[1]",
      "project.unknown-track tracks[0].duck.under[0]",
      "project.unknown-media scenes[0].media",
      "project.unknown-media scenes[0].variants.km",
      "project.unknown-asset scenes[1].asset",
      "project.unknown-text scenes[2].texts.t",
      "project.unknown-scene overlays[0].scene",
      "project.unknown-page overlays[0].page",
      "project.cue-without-time captions.vi[0].to",
      "project.unknown-swatch background",
    ]);
  });

  it("keeps its files in the project's folder", () => {
    expect(problemsOf({ media: [{ id: "m", file: "http://x/a.m3u8" }] })).toEqual([
      "project.unsafe-asset-path media[0].file",
    ]);
  });
});

describe("tables", () => {
  type Table = NonNullable<TableFrame["table"]>;
  type Cells = Table["rows"][number]["cells"];
  const problemsOfTable = (columns: number, ...rows: Cells[]) => {
    const table: Table = {
      columns: Array.from({ length: columns }, () => ({ width: 1 })),
      rows: rows.map((cells) => ({ cells })),
    };
    return problemsOf(onPage({ type: "table", id: "b", x: 0, y: 0, width: 90, height: 50, table })).map((one) =>
      one.replace("pages[0].frames[0].table.", ""),
    );
  };

  it("may have spans that fit, and rows with fewer cells", () => {
    expect(problemsOfTable(3, [{ columnSpan: 2 }, { rowSpan: 2 }], [{}, {}], [{}])).toEqual([]);
  });

  it("may not have more cells than columns, spans from above counted", () => {
    expect(problemsOfTable(2, [{ rowSpan: 2 }, {}], [{}, {}])).toEqual(["project.table-row-too-long rows[1].cells[1]"]);
    expect(problemsOfTable(2, [{ columnSpan: 3 }])).toEqual(["project.table-row-too-long rows[0].cells[0]"]);
  });

  it("may not have spans over one another or beyond the last row", () => {
    expect(problemsOfTable(3, [{}, { rowSpan: 2 }, {}], [{ columnSpan: 2 }])).toEqual([
      "project.table-spans-overlap rows[1].cells[0]",
    ]);
    expect(problemsOfTable(1, [{ rowSpan: 2 }])).toEqual(["project.table-span-too-tall rows[0].cells[0]"]);
  });
});
