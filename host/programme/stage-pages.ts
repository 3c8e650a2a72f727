/** Lays out and paints what scenes, titles and captions show, each once for as long as it is needed. */

import { type Canvas, createCanvas, Image } from "@napi-rs/canvas";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Overlay, Scene } from "../../core/document/schema/programme.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { Asset, AssetSource } from "../../core/layout/asset-source.ts";
import type { PlacedPage } from "../../core/layout/display-list.ts";
import { layoutPage } from "../../core/layout/layout-document.ts";
import { createStyleResolver, forLanguage } from "../../core/layout/resolve-style.ts";
import { itemsBounds } from "../../core/paint/item-bounds.ts";
import { withCaptionBoxes } from "../../core/programme/captions/caption-boxes.ts";
import { CAPTION_BACKGROUND } from "../../core/programme/captions/caption-frame.ts";
import { captionLines } from "../../core/programme/captions/caption-lines.ts";
import { countLines } from "../../core/programme/captions/check-captions.ts";
import { shiftClearOf } from "../../core/programme/captions/clear-of-titles.ts";
import { captionTextOf } from "../../core/programme/captions/measure-caption.ts";
import {
  type ChangingContent,
  layoutChanging,
  runLengths,
  withPlace,
} from "../../core/programme/picture/changing-content.ts";
import { largestScale } from "../../core/programme/picture/motion.ts";
import type { OverlayFacts } from "../../core/programme/picture/overlay-course.ts";
import {
  changingFrame,
  pageShown,
  projectOfCaption,
  projectOfColor,
  projectOfPage,
  projectOfPicture,
  type Shown,
} from "../../core/programme/picture/shown-project.ts";
import { titleMatrix } from "../../core/programme/picture/title-place.ts";
import type { TimedCue, Timeline } from "../../core/programme/timeline.ts";
import { type Matrix, translation } from "../../core/units/geometry.ts";
import type { Workshop } from "../make/workshop.ts";
import { decodePictures } from "../raster/decode-pictures.ts";
import type { ChangingPage } from "./changing-layers.ts";
import { type FrameSize, type PaintedLayer, pageMatrix, paintLayer } from "./painted-layer.ts";

export interface StageSources {
  readonly project: Project;
  readonly assets: AssetSource;
  readonly workshop: Workshop;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** A title's frames painted one by one, and all of them together. */
export interface PaintedTitle {
  readonly items: readonly (PaintedLayer | undefined)[];
  /** All of them; where something changes, those up to the item over which it does. */
  readonly below: PaintedLayer | undefined;
  /** Those over what changes. */
  readonly above: PaintedLayer | undefined;
  /** What changes, and the item over which it does. */
  readonly changing: { readonly place: number; readonly page: ChangingPage } | undefined;
}

/** A picture of a scene, no larger than the frame ever shows it; of even sides. */
export interface Still {
  readonly picture: Canvas;
  /** Pixels of the picture's file, in which views are measured. */
  readonly width: number;
  readonly height: number;
}

/** Lines run beyond the page they stand on, whose edges would cut them off. Points. */
const ENDLESS = { width: 1e6, height: 1e6 };
const AWAY = 1_024;

/** Everything painted for one clip, language and size. */
export interface StagePages {
  facts(overlay: Overlay): OverlayFacts;
  title(overlay: Overlay): Promise<PaintedTitle>;
  card(scene: Extract<Scene, { type: "page" | "color" }>): Promise<PaintedLayer | undefined>;
  /** Undefined where the picture cannot be used; opening the project or painting has said why. */
  still(scene: Extract<Scene, { type: "image" }>): Promise<Still | undefined>;
  caption(cue: TimedCue): Promise<PaintedLayer | undefined>;
  /** The layout of a title or card, without what changes in it. */
  pageOf(shown: Shown): PlacedPage | undefined;
  /** The layout of what changes in an overlay. */
  changingOf(overlay: Overlay): ChangingContent | undefined;
  /** The layout of a caption, and by how many pixels it is moved down so that it lies over no title. */
  captionOf(cue: TimedCue): { readonly page: PlacedPage; readonly shift: number } | undefined;
}

/** Stills are kept no larger: a view that goes deeper into one blurs. */
const MOST_PIXELS = 24_000_000;
/** Pixels of a still's side at least, so that there is enough to blend. */
const LEAST_SIDE = 16;

const evenSide = (pixels: number): number => Math.max(LEAST_SIDE, 2 * Math.round(pixels / 2));

/** Stages for one clip. Nothing is kept here but layouts; who asks for a painting keeps it. */
export function createStagePages(sources: StageSources, timeline: Timeline, size: FrameSize): StagePages {
  const { project, assets, workshop, report } = sources;
  const { clip, language } = timeline;
  const layers = { fonts: workshop.fonts, assets, report };
  const layout = (shown: Project): PlacedPage | undefined => {
    const { shown: page } = layoutPage(shown, { language, engine: workshop.engine, assets }, 0);
    return page;
  };
  const titles = new Map<string, { readonly page: PlacedPage; readonly place: number } | undefined>();
  const titleOf = (shown: Shown): { readonly page: PlacedPage; readonly place: number } | undefined => {
    const key = JSON.stringify([shown.page, shown.shapes, shown.texts, shown.text]);
    if (!titles.has(key)) {
      const page = layout(projectOfPage(project, shown, size));
      const drawn = pageShown(project, shown, size);
      const frame = changingFrame(drawn, shown.text);
      titles.set(key, page && (frame && drawn ? withPlace(page, drawn.frames, frame.id) : { page, place: -1 }));
    }
    return titles.get(key);
  };
  const pageOf = (shown: Shown): PlacedPage | undefined => titleOf(shown)?.page;
  const matrixOf = (page: PlacedPage): Matrix => titleMatrix(page, itemsBounds(page.items, workshop.fonts), size);
  const changed = new Map<string, ChangingContent | undefined>();
  const changingOf = (overlay: Overlay): ChangingContent | undefined => {
    if (!changed.has(overlay.id)) {
      const laid = layoutChanging(project, overlay, size, (shown) => ({ page: layout(shown), diagnostics: [] }));
      changed.set(overlay.id, laid?.content);
    }
    return changed.get(overlay.id);
  };
  const behind = createStyleResolver(project, language).color(clip.captionLook?.background ?? CAPTION_BACKGROUND);
  const captionText = captionTextOf(workshop.engine, language);
  const captionOf: StagePages["captionOf"] = ({ cue, from, to }) => {
    const laid = (words: string) => layout(projectOfCaption(project, clip, size, words, language));
    const words = captionLines(cue.text, captionText, (tried) => countLines(laid(tried)?.items ?? []));
    const plain = laid(words);
    const page = plain && withCaptionBoxes(plain, behind);
    const place = page && itemsBounds(page.items, workshop.fonts, pageMatrix(page, size));
    if (!page || !place) return undefined;
    const titles = timeline.overlays.map((one) => {
      const title = one.from < to && one.to > from ? pageOf(one.overlay) : undefined;
      const matrix = title && matrixOf(title);
      return (title?.items ?? []).flatMap((item) => itemsBounds([item], workshop.fonts, matrix) ?? []);
    });
    return { page, shift: shiftClearOf(place, titles, size, clip.captionLook?.position) };
  };
  const paint = async (page: PlacedPage | undefined) => page && paintLayer(page, page.items, size, layers);

  return {
    facts(overlay) {
      const page = pageOf(overlay);
      const content = changingOf(overlay);
      return {
        items: page?.items.length ?? 0,
        ...(page && content?.kind === "strip" && { run: runLengths(content, matrixOf(page)) }),
        ...(content?.kind === "sheets" && { sheets: content.sheets.length }),
      };
    },
    async title(overlay) {
      const title = titleOf(overlay);
      if (!title) return { items: [], below: undefined, above: undefined, changing: undefined };
      const { page, place } = title;
      const matrix = matrixOf(page);
      const items: (PaintedLayer | undefined)[] = [];
      for (const item of page.items) items.push(await paintLayer(page, [item], size, layers, matrix));
      const content = changingOf(overlay);
      return {
        items,
        below: await paintLayer(page, content ? page.items.slice(0, place + 1) : page.items, size, layers, matrix),
        above: content && (await paintLayer(page, page.items.slice(place + 1), size, layers, matrix)),
        changing: content && {
          place,
          page: {
            content,
            matrix,
            size,
            paint: (changed, part, [a, b, c, d, e, f]) => {
              const inside = { kind: "group", transform: translation(AWAY, AWAY), items: changed } as const;
              const placed: Matrix = [a, b, c, d, e - a * AWAY, f - d * AWAY];
              return paintLayer({ ...page, ...ENDLESS }, [inside], part, layers, placed);
            },
          },
        },
      };
    },
    card: (scene) => paint(scene.type === "page" ? pageOf(scene) : layout(projectOfColor(project, size, scene))),
    async still(scene) {
      const id = forLanguage(scene.variants, language) ?? scene.asset;
      const asset = assets.asset(id);
      if (!asset) return undefined;
      // Pixel for pixel where it is largest: drawn smaller by much, edges would run unevenly; drawn larger, they would blur.
      const needed = largestScale(scene.motion, asset, size, scene.fit ?? "cover");
      const scale = asset.kind === "svg" ? needed : Math.min(1, needed);
      const most = Math.min(scale, Math.sqrt(MOST_PIXELS / (asset.width * asset.height)));
      const width = evenSide(asset.width * most);
      const height = evenSide(asset.height * most);
      const picture =
        asset.kind === "svg" ? await drawing(id, asset, { width, height }) : await photograph(asset, width, height);
      return picture && { picture, width: asset.width, height: asset.height };
    },
    async caption(cue) {
      const caption = captionOf(cue);
      if (!caption) return undefined;
      const { page, shift } = caption;
      const [a, b, c, d, e, f] = pageMatrix(page, size);
      return paintLayer(page, page.items, size, layers, [a, b, c, d, e, f + shift]);
    },
    pageOf,
    captionOf,
    changingOf,
  };

  async function drawing(id: string, asset: Asset, still: FrameSize): Promise<Canvas | undefined> {
    const page = layout(projectOfPicture(project, id, asset));
    const layer = page && (await paintLayer(page, page.items, still, layers));
    if (!layer) return undefined;
    const canvas = createCanvas(still.width, still.height);
    canvas.getContext("2d").drawImage(layer.picture, layer.x, layer.y);
    return canvas;
  }

  async function photograph(asset: Asset, width: number, height: number): Promise<Canvas | undefined> {
    const item = { kind: "image", asset: asset.id, rect: { x: 0, y: 0, width, height }, alt: "" } as const;
    // A copy of the asset: what is decoded is kept as long as the asset it came from, and a project's assets stay.
    const decoded = await decodePictures([item], { asset: () => ({ ...asset }) });
    for (const diagnostic of decoded.diagnostics) report(diagnostic);
    const picture = decoded.picture(asset.id, width)?.picture;
    if (!(picture instanceof Image)) return undefined;
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, width, height);
    return canvas;
  }
}
