import { DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { conformMedia } from "../../../core/media/conform.ts";
import { mediaHasNoSound } from "../../../core/media/media-diagnostics.ts";
import type { MediaFacts } from "../../../core/media/media-facts.ts";
import type { ProbedMedia } from "../probe-media.ts";
import type { SoundSource } from "./decode-sound.ts";

/** The file's default sound. Throws a `DiagnosticError` where it has none. */
export function soundSource({ path, facts }: ProbedMedia): SoundSource {
  const [audio, right] = facts.audio;
  if (!audio) throw new DiagnosticError([mediaHasNoSound(path)]);
  const paired = areChannels(facts) ? right : undefined;
  // As stereo there is nothing to do to a pair but its rate. The frame rate concerns pictures only.
  const sounding = paired ? { ...facts, audio: [{ ...audio, channels: 2, layout: "stereo" }] } : facts;
  return {
    path,
    container: facts.container,
    audio,
    fileStart: facts.startTime,
    right: paired,
    conform: conformMedia(sounding, path, 25).audioFilters,
  };
}

/** Broadcast files keep left and right in two streams of one channel each; two languages are marked as such. */
const areChannels = ({ audio, container }: MediaFacts): boolean =>
  container.startsWith("mxf") && audio.length >= 2 && audio.every(({ channels }) => channels === 1);
