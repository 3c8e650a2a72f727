import type { Bilingual } from "../diagnostics/diagnostic.ts";
import type { AudioFacts, MediaFacts, VideoFacts } from "./media-facts.ts";
import { rationalValue } from "./rational.ts";

export interface MediaLine {
  readonly label: Bilingual;
  readonly value: string;
}

const KINDS = { video: "video", audio: "âm thanh / audio", image: "ảnh / picture" } as const;

/** MediaFacts as a table for people; `decoded` is how many seconds can really be played. Figures are written as ffprobe and editors write them. */
export function describeMedia(facts: MediaFacts, decoded?: number): readonly MediaLine[] {
  const { video } = facts;
  return [
    line("Loại", "Kind", `${KINDS[facts.kind]} (${facts.container.split(",")[0]})`),
    line("Dung lượng", "Size", `${(facts.bytes / 1e6).toFixed(2)} MB`),
    ...(facts.duration === undefined ? [] : [line("Thời lượng", "Duration", clock(facts.duration))]),
    ...(decoded === undefined ? [] : [line("Giải mã được", "Can be played", clock(decoded))]),
    ...(facts.timecode ? [line("Mã thời gian", "Timecode", facts.timecode)] : []),
    ...(video ? describeVideo(video) : []),
    ...facts.audio.map((audio, index) => line(`Tiếng ${index + 1}`, `Audio ${index + 1}`, describeAudio(audio))),
  ];
}

const line = (vi: string, en: string, value: string): MediaLine => ({ label: { vi, en }, value });

function describeVideo(video: VideoFacts): MediaLine[] {
  const { width, height, shownWidth, shownHeight, rotation, frameRate, color } = video;
  const shown = width === shownWidth && height === shownHeight ? "" : ` → ${shownWidth}×${shownHeight}`;
  const rate =
    frameRate && `${Math.round(rationalValue(frameRate) * 1000) / 1000}${video.variableRate ? " (VFR)" : ""}`;
  const tags = [color.primaries, color.transfer, color.matrix, color.range].map((name) => name ?? "–").join(" / ");
  return [
    line("Hình", "Picture", [video.codec, video.profile, video.pixelFormat].filter(Boolean).join(", ")),
    line("Khuôn hình", "Frame", `${width}×${height}${shown}${rotation ? `, ${rotation}°` : ""}`),
    ...(rate ? [line("Khung hình/giây", "Frames a second", rate)] : []),
    ...(frameRate ? [line("Quét", "Scan", video.fieldOrder)] : []),
    line("Màu", "Colour", `${tags}${video.hdr ? `, HDR ${video.hdr}` : ""}`),
  ];
}

const describeAudio = ({ codec, sampleRate, channels, layout, bitRate, language }: AudioFacts): string =>
  [codec, `${sampleRate} Hz`, layout ?? `${channels}`, bitRate && `${Math.round(bitRate / 1000)} kb/s`, language]
    .filter(Boolean)
    .join(", ");

/** `01:02:03.45` */
export function clock(seconds: number): string {
  const hundredths = Math.round(seconds * 100);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${two(hundredths / 360_000)}:${two((hundredths / 6000) % 60)}:${two((hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}
