/** The picture of a clip: pieces that are not there yet are painted and encoded, then all are joined. */

import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import type { Bilingual } from "../../core/diagnostics/diagnostic.ts";
import { groupByPainting, isJoinable, type PaintingGroup } from "../../core/programme/picture/painting-groups.ts";
import { cutSegments } from "../../core/programme/picture/segments.ts";
import { encodingId, expectedPainting, paintingId } from "../../core/programme/plan/expected-work.ts";
import { videoArguments, videoFilters } from "../../core/programme/presets/preset-arguments.ts";
import type { VideoPreset } from "../../core/programme/presets/preset-schema.ts";
import type { Stretch, Timeline } from "../../core/programme/timeline.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";
import { breathe, type JobOptions } from "../jobs/progress.ts";
import { type OverlappingWork, runOverlapping } from "../jobs/run-overlapping.ts";
import type { WorkMeter } from "../jobs/work-meter.ts";
import { fileAddress, secondsArgument } from "../media/ffmpeg/file-arguments.ts";
import { runFfmpeg, runFfprobe } from "../media/ffmpeg/run-ffmpeg.ts";
import { encodePieces, type PaintedFormat, type PieceEncoding, paintedChroma, pieceEncoding } from "./encode-pieces.ts";
import { createFramePainter, type PainterSources } from "./frame-painter.ts";
import { hashValue } from "./hash-value.ts";
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
const ENCODING: Bilingual = { vi: "Nén hình", en: "Encoding the picture" };

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
      const names = await renderPieces(job, group, timeline);
      for (const [index, output] of group.items.entries()) {
        const list = await writeList(
          job.cache,
          names.map((piece) => piece[index] ?? { name: "", frames: 0 }),
          group.rate,
        );
        lists.push(list);
        const input = isJoinable(output.video)
          ? listInput(list)
          : await encodeWhole(
              job,
              output,
              timeline,
              group.rate,
              list,
              names.map((piece) => piece[index]?.name ?? ""),
            );
        pictures.push({ id: output.id, frames: timeline.frames, input });
      }
    }
    return await use(pictures);
  } finally {
    for (const list of lists) await rm(list, { force: true });
  }
}

interface Piece {
  readonly name: string;
  readonly frames: number;
}

/** Makes every piece that is missing; answers the names of all, by piece and by output. */
async function renderPieces(
  { sources, cache, confirm, meter, signal, onProgress }: PictureJob,
  group: PaintingGroup<PictureOutput>,
  timeline: Timeline,
): Promise<readonly (readonly Piece[])[]> {
  const { width, height, rate } = group;
  const painted = { width, height, rate, chroma: paintedChroma(group.items.map(({ video }) => video)) };
  const keyOf = createSegmentKeys(timeline, painted, sources);
  const encodings = group.items.map(({ video }) => pieceEncoding(video, painted));
  const pieces: Piece[][] = [];
  const work: { readonly stretch: Stretch; readonly missing: readonly NamedEncoding[] }[] = [];
  for (const stretch of cutSegments(timeline)) {
    await breathe(signal);
    const key = await keyOf(stretch);
    const made = encodings.map((encoding) => ({
      encoding,
      name: `${nameOf([key, encoding.filters, encoding.options])}.ts`,
    }));
    const missing: NamedEncoding[] = [];
    for (const one of made) {
      if (missing.some(({ name }) => name === one.name) || (await cache.has(one.name))) continue;
      missing.push(one);
    }
    if (missing.length > 0) work.push({ stretch, missing });
    pieces.push(made.map(({ name }) => ({ name, frames: stretch.to - stretch.from })));
  }
  const total = work.reduce((sum, { stretch }) => sum + stretch.to - stretch.from, 0);
  const id = paintingId(group);
  meter?.plan(id, expectedPainting(group, total / group.rate));
  const report = meter?.during(id) ?? onProgress;
  let done = 0;
  const works = work.map(
    ({ stretch, missing }): OverlappingWork =>
      async (stopping, handOver) => {
        const before = done;
        done += stretch.to - stretch.from;
        const tell = (frame: number) =>
          report?.({ stage: PAINTING, done: (before + frame) / group.rate, total: total / group.rate });
        const frames = paintFrames(timeline, stretch, painted, { ...sources, signal: stopping }, tell);
        const names = missing.map(({ name }) => name);
        await cache.add(names, async (paths) => {
          await encodePieces({
            // The next piece is painted while the encoder is still busy with what it has been given.
            frames: whenOver(frames, handOver),
            painted,
            outputs: missing.map(({ encoding }, index) => ({ encoding, path: paths[index] ?? "" })),
            signal: stopping,
          });
          await confirm?.();
        });
      },
  );
  await runOverlapping(works, signal);
  return pieces;
}

interface NamedEncoding {
  readonly encoding: PieceEncoding;
  readonly name: string;
}

async function* paintFrames(
  timeline: Timeline,
  stretch: Stretch,
  { width, height, chroma }: PaintedFormat,
  sources: PainterSources,
  tell: (frame: number) => void,
): AsyncGenerator<Uint8Array> {
  const painter = createFramePainter(timeline, stretch, { width, height }, chroma, sources);
  try {
    for (let frame = stretch.from; frame < stretch.to; frame += 1) {
      sources.signal?.throwIfAborted();
      yield await painter.next();
      tell(frame - stretch.from + 1);
    }
  } finally {
    await painter.close();
  }
}

async function* whenOver<Item>(items: AsyncIterable<Item>, tell: () => void): AsyncGenerator<Item> {
  try {
    yield* items;
  } finally {
    tell();
  }
}

const nameOf = (value: unknown): string => {
  const hash = createHash("sha256");
  hashValue(hash, value);
  return hash.digest("hex");
};

/** A list of pieces for ffmpeg, with their exact lengths, so that they join without gap or drift. */
async function writeList(cache: SegmentCache, pieces: readonly Piece[], rate: number): Promise<string> {
  const lines = pieces.flatMap(({ name, frames }) => [`file ${name}`, `duration ${(frames / rate).toFixed(9)}`]);
  const path = cache.temporary("ffconcat");
  await writeFileAtomically(path, new TextEncoder().encode(`ffconcat version 1.0\n${lines.join("\n")}\n`));
  return path;
}

const listInput = (list: string): readonly string[] => [
  ...["-protocol_whitelist", "file", "-f", "concat", "-safe", "1", "-i", fileAddress(list)],
];

/** Encodes joined pieces in one go, for presets that cannot be joined. */
async function encodeWhole(
  { cache, meter, signal, onProgress }: PictureJob,
  { id, video }: PictureOutput,
  timeline: Timeline,
  rate: number,
  list: string,
  pieces: readonly string[],
): Promise<readonly string[]> {
  const filters = videoFilters(video, rate);
  const options = videoArguments(video);
  const name = `${nameOf([pieces, filters, options])}.nut`;
  const stage = encodingId(id);
  if (await cache.has(name)) meter?.plan(stage, 0);
  else {
    const report = meter?.during(stage) ?? onProgress;
    await cache.add([name], async ([path = ""]) => {
      await runFfmpeg({
        args: [
          ...listInput(list),
          "-vf",
          filters,
          ...options,
          "-an",
          "-fflags",
          "+bitexact",
          "-f",
          "nut",
          fileAddress(path),
        ],
        signal,
        onProgress: ({ seconds }) => report?.({ stage: ENCODING, done: seconds, total: timeline.frames / rate }),
      });
    });
  }
  const path = cache.path(name);
  const late = await firstShown(path, signal);
  return [...["-itsoffset", secondsArgument(-late)], ...NUT_INPUT, "-i", fileAddress(path)];
}

const NUT_INPUT = ["-protocol_whitelist", "file", "-f", "nut"];
/** No encoder of ours shows its first frame later in its own order. */
const FIRST_PACKETS = 16;

/** Seconds at which the first frame of an encoded picture is shown: frames that wait for later ones push it back, where sound would not be. */
async function firstShown(path: string, signal: AbortSignal | undefined): Promise<number> {
  const asked = [
    "-select_streams",
    "v:0",
    "-show_entries",
    "packet=pts_time",
    "-read_intervals",
    `%+#${FIRST_PACKETS}`,
  ];
  const { output } = await runFfprobe([...NUT_INPUT, ...asked, "-of", "csv=p=0", fileAddress(path)], { signal });
  const shown = output
    .split(/[\s,]+/)
    .map(Number.parseFloat)
    .filter(Number.isFinite);
  return shown.length === 0 ? 0 : Math.min(...shown);
}
