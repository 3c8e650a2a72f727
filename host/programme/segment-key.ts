import { createHash, type Hash } from "node:crypto";
import { statSync } from "node:fs";
import type { DisplayItem, PlacedPage } from "../../core/layout/display-list.ts";
import { forLanguage } from "../../core/layout/resolve-style.ts";
import { CLOCK_SIGNS } from "../../core/programme/picture/laid-strip.ts";
import { describeSegment } from "../../core/programme/picture/segments.ts";
import type { Stretch, Timeline } from "../../core/programme/timeline.ts";
import { digestOf } from "../assets/project-assets.ts";
import type { PaintedFormat } from "./encode-pieces.ts";
import type { PainterSources } from "./frame-painter.ts";
import { hashValue } from "./hash-value.ts";
import { createStagePages } from "./stage-pages.ts";

/** Raised whenever frames come out differently than before, so that nothing painted by an older program is used. */
const PAINTER = 7;

/** Names pieces of a clip by all that is seen in them: layouts with every glyph, pictures and films by their content. */
export function createSegmentKeys(
  timeline: Timeline,
  painted: PaintedFormat,
  sources: PainterSources,
): (piece: Stretch) => Promise<string> {
  const { assets, media, project } = sources;
  const pages = createStagePages(sources, timeline, painted);
  const digests = new Map<string, string>();
  const assetDigest = (id: string): string => {
    const bytes = digests.has(id) ? undefined : assets.asset(id)?.bytes;
    if (bytes) digests.set(id, digestOf(bytes));
    return digests.get(id) ?? "missing";
  };
  const addPage = (hash: Hash, page: PlacedPage | undefined): void => {
    hashValue(hash, page && { width: page.width, height: page.height, items: page.items });
    for (const id of picturesIn(page?.items ?? [])) hashValue(hash, assetDigest(id));
  };

  return async (piece) => {
    const hash = createHash("sha256");
    const meets = (one: Stretch): boolean => one.from < piece.to && one.to > piece.from;
    hashValue(hash, [PAINTER, painted, project.swatches, describeSegment(timeline, piece)]);
    for (const timed of timeline.scenes) {
      if (!meets({ from: timed.from, to: timed.until })) continue;
      const { scene } = timed;
      if (scene.type === "page") addPage(hash, pages.pageOf(scene));
      else if (scene.type === "image") {
        hashValue(hash, assetDigest(forLanguage(scene.variants, timeline.language) ?? scene.asset));
      } else if (scene.type === "clip") {
        const { path } = await media.probe(forLanguage(scene.variants, timeline.language) ?? scene.media);
        const { size: bytes, mtimeMs } = statSync(path);
        hashValue(hash, [path, bytes, mtimeMs]);
      }
    }
    for (const timed of timeline.overlays) {
      if (!meets(timed)) continue;
      addPage(hash, pages.pageOf(timed.overlay));
      const content = pages.changingOf(timed.overlay);
      if (content?.kind === "clock") hashValue(hash, content.items(CLOCK_SIGNS.join("")));
      else hashValue(hash, content);
    }
    for (const timed of timeline.cues) {
      if (!meets(timed)) continue;
      const caption = pages.captionOf(timed);
      addPage(hash, caption?.page);
      hashValue(hash, caption?.shift);
    }
    return hash.digest("hex");
  };
}

function* picturesIn(items: readonly DisplayItem[]): Generator<string> {
  for (const item of items) {
    if (item.kind === "image") yield item.asset;
    else if (item.kind === "group") yield* picturesIn(item.items);
  }
}
