/** What ffprobe prints about a file → MediaFacts. Everything in it comes from a file a stranger may have made. */

import { z } from "zod";
import type { AudioFacts, ColorFacts, FieldOrder, MediaFacts, VideoFacts } from "./media-facts.ts";
import { parseRational, type Rational, rational, rationalValue } from "./rational.ts";

const tagsSchema = z.record(z.string(), z.string()).catch({});

const streamSchema = z.object({
  index: z.number().int(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  profile: z.string().optional(),
  level: z.number().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  has_b_frames: z.number().optional(),
  sample_aspect_ratio: z.string().optional(),
  pix_fmt: z.string().optional(),
  field_order: z.string().optional(),
  color_range: z.string().optional(),
  color_space: z.string().optional(),
  color_transfer: z.string().optional(),
  color_primaries: z.string().optional(),
  r_frame_rate: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  time_base: z.string().optional(),
  start_time: z.string().optional(),
  duration: z.string().optional(),
  bit_rate: z.string().optional(),
  bits_per_raw_sample: z.string().optional(),
  bits_per_sample: z.number().optional(),
  nb_frames: z.string().optional(),
  sample_fmt: z.string().optional(),
  sample_rate: z.string().optional(),
  channels: z.number().optional(),
  channel_layout: z.string().optional(),
  disposition: z.record(z.string(), z.number()).catch({}).default({}),
  tags: tagsSchema.default({}),
  side_data_list: z
    .array(z.object({ side_data_type: z.string().optional(), rotation: z.number().optional() }))
    .catch([])
    .default([]),
});

const reportSchema = z.object({
  streams: z.array(streamSchema).default([]),
  format: z
    .object({
      format_name: z.string().default(""),
      start_time: z.string().optional(),
      duration: z.string().optional(),
      size: z.string().optional(),
      bit_rate: z.string().optional(),
      tags: tagsSchema.default({}),
    })
    .optional(),
});

type Stream = z.infer<typeof streamSchema>;

/** Tags worth keeping; what devices and muxers write about themselves is not. */
const KEPT_TAGS = ["title", "artist", "album", "comment", "date", "creation_time", "description"];

/** Demuxers of single pictures. */
const PICTURE_CONTAINER = /(?:^|,)(?:image2|[a-z0-9]+_pipe)$/;

/** The facts in ffprobe's JSON (`-show_format -show_streams`); undefined where it found nothing that can be seen or heard. */
export function readProbe(report: unknown, fileBytes: number): MediaFacts | undefined {
  const parsed = reportSchema.safeParse(report);
  if (!parsed.success || !parsed.data.format) return undefined;
  const { streams, format } = parsed.data;
  const picture = PICTURE_CONTAINER.test(format.format_name);
  const video = chooseVideo(streams);
  const audio = picture ? [] : byDefault(streams.filter((one) => one.codec_type === "audio")).flatMap(audioFacts);
  const videoFound = video && videoFacts(video, picture);
  if (!videoFound && audio.length === 0) return undefined;
  const duration = seconds(format.duration) ?? longest([...(videoFound ? [videoFound] : []), ...audio]);
  return {
    kind: picture ? "image" : videoFound ? "video" : "audio",
    bytes: fileBytes,
    container: format.format_name,
    duration: picture ? undefined : duration,
    startTime: seconds(format.start_time) ?? 0,
    bitRate: wholeNumber(format.bit_rate),
    video: videoFound,
    audio,
    timecode: [format.tags, ...streams.map(({ tags }) => tags)].map(({ timecode }) => timecode).find(Boolean),
    tags: Object.fromEntries(
      Object.entries(format.tags).flatMap(([name, value]) =>
        KEPT_TAGS.includes(name.toLowerCase()) ? [[name.toLowerCase(), value]] : [],
      ),
    ),
  };
}

/** What kinds of stream ffprobe found, whether they can be used or not: `subtitle`, `data`. */
export function streamKinds(report: unknown): readonly string[] {
  const { streams = [] } = reportSchema.safeParse(report).data ?? {};
  return [...new Set(streams.flatMap((one) => one.codec_type ?? []))];
}

const byDefault = (streams: readonly Stream[]): Stream[] =>
  streams.toSorted((a, b) => (b.disposition.default ?? 0) - (a.disposition.default ?? 0));

/** The default stream, the largest of equals; the cover of a music file is no video. */
function chooseVideo(streams: readonly Stream[]): Stream | undefined {
  const pictures = streams.filter((one) => one.codec_type === "video" && !one.disposition.attached_pic);
  const area = ({ width = 0, height = 0 }: Stream) => width * height;
  return byDefault(pictures.toSorted((a, b) => area(b) - area(a)))[0];
}

function videoFacts(stream: Stream, picture: boolean): VideoFacts | undefined {
  const { width = 0, height = 0, pix_fmt: pixelFormat } = stream;
  if (width <= 0 || height <= 0 || !stream.codec_name || stream.codec_name === "unknown") return undefined;
  const sampleAspect = parseRational(stream.sample_aspect_ratio) ?? rational(1);
  const rotation = readRotation(stream);
  const stretched = Math.max(1, Math.round(width * rationalValue(sampleAspect)));
  const [shownWidth, shownHeight] = rotation % 180 === 0 ? [stretched, height] : [height, stretched];
  const average = parseRational(stream.avg_frame_rate);
  const nominal = parseRational(stream.r_frame_rate);
  const { color_transfer: transfer } = stream;
  return {
    index: stream.index,
    codec: stream.codec_name,
    profile: stream.profile,
    level: stream.level !== undefined && stream.level > 0 ? stream.level : undefined,
    width,
    height,
    rotation,
    sampleAspect,
    shownWidth,
    shownHeight,
    frameRate: picture ? undefined : (average ?? nominal),
    timeBase: parseRational(stream.time_base),
    variableRate: !picture && differ(average, nominal),
    frames: wholeNumber(stream.nb_frames),
    duration: seconds(stream.duration) ?? seconds(stream.tags.DURATION),
    startTime: seconds(stream.start_time) ?? 0,
    fieldOrder: readFieldOrder(stream.field_order),
    pixelFormat: pixelFormat ?? "unknown",
    bitDepth: wholeNumber(stream.bits_per_raw_sample) ?? depthOf(pixelFormat),
    alpha: hasAlpha(pixelFormat) || stream.tags.alpha_mode === "1",
    color: readColor(stream),
    hdr: transfer === "smpte2084" ? "pq" : transfer === "arib-std-b67" ? "hlg" : undefined,
    bitRate: wholeNumber(stream.bit_rate),
    bFrames: (stream.has_b_frames ?? 0) > 0,
  };
}

function audioFacts(stream: Stream): AudioFacts[] {
  const sampleRate = wholeNumber(stream.sample_rate) ?? 0;
  const { channels = 0, codec_name: codec } = stream;
  if (sampleRate <= 0 || channels <= 0 || !codec || codec === "unknown") return [];
  const language = stream.tags.language;
  return [
    {
      index: stream.index,
      codec,
      profile: stream.profile,
      sampleRate,
      channels,
      layout: stream.channel_layout,
      bitDepth: wholeNumber(stream.bits_per_raw_sample) ?? (stream.bits_per_sample || undefined),
      bitRate: wholeNumber(stream.bit_rate),
      duration: seconds(stream.duration) ?? seconds(stream.tags.DURATION),
      startTime: seconds(stream.start_time) ?? 0,
      language: language === "und" ? undefined : language,
    },
  ];
}

/** ffprobe counts anticlockwise, and players turn by quarters only. */
function readRotation(stream: Stream): VideoFacts["rotation"] {
  const turned = stream.side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation;
  const clockwise = turned === undefined ? Number(stream.tags.rotate ?? 0) : -turned;
  const quarter = (((Math.round(clockwise / 90) * 90) % 360) + 360) % 360;
  return quarter === 90 || quarter === 180 || quarter === 270 ? quarter : 0;
}

/** In `tb` and `bt` the first letter says which field is shown first. */
function readFieldOrder(order: string | undefined): FieldOrder {
  if (order === "progressive") return "progressive";
  if (order === "tt" || order === "bt") return order === "tt" ? "top-first" : "bottom-first";
  if (order === "bb" || order === "tb") return order === "bb" ? "bottom-first" : "top-first";
  return "unknown";
}

const known = (name: string | undefined): string | undefined =>
  name === undefined || name === "unknown" || name === "reserved" ? undefined : name;

const readColor = (stream: Stream): ColorFacts => ({
  primaries: known(stream.color_primaries),
  transfer: known(stream.color_transfer),
  matrix: known(stream.color_space),
  range:
    stream.color_range === "tv" || stream.color_range === "pc"
      ? stream.color_range
      : stream.pix_fmt?.startsWith("yuvj")
        ? "pc"
        : undefined,
});

const depthOf = (pixelFormat = ""): number =>
  Number(/(?:p|gray|rgb|bgr)(9|10|12|14|16)(?:le|be)?$/.exec(pixelFormat)?.[1] ?? 8);

const hasAlpha = (pixelFormat = ""): boolean => /^(?:yuva|rgba|bgra|argb|abgr|gbrap|ya\d|pal8)/.test(pixelFormat);

/** Rates that differ by more than rounding: the stream's frames come when they like. */
function differ(average: Rational | undefined, nominal: Rational | undefined): boolean {
  if (!average || !nominal) return false;
  const ratio = rationalValue(nominal) / rationalValue(average);
  return Math.abs(ratio - 1) > 0.001 && Math.abs(ratio - 2) > 0.002;
}

const longest = (streams: readonly { readonly duration: number | undefined }[]): number | undefined => {
  const durations = streams.flatMap(({ duration }) => (duration === undefined ? [] : [duration]));
  return durations.length > 0 ? Math.max(...durations) : undefined;
};

/** `12.5` or, as Matroska tags have it, `00:00:12.500000000`. */
function seconds(text: string | undefined): number | undefined {
  const parts = (text ?? "").split(":").map((part) => (/^-?\d+(?:\.\d+)?$/.test(part) ? Number(part) : Number.NaN));
  const value = parts.reduce((sum, part) => sum * 60 + part, 0);
  return Number.isFinite(value) && text ? value : undefined;
}

function wholeNumber(text: string | undefined): number | undefined {
  const value = /^\d+$/.test(text ?? "") ? Number(text) : Number.NaN;
  return value > 0 ? value : undefined;
}
