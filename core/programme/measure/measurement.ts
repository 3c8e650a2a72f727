import type { MediaFacts } from "../../media/media-facts.ts";
import type { Loudness } from "../../sound/loudness-meter.ts";

/** Seconds from the beginning of the file. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** What a finished file sounds and looks like. */
export interface Measurement {
  readonly facts: MediaFacts;
  /** SHA-256 of the file, so that whoever gets it can see that it is the one that was measured. */
  readonly checksum: string;
  /** Undefined where there is no sound. */
  readonly sound: SoundMeasurement | undefined;
  /** Undefined where there is no moving picture. */
  readonly picture: PictureMeasurement | undefined;
}

export interface SoundMeasurement {
  readonly loudness: Loudness;
  /** Short-term loudness at even steps over the whole length, at most `GRAPH_POINTS` of them. */
  readonly graph: readonly number[];
  readonly silences: readonly TimeSpan[];
  /** Places where three or more samples in a row stand at full scale. */
  readonly clipped: number;
  /** Seconds of the first of them. */
  readonly firstClip: number | undefined;
}

export interface PictureMeasurement {
  readonly black: readonly TimeSpan[];
  readonly frozen: readonly TimeSpan[];
  /** What the picture itself shows, whatever the file says. */
  readonly fields: "progressive" | "top-first" | "bottom-first" | "unknown";
  /** Greatest share of pixels outside a television's range in one frame. */
  readonly outOfRange: number;
  /** What the decoder said of damage. */
  readonly complaints: readonly string[];
}

export const GRAPH_POINTS = 300;
