import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Frame } from "../../core/document/schema/frames.ts";
import type { Clip, Overlay } from "../../core/document/schema/programme.ts";
import type { Page, Project } from "../../core/document/schema/project.ts";
import { layoutPage } from "../../core/layout/layout-document.ts";
import { resolveTimeline } from "../../core/programme/timeline.ts";
import { colorScene, sampleClip } from "../../test/support/sample-clip.ts";
import { sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { createMemoryAssets } from "../assets/project-assets.ts";
import { openWorkshop } from "../make/workshop.ts";
import { paintOnSkia } from "../raster/rasterize.ts";
import { checkClip } from "./check-clip.ts";
import { createFramePainter, type PainterSources } from "./frame-painter.ts";
import { createStagePages } from "./stage-pages.ts";

/** Four pixels a millimetre of an 80 by 45 mm page. */
const size = { width: 320, height: 180 };
const BOX = { x: 10, y: 8, width: 60, height: 24 };
const workshop = openWorkshop();
const white = { character: { color: { rgb: "#ffffff" }, size: 16 } };

const lineOf = (language: string): string =>
  readFileSync(new URL(`../../test/fixtures/corpus/${language}.txt`, import.meta.url), "utf8")
    .split("\n")
    .find((line) => line.trim().length > 80)
    ?.slice(0, 200) ?? "";

function sourcesFor(overlay: Overlay, language: string, lines: readonly string[], frame: Partial<Frame> = {}) {
  const pages: Page[] = [
    { id: "p", frames: [textFrame("chay", "t", { ...BOX, ...frame, fit: { mode: "grow" } } as never)] },
  ];
  const clip: Clip = sampleClip([colorScene("a", 60, "#000000")], { overlays: [overlay] });
  const project: Project = sampleProject({
    page: { width: 80, height: 45, bleed: 0, margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    pages,
    texts: { t: { variants: { [language]: { blocks: lines.map((line) => ({ format: white, runs: [line] })) } } } },
    programmes: [clip],
  });
  const sources: PainterSources = {
    project,
    assets: createMemoryAssets(),
    workshop,
    report: (diagnostic) => expect.fail(diagnostic.message.en),
    media: { probe: () => expect.fail("there is no film"), paths: () => [] },
  };
  return { sources, timeline: resolveTimeline(clip, language, 25), project };
}

/** The luma of some frames, 16 for black and 235 for white; every one is painted by a painter that begins with it. */
async function framesOf({ sources, timeline }: ReturnType<typeof sourcesFor>, wanted: readonly number[]) {
  const frames: Uint8Array[] = [];
  for (const from of wanted) {
    const painter = createFramePainter(timeline, { from, to: from + 1 }, size, "422", sources);
    frames.push((await painter.next()).slice(0, size.width * size.height));
    await painter.close();
  }
  return frames;
}

const luma = (pixels: Uint8Array, x: number, y: number): number => pixels[y * size.width + x] ?? 0;
const BRIGHT = 200;
const brightest = (pixels: Uint8Array): number => pixels.reduce((most, one) => Math.max(most, one), 0);
/** A canvas of greys as luma. */
const lumaOf = (rgba: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: rgba.length / 4 }, (_, index) => Math.round(16 + (219 * (rgba[index * 4] ?? 0)) / 255));

/** Largest difference of two pictures in the columns `from` to `to`, the second moved to the left by `dx`. */
function difference(one: Uint8Array, other: Uint8Array, from: number, to: number, dx = 0): number {
  let most = 0;
  for (let y = 0; y < size.height; y += 1) {
    for (let x = from; x < to; x += 1) most = Math.max(most, Math.abs(luma(one, x, y) - luma(other, x + dx, y)));
  }
  return most;
}

/** Part of all pixels within the window that differ by more than rounding. */
const share = (one: Uint8Array, other: Uint8Array): number =>
  one.filter((value, index) => {
    const x = index % size.width;
    return x >= 40 && x < 280 && Math.abs(value - (other[index] ?? 0)) > 2;
  }).length / one.length;

const crawl = (more: object = {}): Overlay =>
  ({ type: "crawl", id: "o", at: 0, page: "p", text: "t", speed: (5 * 25) / 320, ...more }) as Overlay;

describe("a crawl", () => {
  it.each(["vi", "km", "lo", "blt"])(
    "in %s is the print painter's picture, wherever it has run to",
    async (language) => {
      const words = lineOf(language);
      const given = sourcesFor(crawl(), language, [words], { verticalAlign: "center" });
      for (const frame of [50, 95]) {
        const [painted = new Uint8Array()] = await framesOf(given, [frame]);
        // Five pixels a frame from the window's right edge.
        const x = BOX.x + BOX.width - ((frame + 1) * 5) / 4;
        const printed: Page = {
          id: "p",
          frames: [textFrame("chay", "t", { ...BOX, x, width: 9_000, verticalAlign: "center" })],
        };
        const { shown } = layoutPage(
          { ...given.project, pages: [{ ...printed, frames: [backing, ...printed.frames] }] },
          { language, engine: workshop.engine, assets: given.sources.assets },
          0,
        );
        if (!shown) throw new Error("there is no page");
        const canvas = await paintOnSkia(
          shown,
          { ppi: (size.width / shown.width) * 72, format: "png" },
          { fonts: workshop.fonts, assets: given.sources.assets },
        );
        const wanted = lumaOf(canvas.data());
        // Outlines at another place of a canvas are covered by a hair more or less.
        expect(difference(painted, wanted, 40, 280)).toBeLessThanOrEqual(9);
        expect(share(painted, wanted)).toBeLessThan(0.004);
        expect(brightest(painted)).toBeGreaterThan(BRIGHT);
        // Nothing beside the frame it runs through.
        expect(difference(painted, new Uint8Array(painted.length).fill(16), 0, 40)).toBe(0);
      }
    },
  );

  it("shows the same letters in every frame, moved on by whole pixels", async () => {
    const given = sourcesFor(crawl(), "vi", [lineOf("vi")]);
    const [one, two, three] = await framesOf(given, [60, 61, 62]);
    if (!one || !two || !three) throw new Error("frames are missing");
    // Chroma is sampled at every second pixel; letters are white, so that it changes nothing.
    expect(difference(two, one, 41, 270, 5)).toBeLessThanOrEqual(1);
    expect(difference(three, one, 41, 268, 10)).toBeLessThanOrEqual(1);
  });

  it("begins again without a gap larger than between its items, and paints long lines in pieces", async () => {
    const given = sourcesFor(crawl(), "vi", ["Xã Ia Dơk", "Ấp Chòm Tre"]);
    const content = createStagePages(given.sources, given.timeline, size).changingOf(crawl());
    if (content?.kind !== "strip") throw new Error("there is no strip");
    const period = Math.round(content.strip.period * (size.width / (80 / 25.4) / 72));
    expect(period).toBeGreaterThan(100);
    // As many frames later as the line has pixels it has gone round as often as it goes pixels a frame.
    const [before, after] = await framesOf(given, [100, 100 + period]);
    expect(after).toEqual(before);
    const painted = await framesOf(given, [200, 300, 400]);
    for (const pixels of painted) expect(brightest(pixels)).toBeGreaterThan(BRIGHT);
  });

  it("that takes longer than it is there is told, and so is a text the page does not show", () => {
    const cut = sourcesFor(crawl({ duration: 4 }), "vi", [lineOf("vi")]);
    expect(checkClip(cut.timeline, cut.sources).map(({ code }) => code)).toContain("programme.crawl-cut");
    const lost = sourcesFor(crawl(), "vi", ["a"]);
    const empty = { ...lost.sources, project: { ...lost.project, pages: [{ id: "p", frames: [] }] } };
    expect(checkClip(lost.timeline, empty).map(({ code }) => code)).toEqual(["programme.changing-text-not-shown"]);
  });
});

const backing: Frame = {
  type: "shape",
  id: "nen",
  x: 0,
  y: 0,
  width: 80,
  height: 45,
  outline: { kind: "rectangle" },
  fill: { color: { rgb: "#000000" } },
};

describe("credits", () => {
  const credits = (more: object): Overlay =>
    ({ type: "credits", id: "o", at: 0, duration: 10, page: "p", text: "t", style: "roll", ...more }) as Overlay;
  const names = ["Biên tập", "Y Bhăm Êban", "Quay phim", "Siu Hơ Mi", "", "Xã Ia Dơk"];
  /** Rows of the picture in which something is painted. */
  const inked = (pixels: Uint8Array): readonly number[] =>
    Array.from({ length: size.height }, (_, y) => y).filter((y) =>
      Array.from({ length: size.width }, (_, x) => luma(pixels, x, y)).some((value) => value > 60),
    );

  it("come from below, stay within their frame and have gone when the overlay ends", async () => {
    const given = sourcesFor(credits({}), "vi", names);
    const [early = new Uint8Array(), middle = new Uint8Array(), last = new Uint8Array()] = await framesOf(
      given,
      [40, 125, 249],
    );
    expect(Math.min(...inked(early))).toBeGreaterThan(80);
    expect(inked(middle).length).toBeGreaterThan(30);
    expect(inked(middle).every((y) => y >= 32 && y < 128)).toBe(true);
    expect(inked(last).every((y) => y < 40)).toBe(true);
  });

  it("that stay end with their last lines in the middle", async () => {
    const given = sourcesFor(credits({ ending: "stay", hold: 1 }), "vi", names);
    const [held = new Uint8Array(), last = new Uint8Array()] = await framesOf(given, [226, 249]);
    expect(held).toEqual(last);
    const rows = inked(last).filter((y) => y > 60);
    expect(Math.abs(((rows[0] ?? 0) + (rows.at(-1) ?? 0)) / 2 - 80)).toBeLessThan(6);
  });

  it("in sheets are never cut through", async () => {
    const given = sourcesFor(credits({ style: "sheets" }), "vi", [...names, "", ...names, "", ...names]);
    const content = createStagePages(given.sources, given.timeline, size).changingOf(credits({ style: "sheets" }));
    if (content?.kind !== "sheets") throw new Error("there are no sheets");
    expect(content.sheets.flat()).toHaveLength(15);
    const each = 250 / content.sheets.length;
    const middles = content.sheets.map((_, index) => Math.floor((index + 0.5) * each));
    for (const pixels of await framesOf(given, middles)) {
      const rows = inked(pixels);
      expect(rows.length).toBeGreaterThan(8);
      expect(rows.every((y) => y > 28 && y < 132)).toBe(true);
    }
  });
});

describe("a clock", () => {
  it("changes nothing but the digits that change", async () => {
    const clock = { type: "clock", id: "o", at: 0, page: "p", text: "t", count: "up", format: "mm:ss" } as Overlay;
    const [zero, eight, nine, ten] = await framesOf(sourcesFor(clock, "vi", ["00:00"]), [0, 8 * 25, 9 * 25, 10 * 25]);
    if (!zero || !eight || !nine || !ten) throw new Error("frames are missing");
    const changed = (one: Uint8Array, other: Uint8Array): readonly number[] =>
      Array.from({ length: size.width }, (_, x) => x).filter((x) => difference(one, other, x, x + 1) > 8);
    const last = changed(eight, nine);
    const both = changed(nine, ten);
    expect(last.length).toBeGreaterThan(2);
    expect(Math.min(...both)).toBeLessThan(Math.min(...last) - 4);
    expect(Math.max(...both)).toBeLessThanOrEqual(Math.max(...changed(zero, eight)) + 1);
    expect(Math.max(...last) - Math.min(...last)).toBeLessThan(24);
  });
});
