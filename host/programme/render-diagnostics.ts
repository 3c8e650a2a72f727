/** What users are told while a programme is rendered. */

import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error } from "../../core/diagnostics/make-diagnostic.ts";

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
