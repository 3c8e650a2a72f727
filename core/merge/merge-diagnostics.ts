/** Words for values that cannot be merged into a project. */

import type { Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { error, info, warning } from "../diagnostics/make-diagnostic.ts";
import type { Slot } from "../document/schema/project.ts";

/** What forms call the slot; its name, by which files and the command line know it, is in the target. */
const shown = (slot: Slot, language: "vi" | "en"): string => `“${slot.label[language] || slot.name}”`;

export const unknownSlot = (name: string, nearest: string | undefined, names: readonly string[]): Diagnostic =>
  error(
    "merge.unknown-slot",
    { slot: name },
    { vi: `Mẫu không có ô điền nào tên “${name}”.`, en: `The template has no slot called “${name}”.` },
    nearest !== undefined
      ? { vi: `Có phải ý bạn là “${nearest}”?`, en: `Did you mean “${nearest}”?` }
      : names.length === 0
        ? { vi: "Mẫu này không có ô điền nào.", en: "This template has no slots." }
        : { vi: `Các ô điền: ${names.join(", ")}.`, en: `Its slots are: ${names.join(", ")}.` },
  );

export const requiredSlotEmpty = (slot: Slot, target: DiagnosticTarget = {}): Diagnostic =>
  error(
    "merge.required-empty",
    { ...target, slot: slot.name },
    {
      vi: `Ô ${shown(slot, "vi")} bắt buộc nhưng còn trống.`,
      en: `The slot ${shown(slot, "en")} is required but empty.`,
    },
    { vi: "Điền giá trị cho ô này.", en: "Give it a value." },
  );

/** A product made without a value that matters shows what the template shows. */
export const slotNotSet = (slot: Slot): Diagnostic =>
  info(
    "merge.slot-not-set",
    { slot: slot.name },
    {
      vi: `Ô ${shown(slot, "vi")} chưa điền; giữ nội dung mẫu.`,
      en: `The slot ${shown(slot, "en")} is not set; the template's own content stays.`,
    },
    { vi: "Điền giá trị trước khi in chính thức.", en: "Give it a value before the real print run." },
  );

export const slotWantsText = (slot: Slot): Diagnostic =>
  error(
    "merge.wants-text",
    { slot: slot.name },
    {
      vi: `Ô ${shown(slot, "vi")} nhận chữ, không nhận ảnh.`,
      en: `The slot ${shown(slot, "en")} takes text, not a picture.`,
    },
    { vi: "Viết chữ vào ô này.", en: "Give it text." },
  );

export const slotWantsImage = (slot: Slot): Diagnostic =>
  error(
    "merge.wants-image",
    { slot: slot.name },
    {
      vi: `Ô ${shown(slot, "vi")} nhận ảnh, không nhận chữ.`,
      en: `The slot ${shown(slot, "en")} takes a picture, not text.`,
    },
    { vi: "Chọn một tệp ảnh cho ô này.", en: "Choose a picture file for it." },
  );

export const qrDataTooLong = (slot: Slot, frame: string, length: number, limit: number): Diagnostic =>
  error(
    "merge.qr-too-long",
    { slot: slot.name, frame },
    {
      vi: `Nội dung mã QR từ ô ${shown(slot, "vi")} dài ${length} ký tự, tối đa ${limit}.`,
      en: `The QR code's data from the slot ${shown(slot, "en")} has ${length} characters; the limit is ${limit}.`,
    },
    { vi: "Dùng địa chỉ ngắn hơn.", en: "Use a shorter address." },
  );

export const controlCharacters = (slot: Slot, target: DiagnosticTarget, codes: readonly string[]): Diagnostic =>
  warning(
    "merge.control-characters",
    { ...target, slot: slot.name },
    {
      vi: `Ô ${shown(slot, "vi")} có ký tự điều khiển vô hình (${codes.join(", ")}); chúng đã được bỏ đi.`,
      en: `The slot ${shown(slot, "en")} has invisible control characters (${codes.join(", ")}); they were removed.`,
    },
    {
      vi: "Thường do chép từ chương trình khác. Kiểm tra lại chữ trong ô bảng tính.",
      en: "They usually come from pasting. Check the text of the cell.",
    },
  );

export const imageNotFound = (
  slot: Slot,
  target: DiagnosticTarget,
  file: string,
  nearest: string | undefined,
): Diagnostic =>
  error(
    "merge.image-not-found",
    { ...target, slot: slot.name },
    {
      vi: `Không tìm thấy ảnh “${file}” cho ô ${shown(slot, "vi")}.`,
      en: `The picture “${file}” for the slot ${shown(slot, "en")} was not found.`,
    },
    nearest === undefined
      ? {
          vi: "Đặt ảnh cạnh bảng tính, hoặc ghi đường dẫn tính từ thư mục chứa bảng.",
          en: "Put the picture beside the spreadsheet, or give its path from the spreadsheet's folder.",
        }
      : { vi: `Có phải ý bạn là “${nearest}”?`, en: `Did you mean “${nearest}”?` },
  );

export const valueTooLong = (slot: Slot, target: DiagnosticTarget, length: number, limit: number): Diagnostic =>
  error(
    "merge.value-too-long",
    { ...target, slot: slot.name },
    {
      vi: `Ô ${shown(slot, "vi")} dài ${length} ký tự, tối đa ${limit}.`,
      en: `The slot ${shown(slot, "en")} has ${length} characters; the limit is ${limit}.`,
    },
    {
      vi: "Rút ngắn nội dung, hoặc kiểm tra xem cột có bị lệch không.",
      en: "Shorten it, or check whether columns have shifted.",
    },
  );

export const brokenRowRange = (text: string, part: string, rows: number | undefined): Diagnostic =>
  error(
    "merge.row-range",
    {},
    {
      vi: `Không hiểu khoảng dòng “${part}” trong “${text}”.`,
      en: `The row range “${part}” in “${text}” cannot be understood.`,
    },
    rows === undefined
      ? { vi: "Viết như 1-200, 205 hoặc 50-.", en: "Write it like 1-200, 205 or 50-." }
      : {
          vi: `Viết như 1-200, 205 hoặc 50-; bảng có ${rows} dòng.`,
          en: `Write it like 1-200, 205 or 50-; the table has ${rows} rows.`,
        },
  );

export const unknownPlaceholder = (name: string, nearest: string | undefined): Diagnostic =>
  error(
    "merge.unknown-placeholder",
    {},
    {
      vi: `Mẫu tên tệp nhắc tới “{${name}}” nhưng bảng không có cột ấy.`,
      en: `The pattern of file names mentions “{${name}}”, but the table has no such column.`,
    },
    nearest === undefined
      ? { vi: "Dùng tên cột, tên ô điền hoặc {stt}.", en: "Use the name of a column or slot, or {stt}." }
      : { vi: `Có phải ý bạn là “{${nearest}}”?`, en: `Did you mean “{${nearest}}”?` },
  );
