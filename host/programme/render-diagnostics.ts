/** What users are told while a programme is rendered. */

import { basename, extname } from "node:path";
import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error, warning } from "../../core/diagnostics/make-diagnostic.ts";
import type { Preset } from "../../core/programme/presets/preset-schema.ts";
import { sizeText } from "../files/file-diagnostics.ts";

const PIECES_KEPT: Bilingual = {
  vi: "Phần hình đã dựng vẫn được giữ, lần sau làm tiếp từ đó. Tệp kết quả cũ vẫn nguyên.",
  en: "What was painted is kept, and the next render goes on from there. The old result is as it was.",
};

export const sourceGone = (file: string): Diagnostic =>
  error(
    "programme.source-gone",
    { file },
    {
      vi: `Tệp nguồn “${file}” bị xóa, đổi tên hoặc ngắt ổ đĩa trong lúc đang dựng.`,
      en: `The source “${file}” was deleted, renamed or unplugged while the programme was being rendered.`,
    },
    { vi: "Đưa tệp về chỗ cũ rồi dựng lại.", en: "Put the file back in its place and render again." },
    PIECES_KEPT,
  );

export const sourceChanged = (file: string): Diagnostic =>
  error(
    "programme.source-changed",
    { file },
    {
      vi: `Tệp nguồn “${file}” bị ghi lại trong lúc đang dựng, nên chương trình sẽ nửa cũ nửa mới.`,
      en: `The source “${file}” was written anew while the programme was being rendered, which would mix old and new.`,
    },
    { vi: "Đợi tệp ghi xong rồi dựng lại.", en: "Wait until the file is written, and render again." },
    PIECES_KEPT,
  );

/** `machine` is empty where the other render runs on this one. */
export const targetBusy = (file: string, machine: string): Diagnostic =>
  error(
    "programme.target-busy",
    { file },
    {
      vi: `“${file}” đang được dựng bởi một lần chạy khác${machine === "" ? "" : ` trên máy “${machine}”`}.`,
      en: `“${file}” is being rendered by another run${machine === "" ? "" : ` on the computer “${machine}”`}.`,
    },
    {
      vi: "Đợi lần chạy đó xong, hoặc chọn tên tệp khác.",
      en: "Wait until that run is over, or choose another file name.",
    },
  );

export const targetTwice = (file: string): Diagnostic =>
  error(
    "programme.target-twice",
    { file },
    { vi: `Hai chuẩn xuất cùng ghi vào “${file}”.`, en: `Two presets would write the same file “${file}”.` },
    {
      vi: "Đổi “id” của chuẩn xuất riêng, hoặc chỉ chọn một trong hai.",
      en: "Give your own preset another “id”, or choose only one of the two.",
    },
  );

export const titleNotLatin = (title: string): Diagnostic =>
  error(
    "programme.title-not-latin",
    {},
    {
      vi: `Tên tệp theo quy định của đài chỉ dùng chữ cái Latinh không dấu; không có tên chương trình nào viết được như vậy (“${title}”).`,
      en: `Names by a station's rule have plain Latin letters only, and the programme has no title that can be written so (“${title}”).`,
    },
    { vi: 'Ghi tên bằng --title, ví dụ: --title "Lễ hội".', en: 'Give one with --title, such as: --title "Le hoi".' },
  );

/** `option` is the one that gave `text`. */
export const stationPartNotLatin = (option: "unit" | "genre", text: string): Diagnostic =>
  error(
    "programme.name-not-latin",
    {},
    {
      vi: `Tên tệp theo quy định của đài chỉ dùng chữ cái Latinh không dấu và số; “${text}” (--${option}) không viết được như vậy.`,
      en: `Names by a station's rule have plain Latin letters and digits only; “${text}” (--${option}) cannot be written so.`,
    },
    option === "unit"
      ? { vi: 'Ghi chẳng hạn: --unit "Xã Đắk Ơ"', en: 'Write such as: --unit "Xã Đắk Ơ"' }
      : { vi: 'Ghi chẳng hạn: --genre "Phóng sự"', en: 'Write such as: --genre "Phóng sự"' },
  );

/** The ffmpeg at hand cannot make what the preset asks for. */
export const encoderMissing = (preset: string, encoder: string): Diagnostic =>
  error(
    "programme.encoder-missing",
    {},
    {
      vi: `Không xuất được “${preset}”: bản ffmpeg của máy này thiếu bộ mã hóa “${encoder}”.`,
      en: `“${preset}” cannot be made: the ffmpeg of this computer lacks the encoder “${encoder}”.`,
    },
    { vi: "Dùng bản ffmpeg đầy đủ (full, GPL); xem: doctor", en: "Use a full build of ffmpeg (GPL); see: doctor" },
  );

/** `out` ends like a file of another kind than the presets write, or like one where they write several. */
export const endingOfOther = (out: string, presets: readonly Preset[]): Diagnostic => {
  const [only] = presets.length === 1 ? presets : [];
  const stem = basename(out, extname(out));
  return error(
    "programme.ending-of-other",
    { file: out },
    only
      ? {
          vi: `Chuẩn xuất “${only.id}” ghi tệp .${only.extension}, không phải ${extname(out)}.`,
          en: `The preset “${only.id}” writes .${only.extension} files, not ${extname(out)}.`,
        }
      : {
          vi: `Có ${presets.length} chuẩn xuất, nên “--out” phải là thư mục.`,
          en: `There are ${presets.length} presets, so “--out” has to be a folder.`,
        },
    only
      ? {
          vi: `Đặt tên “${stem}.${only.extension}”, hoặc chọn chuẩn xuất khác (xem: presets).`,
          en: `Call it “${stem}.${only.extension}”, or choose another preset (see: presets).`,
        }
      : { vi: `Ghi chẳng hạn: --out ${stem}`, en: `Write such as: --out ${stem}` },
  );
};

/** There may be enough: how much a picture takes is seen when it is encoded. */
export const diskTight = (file: string, needed: number, free: number): Diagnostic =>
  warning(
    "programme.disk-tight",
    { file },
    {
      vi: `Ổ đĩa có thể không đủ chỗ: có khi cần tới ${sizeText(needed)}, còn trống ${sizeText(free)}.`,
      en: `The disk may be too small: up to ${sizeText(needed, "en")} may be needed, ${sizeText(free, "en")} are free.`,
    },
    {
      vi: "Xóa bớt tệp trước khi dựng, hoặc chọn ổ khác.",
      en: "Free some room before rendering, or choose another disk.",
    },
  );
