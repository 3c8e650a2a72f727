/** What the user is told about ffmpeg itself. */

import type { Bilingual, Diagnostic } from "../../../core/diagnostics/diagnostic.ts";
import { error, warning } from "../../../core/diagnostics/make-diagnostic.ts";

export const ffmpegMissing = (programs: readonly string[], programFolder: string): Diagnostic =>
  error(
    "machine.ffmpeg-missing",
    {},
    {
      vi: `Máy chưa có ${programs.join(" và ")}: không làm được clip và bản tin âm thanh.`,
      en: `${programs.join(" and ")} not found: clips and bulletins cannot be made.`,
    },
    {
      vi: `Chép ffmpeg và ffprobe vào thư mục “ffmpeg” cạnh chương trình (${programFolder}), không cần quyền quản trị.`,
      en: `Copy ffmpeg and ffprobe into a folder “ffmpeg” beside the program (${programFolder}); no administrator is needed.`,
    },
    {
      vi: "Trên Debian/Ubuntu: sudo apt-get install ffmpeg. Ấn phẩm in không cần ffmpeg.",
      en: "On Debian/Ubuntu: sudo apt-get install ffmpeg. Printed products do not need it.",
    },
  );

export const ffmpegFails = (program: string, reason: string): Diagnostic =>
  error(
    "machine.ffmpeg-fails",
    {},
    { vi: `Không chạy được “${program}”: ${reason}.`, en: `“${program}” does not run: ${reason}.` },
    {
      vi: "Tải lại bản ffmpeg đúng với hệ điều hành này.",
      en: "Get the build of ffmpeg that is made for this system.",
    },
  );

export const ffmpegTooOld = (version: string, least: string): Diagnostic =>
  warning(
    "machine.ffmpeg-too-old",
    {},
    {
      vi: `ffmpeg ${version} đã cũ; nên dùng bản ${least} trở lên.`,
      en: `ffmpeg ${version} is old; ${least} or newer is better.`,
    },
    { vi: "Thay bằng bản mới hơn.", en: "Put a newer one in its place." },
  );

/** What an ffmpeg is built of. */
export type FfmpegPart = "encoder" | "decoder" | "muxer" | "filter";

const PARTS: Readonly<Record<FfmpegPart, string>> = {
  encoder: "bộ mã hóa",
  decoder: "bộ giải mã",
  muxer: "bộ ghi tệp",
  filter: "bộ lọc",
};

/** `cost` says what cannot be done without it. */
export const ffmpegLacks = (kind: FfmpegPart, name: string, cost: Bilingual): Diagnostic =>
  warning(
    `machine.ffmpeg-lacks-${kind}`,
    {},
    {
      vi: `Bản ffmpeg này thiếu ${PARTS[kind]} “${name}”: ${cost.vi}.`,
      en: `This ffmpeg lacks the ${kind} “${name}”: ${cost.en}.`,
    },
    {
      vi: "Dùng bản ffmpeg đầy đủ (full, GPL).",
      en: "Use a full build of ffmpeg (GPL).",
    },
  );

/** A run that failed for a reason only ffmpeg's own words tell. */
export const ffmpegRunFailed = (file: string | undefined, words: string): Diagnostic =>
  error(
    "media.run-failed",
    file === undefined ? {} : { file },
    {
      vi: `ffmpeg dừng vì lỗi: ${words}`,
      en: `ffmpeg stopped with an error: ${words}`,
    },
    {
      vi: "Kiểm tra các tệp nguồn bằng lệnh “probe”, và chỗ trống trên đĩa.",
      en: "Look at the sources with “probe”, and at the room on the disk.",
    },
  );
