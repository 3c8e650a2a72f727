import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findBext } from "../../core/media/bext.ts";
import { rationalValue } from "../../core/media/rational.ts";
import {
  audioArguments,
  containerArguments,
  keptFilters,
  mapAudio,
  paintedFilters,
  videoArguments,
} from "../../core/programme/presets/preset-arguments.ts";
import type { Preset } from "../../core/programme/presets/preset-schema.ts";
import { describeFfmpeg } from "../../host/media/ffmpeg/describe-ffmpeg.ts";
import { fileAddress } from "../../host/media/ffmpeg/file-arguments.ts";
import { runFfmpeg } from "../../host/media/ffmpeg/run-ffmpeg.ts";
import { listPresets } from "../../host/media/presets/preset-files.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A little more than the longest group of pictures. */
const SECONDS = 2.2;
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
  const painted = { width: 1920, height: 1080, rate: paintedRate, pixelFormat: "yuv422p" };
  const mapping = mapAudio(audio, video ? "1:a" : "0:a");
  await runFfmpeg({
    args: [
      ...(video ? ["-f", "lavfi", "-i", `testsrc2=s=1920x1080:r=${paintedRate},format=yuv422p`] : []),
      ...["-f", "lavfi", "-i", source],
      ...(mapping.filter ? ["-filter_complex", mapping.filter] : []),
      ...(video
        ? [
            ...["-map", "0:v", "-vf", `${paintedFilters(video, painted, "yuv422p")},${keptFilters(video)}`],
            ...videoArguments(video),
          ]
        : []),
      ...mapping.maps,
      ...audioArguments(audio, encoders),
      ...containerArguments(preset),
      ...["-t", String(SECONDS), fileAddress(out)],
    ],
  });
}

/** Demuxers that take a container for what it is. */
const DEMUXERS: Readonly<Record<Preset["container"], string>> = {
  mxf: "mxf",
  vob: "mpeg",
  mp4: "mov,mp4,m4a,3gp,3g2,mj2",
  m4a: "mov,mp4,m4a,3gp,3g2,mj2",
  wav: "wav",
  mp3: "mp3",
  mp2: "mp3",
};

interface SeenFrame {
  readonly key: boolean;
  readonly type: string;
  readonly interlaced: boolean;
  readonly topFirst: boolean;
}

/** Every frame as a decoder sees it, in the order it is shown. */
function framesOf(file: string): readonly SeenFrame[] {
  const entries = "frame=key_frame,pict_type,interlaced_frame,top_field_first";
  const { stdout } = spawnSync(
    "ffprobe",
    ["-v", "error", "-select_streams", "v:0", "-show_entries", entries, "-of", "json", fileAddress(file)],
    { encoding: "utf8", maxBuffer: 1e8 },
  );
  const { frames }: { readonly frames: readonly Record<string, string | number>[] } = JSON.parse(stdout);
  return frames.map(({ key_frame, pict_type, interlaced_frame, top_field_first }) => ({
    key: key_frame === 1,
    type: String(pict_type),
    interlaced: interlaced_frame === 1,
    topFirst: top_field_first === 1,
  }));
}

/** Whether nothing before a key frame needs it: the frame shown before it is no B frame. */
const isClosed = (frames: readonly SeenFrame[]): boolean =>
  frames.every(({ key }, index) => !key || index === 0 || frames[index - 1]?.type !== "B");

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
    expect(facts.container).toBe(DEMUXERS[preset.container]);
    for (const one of facts.audio) {
      expect([undefined, one.channels === 1 ? "mono" : "stereo"]).toContain(one.layout);
      if (audio.codec === "aac") expect(one.profile).toBe("LC");
      // The encoder of AAC spends less on sound as simple as this.
      if (audio.codec === "mp3" || audio.codec === "mp2") expect(one.bitRate).toBe(audio.bitRate);
      if (audio.codec === "pcm_s24le") expect(one.bitDepth).toBe(24);
    }
    const bytes = readFileSync(out);
    // The table of contents comes first, so that a player on the web need not wait for the end.
    if (preset.container === "mp4" || preset.container === "m4a") {
      expect(bytes.indexOf("moov")).toBeLessThan(bytes.indexOf("mdat"));
    }
    if (preset.broadcastWave) {
      expect(findBext(bytes)).toBeDefined();
      // Plain PCM, or 24 bits in the extensible form the standard asks for.
      expect(bytes.readUInt16LE(bytes.indexOf("fmt ") + 8)).toBe(audio.codec === "pcm_s16le" ? 1 : 0xfffe);
    }
    if (preset.container === "mp3") expect(bytes.subarray(0, 4)).toEqual(Buffer.from("ID3\x03", "latin1"));
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
    if (video) {
      const { encoder } = video;
      const frames = framesOf(out);
      expect(new Set(frames.map(({ interlaced, topFirst }) => interlaced && topFirst))).toEqual(
        new Set([video.scan === "interlaced"]),
      );
      const keys = frames.flatMap(({ key }, index) => (key ? [index] : []));
      if (encoder.codec === "dnxhd") expect(keys).toHaveLength(frames.length);
      else {
        expect(keys).toEqual(Array.from({ length: Math.ceil(frames.length / encoder.gop) }, (_, n) => n * encoder.gop));
        expect(isClosed(frames)).toBe(encoder.codec === "libx264");
      }
      const most = encoder.codec === "dnxhd" ? 0 : (encoder.bFrames ?? 3);
      const runs =
        frames
          .map(({ type }) => type)
          .join("")
          .match(/B+/g) ?? [];
      expect(Math.max(0, ...runs.map(({ length }) => length))).toBeLessThanOrEqual(most);
    }
    const played = await runFfmpeg({ args: ["-i", fileAddress(out), "-f", "null", "-"], logLevel: "error" });
    expect(played.errorLines).toEqual([]);
  },
);
