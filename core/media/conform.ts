/** What has to be done with a source before it can stand beside others in a programme, and how it is told. */

import type { Bilingual, Diagnostic } from "../diagnostics/diagnostic.ts";
import { mediaConformed } from "./media-diagnostics.ts";
import type { AudioFacts, MediaFacts, VideoFacts } from "./media-facts.ts";
import { rationalValue } from "./rational.ts";

/** The rate all sound is mixed at. */
export const MIX_RATE = 48_000;

export type ConformStep =
  /** Frames are brought to an even rate by repeating and dropping. */
  | "even-rate"
  /** Fields are made whole frames. */
  | "deinterlace"
  /** The picture is set upright. */
  | "turn"
  /** Pixels are made square. */
  | "square-pixels"
  /** Highlights are brought into a television's range. */
  | "tone-map"
  /** Full-range picture values are brought into a television's range. */
  | "television-range"
  /** Transparent parts are laid over what is behind. */
  | "alpha"
  /** There is no sound: silence takes its place. */
  | "no-audio"
  | "mono"
  | "downmix"
  | "resample";

export interface Conforming {
  readonly steps: readonly ConformStep[];
  /** One note per step, for who wants to know. */
  readonly notes: readonly Diagnostic[];
  /**
   * Filters that make even, upright, square-pixelled progressive frames at `frameRate`, before scaling. ffmpeg turns the picture by
   * itself. Empty where there is nothing to do but the rate.
   */
  readonly videoFilters: readonly string[];
  /**
   * Filters that make one channel or stereo at the mix rate, gaps in time filled with silence; beside a picture, the first sample is at its
   * time 0. One channel is meant for both speakers at full level.
   */
  readonly audioFilters: readonly string[];
}

/** `file` is the name the user knows the source by; `frameRate` is the programme's, in frames a second. */
export function conformMedia(facts: MediaFacts, file: string, frameRate: number): Conforming {
  const audio = facts.audio[0];
  const steps = [
    ...(facts.video ? videoSteps(facts.video, frameRate) : []),
    ...(audio ? audioSteps(audio) : facts.kind === "video" ? (["no-audio"] as const) : []),
  ];
  return {
    steps,
    notes: steps.map((step) => mediaConformed(file, describeStep(step, facts))),
    videoFilters: facts.video ? videoFilters(facts.video, steps, frameRate) : [],
    audioFilters: audio ? audioFilters(audio, facts.kind === "video") : [],
  };
}

function videoSteps(video: VideoFacts, frameRate: number): ConformStep[] {
  const moving = video.frameRate !== undefined;
  const steps: [ConformStep, boolean][] = [
    ["deinterlace", video.fieldOrder === "top-first" || video.fieldOrder === "bottom-first"],
    ["even-rate", moving && (video.variableRate || Math.abs(rationalValue(video.frameRate) - frameRate) > 0.001)],
    ["turn", video.rotation !== 0],
    ["square-pixels", rationalValue(video.sampleAspect) !== 1],
    ["tone-map", video.hdr !== undefined],
    ["television-range", moving && video.color.range === "pc"],
    ["alpha", video.alpha],
  ];
  return steps.flatMap(([step, needed]) => (needed ? [step] : []));
}

function audioSteps(audio: AudioFacts): ConformStep[] {
  const steps: [ConformStep, boolean][] = [
    ["mono", audio.channels === 1],
    ["downmix", audio.channels > 2],
    ["resample", audio.sampleRate !== MIX_RATE],
  ];
  return steps.flatMap(([step, needed]) => (needed ? [step] : []));
}

function videoFilters(video: VideoFacts, steps: readonly ConformStep[], frameRate: number): string[] {
  const filters: string[] = [];
  // One frame per field, so that a programme of 50 frames a second keeps the movement; the rate below takes what it needs.
  if (steps.includes("deinterlace")) {
    filters.push(`bwdif=mode=send_field:parity=${video.fieldOrder === "bottom-first" ? "bff" : "tff"}:deint=all`);
  }
  // What lies before the time 0 is dropped, but for the frame that is still shown then.
  if (video.frameRate !== undefined) filters.push(`fps=fps=${frameRate}:round=near:start_time=0`);
  if (video.hdr !== undefined) filters.push(...toneMapping(video, video.hdr));
  if (steps.includes("square-pixels")) filters.push(`scale=${video.shownWidth}:${video.shownHeight}`, "setsar=1");
  return filters;
}

/** cd/m² of a white sheet of paper in HDR (ITU-R BT.2408). */
const HDR_WHITE = 203;

/**
 * White paper comes out at nine tenths of the range and what is darker than half of it as it was; what is brighter, up to ten times, shares the
 * rest. (`hable` would bring paper to 62 %.) What the file does not say of itself is what all HDR is: BT.2020.
 */
const toneMapping = ({ color }: VideoFacts, hdr: "pq" | "hlg"): readonly string[] => [
  [
    `zscale=transferin=${hdr === "pq" ? "smpte2084" : "arib-std-b67"}`,
    `primariesin=${color.primaries === "bt709" ? "bt709" : "bt2020"}`,
    `matrixin=${color.matrix === "bt709" ? "bt709" : "bt2020nc"}`,
    `rangein=${color.range ?? "tv"}`,
    `transfer=linear:primaries=bt709:matrix=gbr:range=pc:npl=${HDR_WHITE}`,
  ].join(":"),
  "format=gbrpf32le",
  "tonemap=tonemap=mobius:param=0.5:desat=0",
  "zscale=transfer=bt709:primaries=bt709:matrix=bt709:range=tv",
  "format=yuv420p",
];

/**
 * Sound of both speakers: surround is folded by ITU-R BS.775 without the low-frequency channel. Layouts beyond 5.1 are left to ffmpeg's own
 * matrix.
 */
function audioFilters(audio: AudioFacts, besidePicture: boolean): string[] {
  // Gaps are filled; sound is never stretched to follow timestamps, which jitter in some files.
  const filters = [`aresample=${MIX_RATE}:async=1${besidePicture ? ":first_pts=0" : ""}:osf=flt`];
  const { channels, layout = "" } = audio;
  if (channels === 6 && (layout === "" || layout.startsWith("5.1"))) {
    filters.push("pan=stereo|c0=c0+0.7071*c2+0.7071*c4|c1=c1+0.7071*c2+0.7071*c5");
  } else if (channels > 2) filters.push("aformat=channel_layouts=stereo");
  return filters;
}

function describeStep(step: ConformStep, facts: MediaFacts): Bilingual {
  const { video } = facts;
  const audio = facts.audio[0];
  const rate = video?.frameRate ? Math.round(rationalValue(video.frameRate) * 100) / 100 : 0;
  switch (step) {
    case "deinterlace":
      return { vi: "Hình xen kẽ được chuyển thành khung hình liền.", en: "Interlaced fields are made whole frames." };
    case "even-rate":
      return video?.variableRate
        ? {
            vi: `Tốc độ khung hình không đều (khoảng ${String(rate).replace(".", ",")} khung/giây) được dàn đều.`,
            en: `The uneven frame rate (about ${rate} a second) is evened out.`,
          }
        : {
            vi: `${String(rate).replace(".", ",")} khung/giây được chuyển sang tốc độ của chương trình.`,
            en: `${rate} frames a second are brought to the rate of the programme.`,
          };
    case "turn":
      return {
        vi: `Hình được xoay ${video?.rotation ?? 0}°.`,
        en: `The picture is turned by ${video?.rotation ?? 0}°.`,
      };
    case "square-pixels":
      return { vi: "Điểm ảnh méo được chuyển thành vuông.", en: "Pixels are made square." };
    case "tone-map":
      return { vi: "Hình HDR được chuyển về dải sáng thường.", en: "HDR is brought into the standard range." };
    case "television-range":
      return {
        vi: "Dải sáng đầy đủ được chuyển về dải của truyền hình.",
        en: "Full-range values are brought into the range of television.",
      };
    case "alpha":
      return { vi: "Phần trong suốt để lộ nền phía sau.", en: "Transparent parts show what is behind." };
    case "no-audio":
      return { vi: "Tệp không có tiếng.", en: "There is no sound in the file." };
    case "mono":
      return { vi: "Tiếng một kênh được phát ra cả hai loa.", en: "The one channel goes to both speakers." };
    case "downmix":
      return {
        vi: `${audio?.channels ?? 0} kênh tiếng được trộn còn hai.`,
        en: `${audio?.channels ?? 0} channels are mixed down to two.`,
      };
    case "resample":
      return {
        vi: `Tiếng ${audio?.sampleRate ?? 0} Hz được chuyển sang ${MIX_RATE} Hz.`,
        en: `Sound at ${audio?.sampleRate ?? 0} Hz is brought to ${MIX_RATE} Hz.`,
      };
  }
}
