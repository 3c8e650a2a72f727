import type { Loudness } from "../../sound/loudness-meter.ts";
import type { LoudnessTarget } from "../presets/preset-schema.ts";

/** How a mix is brought to its loudness, in decibels. */
export interface MasterSettings {
  readonly gain: number;
  /** No peak passes it, also between samples. */
  readonly ceiling: number;
  /** True where more gain was asked for than is sensible: it would raise nothing but noise. */
  readonly gainCapped: boolean;
}

/** A recording that needs more is noise. */
const MOST_GAIN = 30;
/** Different meters interpolate a little differently. */
const METER_MARGIN = 0.1;
/** Lossy coding moves peaks. */
const CODING_MARGIN = 0.4;
/** A file whose loudness is this near is right: meters differ by less. */
export const CLOSE_ENOUGH = 0.08;
const MOST_TURNS = 5;

/** Settings by the measurement of the mix. A silent mix stays as it is. */
export function firstMaster(mix: Loudness, target: LoudnessTarget, lossy: boolean): MasterSettings {
  const ceiling = target.truePeak - METER_MARGIN - (lossy ? CODING_MARGIN : 0);
  return withGain(Number.isFinite(mix.integrated) ? target.target - mix.integrated : 0, ceiling);
}

/** Better settings after `turn` files were made and measured; undefined where the last is right or another would be no better. */
export function nextMaster(
  settings: MasterSettings,
  made: Pick<Loudness, "integrated" | "truePeak">,
  target: LoudnessTarget,
  turn: number,
  closeEnough: number = CLOSE_ENOUGH,
): MasterSettings | undefined {
  if (turn >= MOST_TURNS || !Number.isFinite(made.integrated)) return undefined;
  const missing = target.target - made.integrated;
  const excess = made.truePeak - target.truePeak;
  const louder = Math.abs(missing) > closeEnough && !(settings.gainCapped && missing > 0);
  if (!louder && excess <= 0) return undefined;
  return withGain(
    settings.gain + (louder ? missing : 0),
    settings.ceiling - Math.max(0, excess > 0 ? excess + METER_MARGIN : 0),
  );
}

const withGain = (gain: number, ceiling: number): MasterSettings => ({
  gain: Math.min(MOST_GAIN, gain),
  ceiling,
  gainCapped: gain >= MOST_GAIN,
});
