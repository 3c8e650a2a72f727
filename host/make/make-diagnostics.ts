/** What the user is told when a request to make something cannot be carried out. */

import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error, info, warning } from "../../core/diagnostics/make-diagnostic.ts";

const nearestHint = (nearest: string | undefined): readonly Bilingual[] =>
  nearest === undefined ? [] : [{ vi: `Có phải “${nearest}”?`, en: `Did you mean “${nearest}”?` }];

export const unknownSource = (source: string, nearest: string | undefined): Diagnostic =>
  error(
    "make.unknown-source",
    { file: source },
    {
      vi: `Không có mẫu nào tên “${source}”, cũng không có tệp nào ở đó.`,
      en: `There is no template “${source}”, nor is there a file of that name.`,
    },
    ...nearestHint(nearest),
    { vi: "Xem các mẫu bằng lệnh “templates”.", en: "See the templates with the command “templates”." },
  );

export const slotSettingWithoutName = (setting: string): Diagnostic =>
  error(
    "make.slot-setting",
    {},
    { vi: `Không hiểu “${setting}”.`, en: `“${setting}” cannot be understood.` },
    { vi: "Viết: --set ô=chữ hoặc --set ô=@tệp", en: "Write: --set slot=text or --set slot=@file" },
  );

export const slotFileNotUtf8 = (slot: string, file: string): Diagnostic =>
  error(
    "make.slot-file-not-utf8",
    { slot, file },
    { vi: `Tệp cho ô “${slot}” không phải văn bản UTF-8.`, en: `The file for the slot “${slot}” is not UTF-8 text.` },
    {
      vi: "Chuyển bảng mã cũ bằng lệnh “convert-text --from auto”, hoặc lưu lại với mã UTF-8.",
      en: "Convert old encodings with “convert-text --from auto”, or save the file as UTF-8.",
    },
  );

export const outputIsInput = (file: string): Diagnostic =>
  error(
    "make.output-is-input",
    { file },
    {
      vi: "Tệp kết quả trùng với một tệp đang dùng làm nguồn.",
      en: "The result would be written over a file it is made from.",
    },
    { vi: "Chọn tên khác cho --out.", en: "Choose another name for --out." },
  );

export const noRows = (file: string, rowCount: number): Diagnostic =>
  error(
    "make.no-rows",
    { file },
    {
      vi: `Không có dòng nào để làm (bảng có ${rowCount} dòng).`,
      en: `There are no rows to make (the table has ${rowCount}).`,
    },
    { vi: "Xem lại bảng và --rows.", en: "Check the table and --rows." },
  );

/** A column that may have been meant for a slot. */
export const columnNearSlot = (file: string, column: string, nearest: string): Diagnostic =>
  warning(
    "make.column-near-slot",
    { file, column },
    { vi: `Cột “${column}” không ứng với ô nào.`, en: `The column “${column}” fills no slot.` },
    ...nearestHint(nearest),
  );

export const columnsUnused = (file: string, columns: readonly string[]): Diagnostic =>
  info(
    "make.columns-unused",
    { file },
    {
      vi: `Các cột không ứng với ô nào: ${columns.join(", ")}.`,
      en: `Columns that fill no slot: ${columns.join(", ")}.`,
    },
  );

export const noColumnFits = (file: string, slots: readonly string[]): Diagnostic =>
  error(
    "make.no-column-fits",
    { file },
    { vi: "Không cột nào có tên trùng với một ô.", en: "No column is named as a slot." },
    {
      vi: `Đặt tên cột ở dòng đầu là: ${slots.join(", ")}`,
      en: `Name the columns in the first row: ${slots.join(", ")}`,
    },
  );

export const moreOfTheSame = (code: string, count: number): Diagnostic =>
  info(
    "make.more-of-the-same",
    {},
    { vi: `Còn ${count} thông báo “${code}” ở các dòng khác.`, en: `${count} more messages “${code}” in other rows.` },
  );

/** A family a style asks for that is not at hand: the product would come out in another face. */
export const fontFamilyMissing = (font: string, nearest: string | undefined): Diagnostic =>
  error(
    "font.family-missing",
    { font },
    {
      vi: `Dự án dùng phông “${font}” nhưng máy này không có.`,
      en: `The project asks for the font “${font}”, which is not at hand.`,
    },
    ...nearestHint(nearest),
    {
      vi: "Chỉ thư mục chứa phông bằng --fonts, hoặc chọn phông khác trong dự án (xem: fonts).",
      en: "Name the folder that holds it with --fonts, or choose another font in the project (see: fonts).",
    },
  );
