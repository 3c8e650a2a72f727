import { MIX_RATE } from "../../../core/media/conform.ts";
import type { MasterSettings } from "../../../core/programme/sound/master-plan.ts";
import { gainOf } from "../../../core/sound/decibels.ts";
import { createLimiter } from "../../../core/sound/limiter.ts";
import { type MixFile, type MixRange, readMixFile } from "./mix-file.ts";

export interface Mastering {
  readonly mix: MixFile;
  readonly channels: 1 | 2;
  readonly settings: MasterSettings;
  /** All of it without it. Before its beginning the limiter has heard silence. */
  readonly range?: MixRange | undefined;
  /** Gets the smallest factor the limiter applied, when everything is out. */
  readonly onLeastGain?: ((least: number) => void) | undefined;
}

/** A mix at its gain and below its ceiling, every sample in its own place. Each block is overwritten by the next. */
export async function* masteredBlocks({
  mix,
  channels,
  settings,
  range,
  onLeastGain,
}: Mastering): AsyncGenerator<Float32Array> {
  const limiter = createLimiter({ rate: MIX_RATE, channels, ceiling: gainOf(settings.ceiling) });
  const factor = gainOf(settings.gain);
  // What comes out first is the silence before the programme, and its end has to be pushed out.
  let early = limiter.delay * channels;
  let out = new Float32Array();
  const limit = (block: Float32Array): Float32Array => {
    if (out.length < block.length) out = new Float32Array(block.length);
    const limited = out.subarray(0, block.length);
    limiter.process(block, limited);
    const skipped = Math.min(early, limited.length);
    early -= skipped;
    return limited.subarray(skipped);
  };
  for await (const block of readMixFile(mix, channels, range)) {
    for (let index = 0; index < block.length; index += 1) block[index] = (block[index] ?? 0) * factor;
    yield limit(block);
  }
  yield limit(new Float32Array(limiter.delay * channels));
  onLeastGain?.(limiter.leastGain());
}
