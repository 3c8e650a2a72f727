/** What ffmpeg says while it decodes a file through `showinfo` and `ashowinfo`, with levels (`-loglevel level+info`) → what is wrong, and when. */

/** One stream as it was decoded. Seconds from the file's beginning. */
export interface DecodedStream {
  /** Frames of a picture, samples of sound. */
  readonly count: number;
  readonly from: number;
  /** The end of its last frame. */
  readonly to: number;
  /** Moments at which the time of a frame is before that of the one shown before it. */
  readonly backwards: readonly number[];
}

export interface DecodeLog {
  readonly picture: DecodedStream | undefined;
  readonly sound: DecodedStream | undefined;
  /** Stretches in which decoding went wrong, with what was said first. */
  readonly damage: readonly { readonly from: number; readonly to: number; readonly reason: string }[];
}

export interface DecodeLogReader {
  /** True for lines that are understood. */
  take(line: string): boolean;
  read(): DecodeLog;
}

/** What decoders and demuxers warn of that is damage; everything they call an error is. */
const DAMAGE =
  /error while decoding|concealing|invalid data|corrupt|missing picture|non-existing|truncat|discontinuity|mismatch/i;
/** Complaints of what comes after decoding, and of what needs no mending. */
const HARMLESS =
  /^\[(?:null|wrapped_avframe|swscaler|auto_)|non.?monoton|deprecated pixel format|Estimating duration|Application provided/i;
/** What demuxers say of a file's end while they look it over at the beginning. */
const SAID_AHEAD = /packet corrupt|corrupt input packet|partial file|ended prematurely/i;
/** Damage that lies closer together is told as one. Seconds. */
const APART = 1.5;
/** Earlier than the frame before by no more is rounding. Seconds. */
const ROUNDING = 0.002;

interface Seen {
  count: number;
  from: number;
  /** Of the latest frame, and of the one that was seen just before. */
  last: number;
  before: number;
  length: number;
  backwards: number[];
}

/** `frameSeconds` is the length of a frame of the picture, where it is known. */
export function createDecodeLogReader(frameSeconds: number | undefined): DecodeLogReader {
  let picture: Seen | undefined;
  let sound: Seen | undefined;
  const damage: { from: number; to: number; reason: string }[] = [];

  const see = (seen: Seen | undefined, time: number, count: number, length: number): Seen => {
    if (!seen) return { count, from: time, last: time, before: time, length, backwards: [] };
    if (time < seen.before - ROUNDING) seen.backwards.push(seen.before);
    seen.before = time;
    seen.count += count;
    seen.from = Math.min(seen.from, time);
    if (time >= seen.last) [seen.last, seen.length] = [time, length];
    return seen;
  };
  const complain = (reason: string): void => {
    const at = Math.max(picture?.last ?? 0, sound?.last ?? 0);
    const last = damage.at(-1);
    if (last && at - last.to <= APART) last.to = Math.max(last.to, at);
    else damage.push({ from: at, to: at, reason });
  };

  return {
    take(line) {
      const shown = /_(a?)showinfo_\d+ @ [^\]]*\] (?:\[info\] )?(.*)$/.exec(line);
      if (shown) {
        const [, audio, words = ""] = shown;
        const time = Number(/\bpts_time:\s*(-?[\d.]+)/.exec(words)?.[1] ?? Number.NaN);
        if (!/^n:\s*\d/.test(words) || !Number.isFinite(time)) return true;
        if (audio) {
          const samples = Number(/\bnb_samples:(\d+)/.exec(words)?.[1] ?? 0);
          const rate = Number(/\brate:(\d+)/.exec(words)?.[1] ?? 1);
          sound = see(sound, time, samples, samples / rate);
        } else picture = see(picture, time, 1, frameSeconds ?? 0);
        return true;
      }
      const said = /^(\[[^\]]* @ [^\]]*\] )?\[(fatal|error|warning|info|verbose|panic)\] (.*)$/.exec(line);
      if (!said) return false;
      const [, place = "", level, words = ""] = said;
      const isDamage = level === "error" || level === "fatal" || (level === "warning" && DAMAGE.test(words));
      const isAhead = !picture && !sound && SAID_AHEAD.test(words);
      if (isDamage && !isAhead && !HARMLESS.test(place) && !HARMLESS.test(words)) complain(words);
      return true;
    },
    read: () => ({ picture: streamOf(picture), sound: streamOf(sound), damage }),
  };
}

const streamOf = (seen: Seen | undefined): DecodedStream | undefined =>
  seen && { count: seen.count, from: seen.from, to: seen.last + seen.length, backwards: seen.backwards };
