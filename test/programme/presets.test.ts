import { join } from "node:path";
import { expect, it } from "vitest";
import { rationalValue } from "../../core/media/rational.ts";
import {
  audioArguments,
  containerArguments,
  mapAudio,
  videoArguments,
  videoFilters,
} from "../../core/programme/presets/preset-arguments.ts";
import type { Preset } from "../../core/programme/presets/preset-schema.ts";
import { describeFfmpeg } from "../../host/media/ffmpeg/describe-ffmpeg.ts";
import { fileAddress } from "../../host/media/ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../../host/media/ffmpeg/run-ffmpeg.ts";
import { listPresets } from "../../host/media/presets/preset-files.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SECONDS = 2;
const { presets, diagnostics } = listPresets("/nowhere");

it("reads every preset of the program", () => {
  expect(diagnostics).toEqual([]);
  expect(presets.length).toBeGreaterThanOrEqual(15);
});

/** As ffprobe names and counts them. */
const PROFILES: Readonly<Record<string, { readonly profile: string; readonly level?: number }>> = {
  "web-1080p25": { profile: "High", level: 40 },
  "vertical-1080x1920": { profile: "High", level: 40 },
  "square-1080": { profile: "High", level: 40 },
  "hd-50i-mp4": { profile: "Main", level: 41 },
  "hd-mpg": { profile: "Main", level: 4 },
  "sd-pal-mpg": { profile: "Main", level: 8 },
  "xdcam-hd422": { profile: "4:2:2", level: 2 },
  "dnxhd-120": { profile: "DNXHD" },
};

async function encode(preset: Preset, paintedRate: number, out: string): Promise<void> {
  const { encoders } = await describeFfmpeg();
  const { video, audio } = preset;
  const source = `aevalsrc=sin(440*2*PI*t)/4${audio.channels === 1 ? "" : "|sin(550*2*PI*t)/4"}:s=48000`;
  const mapping = mapAudio(audio, video ? "1:a" : "0:a");
  await runFfmpeg({
    args: [
      ...(video ? ["-f", "lavfi", "-i", `testsrc2=s=${video.width}x${video.height}:r=${paintedRate},format=rgba`] : []),
      ...["-f", "lavfi", "-i", source],
      ...(mapping.filter ? ["-filter_complex", mapping.filter] : []),
      ...(video ? ["-map", "0:v", "-vf", videoFilters(video, paintedRate), ...videoArguments(video)] : []),
      ...mapping.maps,
      ...audioArguments(audio, encoders),
      ...containerArguments(preset),
      ...["-t", String(SECONDS), fileAddress(out)],
    ],
  });
}

it.each(presets.map((preset) => [preset.id, preset] as const))(
  "makes what %s says, as ffprobe reads it, and it plays without an error",
  async (_id, preset) => {
    const out = join(temporaryFolder(), `thử.${preset.extension}`);
    const { video, audio } = preset;
    await encode(preset, video?.scan === "interlaced" ? 50 : 25, out);

    const { facts } = await probeMedia(out);
    expect(facts.duration).toBeGreaterThan(SECONDS - 0.05);
    expect(facts.duration).toBeLessThan(SECONDS + 0.15);
    expect(facts.audio.map(({ codec, sampleRate, channels }) => ({ codec, sampleRate, channels }))).toEqual(
      Array.from({ length: audio.separateTracks ? audio.channels : 1 }, () => ({
        codec: audio.codec,
        sampleRate: audio.sampleRate,
        channels: audio.separateTracks ? 1 : audio.channels,
      })),
    );
    expect(facts.timecode).toBe(preset.timecode);
    if (video) {
      const found = facts.video;
      const sd = video.color === "bt601-625";
      expect(found).toMatchObject({
        codec: { mpeg2video: "mpeg2video", libx264: "h264", dnxhd: "dnxhd" }[video.encoder.codec],
        width: video.width,
        height: video.height,
        pixelFormat: video.pixelFormat,
        fieldOrder: video.scan === "interlaced" ? "top-first" : "progressive",
        variableRate: false,
        ...PROFILES[preset.id],
      });
      expect(found && rationalValue(found.frameRate ?? { numerator: 0, denominator: 1 })).toBe(video.frameRate);
      expect(found?.color).toMatchObject(
        sd
          ? { primaries: "bt470bg", transfer: "bt470bg", matrix: "bt470bg", range: "tv" }
          : { primaries: "bt709", transfer: "bt709", matrix: "bt709", range: "tv" },
      );
    }
    const played = await runFfmpeg({ args: ["-i", fileAddress(out), "-f", "null", "-"], logLevel: "error" });
    expect(played.errorLines).toEqual([]);
  },
);
