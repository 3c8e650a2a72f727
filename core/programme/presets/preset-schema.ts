/** What a programme is delivered as: `resources/presets/*.json` and the user's own files of the same form. */

import { z } from "zod";

const CONTAINERS = ["mxf", "vob", "mp4", "wav", "mp3", "mp2", "m4a"] as const;
type Container = (typeof CONTAINERS)[number];

const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const bitRate = z.int().min(8_000).max(500_000_000);

const mpeg2 = z.strictObject({
  codec: z.literal("mpeg2video"),
  profile: z.enum(["main", "422"]),
  level: z.enum(["main", "high"]),
  /** Constant. */
  bitRate,
  /** Bits of the decoder's buffer. */
  bufferSize: bitRate,
  /** Frames from one key frame to the next. */
  gop: z.int().min(1).max(60),
  bFrames: z.int().min(0).max(3),
  /** The tables and limits Sony's XDCAM decks ask for. */
  xdcam: z.boolean().default(false),
});

const h264 = z.strictObject({
  codec: z.literal("libx264"),
  /** How long the encoder may think: x264's own names. */
  effort: z.enum(["ultrafast", "veryfast", "fast", "medium", "slow"]),
  profile: z.enum(["baseline", "main", "high"]).optional(),
  level: z
    .string()
    .regex(/^\d(\.\d)?$/)
    .optional(),
  /** Either a quality or a bit rate, in both cases below a ceiling. */
  quality: z.number().min(0).max(51).optional(),
  bitRate: bitRate.optional(),
  maxRate: bitRate.optional(),
  bufferSize: bitRate.optional(),
  gop: z.int().min(1).max(600),
  leastGop: z.int().min(1).max(600).optional(),
  bFrames: z.int().min(0).max(16).optional(),
  closedGop: z.boolean().default(false),
});

const dnxhd = z.strictObject({ codec: z.literal("dnxhd"), bitRate });

const video = z.strictObject({
  width: z.int().min(16).max(8192).multipleOf(2),
  height: z.int().min(16).max(8192).multipleOf(2),
  /** Shape of the whole picture; pixels are square without it. */
  displayAspect: z.enum(["4:3", "16:9"]).optional(),
  /** Whole frames a second, two fields each where interlaced. */
  frameRate: z.union([z.literal(24), z.literal(25), z.literal(30), z.literal(50), z.literal(60)]),
  /** Interlaced is top field first. */
  scan: z.enum(["progressive", "interlaced"]),
  pixelFormat: z.enum(["yuv420p", "yuv422p"]),
  color: z.enum(["bt709", "bt601-625"]),
  encoder: z.discriminatedUnion("codec", [mpeg2, h264, dnxhd]),
});

const audio = z.strictObject({
  codec: z.enum(["pcm_s16le", "pcm_s24le", "aac", "mp2", "mp3"]),
  bitRate: bitRate.optional(),
  sampleRate: z.union([z.literal(32_000), z.literal(44_100), z.literal(48_000)]),
  channels: z.union([z.literal(1), z.literal(2)]),
  /** One track per channel, as MXF playout servers want it. */
  separateTracks: z.boolean().default(false),
});

const loudness = z.strictObject({
  /** LUFS of the whole programme. */
  target: z.number().min(-40).max(-5),
  /** dBTP never passed. */
  truePeak: z.number().min(-20).max(0),
});

/** What each kind of file may hold. */
const HELD: Readonly<Record<Container, { readonly video: readonly string[]; readonly audio: readonly string[] }>> = {
  mxf: { video: ["mpeg2video", "dnxhd"], audio: ["pcm_s16le", "pcm_s24le"] },
  vob: { video: ["mpeg2video"], audio: ["mp2"] },
  mp4: { video: ["libx264"], audio: ["aac"] },
  wav: { video: [], audio: ["pcm_s16le", "pcm_s24le"] },
  mp3: { video: [], audio: ["mp3"] },
  mp2: { video: [], audio: ["mp2"] },
  m4a: { video: [], audio: ["aac"] },
};

/** Form of one preset's file. */
export const presetSchema = z
  .strictObject({
    version: z.literal(1),
    /** The file's own name. */
    id: z
      .string()
      .max(60)
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    name: bilingual,
    /** Who wants it so. */
    use: bilingual,
    container: z.enum(CONTAINERS),
    extension: z.string().regex(/^[a-z0-9]{2,4}$/),
    video: video.optional(),
    audio,
    loudness,
    /** Of the first frame. */
    timecode: z
      .string()
      .regex(/^\d\d:[0-5]\d:[0-5]\d:[0-5]\d$/)
      .optional(),
    /** WAV with the description broadcasters read (EBU Tech 3285). */
    broadcastWave: z.boolean().default(false),
  })
  .superRefine(({ container, video, audio, broadcastWave }, context) => {
    const complain = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: "custom", path, message });
    const held = HELD[container];
    if ((video !== undefined) !== held.video.length > 0) complain(["video"], `does not fit ${container}`);
    if (video && !held.video.includes(video.encoder.codec))
      complain(["video", "encoder", "codec"], held.video.join(", "));
    if (!held.audio.includes(audio.codec)) complain(["audio", "codec"], held.audio.join(", "));
    if (broadcastWave && container !== "wav") complain(["broadcastWave"], "wav");
    if (audio.codec.startsWith("pcm") === (audio.bitRate !== undefined)) complain(["audio", "bitRate"], "coded sound");
    if (
      video?.encoder.codec === "libx264" &&
      (video.encoder.quality === undefined) === (video.encoder.bitRate === undefined)
    ) {
      complain(["video", "encoder"], "quality | bitRate");
    }
    if (video?.scan === "interlaced" && video.frameRate > 30) complain(["video", "frameRate"], "24, 25, 30");
    // Each field has its own lines of colour; ffmpeg 5 writes past the picture where they are odd.
    if (video?.scan === "interlaced" && video.height % 4 !== 0) complain(["video", "height"], "× 4");
  });

export type Preset = z.output<typeof presetSchema>;
export type VideoPreset = z.output<typeof video>;
export type AudioPreset = z.output<typeof audio>;
export type LoudnessTarget = z.output<typeof loudness>;
