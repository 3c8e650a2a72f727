import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrastRatio } from "../../core/color/contrast.ts";
import type { Frame } from "../../core/document/schema/frames.ts";
import type { Clip } from "../../core/document/schema/programme.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { layoutPage } from "../../core/layout/layout-document.ts";
import { createStyleResolver } from "../../core/layout/resolve-style.ts";
import { applySlots, type SlotValues } from "../../core/merge/apply-slots.ts";
import { itemBounds } from "../../core/paint/item-bounds.ts";
import { projectOfPage } from "../../core/programme/picture/shown-project.ts";
import { resolveTimeline } from "../../core/programme/timeline.ts";
import { titlesOf } from "../../core/programme/titles/title-package.ts";
import type { Matrix } from "../../core/units/geometry.ts";
import { createMemoryAssets } from "../../host/assets/project-assets.ts";
import { openWorkshop } from "../../host/make/workshop.ts";
import { checkClip } from "../../host/programme/check-clip.ts";
import { createFramePainter, type PainterSources } from "../../host/programme/frame-painter.ts";
import { openTitlePackage, titlePackageIds } from "../../host/titles/title-packages.ts";
import { frameColors } from "../support/frame-colors.ts";

const LANGUAGES = ["vi", "km", "lo", "blt", "cjm"];
const TITLES = [
  "opening",
  "lower-third",
  "lower-third-one",
  "topic",
  "locator",
  "bug",
  "clock",
  "crawl",
  "quote",
  "figure",
  "credits",
  "logo",
];
/** Letters people write into a slot at most, by its name; other slots hold a label. */
const LONGEST: Readonly<Record<string, number>> = {
  title: 50,
  subtitle: 60,
  name: 32,
  role: 75,
  topic: 90,
  place: 36,
  quote: 170,
  source: 60,
  items: 300,
  credits: 300,
  station: 60,
  issue: 40,
  date: 40,
  byline: 50,
};
const LABEL = 18;
const workshop = openWorkshop();
const assets = createMemoryAssets();

/** Phrases of the corpus, as many as fit into so many letters; at least one. */
function wordsOf(language: string, letters: number): string {
  const phrases = readFileSync(new URL(`../fixtures/corpus/${language}.txt`, import.meta.url), "utf8")
    .split(/[\s,.:;()“”"–-]+/u)
    .filter((phrase) => phrase !== "" && phrase.length <= letters);
  let words = phrases[0] ?? "";
  for (const phrase of phrases.slice(1)) {
    if (words.length + 1 + phrase.length > letters) break;
    words = `${words} ${phrase}`;
  }
  return words;
}

function filled(project: Project, language: string): Project {
  const values: Record<string, SlotValues[string]> = {};
  for (const slot of project.slots) {
    const name = slot.name.split(".").at(-1) ?? "";
    if (slot.kind === "image" || slot.name === "clock.time") continue;
    const letters = slot.name === "bug.station" ? 10 : (LONGEST[name] ?? LABEL);
    values[slot.name] = name === "figure" ? "1.234.567" : wordsOf(language, letters);
  }
  return applySlots(project, values, language).project;
}

const clipOf = (project: Project): Clip => {
  const [clip] = project.programmes ?? [];
  if (clip?.kind !== "clip") throw new Error("a title package has a clip");
  return clip;
};
const sourcesOf = (project: Project): PainterSources => ({
  project,
  assets,
  workshop,
  report: (diagnostic) => expect.fail(diagnostic.message.en),
  media: { probe: () => expect.fail("there is no film"), paths: () => [] },
});

describe.each(titlePackageIds())("the title package %s", (id) => {
  it("has every title, upright, square and wide, under ids of its own", async () => {
    const { project, diagnostics } = await openTitlePackage(id);
    expect(diagnostics).toEqual([]);
    expect(project.id).toBe(id);
    expect(titlesOf(project).map((title) => title.id)).toEqual(TITLES);
    const shapes = titlesOf(project).map(({ pages }) =>
      pages.map(({ size }) => (size ? Math.round((100 * size.width) / size.height) : 178)),
    );
    for (const shape of shapes) expect(shape).toEqual([178, 56, 100]);
    const { swatches, paragraphStyles, pages } = project;
    const ids = [...swatches, ...paragraphStyles, ...pages, ...pages.flatMap(({ frames }) => frames)].map(
      (one) => one.id,
    );
    expect([...ids, ...Object.keys(project.texts)].filter((one) => !one.startsWith(`${id}.`))).toEqual([]);
  });

  it.each(LANGUAGES)("has room for long words in %s, within the safe part of every picture", async (language) => {
    const project = filled((await openTitlePackage(id)).project, language);
    const clip = clipOf(project);
    const found = checkClip(resolveTimeline(clip, language, 25), sourcesOf(project));
    // The logo is for its users to choose, and how long a crawl is there.
    const open = ["programme.crawl-cut", "image.none"];
    const told = found.filter(({ code, severity }) => severity !== "info" && !open.includes(code));
    // What is left in Vietnamese are the digits of clocks.
    expect(
      told.filter(({ target }) => target.text !== `${id}.clock.time`).map(({ code, target }) => [code, target.frame]),
    ).toEqual([]);
    const outside: string[] = [];
    for (const { pages, overlay } of titlesOf(project)) {
      for (const page of pages) {
        const { width, height } = page.size ?? project.page;
        const shown = projectOfPage(project, { ...overlay, page: page.id, shapes: [] }, { width, height });
        const laid = layoutPage(shown, { language, engine: workshop.engine, assets }, 0).shown;
        for (const item of laid?.items ?? []) {
          if (item.kind !== "group" || !item.frame || !isText(project, item.frame)) continue;
          const ink = itemBounds(item, workshop.fonts, inMillimetres);
          if (!ink) continue;
          // What stands beside captions leaves room for them above the buttons of telephones.
          const lower = height > width && /[.](?:lower-third|topic)/.test(item.frame) ? 0.74 : 0.95;
          const inside =
            ink.x > 0.05 * width - 0.3 &&
            ink.y > 0.05 * height - 0.3 &&
            ink.x + ink.width < 0.95 * width + 0.3 &&
            ink.y + ink.height < lower * height + 0.3;
          if (!inside) outside.push(item.frame);
        }
      }
    }
    expect(outside).toEqual([]);
  });

  it("stands out from white film and from black", async () => {
    const { project } = await openTitlePackage(id);
    const styles = createStyleResolver(project, "vi");
    const faint: (readonly [frame: string, film: string, contrast: string])[] = [];
    for (const film of ["#ffffff", "#000000"]) {
      const bare = withoutWords(project, film);
      const clip = clipOf(bare);
      const timeline = resolveTimeline(clip, "vi", 25);
      for (const { overlay, from, to } of timeline.overlays) {
        const middle = Math.floor((from + to) / 2);
        const painter = createFramePainter(timeline, { from: middle, to: middle + 1 }, SIZE, "422", sourcesOf(bare));
        const pixels = frameColors(await painter.next(), { ...SIZE, chroma: "422" });
        await painter.close();
        const page = project.pages.find((one) => one.id === overlay.page);
        const said = { ...overlay, shapes: [] };
        const laid = layoutPage(
          overlay.type === "page" ? projectOfPage(project, said, SIZE) : { ...project, pages: page ? [page] : [] },
          { language: "vi", engine: workshop.engine, assets },
          0,
        ).shown;
        for (const item of laid?.items ?? []) {
          const frame = page?.frames.find((one) => item.kind === "group" && one.id === item.frame);
          const ink = frame?.type === "text" ? itemBounds(item, workshop.fonts, inPixels) : undefined;
          if (!ink || frame?.type !== "text") continue;
          const { color } = styles.characterStyle(styles.paragraphFormat(frame.style).character);
          let least = Number.POSITIVE_INFINITY;
          for (let y = Math.ceil(ink.y); y < Math.min(SIZE.height, ink.y + ink.height); y += 1) {
            for (let x = Math.max(0, Math.ceil(ink.x)); x < Math.min(SIZE.width, ink.x + ink.width); x += 2) {
              const at = (y * SIZE.width + x) * 4;
              const rgb = [0, 1, 2].map((part) => (pixels[at + part] ?? 0) / 255) as [number, number, number];
              least = Math.min(least, contrastRatio(color, { rgb, cmyk: [0, 0, 0, 0], alpha: 1 }));
            }
          }
          if (least < 4.5) faint.push([frame.id, film, least.toFixed(2)]);
        }
      }
    }
    expect(faint).toEqual([]);
  });
});

const SIZE = { width: 320, height: 180 };
const POINT = 25.4 / 72;
const inMillimetres: Matrix = [POINT, 0, 0, POINT, 0, 0];
/** Packages are 320 mm wide: a pixel a millimetre. */
const inPixels = inMillimetres;

const isText = (project: Project, frame: string): boolean =>
  project.pages.some(({ frames }) => frames.some((one) => one.id === frame && one.type === "text"));

/** The package over film of one colour, nothing said in it. */
function withoutWords(project: Project, rgb: string): Project {
  const clip = clipOf(project);
  const scenes = clip.scenes.map(
    ({ id, duration }) => ({ type: "color", id, duration, fill: { color: { rgb } } }) as const,
  );
  const overlays = clip.overlays.map(
    ({ enter: _enter, leave: _leave, ...overlay }) =>
      ({ id: overlay.id, scene: overlay.scene, at: 0, type: "page", page: overlay.page }) as const,
  );
  // There all the same, so that bars are as wide as what is said in them.
  const unseen = (frame: Frame): Frame => (frame.type === "text" ? { ...frame, opacity: 0 } : frame);
  const pages = project.pages.map((page) => ({ ...page, frames: page.frames.map(unseen) }));
  return { ...project, pages, programmes: [{ ...clip, scenes, overlays }] };
}
