import { MIX_RATE } from "../../../core/media/conform.ts";
import type { Treatment } from "../../../core/programme/sound/score.ts";
import { treatmentFilters } from "../../../core/programme/sound/treatment.ts";
import { findFfmpeg } from "../ffmpeg/find-ffmpeg.ts";
import { runFfmpeg } from "../ffmpeg/run-ffmpeg.ts";

/** Frames before and after the click that is sent through. */
const LEAD = MIX_RATE / 4;

const known = new Map<string, Promise<number>>();

/**
 * Frames by which the filters of a treatment let sound out later than it went in: ffmpeg's noise reduction looks ahead and does not say by how
 * much, and versions differ. Found by sending a click through it, once for as long as this process runs.
 */
export function treatmentDelay(treatment: Treatment): Promise<number> {
  if (treatment === "none") return Promise.resolve(0);
  const key = `${findFfmpeg().ffmpeg.path} ${treatment}`;
  const asked = known.get(key);
  if (asked) return asked;
  const answer = sendClick(treatmentFilters(treatment));
  known.set(key, answer);
  answer.catch(() => known.delete(key));
  return answer;
}

async function sendClick(filters: readonly string[]): Promise<number> {
  const sent = new Float32Array(LEAD * 2 * 2);
  sent[LEAD * 2] = sent[LEAD * 2 + 1] = 1;
  const chunks: Buffer[] = [];
  const raw = ["-f", "f32le", "-ar", String(MIX_RATE), "-ac", "2"];
  await runFfmpeg({
    args: [...raw, "-i", "pipe:0", "-af", filters.join(","), ...raw, "-c:a", "pcm_f32le", "pipe:1"],
    input: one(new Uint8Array(sent.buffer)),
    onOutput: (chunk) => void chunks.push(chunk),
  });
  const bytes = new Uint8Array(Buffer.concat(chunks));
  const heard = new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4));
  let loudest = LEAD * 2;
  for (let index = 0; index < heard.length; index += 2) {
    if (Math.abs(heard[index] ?? 0) > Math.abs(heard[loudest] ?? 0)) loudest = index;
  }
  return Math.max(0, loudest / 2 - LEAD);
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
