/** Into which pieces the picture of a clip is cut, how each is painted, and which of them are not in the cache yet. */

import type { VideoFacts } from "../../core/media/media-facts.ts";
import type { PictureFindings } from "../../core/programme/measure/picture-findings.ts";
import {
  hasFields,
  movesInFields,
  stretchOfFields,
  timelineOfFields,
} from "../../core/programme/picture/every-field.ts";
import { isJoinable, type PaintingGroup } from "../../core/programme/picture/painting-groups.ts";
import { cutSegments } from "../../core/programme/picture/segments.ts";
import { shownFilms } from "../../core/programme/picture/shown-films.ts";
import type { VideoPreset } from "../../core/programme/presets/preset-schema.ts";
import type { Stretch, Timeline } from "../../core/programme/timeline.ts";
import { breathe } from "../jobs/progress.ts";
import { type PaintedFormat, type PieceEncoding, paintedChroma, pieceEncoding } from "./encode-pieces.ts";
import type { PainterSources } from "./frame-painter.ts";
import { hashName } from "./hash-value.ts";
import type { Piece } from "./piece-list.ts";
import { readSeen } from "./seen-pictures.ts";
import type { SegmentCache } from "./segment-cache.ts";
import { createSegmentKeys } from "./segment-key.ts";

/** A stretch of the clip with its pieces, in frames of the outputs. */
export interface EncodedStretch extends Stretch {
  readonly isNewScene: boolean;
  /** For each output. */
  readonly pieces: readonly Piece[];
  /** By names of pieces: what was seen of those that are not encoded once more. */
  readonly findings: Map<string, PictureFindings>;
}

/** How stretches are painted: by frames or by fields. */
export interface Painting {
  readonly timeline: Timeline;
  readonly format: PaintedFormat;
  readonly isOfFields: boolean;
}

export interface NamedEncoding {
  readonly encoding: PieceEncoding;
  /** Of the piece, in the cache. */
  readonly name: string;
  readonly isLookedAt: boolean;
}

/** A stretch of which something has to be made. */
export interface PieceWork {
  readonly stretch: EncodedStretch;
  readonly painting: Painting;
  /** In frames of the painting. */
  readonly painted: Stretch;
  readonly missing: readonly NamedEncoding[];
}

export interface PlannedPieces {
  readonly stretches: readonly EncodedStretch[];
  readonly work: readonly PieceWork[];
}

interface PieceSource {
  readonly sources: PainterSources;
  readonly cache: SegmentCache;
  readonly signal?: AbortSignal | undefined;
}

/** Plans the pieces of a clip for outputs that are painted together. */
export async function planPieces(
  { sources, cache, signal }: PieceSource,
  group: PaintingGroup<{ readonly video: VideoPreset }>,
  timeline: Timeline,
): Promise<PlannedPieces> {
  const videos = group.items.map(({ video }) => video);
  const byFrames = namedPainting(timeline, group, sources);
  const byFields = hasFields(videos) ? namedPainting(timelineOfFields(timeline), group, sources) : undefined;
  const films = byFields ? await probeFilms(timeline, sources) : undefined;
  const stretches: EncodedStretch[] = [];
  const work: PieceWork[] = [];
  for (const { from, to } of cutSegments(timeline)) {
    await breathe(signal);
    const moves = films && movesInFields(timeline, { from, to }, (id) => films.get(id));
    const { painting, nameAll } = moves && byFields ? byFields : byFrames;
    const painted = painting.isOfFields ? stretchOfFields({ from, to }) : { from, to };
    const named = await nameAll(painted);
    const findings = new Map<string, PictureFindings>();
    const missing: NamedEncoding[] = [];
    for (const one of named) {
      if (missing.some(({ name }) => name === one.name)) continue;
      const seen = one.isLookedAt ? await readSeen(cache, one.name) : undefined;
      if (seen) findings.set(one.name, seen);
      if (!(await cache.has(one.name)) || (one.isLookedAt && !seen)) missing.push(one);
    }
    const stretch: EncodedStretch = {
      from,
      to,
      isNewScene: timeline.scenes.some((scene) => scene.from === from),
      pieces: named.map(({ name }) => ({ name, frames: to - from })),
      findings,
    };
    if (missing.length > 0) work.push({ stretch, painting, painted, missing });
    stretches.push(stretch);
  }
  return { stretches, work };
}

/** A painting, and what its pieces are called. */
function namedPainting(
  timeline: Timeline,
  { width, height, items }: PaintingGroup<{ readonly video: VideoPreset }>,
  sources: PainterSources,
) {
  const videos = items.map(({ video }) => video);
  const format: PaintedFormat = { width, height, rate: timeline.rate, chroma: paintedChroma(videos) };
  const keyOf = createSegmentKeys(timeline, format, sources);
  const encodings = videos.map((video) => ({ encoding: pieceEncoding(video, format), isLookedAt: isJoinable(video) }));
  const painting: Painting = { timeline, format, isOfFields: timeline.isOfFields ?? false };
  return {
    painting,
    async nameAll(painted: Stretch): Promise<readonly NamedEncoding[]> {
      const key = await keyOf(painted);
      return encodings.map((one) => ({
        ...one,
        name: `${hashName([key, one.encoding.filters, one.encoding.options])}.ts`,
      }));
    },
  };
}

/** Films by their ids, as far as they have a picture. */
async function probeFilms(timeline: Timeline, { media }: PainterSources): Promise<ReadonlyMap<string, VideoFacts>> {
  const films = new Map<string, VideoFacts>();
  for (const { media: id } of shownFilms(timeline)) {
    const { video } = (await media.probe(id)).facts;
    if (video) films.set(id, video);
  }
  return films;
}
