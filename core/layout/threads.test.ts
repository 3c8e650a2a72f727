import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { engine } from "../../test/support/text-setting.ts";
import type { Frame, TableFrame } from "../document/schema/frames.ts";
import type { Master, Page, Project } from "../document/schema/project.ts";
import type { PlacedDocument } from "./display-list.ts";
import { layoutDocument } from "./layout-document.ts";
import { walkItems } from "./walk-items.ts";

const lines = readFileSync(new URL("../../test/fixtures/corpus/vi.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "");

const layOut = (changes: Partial<Project>, language = "vi"): PlacedDocument =>
  layoutDocument(sampleProject(changes), { language, engine, assets: { asset: () => undefined } });

/** Words of every frame, page by page. */
function wordsByFrame(placed: PlacedDocument): readonly Readonly<Record<string, string>>[] {
  return placed.pages.map((page) => {
    const words: Record<string, string> = {};
    walkItems(page.items, (item, _, frame = "") => {
      if (item.kind === "glyphs") for (const { span } of item.spans) words[frame] = (words[frame] ?? "") + span.text;
    });
    return words;
  });
}

const bare = (text: string): string => text.replace(/\s/gu, "");
const allWords = (placed: PlacedDocument, ...frames: readonly string[]): string =>
  bare(
    wordsByFrame(placed)
      .flatMap((words) => frames.map((frame) => words[frame] ?? ""))
      .join(""),
  );
const codes = (placed: PlacedDocument): readonly string[] => placed.diagnostics.map((one) => one.code);

const name = { vi: "", en: "" };
const master = (id: string, ...frames: readonly Frame[]): Master => ({ id, name, frames: [...frames] });
const page = (id: string, ...frames: readonly Frame[]): Page => ({ id, frames: [...frames] });
const tall = { x: 10, y: 10, width: 85, height: 60 };
const onward = (id: string, more: Partial<typeof tall> = {}) =>
  textFrame(id, undefined, { ...tall, ...more, continues: true });

describe("a table over added pages", () => {
  const ROWS = 90;
  const cell = (text: string) => ({ text });
  const table: NonNullable<TableFrame["table"]> = {
    columns: [{ width: 1 }, { width: 3 }],
    headerRows: 1,
    rows: [
      { cells: [cell("stt"), cell("noi-dung")] },
      ...Array.from({ length: ROWS }, (_, row) => ({ cells: [cell(`so-${row}`), cell(`dong-${row % lines.length}`)] })),
    ],
  };
  const texts: Project["texts"] = {
    stt: plainText("STT"),
    "noi-dung": plainText("Nội dung"),
    ...Object.fromEntries(Array.from({ length: ROWS }, (_, row) => [`so-${row}`, plainText(`‹${row + 1}›`)])),
    ...Object.fromEntries(lines.map((line, index) => [`dong-${index}`, plainText(line)])),
  };
  const frame = (more: Partial<TableFrame>): TableFrame => ({ type: "table", id: "bang", ...tall, ...more });
  const placed = layOut({
    texts,
    masters: [master("tiep", frame({ id: "noi", height: 100, continues: true }))],
    pages: [page("dau", frame({ table, addPages: { master: "tiep" } })), page("cuoi", textFrame("het", "stt"))],
  });
  const printed = wordsByFrame(placed).map((words) => `${words.bang ?? ""}${words.noi ?? ""}`);

  test("adds the pages it needs before the page that follows", () => {
    expect(codes(placed)).toEqual([]);
    expect(placed.pages.length).toBeGreaterThan(5);
    expect(printed.indexOf("")).toBe(placed.pages.length - 1);
    expect(wordsByFrame(placed).at(-1)?.het).toBe("STT");
  });

  test("sets every row once and in order", () => {
    const numbers = [...printed.join("").matchAll(/‹(\d+)›/gu)].map((match) => Number(match[1]));
    expect(numbers).toEqual(Array.from({ length: ROWS }, (_, row) => row + 1));
  });

  test("repeats the header on every page it takes", () => {
    for (const words of printed.slice(0, -1)) {
      expect(words.startsWith("STTNội dung")).toBe(true);
      expect(words.indexOf("STT", 1)).toBe(-1);
    }
  });
});

describe("text through linked frames", () => {
  const texts = { bai: plainText(...lines) };

  test("leads on from frame to frame, in groups too, and then onto added pages", () => {
    const group: Frame = {
      type: "group",
      id: "nhom",
      x: 0,
      y: 75,
      width: 105,
      height: 70,
      frames: [textFrame("hai", undefined, { x: 10, y: 5, width: 85, height: 25, next: "ba" })],
    };
    const placed = layOut({
      texts,
      masters: [master("tiep", onward("noi"))],
      pages: [
        page("p1", textFrame("mot", "bai", { ...tall, height: 30, next: "hai" }), group),
        page("p2", textFrame("ba", undefined, { ...tall, height: 30, addPages: { master: "tiep" } })),
      ],
    });
    expect(codes(placed)).toEqual([]);
    expect(wordsByFrame(placed).map((words) => Object.keys(words))).toEqual([
      ["mot", "hai"],
      ["ba"],
      ...Array.from({ length: placed.pages.length - 2 }, () => ["noi"]),
    ]);
    expect(allWords(placed, "mot", "hai", "ba", "noi")).toBe(bare(lines.join("")));
  });

  test("passes over a frame hidden in the language and loses nothing", () => {
    const pages = [
      page("p1", textFrame("mot", "bai", { ...tall, next: "an" })),
      page("p2", textFrame("an", undefined, { ...tall, next: "ba", languages: ["km"] })),
      page("p3", textFrame("ba", undefined, { ...tall, addPages: { master: "tiep" } })),
    ];
    const placed = layOut({ texts, masters: [master("tiep", onward("noi"))], pages });
    expect(wordsByFrame(placed)[1]).toEqual({});
    expect(allWords(placed, "mot", "ba", "noi")).toBe(bare(lines.join("")));
  });

  test("a hidden first frame adds no pages", () => {
    const first = textFrame("mot", "bai", { ...tall, addPages: { master: "tiep" } });
    const group: Frame = { type: "group", id: "nhom", ...tall, hidden: true, frames: [first] };
    const masters = [master("tiep", onward("noi"))];
    expect(layOut({ texts, masters, pages: [page("p1", group)] }).pages).toHaveLength(1);
    expect(layOut({ texts, masters, pages: [page("p1", { ...first, languages: ["km"] })] }).pages).toHaveLength(1);
  });

  test("a circle of frames ends where it began, and the rest is told", () => {
    const placed = layOut({
      texts,
      pages: [
        page(
          "p1",
          textFrame("mot", "bai", { ...tall, height: 20, next: "hai" }),
          textFrame("hai", undefined, { ...tall, y: 80, height: 20, next: "mot" }),
        ),
      ],
    });
    const [overflow, ...more] = placed.diagnostics;
    expect(more).toEqual([]);
    expect(overflow).toMatchObject({ code: "text.overflow", target: { frame: "hai", text: "bai", page: 1 } });
    expect(bare(lines.join("")).startsWith(allWords(placed, "mot", "hai"))).toBe(true);
  });

  test("a master that cannot continue the text is named", () => {
    const placed = layOut({
      texts,
      masters: [master("trong")],
      pages: [
        page("p1", textFrame("mot", "bai", { ...tall, next: "hai" })),
        page("p2", textFrame("hai", undefined, { ...tall, addPages: { master: "trong" } })),
      ],
    });
    expect(placed.pages).toHaveLength(2);
    const found = placed.diagnostics.find((one) => one.code === "thread.no-continuation");
    expect(found?.target).toEqual({ frame: "mot", page: 1 });
    expect(found?.message.en).toContain("“trong”");
  });

  test("a thread without added pages shrinks as a whole", () => {
    const fit = { mode: "shrink", minimum: 0.3 } as const;
    const placed = layOut({
      texts,
      pages: [
        page("p1", textFrame("mot", "bai", { ...tall, height: 50, fit, next: "hai" })),
        page("p2", textFrame("hai", undefined, { ...tall, height: 50 })),
      ],
    });
    expect(codes(placed)).toEqual(["text.shrunk"]);
    const sizes = new Set<number>();
    for (const { items } of placed.pages) walkItems(items, (item) => item.kind === "glyphs" && sizes.add(item.size));
    expect(sizes.size).toBe(1);
    expect(Math.max(...sizes)).toBeLessThan(10);
    expect(allWords(placed, "mot", "hai")).toBe(bare(lines.join("")));
  });
});

test("text shrinks in no thread that can add pages, wherever the pages are asked for", () => {
  const placed = layOut({
    texts: { bai: plainText(...lines) },
    masters: [master("tiep", onward("noi"))],
    pages: [
      page("p1", textFrame("mot", "bai", { ...tall, fit: { mode: "shrink", minimum: 0.1 }, next: "hai" })),
      page("p2", textFrame("hai", undefined, { ...tall, height: 20, addPages: { master: "tiep" } })),
    ],
  });
  expect(codes(placed)).toEqual([]);
  expect(placed.pages.length).toBeLessThan(6);
  expect(allWords(placed, "mot", "hai", "noi")).toBe(bare(lines.join("")));
});

describe("two threads that begin on one page", () => {
  const texts = { trai: plainText(...lines), phai: plainText(...lines, ...lines) };
  const half = (id: string, x: number, text?: string): Frame =>
    textFrame(id, text, {
      ...tall,
      x,
      width: 42,
      ...(text === undefined ? { continues: true } : { addPages: { master: "tiep" } }),
    });
  const first = page("p1", half("trai", 10, "trai"), half("phai", 53, "phai"));

  test("share the pages added for them while the master has a frame for each", () => {
    const placed = layOut({
      texts,
      masters: [master("tiep", half("noi-trai", 10), half("noi-phai", 53))],
      pages: [first],
    });
    expect(codes(placed)).toEqual([]);
    expect(allWords(placed, "trai", "noi-trai")).toBe(bare(lines.join("")));
    expect(allWords(placed, "phai", "noi-phai")).toBe(bare([...lines, ...lines].join("")));
    const pages = wordsByFrame(placed);
    expect(pages[1]).toHaveProperty("noi-trai");
    expect(pages[1]).toHaveProperty("noi-phai");
    expect(pages.at(-1)).not.toHaveProperty("noi-trai");
  });

  test("have pages of their own where it has only one", () => {
    const placed = layOut({ texts, masters: [master("tiep", half("noi", 10))], pages: [first, page("cuoi")] });
    expect(codes(placed)).toEqual([]);
    const [start, ...added] = wordsByFrame(placed);
    const rest = (words: string, begun = "") => bare(words).slice(bare(begun).length);
    const expected = rest(lines.join(""), start?.trai) + rest([...lines, ...lines].join(""), start?.phai);
    expect(bare(added.map((words) => words.noi ?? "").join(""))).toBe(expected);
    expect(added.at(-1)).toEqual({});
  });
});
