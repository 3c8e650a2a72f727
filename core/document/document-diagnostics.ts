/** What the user is told about a project file that cannot be read. Details of single values are in `value-diagnostics.ts`. */

import type { Bilingual, Diagnostic } from "../diagnostics/diagnostic.ts";
import { error } from "../diagnostics/make-diagnostic.ts";

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

const FROM_BACKUP: Bilingual = {
  vi: "Mở bản sao lưu gần nhất của dự án, hoặc xin lại tệp gốc từ người gửi.",
  en: "Open the latest backup of the project, or ask the sender for the file again.",
};

export const projectTooLarge = (file: string, characters: number, limit: number): Diagnostic =>
  error(
    "project.too-large",
    { file },
    {
      vi: `Tệp dự án dài ${megabytes(characters)} triệu ký tự, vượt giới hạn ${megabytes(limit)} triệu.`,
      en: `The project file is ${megabytes(characters)} million characters long; the limit is ${megabytes(limit)} million.`,
    },
    {
      vi: "Chia ấn phẩm thành nhiều dự án nhỏ hơn. Ảnh phải nằm trong gói, không chèn vào tệp JSON.",
      en: "Divide the product into several projects. Pictures belong in the package, not in the JSON file.",
    },
  );

/** A character as it is shown inside a message. */
const quoted = (found: string): string => {
  if (found === "\n" || found === "\r") return "↵";
  return `“${found}”`;
};

export const brokenJson = (file: string, line: number, column: number, found: string, path: string): Diagnostic =>
  error(
    "project.broken-json",
    { file, ...(path && { path }) },
    found === ""
      ? {
          vi: `Tệp JSON bị cắt ngang: nội dung dừng đột ngột ở dòng ${line}, cột ${column}.`,
          en: `The JSON file is cut short: it stops at line ${line}, column ${column}.`,
        }
      : {
          vi: `Tệp JSON sai cú pháp ở dòng ${line}, cột ${column}: gặp ${quoted(found)} không đúng chỗ.`,
          en: `The JSON is broken at line ${line}, column ${column}: ${quoted(found)} cannot stand there.`,
        },
    found === ""
      ? FROM_BACKUP
      : {
          vi: "Xem lại dấu phẩy, dấu ngoặc và dấu nháy ngay trước chỗ đó.",
          en: "Check the comma, bracket or quotation mark just before that place.",
        },
  );

export const nestedTooDeep = (file: string, line: number, column: number, limit: number): Diagnostic =>
  error(
    "project.too-deep",
    { file },
    {
      vi: `Dữ liệu lồng nhau quá ${limit} cấp ở dòng ${line}, cột ${column}.`,
      en: `The data is nested more than ${limit} levels deep at line ${line}, column ${column}.`,
    },
    {
      vi: "Bớt số nhóm lồng trong nhóm.",
      en: "Put fewer groups inside groups.",
    },
  );

export const forbiddenKey = (file: string, line: number, column: number, key: string, path: string): Diagnostic =>
  error(
    "project.forbidden-key",
    { file, ...(path && { path }) },
    {
      vi: `Khóa “${key}” ở dòng ${line}, cột ${column} không được phép có trong tệp dự án.`,
      en: `The key “${key}” at line ${line}, column ${column} is not allowed in a project file.`,
    },
    {
      vi: "Tệp có thể đã bị sửa với ý xấu; chỉ mở tệp từ nguồn tin cậy, hoặc xóa khóa này.",
      en: "Somebody may have tampered with the file; open files from sources you trust only, or remove the key.",
    },
  );

export const duplicateKey = (file: string, line: number, column: number, key: string, path: string): Diagnostic =>
  error(
    "project.duplicate-key",
    { file, ...(path && { path }) },
    {
      vi: `Khóa “${key}” xuất hiện lần thứ hai trong cùng một mục, ở dòng ${line}, cột ${column}.`,
      en: `The key “${key}” stands a second time in the same object at line ${line}, column ${column}.`,
    },
    { vi: "Xóa hoặc đổi tên một trong hai khóa.", en: "Remove or rename one of the two." },
  );

export const notAProject = (file: string): Diagnostic =>
  error(
    "project.not-a-project",
    { file },
    {
      vi: "Tệp này không phải dự án Xưởng Tin (thiếu “format”: “xuongtin.project”).",
      en: "This file is no Xưởng Tin project (“format”: “xuongtin.project” is missing).",
    },
    {
      vi: "Chọn tệp .xtin hoặc tệp project.json của dự án.",
      en: "Choose an .xtin file or the project.json of a project.",
    },
  );

export const newerVersion = (file: string, version: number, known: number): Diagnostic =>
  error(
    "project.newer-version",
    { file, path: "version" },
    {
      vi: `Dự án được lưu bằng bản mới hơn của chương trình (phiên bản tệp ${version}; bản này đọc được đến ${known}).`,
      en: `The project was saved by a newer release of the program (file version ${version}; this one reads up to ${known}).`,
    },
    { vi: "Cập nhật Xưởng Tin rồi mở lại.", en: "Update Xưởng Tin and open the file again." },
  );

export const unknownVersion = (file: string, version: unknown, known: number): Diagnostic =>
  error(
    "project.unknown-version",
    { file, path: "version" },
    {
      vi: `Không rõ phiên bản tệp dự án: ${JSON.stringify(version) ?? "không ghi"}.`,
      en: `The version of the project file is unknown: ${JSON.stringify(version) ?? "not given"}.`,
    },
    {
      vi: `Nếu tệp do chương trình khác tạo ra, “version” phải là số nguyên từ 1 đến ${known}. Nếu không, hãy cập nhật Xưởng Tin.`,
      en: `If another program made the file, “version” must be a whole number from 1 to ${known}. Otherwise update Xưởng Tin.`,
    },
  );

export const migrationFailed = (file: string, name: string, reason: string): Diagnostic =>
  error(
    "project.migration-failed",
    { file },
    {
      vi: `Không chuyển được dự án cũ sang dạng mới ở bước “${name}”: ${reason}`,
      en: `The old project could not be brought up to date at step “${name}”: ${reason}`,
    },
    FROM_BACKUP,
  );

export const moreProblems = (file: string, count: number): Diagnostic =>
  error(
    "project.more-problems",
    { file },
    { vi: `Còn ${count} lỗi nữa không liệt kê ở đây.`, en: `${count} more problems are not listed here.` },
    {
      vi: "Sửa các lỗi đầu tiên trước; những lỗi sau thường do chúng gây ra.",
      en: "Mend the first ones first; later ones often follow from them.",
    },
  );
