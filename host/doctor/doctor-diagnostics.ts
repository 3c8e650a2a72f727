/** What the user is told about a machine that lacks something. */

import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error, warning } from "../../core/diagnostics/make-diagnostic.ts";

const REINSTALL: Bilingual = {
  vi: "Cài lại các gói: npm ci",
  en: "Install the packages again: npm ci",
};

export const nodeTooOld = (version: string, least: number): Diagnostic =>
  error(
    "machine.node-too-old",
    {},
    {
      vi: `Node ${version} quá cũ; cần Node ${least} trở lên.`,
      en: `Node ${version} is too old; ${least} or newer is needed.`,
    },
    {
      vi: "Chạy bằng “npm run -s xuongtin -- …”: lệnh này tự lấy Node đúng phiên bản.",
      en: "Start with “npm run -s xuongtin -- …”, which brings the right Node by itself.",
    },
  );

export const fontFamilyMissing = (font: string): Diagnostic =>
  warning(
    "machine.font-missing",
    { font },
    { vi: `Thiếu tệp của bộ phông “${font}”.`, en: `Files of the font family “${font}” are missing.` },
    REINSTALL,
  );

export const canvasFails = (reason: string): Diagnostic =>
  error(
    "machine.canvas-fails",
    {},
    {
      vi: `Không tạo được ảnh PNG, JPG trên máy này: ${reason}`,
      en: `PNG and JPG cannot be made on this machine: ${reason}`,
    },
    REINSTALL,
    { vi: "PDF và SVG vẫn làm được.", en: "PDF and SVG still work." },
  );

export const dictionaryMissing = (language: string): Diagnostic =>
  warning(
    "machine.dictionary-missing",
    { language },
    {
      vi: `Node này không có từ điển ngắt từ cho “${language}”; dòng có thể bị ngắt giữa từ.`,
      en: `This Node has no word dictionary for “${language}”; lines may break inside words.`,
    },
    {
      vi: "Dùng bản Node phát hành chính thức (có đủ ICU).",
      en: "Use an official release of Node, which has the full ICU.",
    },
  );

export const folderNotWritable = (file: string): Diagnostic =>
  error(
    "machine.folder-not-writable",
    { file },
    { vi: "Không ghi được vào thư mục này.", en: "This folder cannot be written to." },
    { vi: "Chọn thư mục khác cho kết quả.", en: "Choose another folder for the results." },
    {
      vi: "Thư mục của chương trình thì đổi bằng biến môi trường XUONGTIN_HOME.",
      en: "The program’s own folder is chosen by the environment variable XUONGTIN_HOME.",
    },
  );

export const diskNearlyFull = (file: string, freeBytes: number): Diagnostic =>
  warning(
    "machine.disk-nearly-full",
    { file },
    {
      vi: `Đĩa chỉ còn trống ${Math.round(freeBytes / 1e6)} MB.`,
      en: `Only ${Math.round(freeBytes / 1e6)} MB are free on this disk.`,
    },
    { vi: "Xóa bớt tệp, hoặc ghi kết quả ra đĩa khác.", en: "Remove files, or write the results to another disk." },
  );
