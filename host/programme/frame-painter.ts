/** Frames of a clip, painted from layers and scenes: only what moves is drawn anew, and a frame like the one before is that one. */

import { createCanvas } from "@napi-rs/canvas";
import { createStyleResolver } from "../../core/layout/resolve-style.ts";
import type { Look } from "../../core/programme/picture/animation.ts";
import { type FrameState, frameState, type Shot, type ShownOverlay } from "../../core/programme/picture/frame-state.ts";
import type { Stretch, Timeline } from "../../core/programme/timeline.ts";
import { clipPicture } from "./clip-picture.ts";
import { keepOnly } from "./keep-only.ts";
import type { MediaFiles } from "./media-files.ts";
import type { FrameSize, PaintedLayer } from "./painted-layer.ts";
import { opaqueColor, preparePicture, type ScenePicture } from "./scene-picture.ts";
import { createStagePages, type PaintedTitle, type StageSources } from "./stage-pages.ts";
import { withinEdge } from "./wipe-edge.ts";

/** Paints one stretch of a clip, frame after frame. */
export interface FramePainter {
  /** The next frame as RGBA, row by row; the very same bytes where nothing has changed. */
  next(): Promise<Uint8Array>;
  /** Ends what still reads files. */
  close(): Promise<void>;
}

export interface PainterSources extends StageSources {
  readonly media: MediaFiles;
  readonly signal?: AbortSignal | undefined;
}

/** A painter whose first frame is `stretch.from`. */
export function createFramePainter(
  timeline: Timeline,
  stretch: Stretch,
  size: FrameSize,
  sources: PainterSources,
): FramePainter {
  const { clip, language } = timeline;
  const pages = createStagePages(sources, timeline, size);
  const styles = createStyleResolver(sources.project, language);
  const background = opaqueColor(styles, clip.background);
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext("2d");
  const beside = createCanvas(size.width, size.height);
  const scenes = new Map<number, ScenePicture>();
  const titles = new Map<number, PaintedTitle | undefined>();
  const captions = new Map<number, PaintedLayer | undefined>();
  let frame = stretch.from;
  let last: { readonly state: string; readonly pixels: Uint8Array } | undefined;

  return {
    async next() {
      const seen = frameState(timeline, frame, ({ overlay }) => pages.itemCount(overlay));
      frame += 1;
      const state = JSON.stringify(seen);
      if (last?.state !== state) {
        await prepare(seen);
        await draw(seen);
        last = { state, pixels: canvas.data() };
      }
      return last.pixels;
    },
    async close() {
      for (const scene of scenes.values()) await scene.close();
      scenes.clear();
    },
  };

  /** Makes what is seen for the first time, and lets go of what is over. */
  async function prepare({ shots, overlays, cue }: FrameState): Promise<void> {
    const inShots = shots.map(({ scene }) => scene);
    await keepOnly(scenes, inShots, prepareScene, (scene) => scene.close());
    const titled = overlays.map(({ overlay }) => overlay);
    await keepOnly(titles, titled, async (index) => {
      const timed = timeline.overlays[index];
      return timed && pages.title(timed.overlay);
    });
    await keepOnly(captions, cue === undefined ? [] : [cue], async (index) => {
      const timed = timeline.cues[index];
      return timed && pages.caption(timed.cue.text);
    });
  }

  async function prepareScene(index: number): Promise<ScenePicture> {
    const timed = timeline.scenes[index];
    if (!timed) throw new RangeError(`the timeline has no scene ${index}`);
    if (timed.scene.type !== "clip") return preparePicture(timeline, timed, pages, styles, size);
    const color = opaqueColor(styles, timed.scene.background ?? clip.background);
    const first = Math.max(stretch.from - timed.from, 0);
    return clipPicture(timeline, timed, timed.scene, first, { ...sources, size, beside: color });
  }

  async function draw(state: FrameState): Promise<void> {
    cover(background, 1);
    for (const shot of state.shots) await drawShot(shot);
    if (state.veil) cover(opaqueColor(styles, state.veil.color), state.veil.alpha);
    for (const overlay of state.overlays) drawOverlay(overlay);
    const caption = state.cue === undefined ? undefined : captions.get(state.cue);
    if (caption) context.drawImage(caption.picture, caption.x, caption.y);
    if (state.down > 0) cover(background, state.down);
  }

  function cover(color: string, alpha: number): void {
    context.globalAlpha = alpha;
    context.fillStyle = color;
    context.fillRect(0, 0, size.width, size.height);
    context.globalAlpha = 1;
  }

  async function drawShot(shot: Shot): Promise<void> {
    const scene = scenes.get(shot.scene);
    if (!scene) return;
    if (shot.wipe) {
      const aside = beside.getContext("2d");
      aside.clearRect(0, 0, size.width, size.height);
      await scene.draw(aside, shot.frame);
      withinEdge(aside, shot.wipe, size);
      context.drawImage(beside, 0, 0);
      return;
    }
    context.save();
    context.globalAlpha = shot.alpha;
    // Pictures that push each other meet at a whole pixel.
    context.translate(Math.round(shot.dx * size.width), Math.round(shot.dy * size.height));
    await scene.draw(context, shot.frame);
    context.restore();
  }

  function drawOverlay({ overlay, looks }: ShownOverlay): void {
    const title = titles.get(overlay);
    if (looks) for (const [index, look] of looks.entries()) drawItem(title?.items[index], look);
    else if (title?.whole) context.drawImage(title.whole.picture, title.whole.x, title.whole.y);
  }

  function drawItem(layer: PaintedLayer | undefined, { alpha, dx, dy, wipe }: Look): void {
    if (!layer || alpha === 0) return;
    const { width, height } = layer.picture;
    context.save();
    context.globalAlpha = alpha;
    context.translate(layer.x + dx * width, layer.y + dy * height);
    if (wipe) {
      const sideways = wipe.towards === "left" || wipe.towards === "right";
      const shownWidth = sideways ? width * wipe.at : width;
      const shownHeight = sideways ? height : height * wipe.at;
      context.beginPath();
      context.rect(
        wipe.towards === "left" ? width - shownWidth : 0,
        wipe.towards === "up" ? height - shownHeight : 0,
        shownWidth,
        shownHeight,
      );
      context.clip();
    }
    context.drawImage(layer.picture, 0, 0);
    context.restore();
  }
}
