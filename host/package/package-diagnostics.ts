/** Words for packages that cannot be opened, and for what in them is passed over. */

import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error, warning } from "../../core/diagnostics/make-diagnostic.ts";

const ASK_AGAIN: Bilingual = {
  vi: "Chép hoặc tải lại tệp, hoặc xin lại từ người gửi.",
  en: "Copy or download the file again, or ask the sender for it.",
};
const DO_NOT_TRUST: Bilingual = {
  vi: "Tệp này không do Xưởng Tin tạo ra và có thể gây hại. Đừng mở nếu không rõ nguồn gốc.",
  en: "Xưởng Tin did not make this file and it may be harmful. Do not open it unless you know where it is from.",
};
const SAVE_AGAIN: Bilingual = {
  vi: "Mở dự án bằng Xưởng Tin ở máy đã tạo ra nó rồi lưu lại thành .xtin.",
  en: "Open the project with Xưởng Tin on the computer it was made on and save it as .xtin again.",
};

/** What is wrong with a package: all of it, or one file in it. */
export type PackageDamage = "unreadable" | "cut-short" | "wrong-size" | "wrong-checksum" | "not-unpacked";

const DAMAGE: Readonly<Record<PackageDamage, Bilingual>> = {
  unreadable: { vi: "không đọc được cấu trúc của gói", en: "its structure cannot be read" },
  "cut-short": { vi: "thiếu phần cuối", en: "its end is missing" },
  "wrong-size": { vi: "độ dài không đúng như đã ghi", en: "its length is not what is recorded" },
  "wrong-checksum": { vi: "nội dung khác với lúc lưu", en: "its content is not what was saved" },
  "not-unpacked": { vi: "không giải nén được", en: "it cannot be unpacked" },
};

/** `entry` is the file in it that is damaged, where it is known. */
export const packageDamaged = (file: string, damage: PackageDamage, entry?: string): Diagnostic =>
  error(
    "package.damaged",
    { file, ...(entry !== undefined && { path: entry }) },
    entry === undefined
      ? {
          vi: `Gói dự án bị hỏng: ${DAMAGE[damage].vi}.`,
          en: `The package is damaged: ${DAMAGE[damage].en}.`,
        }
      : {
          vi: `Gói dự án bị hỏng ở tệp “${entry}”: ${DAMAGE[damage].vi}.`,
          en: `The package is damaged at the file “${entry}”: ${DAMAGE[damage].en}.`,
        },
    ASK_AGAIN,
  );

export const packageTooLarge = (file: string, bytes: number, limit: number): Diagnostic =>
  error(
    "package.too-large",
    { file },
    {
      vi: `Gói nặng ${Math.ceil(bytes / 1e6)} MB, vượt giới hạn ${Math.floor(limit / 1e6)} MB.`,
      en: `The package has ${Math.ceil(bytes / 1e6)} MB; the limit is ${Math.floor(limit / 1e6)} MB.`,
    },
    { vi: "Dùng ảnh nhỏ hơn hoặc chia dự án.", en: "Use smaller pictures or divide the project." },
  );

export const tooManyEntries = (file: string, count: number, limit: number): Diagnostic =>
  error(
    "package.too-many-entries",
    { file },
    {
      vi: `Gói chứa ${count} tệp, vượt giới hạn ${limit}.`,
      en: `The package holds ${count} files; the limit is ${limit}.`,
    },
    DO_NOT_TRUST,
  );

export const packageBomb = (file: string, entry: string): Diagnostic =>
  error(
    "package.bomb",
    { file, path: entry },
    {
      vi: `“${entry}” trong gói nở ra quá lớn khi giải nén.`,
      en: `“${entry}” in the package grows far too large when unpacked.`,
    },
    DO_NOT_TRUST,
  );

export const unsafePath = (file: string, entry: string): Diagnostic =>
  error(
    "package.unsafe-path",
    { file, path: entry },
    {
      vi: `Gói chứa đường dẫn nguy hiểm “${entry}” trỏ ra ngoài gói.`,
      en: `The package holds the dangerous path “${entry}”, which leads out of it.`,
    },
    DO_NOT_TRUST,
  );

export const symbolicLink = (file: string, entry: string): Diagnostic =>
  error(
    "package.symlink",
    { file, path: entry },
    {
      vi: `Gói chứa liên kết “${entry}”, không được phép.`,
      en: `The package holds the link “${entry}”, which is not allowed.`,
    },
    DO_NOT_TRUST,
  );

export const duplicateEntry = (file: string, entry: string): Diagnostic =>
  error(
    "package.duplicate-entry",
    { file, path: entry },
    { vi: `Gói chứa hai tệp cùng tên “${entry}”.`, en: `The package holds two files called “${entry}”.` },
    DO_NOT_TRUST,
  );

export const encryptedEntry = (file: string, entry: string | undefined): Diagnostic =>
  error(
    "package.encrypted",
    { file, ...(entry !== undefined && { path: entry }) },
    {
      vi: "Gói được đặt mật khẩu nên không mở được.",
      en: "The package is protected by a password and cannot be opened.",
    },
    { vi: "Xin lại tệp không đặt mật khẩu.", en: "Ask for the file without a password." },
  );

export const unsupportedCompression = (file: string, entry: string, method: number): Diagnostic =>
  error(
    "package.unsupported-compression",
    { file, path: entry },
    {
      vi: `“${entry}” nén theo cách không đọc được (kiểu ${method}).`,
      en: `“${entry}” is compressed in a way that cannot be read (method ${method}).`,
    },
    SAVE_AGAIN,
  );

export const mediaCompressed = (file: string, entry: string): Diagnostic =>
  error(
    "package.media-compressed",
    { file, path: entry },
    {
      vi: `“${entry}” trong gói bị nén lại: gói đã được chương trình khác đóng gói lại.`,
      en: `“${entry}” in the package is compressed: another program has packed it anew.`,
    },
    {
      vi: "Dùng tệp .xtin gốc, hoặc đóng gói lại ở chế độ không nén (Store).",
      en: "Use the original .xtin file, or pack it again without compression (Store).",
    },
  );

export const noProjectInPackage = (file: string): Diagnostic =>
  error(
    "package.no-project",
    { file },
    { vi: "Gói không có tệp project.json.", en: "The package has no project.json." },
    { vi: "Chọn tệp .xtin do Xưởng Tin lưu.", en: "Choose an .xtin file saved by Xưởng Tin." },
  );

export const noProjectInFolder = (folder: string): Diagnostic =>
  error(
    "package.no-project",
    { file: folder },
    {
      vi: "Thư mục không có tệp project.json hay template.json.",
      en: "The folder has neither project.json nor template.json.",
    },
    { vi: "Chọn thư mục của một dự án hoặc một mẫu.", en: "Choose the folder of a project or template." },
  );

export const notUtf8 = (file: string): Diagnostic =>
  error(
    "project.not-utf8",
    { file },
    { vi: "Tệp dự án không ở bảng mã UTF-8.", en: "The project file is not in UTF-8." },
    { vi: "Lưu lại tệp với bảng mã UTF-8.", en: "Save the file as UTF-8." },
  );

const MOST_NAMED = 5;

export const unknownEntries = (file: string, names: readonly string[]): Diagnostic => {
  const shown = names.slice(0, MOST_NAMED).join(", ") + (names.length > MOST_NAMED ? "…" : "");
  return warning(
    "package.unknown-entries",
    { file },
    {
      vi: `Bỏ qua ${names.length} tệp lạ trong gói, không phải phần của dự án: ${shown}`,
      en: `${names.length} files in the package are no part of the project and were passed over: ${shown}`,
    },
    { vi: "Không cần làm gì; chúng sẽ mất khi lưu lại.", en: "Nothing needs doing; they will be gone when you save." },
  );
};
