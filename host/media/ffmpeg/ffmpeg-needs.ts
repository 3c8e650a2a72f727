/** What of ffmpeg is used, and what is lost without it. */

import type { Bilingual, Diagnostic } from "../../../core/diagnostics/diagnostic.ts";
import type { FfmpegAbilities } from "./describe-ffmpeg.ts";
import { ffmpegLacks, ffmpegTooOld } from "./ffmpeg-diagnostics.ts";

interface Need {
  /** Any one of them will do. */
  readonly names: readonly string[];
  readonly cost: Bilingual;
}

const LEAST_VERSION = "4.4";

const ENCODERS: readonly Need[] = [
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
    names: ["libvpx-vp9"],
    cost: { vi: "phần trong suốt của WebM bị che kín", en: "transparent parts of WebM are opaque" },
  },
  { names: ["libtwolame", "mp2"], cost: { vi: "không ghi được tiếng MP2 trong MPG", en: "no MP2 sound in MPG files" } },
];

const FILTERS: readonly Need[] = [
  {
    names: ["tinterlace"],
    cost: { vi: "không xuất được hình xen kẽ 50i có chuyển động mượt", en: "no interlaced 50i with smooth movement" },
  },
  { names: ["bwdif"], cost: { vi: "không dùng được hình quay xen kẽ", en: "interlaced sources cannot be used" } },
  {
    names: ["zscale"],
    cost: { vi: "không dùng được clip HDR của điện thoại mới", en: "HDR clips of new phones cannot be used" },
  },
  { names: ["afftdn"], cost: { vi: "không lọc được tiếng ồn trong giọng nói", en: "speech cannot be cleaned up" } },
  {
    names: ["freezedetect"],
    cost: {
      vi: "không tìm được hình đen, hình đứng khi đo",
      en: "black and frozen pictures are not found in measuring",
    },
  },
];

/** What the ffmpeg at hand lacks, each with what that costs. */
export function ffmpegShortcomings({ version, encoders, filters }: FfmpegAbilities): readonly Diagnostic[] {
  const missing = (kind: "encoder" | "filter", needs: readonly Need[], at: ReadonlySet<string>): Diagnostic[] =>
    needs
      .filter(({ names }) => !names.some((name) => at.has(name)))
      .map(({ names, cost }) => ffmpegLacks(kind, names[0] ?? "", cost));
  return [
    ...(isOlder(version, LEAST_VERSION) ? [ffmpegTooOld(version, LEAST_VERSION)] : []),
    ...missing("encoder", ENCODERS, encoders),
    ...missing("filter", FILTERS, filters),
  ];
}

/** Builds between releases count as new: they are called `N-112233` or by a date. */
function isOlder(version: string, least: string): boolean {
  const [, major, minor = "0"] = /^n?(\d{1,2})\.(\d+)/.exec(version) ?? [];
  const [leastMajor = 0, leastMinor = 0] = least.split(".").map(Number);
  return major !== undefined && Number(major) * 1000 + Number(minor) < leastMajor * 1000 + leastMinor;
}
