/** Preset → ffmpeg's options. Pure: what a machine can do is handed in. */

import type { AudioPreset, Preset, VideoPreset } from "./preset-schema.ts";

/** Names of the encoders this ffmpeg has. */
export type Encoders = ReadonlySet<string>;

/** Every encoder a preset can be made with, the best first; all of one list do the same. */
export function encodersOf(preset: Preset): readonly (readonly string[])[] {
  return [...(preset.video ? [[preset.video.encoder.codec]] : []), AUDIO_ENCODERS[preset.audio.codec]];
}

const AUDIO_ENCODERS: Readonly<Record<AudioPreset["codec"], readonly string[]>> = {
  pcm_s16le: ["pcm_s16le"],
  pcm_s24le: ["pcm_s24le"],
  aac: ["aac"],
  mp2: ["libtwolame", "mp2"],
  mp3: ["libmp3lame"],
};

/** Frames as they are painted: of square pixels, in BT.709. */
export interface PaintedFrames {
  readonly width: number;
  readonly height: number;
  /** As ffmpeg names how frames lie in memory. */
  readonly pixelFormat: string;
  /** Frames a second: the preset's, or twice as many. */
  readonly rate: number;
}

/**
 * Filters from painted frames to frames of the preset's size and shape, in `pixelFormat`. Painted at twice the frame rate, an interlaced preset
 * gets movement in every field, and a progressive one every other frame; painted at the frame rate, each frame goes into both fields (PsF).
 */
export function paintedFilters(video: VideoPreset, painted: PaintedFrames, pixelFormat: string): string {
  const { scan, frameRate } = video;
  return [
    ...(scan === "progressive" && painted.rate > frameRate ? [`framestep=${painted.rate / frameRate}`] : []),
    ...scaling(video, painted),
    ...(painted.pixelFormat === pixelFormat ? [] : [`format=${pixelFormat}`]),
    ...(scan === "interlaced" ? weaving(frameRate) : []),
    pixelShape(video),
  ].join(",");
}

/** Filters from frames that are kept in the preset's size and shape, with as many lines of colour as of brightness, to what its encoder takes. */
export function keptFilters(video: VideoPreset): string {
  const interlaced = video.scan === "interlaced";
  // Both lines of a chroma sample must come from one field.
  return [
    ...(interlaced ? ["scale=interl=1"] : []),
    `format=${video.pixelFormat}`,
    ...(interlaced ? ["setfield=tff"] : []),
    pixelShape(video),
  ].join(",");
}

function scaling({ width, height, color }: VideoPreset, painted: PaintedFrames): readonly string[] {
  if (width === painted.width && height === painted.height && color === "bt709") return [];
  const matrix = color === "bt709" ? "bt709" : "bt601";
  return [`scale=w=${width}:h=${height}:flags=bicubic:out_color_matrix=${matrix}:out_range=tv`];
}

/**
 * Two painted frames, or one twice, become a frame of two fields. Of lines as thin as one, which a television shows half of the time only, a part
 * goes into the lines beside them: a filter that leaves edges of more than a line as sharp as they are.
 */
const weaving = (frameRate: number): readonly string[] => [
  `fps=${frameRate * 2}`,
  "tinterlace=mode=interleave_top:flags=cvlpf",
  "setfield=tff",
];

const pixelShape = ({ displayAspect }: VideoPreset): string =>
  displayAspect ? `setdar=${displayAspect.replace(":", "/")}` : "setsar=1";

/** Options of the picture's encoder. */
export function videoArguments(video: VideoPreset): string[] {
  return [...encoderArguments(video), "-pix_fmt", video.pixelFormat, ...colorArguments(video)];
}

/** What the file says of its colours. */
export const colorArguments = ({ color }: VideoPreset): readonly string[] => COLOR_ARGUMENTS[color];

const COLOR_ARGUMENTS: Readonly<Record<VideoPreset["color"], readonly string[]>> = {
  bt709: ["-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv"],
  "bt601-625": ["-color_primaries", "bt470bg", "-color_trc", "gamma28", "-colorspace", "bt470bg", "-color_range", "tv"],
};

/** ffmpeg's numbers for MPEG-2: profile, then level within it. */
const MPEG2_NUMBERS = {
  main: { profile: 4, level: { main: 8, high: 4 } },
  "422": { profile: 0, level: { main: 5, high: 2 } },
} as const;

function encoderArguments(video: VideoPreset): string[] {
  const { encoder } = video;
  const interlaced = video.scan === "interlaced";
  switch (encoder.codec) {
    case "mpeg2video": {
      const { profile, level } = MPEG2_NUMBERS[encoder.profile];
      const rate = String(encoder.bitRate);
      return [
        ...["-c:v", "mpeg2video", "-profile:v", String(profile), "-level:v", String(level[encoder.level])],
        ...["-b:v", rate, "-minrate", rate, "-maxrate", rate, "-bufsize", String(encoder.bufferSize)],
        ...[
          "-g",
          String(encoder.gop),
          "-bf",
          String(encoder.bFrames),
          "-b_strategy",
          "0",
          "-sc_threshold",
          "1000000000",
        ],
        ...(interlaced ? ["-flags", "+ilme+ildct"] : []),
        ...["-dc", "10", "-qmin", "1", "-lmin", "1*QP2LAMBDA"],
        ...(encoder.xdcam
          ? [
              ...["-rc_init_occupancy", String(encoder.bufferSize), "-qmax", "12", "-intra_vlc", "1"],
              ...[
                "-non_linear_quant",
                "1",
                "-rc_max_vbv_use",
                "1",
                "-rc_min_vbv_use",
                "1",
                "-video_format",
                "component",
              ],
            ]
          : []),
      ];
    }
    case "libx264": {
      const { effort, profile, level, quality, bitRate, maxRate, bufferSize, gop, leastGop, bFrames } = encoder;
      return [
        ...["-c:v", "libx264", "-preset", effort],
        ...option("-profile:v", profile),
        ...option("-level:v", level),
        ...option("-crf", quality),
        ...option("-b:v", bitRate),
        ...option("-maxrate", maxRate),
        ...option("-bufsize", bufferSize),
        ...["-g", String(gop)],
        ...option("-keyint_min", leastGop),
        ...option("-bf", bFrames),
        ...flags(interlaced && "+ilme+ildct", encoder.closedGop && "+cgop"),
        ...(interlaced ? ["-x264-params", "tff=1:scenecut=0"] : []),
      ];
    }
    case "dnxhd":
      return ["-c:v", "dnxhd", "-b:v", String(encoder.bitRate), ...flags(interlaced && "+ildct+ilme")];
  }
}

const option = (name: string, value: string | number | undefined): string[] =>
  value === undefined ? [] : [name, String(value)];

function flags(...values: readonly (string | false)[]): string[] {
  const set = values.filter((value) => value !== false).join("");
  return set === "" ? [] : ["-flags", set];
}

/** Options of the sound's encoder. */
export function audioArguments(audio: AudioPreset, encoders: Encoders): string[] {
  const choices = AUDIO_ENCODERS[audio.codec];
  const encoder = choices.find((name) => encoders.has(name)) ?? audio.codec;
  return [
    ...["-c:a", encoder, "-ar", String(audio.sampleRate)],
    // One mono track per channel is what the filters have made.
    ...(audio.separateTracks ? [] : ["-ac", String(audio.channels)]),
    ...option("-b:a", audio.bitRate),
    ...quickWay(encoder, audio),
  ];
}

/**
 * With so many bits an encoder need not search for where to save them. At 128 kb/s a channel the noise of LAME's quick way lies 20 dB below what is
 * masked, within 0.2 dB of its slow way, in half the time. At 96 kb/s a channel ffmpeg's AAC with one quantizer for all bands takes 0.2 to 0.8 of the
 * time of its default: for speech and jingles its noise comes 0 to 3.5 dB nearer to what is masked and stays below it, for music it is the same, for
 * applause, clicks and pure tones 1.5 to 15 dB lower.
 */
function quickWay(encoder: string, { bitRate = 0, channels }: AudioPreset): string[] {
  const each = bitRate / channels;
  if (encoder === "libmp3lame" && each >= 128_000) return ["-compression_level", "7"];
  return encoder === "aac" && each >= 96_000 ? ["-aac_coder", "fast"] : [];
}

/** Where the sound comes from in the filter graph, and what of it goes into the file. */
export interface AudioMapping {
  /** For `-filter_complex`; empty where none is needed. */
  readonly filter: string;
  readonly maps: readonly string[];
}

/** `source` is an input's stream, such as `1:a:0`, of as many channels as the preset has. */
export function mapAudio({ separateTracks, channels }: AudioPreset, source: string): AudioMapping {
  if (!separateTracks || channels === 1) return { filter: "", maps: ["-map", source] };
  return {
    filter: `[${source}]channelsplit=channel_layout=stereo[left][right]`,
    maps: ["-map", "[left]", "-map", "[right]"],
  };
}

/** ffmpeg's muxer and its options; metadata is for who knows the programme. */
export function containerArguments({ container, broadcastWave, timecode, audio }: Preset): string[] {
  const muxer = { mxf: "mxf", vob: "vob", mp4: "mp4", wav: "wav", mp3: "mp3", mp2: "mp2", m4a: "ipod" }[container];
  return [
    ...(timecode ? ["-timecode", timecode] : []),
    ...(container === "mp4" || container === "m4a" ? ["-movflags", "+faststart"] : []),
    ...(container === "wav" ? ["-rf64", "auto"] : []),
    ...(broadcastWave ? ["-write_bext", "1"] : []),
    ...(audio.codec === "mp3" ? ["-id3v2_version", "3", "-write_id3v1", "1"] : []),
    ...["-f", muxer],
  ];
}
