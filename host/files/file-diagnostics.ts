/** Words for files that cannot be read or written. */

import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error } from "../../core/diagnostics/make-diagnostic.ts";

/** `1,5 GB` in Vietnamese, `1.5 GB` in English; small files in kB. */
export function sizeText(bytes: number, language: "vi" | "en" = "vi"): string {
  const unit = bytes >= 1e9 ? "GB" : bytes >= 1e6 ? "MB" : "kB";
  const value = bytes / { GB: 1e9, MB: 1e6, kB: 1e3 }[unit];
  const text = String(value < 10 ? Math.ceil(value * 10) / 10 : Math.ceil(value));
  return `${language === "vi" ? text.replace(".", ",") : text} ${unit}`;
}

const ELSEWHERE: Bilingual = {
  vi: "Lưu vào thư mục khác, ví dụ Tài liệu (Documents).",
  en: "Save into another folder, such as Documents.",
};

export const fileNotFound = (file: string): Diagnostic =>
  error(
    "file.not-found",
    { file },
    { vi: `Không tìm thấy “${file}”.`, en: `“${file}” was not found.` },
    {
      vi: "Kiểm tra lại đường dẫn; tệp có thể đã bị chuyển, đổi tên hoặc ổ đĩa chưa cắm.",
      en: "Check the path; the file may have been moved or renamed, or its drive unplugged.",
    },
  );

export const fileNotReadable = (file: string, reason: string): Diagnostic =>
  error(
    "file.not-readable",
    { file },
    { vi: `Không đọc được “${file}”: ${reason}.`, en: `“${file}” cannot be read: ${reason}.` },
    {
      vi: "Kiểm tra quyền đọc tệp, hoặc chép tệp về máy rồi mở lại.",
      en: "Check that you may read it, or copy it to this computer and open the copy.",
    },
  );

export const targetIsFolder = (file: string): Diagnostic =>
  error(
    "file.is-a-folder",
    { file },
    {
      vi: `“${file}” là một thư mục, không ghi đè thành tệp được.`,
      en: `“${file}” is a folder; a file cannot take its place.`,
    },
    { vi: "Đặt tên tệp khác.", en: "Choose another file name." },
  );

export const folderNotWritable = (file: string): Diagnostic =>
  error(
    "file.not-writable",
    { file },
    { vi: `Không có quyền ghi “${file}”.`, en: `There is no permission to write “${file}”.` },
    ELSEWHERE,
    {
      vi: "Nếu tệp đang mở trong chương trình khác, hãy đóng lại.",
      en: "If another program has the file open, close it there.",
    },
  );

export const folderIsFile = (file: string): Diagnostic =>
  error(
    "file.folder-is-a-file",
    { file },
    {
      vi: `Không tạo được thư mục chứa “${file}” vì đã có tệp trùng tên.`,
      en: `The folder for “${file}” cannot be made: a file has its name.`,
    },
    ELSEWHERE,
  );

/** A drive that is not there, or one that can only be read. */
export const folderNotMade = (file: string): Diagnostic =>
  error(
    "file.folder-not-made",
    { file },
    {
      vi: `Không tạo được thư mục chứa “${file}”: ổ đĩa không có, chưa cắm, hoặc chỉ đọc được.`,
      en: `The folder for “${file}” cannot be made: its disk is not there, or can only be read.`,
    },
    ELSEWHERE,
  );

export const folderGone = (file: string): Diagnostic =>
  error(
    "file.folder-gone",
    { file },
    {
      vi: `Thư mục hoặc ổ đĩa chứa “${file}” không còn.`,
      en: `The folder or the disk of “${file}” is gone.`,
    },
    { vi: "Cắm lại ổ đĩa rồi lưu, hoặc lưu sang nơi khác.", en: "Plug the disk in again and save, or save elsewhere." },
  );

/** `bytes` are needed, 0 where it is not known how many; `free` are left. */
export const diskFull = (file: string, bytes: number, free?: number | undefined): Diagnostic =>
  error(
    "file.disk-full",
    { file },
    {
      vi: `Ổ đĩa không đủ chỗ để ghi “${file}”${inBrackets(bytes > 0 && `cần khoảng ${sizeText(bytes)}`, free !== undefined && `còn trống ${sizeText(free)}`)}.`,
      en: `There is not enough room on the disk for “${file}”${inBrackets(bytes > 0 && `about ${sizeText(bytes, "en")} needed`, free !== undefined && `${sizeText(free, "en")} free`)}.`,
    },
    {
      vi: "Xóa bớt tệp hoặc lưu sang ổ khác. Bản cũ của tệp vẫn còn nguyên.",
      en: "Free some room or save to another disk. The old file is still as it was.",
    },
  );

const inBrackets = (...parts: readonly (string | false)[]): string => {
  const said = parts.filter((part) => part !== false);
  return said.length > 0 ? ` (${said.join(", ")})` : "";
};

export const nameTooLong = (file: string): Diagnostic =>
  error(
    "file.name-too-long",
    { file },
    { vi: `Tên hoặc đường dẫn “${file}” quá dài.`, en: `The name or path “${file}” is too long.` },
    {
      vi: "Rút ngắn tên tệp hoặc lưu vào thư mục gần gốc ổ đĩa hơn.",
      en: "Shorten the name or save nearer to the root of the disk.",
    },
  );

export const writeFailed = (file: string, reason: string): Diagnostic =>
  error(
    "file.write-failed",
    { file },
    { vi: `Không ghi được “${file}”: ${reason}.`, en: `“${file}” could not be written: ${reason}.` },
    ELSEWHERE,
  );
