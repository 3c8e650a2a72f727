import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { type Encoders, encodersOf } from "../../core/programme/presets/preset-arguments.ts";
import type { Preset } from "../../core/programme/presets/preset-schema.ts";
import { describeFfmpeg } from "../media/ffmpeg/describe-ffmpeg.ts";
import { encoderMissing } from "./render-diagnostics.ts";

/**
 * Presets the ffmpeg at hand has no encoder for: told before hours of work, not after. `encoders` are its own where undefined. Throws a
 * `DiagnosticError` where there is no ffmpeg.
 */
export async function checkEncoders(presets: readonly Preset[], encoders?: Encoders): Promise<readonly Diagnostic[]> {
  const known = encoders ?? (await describeFfmpeg()).encoders;
  return presets.flatMap((preset) => {
    const missing = encodersOf(preset).filter((choices) => !choices.some((name) => known.has(name)));
    return missing.map((choices) => encoderMissing(preset.id, choices[0] ?? ""));
  });
}
