/** What table layout reports. Rows and columns are counted from 1 in messages and targets. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { error, warning } from "../../diagnostics/make-diagnostic.ts";
import { ptToMm } from "../../units/units.ts";

const millimetres = (points: number, language: "vi" | "en"): string => {
  const text = ptToMm(points).toFixed(1);
  return language === "vi" ? text.replace(".", ",") : text;
};

/** A row has fewer cells than there are columns left for it. */
export const tableCellsMissing = (row: number, count: number): Diagnostic =>
  warning(
    "table.cells-missing",
    { row: row + 1 },
    {
      vi: `Hàng ${row + 1} của bảng thiếu ${count} ô; các ô này để trống.`,
      en: `Row ${row + 1} of the table lacks ${count} cells; they are left empty.`,
    },
    {
      vi: "Thêm ô cho đủ số cột, hoặc cho ô đứng trước chiếm nhiều cột.",
      en: "Add cells up to the number of columns, or let the cell before them span more columns.",
    },
  );

/** A row has more cells than there are columns left for it. */
export const tableCellsSurplus = (row: number, count: number): Diagnostic =>
  error(
    "table.cells-surplus",
    { row: row + 1 },
    {
      vi: `Hàng ${row + 1} của bảng thừa ${count} ô; các ô này không được hiển thị.`,
      en: `Row ${row + 1} of the table has ${count} cells too many; they are not shown.`,
    },
    {
      vi: "Bỏ ô thừa, thêm cột, hoặc giảm số cột và số hàng mà các ô lân cận chiếm.",
      en: "Remove them, add columns, or lessen the columns and rows that cells nearby span.",
    },
  );

/** A span leaves the table or its header, or runs into another cell. */
export const tableSpanClipped = (row: number, column: number): Diagnostic =>
  warning(
    "table.span-clipped",
    { row: row + 1 },
    {
      vi: `Ô ở hàng ${row + 1}, cột ${column + 1} chiếm quá phạm vi bảng, quá phần tiêu đề hoặc chồng lên ô khác; phần vượt bị cắt.`,
      en: `The cell in row ${row + 1}, column ${column + 1} spans beyond the table or its header, or over another cell; the span is cut.`,
    },
    { vi: "Cho ô chiếm ít cột, ít hàng hơn.", en: "Let the cell span fewer columns or rows." },
  );

/** More header rows are asked for than the table has rows. */
export const tableHeaderRowsSurplus = (asked: number, rows: number): Diagnostic =>
  warning(
    "table.header-rows-surplus",
    {},
    {
      vi: `Bảng khai ${asked} hàng tiêu đề nhưng chỉ có ${rows} hàng.`,
      en: `The table declares ${asked} header rows but has only ${rows} rows.`,
    },
    { vi: "Giảm số hàng tiêu đề hoặc thêm hàng.", en: "Lessen the header rows or add rows." },
  );

/** Padding takes the whole width of a cell that has text. */
export const tableCellTooNarrow = (row: number, column: number, text: string): Diagnostic =>
  error(
    "table.cell-too-narrow",
    { row: row + 1, text },
    {
      vi: `Cột ${column + 1} quá hẹp: ô ở hàng ${row + 1} không còn chỗ cho chữ sau khi trừ lề trong.`,
      en: `Column ${column + 1} is too narrow: the cell in row ${row + 1} has no room for text beside its padding.`,
    },
    { vi: "Nới cột hoặc giảm lề trong.", en: "Widen the column or lessen the padding." },
  );

/** Rows that found no place; `row` is the first of them. */
export const tableOverflow = (row: number, count: number): Diagnostic =>
  error(
    "table.overflow",
    { row: row + 1 },
    {
      vi: `Bảng không vừa khung: ${count} hàng, từ hàng ${row + 1}, không có chỗ.`,
      en: `The table does not fit its frame: ${count} rows, from row ${row + 1}, have no place.`,
    },
    {
      vi: "Rút gọn chữ trong bảng, nới khung, nối sang khung khác hoặc cho phép thêm trang.",
      en: "Shorten the words in the table, enlarge the frame, link it to another or let it add pages.",
    },
    { vi: "Giảm cỡ chữ hoặc lề trong của ô.", en: "Lessen the size of the text or the padding of the cells." },
  );

/** One row is taller than the room it has; heights in points. */
export const tableRowTooTall = (row: number, height: number, available: number): Diagnostic =>
  error(
    "table.row-too-tall",
    { row: row + 1 },
    {
      vi: `Hàng ${row + 1} cao ${millimetres(height, "vi")} mm trong khi khung chỉ còn ${millimetres(available, "vi")} mm; hàng tràn ra ngoài.`,
      en: `Row ${row + 1} is ${millimetres(height, "en")} mm tall where the frame offers ${millimetres(available, "en")} mm; it reaches beyond the frame.`,
    },
    {
      vi: "Chia nội dung thành nhiều hàng hoặc nới cột.",
      en: "Divide its content into several rows or widen its columns.",
    },
    { vi: "Nới chiều cao của khung.", en: "Make the frame taller." },
  );

/** The header rows alone are taller than a region; heights in points. */
export const tableHeaderTooTall = (height: number, available: number): Diagnostic =>
  error(
    "table.header-too-tall",
    { row: 1 },
    {
      vi: `Phần tiêu đề bảng cao ${millimetres(height, "vi")} mm, quá khung cao ${millimetres(available, "vi")} mm; ở đó tiêu đề bị bỏ.`,
      en: `The header of the table is ${millimetres(height, "en")} mm tall, more than the frame's ${millimetres(available, "en")} mm; it is left out there.`,
    },
    { vi: "Rút gọn tiêu đề hoặc nới khung.", en: "Shorten the header or make the frame taller." },
  );

/** Rows tied by a cell over several rows had to be divided before `row`. */
export const tableSpanDivided = (row: number): Diagnostic =>
  warning(
    "table.span-divided",
    { row: row + 1 },
    {
      vi: `Ô gộp nhiều hàng bị chia sang khung sau từ hàng ${row + 1}, vì các hàng gộp cao hơn một khung.`,
      en: `A cell over several rows is divided before row ${row + 1}, since its rows together are taller than a frame.`,
    },
    { vi: "Cho ô chiếm ít hàng hơn hoặc nới khung.", en: "Let the cell span fewer rows or make the frame taller." },
  );
