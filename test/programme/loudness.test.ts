import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { SoundScore } from "../../core/programme/sound/score.ts";
import { findPreset } from "../../host/media/presets/preset-files.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { type DeliveredSound, deliverSound } from "../../host/media/sound/deliver-sound.ts";
import { explainMaster } from "../../host/media/sound/master-sound.ts";
import { writeMixFile } from "../../host/media/sound/mix-file.ts";
import { mixScore } from "../../host/media/sound/mix-score.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { independentLoudness } from "./support/independent-loudness.ts";
import { makeSound } from "./support/make-media.ts";

const RATE = 48_000;

interface Delivered extends DeliveredSound {
  readonly diagnostics: readonly Diagnostic[];
}

/** A programme of one file from its beginning to its end. */
async function deliver(source: string, presetId: string, out: string, seconds?: number): Promise<Delivered> {
  const media = await probeMedia(source);
  const length = Math.round((seconds ?? media.facts.duration ?? 0) * RATE);
  const piece = { source: "it", at: 0, from: 0, length, gain: 0, fadeIn: 0, fadeOut: 0 };
  const score: SoundScore = {
    length,
    tracks: [{ id: "voice", gain: 0, treatment: "none", automation: [], pieces: [piece] }],
  };
  const problems: unknown[] = [];
  const blocks = mixScore(score, new Map([["it", media]]), { onProblem: (problem) => problems.push(problem) });
  const mix = await writeMixFile(join(temporaryFolder(), "mix.f32"), blocks, length, [1, 2]);
  expect(problems).toEqual([]);
  const preset = findPreset(presetId, "/nowhere");
  const delivered = await deliverSound({ mix, preset, out, metadata: { title: "Thử" } });
  return { ...delivered, diagnostics: explainMaster(out, delivered, preset.loudness) };
}

/** Words with pauses, as far as a meter can tell. */
const SPEECH =
  "anoisesrc=seed=7:c=pink:a=0.5:d=8:r=48000,bandpass=f=900:w=1200,volume='70*abs(sin(2.3*t))*(0.2+abs(sin(11*t)))':eval=frame";

const inputs: readonly [name: string, graph: string, extension: string, args?: readonly string[]][] = [
  ["quiet speech", `${SPEECH},volume=-20dB`, "wav"],
  ["loud clipped music", "anoisesrc=seed=7:c=pink:a=1:d=6:r=48000,volume=14dB,aformat=sample_fmts=s16", "wav"],
  ["a pure tone", "sine=f=997:d=5:r=48000,volume=6dB", "wav"],
  ["one channel at 44.1 kHz", `${SPEECH},aresample=44100`, "m4a", ["-ac", "1"]],
  ["5.1", "anoisesrc=seed=7:c=pink:a=0.3:d=6:r=48000,pan=5.1|c0=c0|c1=0.5*c0|c2=c0|c3=c0|c4=0.3*c0|c5=0.3*c0", "flac"],
  ["silence in the middle", `${SPEECH},volume='if(between(t,2,5.5),0,1)':eval=frame`, "wav"],
  ["very short", "sine=f=440:d=0.9:r=48000", "wav"],
  ["clicks over quiet", `${SPEECH},volume=-20dB,aeval='val(0)+0.9*lt(mod(t,1.7),0.0004)'`, "wav"],
  ["noise up to half the rate", "anoisesrc=seed=7:c=white:a=0.8:d=5:r=48000", "wav"],
  ["tones a quarter of the rate high", "aevalsrc='0.9*sin(2*PI*12000*t+PI/4)':s=48000:d=4", "wav"],
  ["a telephone at 8 kHz", `${SPEECH},aresample=8000`, "wav", ["-c:a", "pcm_mulaw"]],
  ["left only", `${SPEECH},pan=stereo|c0=c0|c1=0*c0`, "mp3"],
];

describe.each([
  ["bwf-24", -23, -1],
  ["loudspeaker-mp3", -16, -1.5],
] as const)("%s", (preset, target, limit) => {
  it.each(inputs)(
    "brings %s to its loudness and below its peak, as another meter hears it",
    async (_name, graph, extension, args) => {
      const folder = temporaryFolder();
      const source = makeSound(join(folder, `nguồn.${extension}`), graph, args);
      const out = join(folder, `ra.${preset === "bwf-24" ? "wav" : "mp3"}`);
      const { after, diagnostics } = await deliver(source, preset, out);
      const heard = independentLoudness(out);
      if (diagnostics.some(({ code }) => code === "sound.loudness-missed")) {
        throw new Error(`missed: ${JSON.stringify({ heard, after, diagnostics })}`);
      }
      expect(Math.abs(heard.integrated - target)).toBeLessThanOrEqual(0.2);
      expect(heard.truePeak).toBeLessThanOrEqual(limit + 0.05);
      expect(Math.abs(heard.integrated - after.integrated)).toBeLessThanOrEqual(0.1);
    },
  );
});

it("says of silence, and of what is too quiet, why it stays as it is", async () => {
  const folder = temporaryFolder();
  const silent = makeSound(join(folder, "im.wav"), "anullsrc=r=48000:cl=stereo:d=3");
  const nothing = await deliver(silent, "bwf-16", join(folder, "im-ra.wav"), 3);
  expect(nothing.diagnostics.map(({ code }) => code)).toEqual(["sound.silent"]);
  const faint = makeSound(join(folder, "nhỏ.wav"), "anoisesrc=seed=7:c=pink:a=0.004:d=4:r=48000", [
    "-c:a",
    "pcm_f32le",
  ]);
  const raised = await deliver(faint, "bwf-16", join(folder, "nhỏ-ra.wav"));
  expect(raised.settings).toMatchObject({ gain: 30, gainCapped: true });
  expect(raised.diagnostics.map(({ code }) => code)).toEqual(["sound.loudness-missed"]);
});
