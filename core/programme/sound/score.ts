/** The sound of a programme, ready to be mixed: what lies where, to the sample. Plain data; places and lengths are frames at `MIX_RATE`. */

/** How speech is cleaned up before it is mixed. */
export type Treatment = "none" | "gentle" | "strong";

export interface SoundScore {
  /** Frames of the whole programme. */
  readonly length: number;
  readonly tracks: readonly ScoreTrack[];
}

export interface ScoreTrack {
  readonly id: string;
  /** Decibels. */
  readonly gain: number;
  readonly treatment: Treatment;
  /** Changes of level over the whole programme; none where empty. */
  readonly automation: readonly AutomationPoint[];
  readonly pieces: readonly ScorePiece[];
}

/** A stretch of one source. */
export interface ScorePiece {
  /** Which file; the host knows where it lies. */
  readonly source: string;
  /** Both channels of the source are alike. */
  readonly alike?: boolean;
  /** Where it begins in the programme. */
  readonly at: number;
  /** Where it begins in its source. */
  readonly from: number;
  readonly length: number;
  /** Decibels. */
  readonly gain: number;
  /** Frames of the fades, which keep the power even where two of them cross. */
  readonly fadeIn: number;
  readonly fadeOut: number;
}

/** Between two points the level changes evenly in decibels. Points are in order of time. */
export interface AutomationPoint {
  readonly at: number;
  readonly decibels: number;
}
