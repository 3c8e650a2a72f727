import type { Preset } from "./preset-schema.ts";

/** The figures of a preset in one line: `1920×1080 25i · mpeg2video 15 Mb/s · mp2 384 kb/s · −23 LUFS`. */
export function describePreset({ video, audio, loudness, container }: Preset): string {
  return [
    ...(video
      ? [`${video.width}×${video.height} ${rate(video)}`, `${video.encoder.codec} ${pictureRate(video)}`.trim()]
      : []),
    [audio.codec, audio.bitRate && `${audio.bitRate / 1000} kb/s`, audio.channels === 1 && "mono"]
      .filter(Boolean)
      .join(" "),
    container,
    `${String(loudness.target).replace("-", "−")} LUFS, ${String(loudness.truePeak).replace("-", "−")} dBTP`,
  ].join(" · ");
}

const rate = ({ frameRate, scan }: NonNullable<Preset["video"]>): string =>
  scan === "interlaced" ? `${frameRate * 2}i` : `${frameRate}p`;

function pictureRate({ encoder }: NonNullable<Preset["video"]>): string {
  if (encoder.bitRate !== undefined) return `${encoder.bitRate / 1e6} Mb/s`;
  return encoder.codec === "libx264" ? `CRF ${encoder.quality}` : "";
}
