/** The picture of a clip: pieces that are not there yet are painted and encoded, then all are joined. */

import { rm } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import type { Bilingual } from "../../core/diagnostics/diagnostic.ts";
import type { VideoFacts } from "../../core/media/media-facts.ts";
import { joinFindings, type PictureFindings } from "../../core/programme/measure/picture-findings.ts";
import {
  hasFields,
  movesInFields,
  stretchOfFields,
  timelineOfFields,
} from "../../core/programme/picture/every-field.ts";
import { groupByPainting, isJoinable, type PaintingGroup } from "../../core/programme/picture/painting-groups.ts";
import { cutSegments } from "../../core/programme/picture/segments.ts";
import { shownFilms } from "../../core/programme/picture/shown-films.ts";
import { expectedPainting, paintingId } from "../../core/programme/plan/expected-work.ts";
import type { VideoPreset } from "../../core/programme/presets/preset-schema.ts";
import type { Stretch, Timeline } from "../../core/programme/timeline.ts";
import { breathe, type JobOptions } from "../jobs/progress.ts";
import { runTogether, type Work } from "../jobs/run-together.ts";
import type { WorkMeter } from "../jobs/work-meter.ts";
import { encodePieces, type PaintedFormat, type PieceEncoding, paintedChroma, pieceEncoding } from "./encode-pieces.ts";
import { encodeWhole } from "./encode-whole.ts";
import { createFramePainter, type PainterSources } from "./frame-painter.ts";
import { hashName } from "./hash-value.ts";
import { type Piece, pieceListInput, writePieceList } from "./piece-list.ts";
import { readSeen, seenName, writeSeen } from "./seen-pictures.ts";
import type { SegmentCache } from "./segment-cache.ts";
import { createSegmentKeys } from "./segment-key.ts";

/** What the picture is wanted for. */
export interface PictureOutput {
  readonly id: string;
  readonly video: VideoPreset;
}

/** The whole picture of one output, encoded. */
export interface RenderedPicture {
  readonly id: string;
  readonly frames: number;
  /** Arguments that open it as an input of ffmpeg whose stream `v:0` is copied. */
  readonly input: readonly string[];
  /** What was seen of it when it was encoded. */
  readonly findings: PictureFindings;
}

export interface PictureJob extends JobOptions {
  /** Timelines differ by the rate of presets. */
  readonly timelineAt: (rate: number) => Timeline;
  readonly outputs: readonly PictureOutput[];
  readonly sources: PainterSources;
  readonly cache: SegmentCache;
  /** Gets what is left to do of each stage once it is known, in the seconds `expectedWork` counts, and makes its progress one of the whole. */
  readonly meter?: WorkMeter | undefined;
  /** Asked once a piece is painted; throws where sources are no longer what the piece is named by. */
  readonly confirm?: (() => Promise<void>) | undefined;
}

const PAINTING: Bilingual = { vi: "Dựng hình", en: "Rendering the picture" };

/**
 * Renders the picture for every output, each group of like presets from one painting, and hands them to `use` while their files are sure
 * to be there. Pieces stay in the cache: a render that was ended goes on where it was.
 */
export async function renderPicture<Result>(
  job: PictureJob,
  use: (pictures: readonly RenderedPicture[]) => Promise<Result>,
): Promise<Result> {
  const lists: string[] = [];
  const pictures: RenderedPicture[] = [];
  try {
    for (const group of groupByPainting(job.outputs)) {
      const timeline = job.timelineAt(group.rate);
      const made = await renderPieces(job, group, timeline);
      for (const [index, { id, video }] of group.items.entries()) {
        const pieces = made.flatMap((piece) => piece.outputs[index] ?? []);
        const list = await writePieceList(job.cache, pieces, group.rate);
        lists.push(list);
        const whole = isJoinable(video)
          ? { input: pieceListInput(list), findings: joinPieces(made, index, group.rate) }
          : await encodeWhole({ ...job, id, video, list, pieces, rate: group.rate });
        pictures.push({ id, frames: timeline.frames, ...whole });
      }
    }
    return await use(pictures);
  } finally {
    for (const list of lists) await rm(list, { force: true }).catch(() => undefined);
  }
}

/** Bytes of memory a piece may take while it is painted and encoded, beside everything else. */
const PIECE_MEMORY = 1_000_000_000;
const MOST_PIECES = 8;

/** Encoders of one thread each: together they keep all processors busy, for less work than one encoder of many threads. */
const piecesAtOnce = (): number =>
  Math.max(2, Math.min(availableParallelism(), Math.floor(totalmem() / PIECE_MEMORY), MOST_PIECES));

/** A stretch of the clip as it was encoded for each output, in frames of the outputs. */
interface MadeStretch extends Stretch {
  readonly isNewScene: boolean;
  readonly outputs: readonly Piece[];
  /** By names of pieces: what was seen of those that are not encoded once more. */
  readonly findings: Map<string, PictureFindings>;
}

/** How stretches are painted: by frames or by fields. */
interface Painting {
  readonly timeline: Timeline;
  readonly painted: PaintedFormat;
  readonly keyOf: (piece: Stretch) => Promise<string>;
  /** For each output. */
  readonly encodings: readonly { readonly encoding: PieceEncoding; readonly isLookedAt: boolean }[];
}

interface PieceWork {
  readonly stretch: MadeStretch;
  readonly painting: Painting;
  /** In frames of the painting. */
  readonly piece: Stretch;
  readonly missing: readonly NamedEncoding[];
}

const joinPieces = (made: readonly MadeStretch[], index: number, rate: number): PictureFindings =>
  joinFindings(
    made.flatMap(({ outputs, findings, isNewScene }) => {
      const piece = outputs[index];
      const seen = piece && findings.get(piece.name);
      return seen ? [{ findings: seen, seconds: piece.frames / rate, isNewPicture: isNewScene }] : [];
    }),
  );

/** Makes every piece that is missing, and looks at it. */
async function renderPieces(
  { sources, cache, confirm, meter, signal, onProgress }: PictureJob,
  group: PaintingGroup<PictureOutput>,
  timeline: Timeline,
): Promise<readonly MadeStretch[]> {
  const videos = group.items.map(({ video }) => video);
  const paintingOf = (painted: Timeline): Painting => {
    const format = { width: group.width, height: group.height, rate: painted.rate, chroma: paintedChroma(videos) };
    return {
      timeline: painted,
      painted: format,
      keyOf: createSegmentKeys(painted, format, sources),
      encodings: videos.map((video) => ({ encoding: pieceEncoding(video, format), isLookedAt: isJoinable(video) })),
    };
  };
  const byFrames = paintingOf(timeline);
  const byFields = hasFields(videos) ? paintingOf(timelineOfFields(timeline)) : undefined;
  const films = byFields ? await probeFilms(timeline, sources) : undefined;
  const made: MadeStretch[] = [];
  const work: PieceWork[] = [];
  for (const { from, to } of cutSegments(timeline)) {
    await breathe(signal);
    const moves = films && movesInFields(timeline, { from, to }, (id) => films.get(id));
    const painting = moves && byFields ? byFields : byFrames;
    const piece = painting === byFields ? stretchOfFields({ from, to }) : { from, to };
    const key = await painting.keyOf(piece);
    const named = painting.encodings.map((one) => ({
      ...one,
      name: `${hashName([key, one.encoding.filters, one.encoding.options])}.ts`,
    }));
    const findings = new Map<string, PictureFindings>();
    const missing: NamedEncoding[] = [];
    for (const one of named) {
      if (missing.some(({ name }) => name === one.name)) continue;
      const seen = one.isLookedAt ? await readSeen(cache, one.name) : undefined;
      if (seen) findings.set(one.name, seen);
      if (!(await cache.has(one.name)) || (one.isLookedAt && !seen)) missing.push(one);
    }
    const stretch: MadeStretch = {
      from,
      to,
      isNewScene: timeline.scenes.some((scene) => scene.from === from),
      outputs: named.map(({ name }) => ({ name, frames: to - from })),
      findings,
    };
    if (missing.length > 0) work.push({ stretch, painting, piece, missing });
    made.push(stretch);
  }
  const secondsOf = (some: readonly PieceWork[]): number =>
    some.reduce((sum, { stretch }) => sum + stretch.to - stretch.from, 0) / group.rate;
  const total = secondsOf(work);
  const id = paintingId(group);
  meter?.plan(id, expectedPainting(group, total, secondsOf(work.filter(({ painting }) => painting === byFields))));
  const report = meter?.during(id) ?? onProgress;
  let done = 0;
  const tell = (rate: number): void => {
    done += 1 / rate;
    report?.({ stage: PAINTING, done: Math.min(done, total), total });
  };
  const works = work.map(
    ({ stretch, painting, piece, missing }): Work =>
      async (stopping) => {
        const { painted } = painting;
        const seconds = (stretch.to - stretch.from) / group.rate;
        const frames = paintFrames(painting, piece, { ...sources, signal: stopping }, () => tell(painted.rate));
        const files = missing.flatMap(({ name, isLookedAt }) => [name, ...(isLookedAt ? [seenName(name)] : [])]);
        await cache.add(files, async (paths) => {
          const pathOf = (file: string): string => paths[files.indexOf(file)] ?? "";
          await encodePieces({
            frames,
            painted,
            outputs: missing.map(({ encoding, name }) => ({ encoding, path: pathOf(name) })),
            signal: stopping,
          });
          await confirm?.();
          for (const { name } of missing.filter(({ isLookedAt }) => isLookedAt)) {
            const encoded = { path: pathOf(name), format: "mpegts" as const, seconds };
            stretch.findings.set(name, await writeSeen(encoded, pathOf(seenName(name)), { signal: stopping }));
          }
        });
      },
  );
  await runTogether(works, piecesAtOnce(), signal);
  return made;
}

interface NamedEncoding {
  readonly encoding: PieceEncoding;
  readonly name: string;
  readonly isLookedAt: boolean;
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

async function* paintFrames(
  { timeline, painted: { width, height, chroma } }: Painting,
  stretch: Stretch,
  sources: PainterSources,
  tell: () => void,
): AsyncGenerator<Uint8Array> {
  const painter = createFramePainter(timeline, stretch, { width, height }, chroma, sources);
  try {
    for (let frame = stretch.from; frame < stretch.to; frame += 1) {
      sources.signal?.throwIfAborted();
      yield await painter.next();
      tell();
    }
  } finally {
    await painter.close();
  }
}
