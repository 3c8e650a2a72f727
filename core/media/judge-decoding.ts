/** What is told of a file that was decoded from end to end. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  mediaCutShort,
  mediaDamagedIn,
  mediaLongerThanSaid,
  mediaTimesJump,
  soundAndPictureDiffer,
} from "./media-diagnostics.ts";
import type { MediaFacts } from "./media-facts.ts";
import { rationalValue } from "./rational.ts";
import type { DecodedStream, DecodeLog } from "./read-decode-log.ts";

/** Lengths written in files are rounded to whole packets. Seconds. */
const TOLERANCE = 0.25;

/** Damage at the end of what is cut short is told with that; `file` is the name the user knows it by. */
export function judgeDecoding(facts: MediaFacts, log: DecodeLog, file: string): readonly Diagnostic[] {
  const { picture, sound, damage } = log;
  const end = trueEnd(log);
  const frame = facts.video?.frameRate ? 1 / rationalValue(facts.video.frameRate) : 0;
  const tolerance = Math.max(TOLERANCE, 3 * frame);
  const short = [
    shortOf(facts.video && (facts.video.duration ?? facts.duration), picture, tolerance),
    shortOf(facts.audio[0] && (facts.audio[0].duration ?? facts.duration), sound, tolerance),
  ].find((one) => one !== undefined);
  const inside = damage.filter(({ from }) => !short || from < short.found - 2 * frame - 0.1);
  const backwards = [...(picture?.backwards ?? []), ...(sound?.backwards ?? [])].sort((a, b) => a - b);
  const isLonger = facts.duration !== undefined && end - facts.duration > Math.max(tolerance, facts.duration * 0.01);
  const isApart = !short && picture && sound && picture.count > 1 && Math.abs(picture.to - sound.to) > tolerance;
  return [
    ...(short ? [mediaCutShort(file, short.said, short.found)] : []),
    ...(inside.length > 0 ? [mediaDamagedIn(file, inside)] : []),
    ...(backwards[0] === undefined ? [] : [mediaTimesJump(file, backwards[0], backwards.length)]),
    ...(isLonger ? [mediaLongerThanSaid(file, facts.duration ?? 0, end)] : []),
    ...(isApart ? [soundAndPictureDiffer(file, picture.to, sound.to)] : []),
  ];
}

/** How long the file really is: the end of what can be decoded of it. Seconds. */
export const trueEnd = ({ picture, sound }: DecodeLog): number => Math.max(picture?.to ?? 0, sound?.to ?? 0);

function shortOf(said: number | undefined, stream: DecodedStream | undefined, tolerance: number) {
  if (said === undefined || !stream) return undefined;
  return said - stream.to > tolerance ? { said, found: stream.to } : undefined;
}
