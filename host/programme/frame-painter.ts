/** Frames of a clip, put together from layers and scenes in planes: only what moves is drawn anew, and a frame like the one before is that one. */

import type { Overlay } from "../../core/document/schema/programme.ts";
import { createStyleResolver } from "../../core/layout/resolve-style.ts";
import type { Look } from "../../core/programme/picture/animation.ts";
import {
  type FrameState,
  frameState,
  PLAIN,
  type Shot,
  type ShownOverlay,
} from "../../core/programme/picture/frame-state.ts";
import type { OverlayFacts } from "../../core/programme/picture/overlay-course.ts";
import type { Stretch, Timeline } from "../../core/programme/timeline.ts";
import { type ChangingLayers, createChangingLayers, type PlacedLayer } from "./changing-layers.ts";
import { clipPicture } from "./clip-picture.ts";
import { keepOnly } from "./keep-only.ts";
import type { MediaFiles } from "./media-files.ts";
import type { FrameSize, PaintedLayer } from "./painted-layer.ts";
import { createCompositor } from "./planes/compositor.ts";
import { giveBackKernel, takeKernel } from "./planes/kernel.ts";
import {
  type Chroma,
  copyPicture,
  fillPicture,
  freePicture,
  type PlanePicture,
  packedBytes,
  packPicture,
  pictureOfCanvas,
  takePicture,
} from "./planes/plane-picture.ts";
import { opaqueColor, preparePicture } from "./scene-picture.ts";
import type { ScenePicture, Stage } from "./stage.ts";
import { createStagePages, type StageSources } from "./stage-pages.ts";
import { wipeShares } from "./wipe-edge.ts";

/** Paints one stretch of a clip, frame after frame. */
export interface FramePainter {
  /**
   * The next frame: its planes one after the other without gaps (ITU-R BT.709, limited range). The very same bytes where nothing has changed;
   * bytes are used again for a later frame once `KEPT_FRAMES` others have come.
   */
  next(): Promise<Uint8Array>;
  /** Ends what still reads files. */
  close(): Promise<void>;
}

/** Frames that stay as they are when more come. */
export const KEPT_FRAMES = 3;

/** Bytes of frames of which streams may hold many at a time; they are never used again. */
const SMALL_FRAME = 131_072;

export interface PainterSources extends StageSources {
  readonly media: MediaFiles;
  readonly signal?: AbortSignal | undefined;
}

/** A painted layer in planes. */
interface Layer {
  readonly picture: PlanePicture;
  readonly x: number;
  readonly y: number;
}

/** The layers of a title: its frames one by one, and all together. */
interface Title {
  readonly items: readonly (Layer | undefined)[];
  /** Those below what changes, and those above; all of them are below where nothing does. */
  readonly below: Layer | undefined;
  readonly above: Layer | undefined;
  /** What changes, over the item it does. */
  readonly changing: { readonly place: number; readonly layers: ChangingLayers<PlanePicture> } | undefined;
}

/** Part of its own height an item rises by, and of the picture's at most. */
const RISE = 0.35;
const HIGHEST_RISE = 0.05;

const NO_TITLE: Title = { items: [], below: undefined, above: undefined, changing: undefined };

/** A painter whose first frame is `stretch.from`. Width and height are even. */
export function createFramePainter(
  timeline: Timeline,
  stretch: Stretch,
  size: FrameSize,
  chroma: Chroma,
  sources: PainterSources,
): FramePainter {
  const { clip, language } = timeline;
  const pages = createStagePages(sources, timeline, size);
  const styles = createStyleResolver(sources.project, language);
  const background = opaqueColor(styles, clip.background);
  const kernel = takeKernel();
  const compositor = createCompositor(kernel, chroma);
  const stage: Stage = { compositor, size };
  const picture = takePicture(kernel, size, chroma);
  /** Scenes that are mixed with others are drawn here first. */
  let aside: PlanePicture | undefined;
  const scenes = new Map<number, ScenePicture>();
  const titles = new Map<number, Title>();
  const captions = new Map<number, Layer | undefined>();
  const facts = new Map<Overlay, OverlayFacts>();
  let painted = 0;
  let frame = stretch.from;
  let last: { readonly state: string; readonly bytes: Uint8Array } | undefined;
  let closed = false;

  return {
    async next() {
      const seen = frameState(timeline, frame, ({ overlay }) => factsOf(overlay));
      frame += 1;
      const state = JSON.stringify(seen);
      if (last?.state !== state) {
        await prepare(seen);
        await draw(seen);
        last = { state, bytes: output() };
      }
      return last.bytes;
    },
    async close() {
      if (closed) return;
      closed = true;
      for (const scene of scenes.values()) await scene.close();
      giveBackKernel(kernel);
    },
  };

  function factsOf(overlay: Overlay): OverlayFacts {
    const known = facts.get(overlay) ?? pages.facts(overlay);
    facts.set(overlay, known);
    return known;
  }

  function output(): Uint8Array {
    const length = packedBytes(size.width, size.height, chroma);
    const bytes = length < SMALL_FRAME ? new Uint8Array(length) : kernel.outside(painted % (KEPT_FRAMES + 1), length);
    painted += 1;
    packPicture(kernel, picture, bytes);
    return bytes;
  }

  /** Makes what is seen for the first time, and lets go of what is over. */
  async function prepare({ shots, overlays, cue }: FrameState): Promise<void> {
    const inShots = shots.map(({ scene }) => scene);
    await keepOnly(scenes, inShots, prepareScene, (scene) => scene.close());
    const titled = overlays.map(({ overlay }) => overlay);
    await keepOnly(titles, titled, prepareTitle, async ({ items, below, above, changing }) => {
      for (const layer of [...items, below, above]) freeLayer(layer);
      changing?.layers.close();
    });
    await keepOnly(captions, cue === undefined ? [] : [cue], prepareCaption, async (layer) => freeLayer(layer));
  }

  async function prepareScene(index: number): Promise<ScenePicture> {
    const timed = timeline.scenes[index];
    if (!timed) throw new RangeError(`the timeline has no scene ${index}`);
    if (timed.scene.type !== "clip") return preparePicture(stage, timeline, timed, pages, styles);
    const beside = opaqueColor(styles, timed.scene.background ?? clip.background);
    const first = Math.max(stretch.from - timed.from, 0);
    return clipPicture(timeline, timed, timed.scene, first, { ...sources, stage, beside });
  }

  async function prepareTitle(index: number): Promise<Title> {
    const timed = timeline.overlays[index];
    if (!timed) return NO_TITLE;
    const { items, below, above, changing } = await pages.title(timed.overlay);
    const keeper = {
      keep: (layer: PaintedLayer) => pictureOfCanvas(kernel, layer.picture, chroma, true),
      free: (layer: PlanePicture) => freePicture(kernel, layer),
    };
    return {
      items: items.map(layerOf),
      below: layerOf(below),
      above: layerOf(above),
      changing: changing && { place: changing.place, layers: createChangingLayers(changing.page, keeper) },
    };
  }

  async function prepareCaption(index: number): Promise<Layer | undefined> {
    const timed = timeline.cues[index];
    return timed && layerOf(await pages.caption(timed));
  }

  function layerOf(layer: PaintedLayer | undefined): Layer | undefined {
    return layer && { picture: pictureOfCanvas(kernel, layer.picture, chroma, true), x: layer.x, y: layer.y };
  }

  function freeLayer(layer: Layer | undefined): void {
    if (layer) freePicture(kernel, layer.picture);
  }

  async function draw(state: FrameState): Promise<void> {
    if (!state.shots.some(coversFrame)) fillPicture(kernel, picture, background.planes);
    for (const shot of state.shots) await drawShot(shot);
    if (state.veil) compositor.veil(picture, opaqueColor(styles, state.veil.color).planes, state.veil.alpha);
    for (const overlay of state.overlays) await drawOverlay(overlay);
    const caption = state.cue === undefined ? undefined : captions.get(state.cue);
    if (caption) compositor.lay(picture, caption.picture, { x: caption.x, y: caption.y, alpha: 1 });
    if (state.down > 0) compositor.veil(picture, background.planes, state.down);
  }

  async function drawShot(shot: Shot): Promise<void> {
    const { frame: at, alpha, dx, dy, wipe } = shot;
    const scene = scenes.get(shot.scene);
    if (!scene) return;
    if (coversFrame(shot)) {
      await scene.draw(picture, at);
      return;
    }
    aside ??= takePicture(kernel, size, chroma);
    await scene.draw(aside, at);
    if (wipe) {
      const { along, shares } = wipeShares(wipe, size);
      compositor.mixAlong(picture, aside, along, shares);
    } else if (dx !== 0 || dy !== 0) {
      // Pictures that push each other meet where chroma has a sample.
      copyPicture(
        kernel,
        aside,
        picture,
        2 * Math.round((dx * size.width) / 2),
        2 * Math.round((dy * size.height) / 2),
      );
    } else compositor.mix(picture, aside, alpha);
  }

  async function drawOverlay({ overlay, looks, changing: change }: ShownOverlay): Promise<void> {
    const { items, below, above, changing } = titles.get(overlay) ?? NO_TITLE;
    const drawChange = async (look: Look): Promise<void> => {
      if (!changing || !change) return;
      for (const placed of await changing.layers.at(change)) drawChanging(placed, look);
    };
    if (!looks) {
      drawItem(below, PLAIN);
      await drawChange(PLAIN);
      drawItem(above, PLAIN);
      return;
    }
    for (const [index, item] of items.entries()) {
      const look = looks[index] ?? PLAIN;
      drawItem(item, look);
      if (changing?.place === index) await drawChange(look);
    }
  }

  /** What changes comes and goes as the frame it stands in; what runs does so while that frame is in its place, and fades with it. */
  function drawChanging({ layer, x, y, alpha, clip }: PlacedLayer<PlanePicture>, look: Look): void {
    const share = alpha * look.alpha;
    if (clip) compositor.lay(picture, layer, { x, y, alpha: share * (look.wipe?.at ?? 1), clip });
    else drawItem({ picture: layer, x, y }, { ...look, alpha: share });
  }

  function drawItem(layer: Layer | undefined, { alpha, dx, dy, rise = 0, wipe }: Look): void {
    if (!layer || alpha === 0) return;
    const { width, height } = layer.picture;
    const fills = width >= size.width && height >= size.height;
    const way = fills ? 0 : Math.min(height * RISE, size.height * HIGHEST_RISE);
    const [x, y] = [layer.x + dx * width, layer.y + dy * height + rise * way];
    if (!wipe) {
      compositor.lay(picture, layer.picture, { x, y, alpha });
      return;
    }
    const sideways = wipe.towards === "left" || wipe.towards === "right";
    const shown = { width: sideways ? width * wipe.at : width, height: sideways ? height : height * wipe.at };
    const clip = {
      x: wipe.towards === "left" ? x + width - shown.width : x,
      y: wipe.towards === "up" ? y + height - shown.height : y,
      ...shown,
    };
    compositor.lay(picture, layer.picture, { x, y, alpha, clip });
  }
}

const coversFrame = ({ alpha, dx, dy, wipe }: Shot): boolean => alpha >= 1 && dx === 0 && dy === 0 && !wipe;
