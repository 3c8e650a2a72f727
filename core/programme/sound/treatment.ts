import type { Treatment } from "./score.ts";

/**
 * Filters that clean up speech, in the order engineers use: rumble out, then steady noise, then sharp s, then evenness. `gentle` is not
 * heard as such on a good recording; `strong` is for a telephone in a market. What evenness takes from loud speech is given back, so that a
 * treated voice stands over music as the untreated one did.
 */
export function treatmentFilters(treatment: Treatment): readonly string[] {
  switch (treatment) {
    case "none":
      return [];
    case "gentle":
      return [
        "highpass=f=75:poles=2",
        "afftdn=noise_reduction=8:noise_floor=-50:track_noise=1",
        "deesser=i=0.15:m=0.4:f=0.5",
        "acompressor=threshold=-24dB:ratio=2:attack=15:release=250:knee=6:makeup=2",
      ];
    case "strong":
      return [
        "highpass=f=100:poles=2",
        "afftdn=noise_reduction=18:noise_floor=-40:track_noise=1",
        "deesser=i=0.3:m=0.5:f=0.5",
        "acompressor=threshold=-28dB:ratio=3.5:attack=8:release=200:knee=6:makeup=3.6",
      ];
  }
}
