/** What of ffmpeg is used, and what is lost without it. */

import type { Bilingual, Diagnostic } from "../../../core/diagnostics/diagnostic.ts";
import type { FfmpegAbilities } from "./describe-ffmpeg.ts";
import { type FfmpegPart, ffmpegLacks, ffmpegTooOld } from "./ffmpeg-diagnostics.ts";

interface Need {
  /** Any one of them will do. */
  readonly names: readonly string[];
  readonly cost: Bilingual;
}

const LEAST_VERSION = "4.4";

/** By what is lost without them. */
const NEEDS: Readonly<Record<FfmpegPart, readonly Need[]>> = {
  encoder: [
    {
      names: ["libx264"],
      cost: { vi: "không xuất được clip MP4 (H.264)", en: "clips cannot be made as MP4 (H.264)" },
    },
    { names: ["mpeg2video"], cost: { vi: "không xuất được tệp MPG và XDCAM", en: "no MPG and XDCAM files" } },
    { names: ["dnxhd"], cost: { vi: "không xuất được DNxHD", en: "no DNxHD files" } },
    { names: ["aac"], cost: { vi: "không ghi được tiếng AAC trong MP4, M4A", en: "no AAC sound in MP4 and M4A" } },
    {
      names: ["libmp3lame"],
      cost: { vi: "không xuất được MP3 cho loa truyền thanh", en: "no MP3 for public loudspeakers" },
    },
    {
      names: ["libtwolame", "mp2"],
      cost: { vi: "không ghi được tiếng MP2 trong MPG", en: "no MP2 sound in MPG files" },
    },
  ],
  decoder: [
    {
      names: ["h264", "libopenh264"],
      cost: {
        vi: "không đọc được clip MP4 của điện thoại, máy quay",
        en: "MP4 clips of phones and cameras cannot be read",
      },
    },
    {
      names: ["hevc"],
      cost: {
        vi: "không đọc được clip và ảnh HEVC/HEIC của iPhone và điện thoại mới",
        en: "HEVC clips and HEIC photographs of iPhones and new phones cannot be read",
      },
    },
    {
      names: ["mpeg2video"],
      cost: { vi: "không đọc được băng tư liệu MPG, MTS, XDCAM", en: "MPG, MTS and XDCAM of archives cannot be read" },
    },
    { names: ["mjpeg"], cost: { vi: "không đọc được ảnh JPEG và clip AVI cũ", en: "JPEG and old AVI cannot be read" } },
    { names: ["vp9", "libvpx-vp9"], cost: { vi: "không đọc được clip WebM", en: "WebM clips cannot be read" } },
    {
      names: ["libvpx-vp9"],
      cost: { vi: "phần trong suốt của WebM bị che kín", en: "transparent parts of WebM are opaque" },
    },
    {
      names: ["aac"],
      cost: { vi: "không đọc được tiếng AAC trong MP4, M4A", en: "AAC sound of MP4 and M4A cannot be read" },
    },
    { names: ["mp3", "mp3float"], cost: { vi: "không đọc được MP3", en: "MP3 cannot be read" } },
    {
      names: ["amrnb", "libopencore_amrnb"],
      cost: { vi: "không đọc được tệp ghi âm AMR của điện thoại", en: "AMR recordings of phones cannot be read" },
    },
    { names: ["wmav2"], cost: { vi: "không đọc được tệp WMA", en: "WMA cannot be read" } },
  ],
  muxer: [
    { names: ["mxf"], cost: { vi: "không ghi được tệp MXF", en: "no MXF files" } },
    { names: ["vob"], cost: { vi: "không ghi được tệp MPG", en: "no MPG files" } },
    {
      names: ["mpegts"],
      cost: { vi: "không dựng được clip nào", en: "no clips can be rendered" },
    },
  ],
  filter: [
    { names: ["bwdif"], cost: { vi: "không dùng được hình quay xen kẽ", en: "interlaced sources cannot be used" } },
    ...["zscale", "tonemap"].map((name) => ({
      names: [name],
      cost: { vi: "không dùng được clip HDR của điện thoại mới", en: "HDR clips of new phones cannot be used" },
    })),
    ...["afftdn", "deesser", "acompressor", "highpass"].map((name) => ({
      names: [name],
      cost: { vi: "không lọc được giọng nói", en: "speech cannot be cleaned up" },
    })),
    ...["blackdetect", "freezedetect", "idet", "lutyuv", "signalstats"].map((name) => ({
      names: [name],
      cost: {
        vi: "không đo được hình, nên clip không có báo cáo",
        en: "pictures cannot be measured, so that there are no reports on clips",
      },
    })),
  ],
};

/** What the ffmpeg at hand lacks, each with what that costs. */
export function ffmpegShortcomings(abilities: FfmpegAbilities): readonly Diagnostic[] {
  const { version } = abilities;
  const lacking = (part: FfmpegPart, at: ReadonlySet<string>): Diagnostic[] => {
    const missing = NEEDS[part].filter(({ names }) => !names.some((name) => at.has(name)));
    // Several parts of one thing are one thing to the user.
    return [...Map.groupBy(missing, ({ cost }) => cost.en).values()].flatMap((alike) => {
      const [first] = alike;
      return first ? [ffmpegLacks(part, alike.map(({ names }) => names[0] ?? "").join(", "), first.cost)] : [];
    });
  };
  return [
    ...(isOlder(version, LEAST_VERSION) ? [ffmpegTooOld(version, LEAST_VERSION)] : []),
    ...lacking("encoder", abilities.encoders),
    ...lacking("decoder", abilities.decoders),
    ...lacking("muxer", abilities.muxers),
    ...lacking("filter", abilities.filters),
  ];
}

/** Builds between releases count as new: they are called `N-112233` or by a date. */
function isOlder(version: string, least: string): boolean {
  const [, major, minor = "0"] = /^n?(\d{1,2})\.(\d+)/.exec(version) ?? [];
  const [leastMajor = 0, leastMinor = 0] = least.split(".").map(Number);
  return major !== undefined && Number(major) * 1000 + Number(minor) < leastMajor * 1000 + leastMinor;
}
