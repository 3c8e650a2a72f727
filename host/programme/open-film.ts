/** Where ffmpeg opens a film so that its frames come at their true times. */

import type { VideoFacts } from "../../core/media/media-facts.ts";
import { rational, rationalValue } from "../../core/media/rational.ts";
import { inputArguments } from "../media/ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../media/ffmpeg/run-ffmpeg.ts";
import type { ProbedMedia } from "../media/probe-media.ts";

export interface FilmOpening {
  /** Opens the film at or before what is asked for. */
  readonly input: readonly string[];
  /** Filters before all others: of their frames, the one asked for has the time 0, earlier ones have times below it. */
  readonly filters: readonly string[];
}

/**
 * Opens a film at `start` seconds after its first stream begins. ffmpeg rounds the point it seeks to the file's time base (a whole frame in AVI:
 * 21 ms off at 24 a second), leaves out the frame that is still shown there, and counts some files from the first stream it is asked for. So it
 * is sent to a moment the file has, keeps what it reads on the way and the file's own times, and the rest is counted off in microseconds.
 */
export async function openFilm(
  media: ProbedMedia,
  video: VideoFacts,
  start: number,
  signal?: AbortSignal,
): Promise<FilmOpening> {
  const tick = rationalValue(video.timeBase ?? rational(1, MICROSECONDS));
  const asked = Math.max(0, Math.floor(start / tick) * tick);
  const seek = UNINDEXED.test(media.facts.container) ? await surePlace(media, video, asked, signal) : asked;
  const rest = Math.round((start + media.facts.startTime) * MICROSECONDS) - TIE;
  return {
    input: openAt(media, seek),
    filters: [`settb=1/${MICROSECONDS}`, `setpts=PTS-(${rest})`],
  };
}

const MICROSECONDS = 1_000_000;

/** Microseconds, more than times are rounded by: a frame half-way between two of the programme's always goes to the later one. */
const TIE = 5;

/** Containers in which ffmpeg seeks by the clock alone and may land behind the picture that the next ones are predicted from. */
const UNINDEXED = /^(?:mpeg|mpegts)$/;
/** Seconds before the moment asked for from which key frames are looked for. */
const LEADS = [2, 8, 24];
/** Key frames a film is read from before the moment asked for: the first one ffmpeg finds may lack its beginning. */
const SURE_KEYS = 2;
/** Frames looked at beyond those that are expected, for films of changing rate. */
const MORE_FRAMES = 1.2;

const openAt = ({ path, demuxer, decoder }: ProbedMedia, seek: number): readonly string[] => [
  ...["-copyts", "-noaccurate_seek"],
  ...inputArguments(path, { demuxer, decoder, start: seek }),
];

/**
 * The place nearest before `asked` from which everything that is shown then can be decoded and has a time of its own; else the beginning. Frames
 * without one are so small that several lie in one packet: their times are only known to who has read all that stands before them.
 */
async function surePlace(
  media: ProbedMedia,
  video: VideoFacts,
  asked: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  const until = asked + media.facts.startTime;
  for (const lead of LEADS) {
    const seek = asked - lead;
    if (seek <= 0) break;
    const frames = Math.ceil(lead * rationalValue(video.frameRate ?? rational(50)) * MORE_FRAMES);
    const packets = await readPackets(media, video, seek, frames, signal);
    const before = packets.slice(0, 1 + packets.findLastIndex(({ time }) => time !== undefined && time <= until));
    const timed = packets.every(({ time }) => time !== undefined);
    if (timed && before.filter(({ isKey }) => isKey).length >= SURE_KEYS) return seek;
  }
  return 0;
}

interface Packet {
  /** Seconds, by the file's own clock; undefined where the file does not say. */
  readonly time: number | undefined;
  readonly isKey: boolean;
}

/** What ffmpeg reads first where it is sent to a place, from the first key frame on. */
async function readPackets(
  media: ProbedMedia,
  { index, timeBase }: VideoFacts,
  seek: number,
  frames: number,
  signal: AbortSignal | undefined,
): Promise<readonly Packet[]> {
  const chunks: Buffer[] = [];
  await runFfmpeg({
    args: [
      ...openAt(media, seek),
      ...["-map", `0:${index}`, "-c", "copy", "-frames:v", String(frames), "-f", "framecrc", "pipe:1"],
    ],
    signal,
    onOutput: (chunk) => void chunks.push(chunk),
  });
  const tick = rationalValue(timeBase ?? rational(1, CLOCK));
  const lines = Buffer.concat(chunks).toString("latin1").split("\n");
  return lines.flatMap((line): Packet[] => {
    const [stream, , shown, , , , ...more] = line.split(",").map((part) => part.trim());
    if (stream !== "0") return [];
    const ticks = Number(shown);
    // Key frames have nothing said of them.
    return [{ time: ticks > NO_TIME ? ticks * tick : undefined, isKey: !more.some((one) => one.startsWith("F=")) }];
  });
}

/** Ticks of MPEG's clock a second. */
const CLOCK = 90_000;
/** Far below any time; ffmpeg's own number for none is lower. */
const NO_TIME = -(2 ** 60);
