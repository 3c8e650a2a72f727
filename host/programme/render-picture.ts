/** The picture of a clip: pieces that are not there yet are painted and encoded, then all are joined. */

import { rm } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import type { Bilingual } from "../../core/diagnostics/diagnostic.ts";
import { joinFindings, type PictureFindings } from "../../core/programme/measure/picture-findings.ts";
import { groupByPainting, isJoinable, type PaintingGroup } from "../../core/programme/picture/painting-groups.ts";
import { expectedPainting, paintingId } from "../../core/programme/plan/expected-work.ts";
import type { VideoPreset } from "../../core/programme/presets/preset-schema.ts";
import type { Stretch, Timeline } from "../../core/programme/timeline.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { runTogether, type Work } from "../jobs/run-together.ts";
import type { WorkMeter } from "../jobs/work-meter.ts";
import { encodePieces } from "./encode-pieces.ts";
import { encodeWhole } from "./encode-whole.ts";
import { createFramePainter, type PainterSources } from "./frame-painter.ts";
import { pieceListInput, writePieceList } from "./piece-list.ts";
import { type EncodedStretch, type Painting, type PieceWork, planPieces } from "./plan-pieces.ts";
import { seenName, writeSeen } from "./seen-pictures.ts";
import type { SegmentCache } from "./segment-cache.ts";

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
      const stretches = await renderPieces(job, group, timeline);
      for (const [index, { id, video }] of group.items.entries()) {
        const pieces = stretches.flatMap((stretch) => stretch.pieces[index] ?? []);
        const list = await writePieceList(job.cache, pieces, group.rate);
        lists.push(list);
        const whole = isJoinable(video)
          ? { input: pieceListInput(list), findings: joinSeen(stretches, index, group.rate) }
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

const joinSeen = (stretches: readonly EncodedStretch[], output: number, rate: number): PictureFindings =>
  joinFindings(
    stretches.flatMap(({ pieces, findings, isNewScene }) => {
      const piece = pieces[output];
      const seen = piece && findings.get(piece.name);
      return seen ? [{ findings: seen, seconds: piece.frames / rate, isNewPicture: isNewScene }] : [];
    }),
  );

/** Makes every piece that is missing, and looks at it. */
async function renderPieces(
  job: PictureJob,
  group: PaintingGroup<PictureOutput>,
  timeline: Timeline,
): Promise<readonly EncodedStretch[]> {
  const { stretches, work } = await planPieces(job, group, timeline);
  const secondsOf = (some: readonly PieceWork[]): number =>
    some.reduce((sum, { stretch }) => sum + stretch.to - stretch.from, 0) / group.rate;
  const total = secondsOf(work);
  const ofFields = secondsOf(work.filter(({ painting }) => painting.isOfFields));
  const id = paintingId(group);
  job.meter?.plan(id, expectedPainting(group, total, ofFields));
  const report = job.meter?.during(id) ?? job.onProgress;
  let done = 0;
  const tell = (seconds: number): void => {
    done += seconds;
    report?.({ stage: PAINTING, done: Math.min(done, total), total });
  };
  const works = work.map(
    (one): Work =>
      (signal) =>
        makePieces(one, { ...job, signal }, tell),
  );
  await runTogether(works, piecesAtOnce(), job.signal);
  return stretches;
}

/** Paints a stretch once, encodes the pieces that are missing of it and looks at them; `tell` gets the seconds that are done. */
async function makePieces(
  { stretch, painting, painted, missing }: PieceWork,
  { sources, cache, confirm, signal }: PictureJob,
  tell: (seconds: number) => void,
): Promise<void> {
  const frames = paintFrames(painting, painted, { ...sources, signal }, tell);
  const files = missing.flatMap(({ name, isLookedAt }) => [name, ...(isLookedAt ? [seenName(name)] : [])]);
  await cache.add(files, async (paths) => {
    const pathOf = (file: string): string => paths[files.indexOf(file)] ?? "";
    const outputs = missing.map(({ encoding, name }) => ({ encoding, path: pathOf(name) }));
    await encodePieces({ frames, painted: painting.format, outputs, signal });
    await confirm?.();
    const seconds = (painted.to - painted.from) / painting.format.rate;
    for (const { name } of missing.filter(({ isLookedAt }) => isLookedAt)) {
      const piece = { path: pathOf(name), format: "mpegts" as const, seconds };
      stretch.findings.set(name, await writeSeen(piece, pathOf(seenName(name)), { signal }));
    }
  });
}

async function* paintFrames(
  { timeline, format: { width, height, chroma, rate } }: Painting,
  stretch: Stretch,
  sources: PainterSources,
  tell: (seconds: number) => void,
): AsyncGenerator<Uint8Array> {
  const painter = createFramePainter(timeline, stretch, { width, height }, chroma, sources);
  try {
    for (let frame = stretch.from; frame < stretch.to; frame += 1) {
      sources.signal?.throwIfAborted();
      yield await painter.next();
      tell(1 / rate);
    }
  } finally {
    await painter.close();
  }
}
