/** Words for spreadsheets that cannot be read, and for what in them looks wrong. */

import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error, warning } from "../../core/diagnostics/make-diagnostic.ts";

const SAVE_AS_XLSX: Bilingual = {
  vi: "Mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) dạng “Excel Workbook (.xlsx)”.",
  en: "Open it with Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”.",
};
const SAVE_AGAIN: Bilingual = {
  vi: "Mở bằng Excel hoặc LibreOffice rồi lưu lại.",
  en: "Open it with Excel or LibreOffice and save it again.",
};

export const tableTooLarge = (file: string, bytes: number, limit: number): Diagnostic =>
  error(
    "table.too-large",
    { file },
    {
      vi: `Bảng nặng ${Math.ceil(bytes / 1e6)} MB, vượt giới hạn ${limit / 1e6} MB.`,
      en: `The table has ${Math.ceil(bytes / 1e6)} MB; the limit is ${limit / 1e6} MB.`,
    },
    { vi: "Xóa ảnh và trang tính thừa, hoặc chia bảng.", en: "Remove pictures and spare sheets, or divide the table." },
  );

export const tooManyRows = (file: string, limit: number): Diagnostic =>
  error(
    "table.too-many-rows",
    { file },
    { vi: `Bảng có hơn ${limit} dòng dữ liệu.`, en: `The table has more than ${limit} rows of data.` },
    { vi: "Chia thành nhiều bảng.", en: "Divide it into several tables." },
  );

export const tooManyColumns = (file: string, limit: number): Diagnostic =>
  error(
    "table.too-many-columns",
    { file },
    { vi: `Bảng có hơn ${limit} cột.`, en: `The table has more than ${limit} columns.` },
    {
      vi: "Xóa các cột thừa. Với CSV, có thể dấu phân cách bị hiểu sai.",
      en: "Remove the columns not needed. In a CSV file the delimiter may have been mistaken.",
    },
  );

export const tableEmpty = (file: string): Diagnostic =>
  error(
    "table.empty",
    { file },
    { vi: "Bảng không có gì.", en: "The table is empty." },
    {
      vi: "Dòng đầu ghi tên cột, từ dòng sau mỗi dòng một bản.",
      en: "The first row names the columns; every row after it is one copy.",
    },
  );

export const tableDamaged = (file: string, reason: string): Diagnostic =>
  error(
    "table.damaged",
    { file },
    { vi: `Tệp bảng tính bị hỏng (${reason}).`, en: `The spreadsheet is damaged (${reason}).` },
    SAVE_AGAIN,
  );

export const tableLocked = (file: string): Diagnostic =>
  error(
    "table.encrypted",
    { file },
    { vi: "Bảng tính được đặt mật khẩu.", en: "The spreadsheet is protected by a password." },
    {
      vi: "Bỏ mật khẩu trong Excel (Tệp › Thông tin › Bảo vệ) rồi lưu lại.",
      en: "Remove the password in Excel (File › Info › Protect) and save it again.",
    },
  );

export const unsupportedTable = (file: string, format: string): Diagnostic =>
  error(
    "table.unsupported",
    { file },
    {
      vi: `Không đọc được bảng dạng ${format}; chỉ nhận .xlsx và .csv.`,
      en: `${format} tables cannot be read; use .xlsx or .csv.`,
    },
    SAVE_AS_XLSX,
  );

export const sheetNotFound = (
  file: string,
  sheet: string,
  sheets: readonly string[],
  nearest: string | undefined,
): Diagnostic =>
  error(
    "table.sheet-not-found",
    { file },
    { vi: `Không có trang tính “${sheet}”.`, en: `There is no sheet “${sheet}”.` },
    nearest === undefined
      ? { vi: `Các trang tính: ${sheets.join(", ")}.`, en: `The sheets are: ${sheets.join(", ")}.` }
      : { vi: `Có phải ý bạn là “${nearest}”?`, en: `Did you mean “${nearest}”?` },
  );

export const brokenQuotes = (file: string, row: number): Diagnostic =>
  error(
    "table.broken-quotes",
    { file, row },
    {
      vi: `Dấu nháy kép ở dòng ${row} không khép kín hoặc đặt sai chỗ.`,
      en: `A quotation mark in row ${row} is not closed or out of place.`,
    },
    {
      vi: "Sửa dấu nháy ở dòng đó, hoặc lưu bảng thành .xlsx.",
      en: "Mend the quotation mark in that row, or save the table as .xlsx.",
    },
  );

export const unknownEncoding = (file: string): Diagnostic =>
  error(
    "table.unknown-encoding",
    { file },
    { vi: "Không nhận ra bảng mã của tệp CSV.", en: "The encoding of the CSV file is not known." },
    { vi: "Lưu lại dạng “CSV UTF-8” hoặc .xlsx.", en: "Save it as “CSV UTF-8” or .xlsx." },
  );

export const convertedEncoding = (file: string, encoding: string): Diagnostic =>
  warning(
    "table.converted-encoding",
    { file },
    {
      vi: `Tệp ở bảng mã cũ ${encoding}, đã được chuyển sang Unicode.`,
      en: `The file was in the old encoding ${encoding} and has been converted to Unicode.`,
    },
    { vi: "Kiểm tra vài dòng xem chữ có đúng không.", en: "Look at a few rows to see that the letters are right." },
  );

export const looksLegacy = (file: string, encoding: string): Diagnostic =>
  warning(
    "table.legacy-text",
    { file },
    {
      vi: `Chữ trong bảng có vẻ gõ bằng bảng mã cũ ${encoding} nên sẽ in sai.`,
      en: `The text of the table seems to be in the old encoding ${encoding} and would be printed wrongly.`,
    },
    { vi: "Chuyển bảng sang Unicode trước khi dùng.", en: "Convert the table to Unicode before using it." },
  );

export const formulaErrors = (file: string, cells: readonly string[], more: boolean): Diagnostic =>
  warning(
    "table.formula-errors",
    { file },
    {
      vi: `Ô có công thức bị lỗi, coi như trống: ${cells.join(", ")}${more ? "…" : ""}`,
      en: `Cells whose formula fails are taken for empty: ${cells.join(", ")}${more ? "…" : ""}`,
    },
    { vi: "Sửa công thức trong Excel rồi lưu lại.", en: "Mend the formulas in Excel and save the file again." },
  );

export const formulasWithoutValues = (file: string): Diagnostic =>
  warning(
    "table.formulas-without-values",
    { file },
    {
      vi: "Bảng có công thức chưa được tính, coi như trống.",
      en: "The table has formulas that were never calculated; they are taken for empty.",
    },
    SAVE_AGAIN,
  );
