/** Documents as heavy as the heaviest days of an office, made anew for every run so that everybody measures the same. */

import { readFileSync } from "node:fs";
import { createCanvas } from "@napi-rs/canvas";
import type { Frame } from "../../../core/document/schema/frames.ts";
import { type Page, Project } from "../../../core/document/schema/project.ts";
import type { Text } from "../../../core/document/schema/text.ts";
import { findWordStarts } from "../../../core/script/word-starts.ts";
import { createMemoryAssets, type ProjectAssets } from "../../../host/assets/project-assets.ts";
import { readCorpus } from "../../support/corpus.ts";
import { sampleProject } from "../../support/sample-project.ts";

/** A document to open, with its pictures. */
export interface BenchDocument {
  readonly project: Project;
  readonly assets: ProjectAssets;
}

const KHMER = { script: "Khmr", breaking: "dictionary" } as const;

const paragraphs = (corpus: string): readonly string[] =>
  readCorpus(corpus)
    .split("\n")
    .filter((line) => line !== "");

const text = (language: string, ...lines: readonly string[]): Text => ({
  variants: { [language]: { blocks: lines.map((line) => ({ runs: [line] })) } },
});

const TABLOID = { width: 420, height: 594 };
const COLUMNS = 20;
const ROWS = 25;

/** One A2 page with 500 frames: words in two scripts, shapes, lines, ornaments and codes, none above the other. */
export function fiveHundredFrames(): BenchDocument {
  const words = { vi: paragraphs("vi"), km: paragraphs("km") };
  const texts: Record<string, Text> = {};
  const frames: Frame[] = [];
  const cell = { width: TABLOID.width / COLUMNS, height: TABLOID.height / ROWS };
  for (let index = 0; index < COLUMNS * ROWS; index += 1) {
    const id = `f${index}`;
    const place = {
      id,
      x: (index % COLUMNS) * cell.width + 1,
      y: Math.floor(index / COLUMNS) * cell.height + 1,
      width: cell.width - 2,
      height: cell.height - 2,
    };
    const kind = index % 10;
    if (kind < 5) {
      const language = kind % 2 === 0 ? "vi" : "km";
      const line = words[language][index % words[language].length] ?? "";
      texts[id] = { variants: { vi: { blocks: [{ runs: [{ text: line.slice(0, 60), language }] }] } } };
      frames.push({ type: "text", ...place, text: id, style: "small", fit: { mode: "shrink", minimum: 0.5 } });
    } else if (kind < 8) {
      const outline = kind === 5 ? ({ kind: "rectangle", radius: 2 } as const) : ({ kind: "ellipse" } as const);
      frames.push({ type: "shape", ...place, outline, fill: { color: "red" }, rotation: kind * 3 });
    } else if (kind === 8) {
      frames.push({ type: "line", ...place, stroke: { color: "red", width: 0.5 } });
    } else {
      frames.push({ type: "qr", ...place, data: `https://example.vn/${index}` });
    }
  }
  const project = sampleProject({
    id: "five-hundred-frames",
    kind: "project",
    title: { vi: "Năm trăm khung" },
    product: "poster",
    page: { ...TABLOID, bleed: 3, margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    swatches: [{ id: "red", name: { vi: "Đỏ", en: "Red" }, rgb: "#c8102e" }],
    paragraphStyles: [{ id: "small", name: { vi: "Nhỏ", en: "Small" }, character: { size: 7 } }],
    pages: [{ id: "p1", frames }],
    texts,
  });
  return { project: Project.parse(project), assets: createMemoryAssets() };
}

/** A text of this many Khmer words, a paragraph per line of the corpus. */
function khmerLines(words: number): readonly string[] {
  const lines: string[] = [];
  let count = 0;
  for (let index = 0; count < words; index += 1) {
    const all = paragraphs("km");
    const line = all[index % all.length] ?? "";
    lines.push(line);
    count += findWordStarts(line, KHMER)?.reduce((sum, start) => sum + start, 0) ?? line.split(" ").length;
  }
  return lines;
}

const THREAD_PAGES = 12;
export const THREAD_WORDS = 2_000;

/** One text of 2,000 Khmer words that runs through a frame on each of several A5 pages. */
export function khmerThread(): BenchDocument {
  const margins = { top: 15, right: 15, bottom: 15, left: 15 };
  const size = { width: 118, height: 180 };
  const pages = Array.from(
    { length: THREAD_PAGES },
    (_, index): Page => ({
      id: `p${index}`,
      frames: [
        {
          type: "text",
          id: `frame-${index}`,
          x: 15,
          y: 15,
          ...size,
          ...(index === 0 && { text: "body" }),
          ...(index < THREAD_PAGES - 1 && { next: `frame-${index + 1}` }),
        },
      ],
    }),
  );
  const project = sampleProject({
    id: "khmer-thread",
    kind: "project",
    title: { km: "សេចក្ដីប្រកាស", vi: "Tuyên ngôn" },
    product: "brochure",
    languages: { source: "km", variants: ["km"] },
    page: { width: 148, height: 210, bleed: 3, margins },
    pages,
    texts: { body: text("km", ...khmerLines(THREAD_WORDS)) },
  });
  return { project: Project.parse(project), assets: createMemoryAssets() };
}

const template = (): Project =>
  Project.parse(
    JSON.parse(readFileSync(new URL("../../../templates/handbook-a5/template.json", import.meta.url), "utf8")),
  );

/** Every string that names one of `ids`, with `suffix` behind it. */
function renamed<Value>(value: Value, ids: ReadonlySet<string>, suffix: string): Value {
  const walk = (one: unknown): unknown => {
    if (typeof one === "string") return ids.has(one) ? one + suffix : one;
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== "object" || one === null) return one;
    // A frame may be called what kinds of frames are called.
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, key === "type" ? part : walk(part)]));
  };
  return walk(value) as Value;
}

const idsOf = (frames: readonly Frame[]): readonly string[] =>
  frames.flatMap((frame) => [frame.id, ...(frame.type === "group" ? idsOf(frame.frames) : [])]);

/** Of the template's inner pages, so that the document has at least sixty with those text adds. */
const HANDBOOK_COPIES = 5;

/** The handbook template with its chapters five times over: contents, running heads, threads that add pages, tables, charts. */
export function handbook(): BenchDocument {
  const { project, assets } = handbookParts();
  return { project: Project.parse(project), assets };
}

function handbookParts(): { project: Project; assets: ProjectAssets } {
  const original = template();
  const cover = readFileSync(new URL("../../../templates/handbook-a5/cover.svg", import.meta.url));
  const inner = original.pages.slice(3, -1);
  const ids = new Set([
    ...original.pages.flatMap((page) => [page.id, ...idsOf(page.frames)]),
    ...Object.keys(original.texts),
  ]);
  const pages = [...original.pages.slice(0, 3)];
  const texts = { ...original.texts };
  for (let copy = 0; copy < HANDBOOK_COPIES; copy += 1) {
    const suffix = copy === 0 ? "" : `-copy-${copy}`;
    pages.push(...inner.map((page) => renamed(page, ids, suffix)));
    for (const [id, one] of Object.entries(original.texts)) texts[`${id}${suffix}`] = one;
  }
  pages.push(...original.pages.slice(-1));
  const project: Project = { ...original, id: "handbook", kind: "project", pages, texts };
  return { project, assets: createMemoryAssets({ cover }) };
}

const PHOTO = { width: 4_000, height: 3_000 };
export const PHOTOS = 60;

/** The same with a photograph of 12 megapixels on each of its first sixty designed pages. */
export function photoHandbook(): BenchDocument {
  const { project } = handbookParts();
  const files: Record<string, Uint8Array> = {
    cover: readFileSync(new URL("../../../templates/handbook-a5/cover.svg", import.meta.url)),
  };
  const photo = drawPhoto();
  const assetList = [...project.assets];
  const pages = Array.from({ length: PHOTOS }, (_, index): Page => {
    files[`photo-${index}`] = commented(photo, index);
    assetList.push({ id: `photo-${index}`, file: `photo-${index}.jpg` });
    const frame: Frame = {
      type: "image",
      id: `photo-frame-${index}`,
      x: 18,
      y: 24,
      width: 112,
      height: 84,
      asset: `photo-${index}`,
    };
    const words: Frame = {
      type: "text",
      id: `photo-words-${index}`,
      x: 18,
      y: 112,
      width: 112,
      height: 70,
      text: `photo-text-${index}`,
    };
    return { id: `photo-page-${index}`, master: "plain", frames: [frame, words] };
  });
  const lines = paragraphs("vi");
  const texts = Object.fromEntries(
    pages.map((_, index) => [`photo-text-${index}`, text("vi", ...lines.slice(index % 5, (index % 5) + 3))]),
  );
  const [cover] = project.pages;
  const whole: Project = {
    ...project,
    id: "photo-handbook",
    slots: [],
    languages: { source: "vi", variants: ["vi"] },
    pages: [...(cover ? [cover] : []), ...pages],
    texts: { ...project.texts, ...texts },
    assets: assetList,
  };
  return { project: Project.parse(whole), assets: createMemoryAssets(files) };
}

function drawPhoto(): Uint8Array {
  const canvas = createCanvas(PHOTO.width, PHOTO.height);
  const context = canvas.getContext("2d");
  const sky = context.createLinearGradient(0, 0, PHOTO.width, PHOTO.height);
  sky.addColorStop(0, "#27506b");
  sky.addColorStop(0.5, "#e9d9a8");
  sky.addColorStop(1, "#31572c");
  context.fillStyle = sky;
  context.fillRect(0, 0, PHOTO.width, PHOTO.height);
  // Detail, so that decoding costs what it costs with photographs.
  for (let index = 0; index < 40_000; index += 1) {
    const at = (index * 2_654_435_761) % 4_294_967_296;
    context.fillStyle = `hsl(${at % 360} 40% ${20 + (at % 60)}% / 0.5)`;
    context.fillRect(at % PHOTO.width, (at >>> 8) % PHOTO.height, 6 + (at % 24), 6 + (at % 17));
  }
  return new Uint8Array(canvas.toBuffer("image/jpeg", 85));
}

/** The same picture as another file: a comment after the first marker, as cameras write many. */
function commented(jpeg: Uint8Array, number: number): Uint8Array {
  const comment = new TextEncoder().encode(`photo ${number}`);
  const head = [0xff, 0xd8, 0xff, 0xfe, 0, comment.length + 2];
  return Uint8Array.from([...head, ...comment, ...jpeg.subarray(2)]);
}
