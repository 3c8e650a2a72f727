/** Words for ids that lead nowhere, twice to the same place, or round in a circle. */

import type { Bilingual, Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { error } from "../diagnostics/make-diagnostic.ts";

/** Kinds of things that have ids. */
export const KINDS = {
  frame: { vi: "khung", en: "frame" },
  page: { vi: "trang", en: "page" },
  master: { vi: "trang mẫu", en: "master page" },
  text: { vi: "văn bản", en: "text" },
  asset: { vi: "ảnh", en: "picture" },
  swatch: { vi: "màu", en: "swatch" },
  paragraphStyle: { vi: "kiểu đoạn", en: "paragraph style" },
  characterStyle: { vi: "kiểu chữ", en: "character style" },
  slot: { vi: "ô điền", en: "slot" },
  media: { vi: "tệp âm thanh hay phim", en: "sound or video file" },
  programme: { vi: "chương trình", en: "programme" },
  scene: { vi: "cảnh", en: "scene" },
  overlay: { vi: "lớp chữ", en: "overlay" },
  track: { vi: "rãnh tiếng", en: "track" },
  audioItem: { vi: "đoạn tiếng", en: "piece of sound" },
  part: { vi: "phần của bản tin", en: "part of the bulletin" },
} as const satisfies Record<string, Bilingual>;
export type Kind = keyof typeof KINDS;
/** Kinds whose ids anything in the project may mention; the others hold within one programme. */
export type KnownKind = Exclude<Kind, "programme" | "scene" | "overlay" | "track" | "audioItem" | "part">;

export const duplicateId = (target: DiagnosticTarget, kind: Kind, id: string, first: string): Diagnostic =>
  error(
    "project.duplicate-id",
    target,
    {
      vi: `Hai ${KINDS[kind].vi} cùng mã “${id}”; cái trước ở ${first}.`,
      en: `Two ${KINDS[kind].en}s have the id “${id}”; the other is at ${first}.`,
    },
    { vi: "Đặt mã khác cho một trong hai.", en: "Give one of them another id." },
  );

export const unknownReference = (
  target: DiagnosticTarget,
  kind: Kind,
  id: string,
  nearest: string | undefined,
): Diagnostic =>
  error(
    `project.unknown-${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    target,
    {
      vi: `Dự án không có ${KINDS[kind].vi} nào mã “${id}”.`,
      en: `The project has no ${KINDS[kind].en} with the id “${id}”.`,
    },
    nearest === undefined
      ? { vi: "Thêm nó vào dự án hoặc bỏ chỗ nhắc tới.", en: "Add it to the project or remove the mention." }
      : { vi: `Có phải ý bạn là “${nearest}”?`, en: `Did you mean “${nearest}”?` },
  );

export const loopOfStyles = (target: DiagnosticTarget, kind: Kind, ids: readonly string[]): Diagnostic =>
  error(
    "project.based-on-loop",
    target,
    {
      vi: `Các ${KINDS[kind].vi} dựa vòng tròn lên nhau: ${ids.join(" → ")}.`,
      en: `These ${KINDS[kind].en}s are based on each other in a circle: ${ids.join(" → ")}.`,
    },
    { vi: "Bỏ “basedOn” ở một trong số đó.", en: "Remove “basedOn” from one of them." },
  );

export const groupsTooDeep = (target: DiagnosticTarget, most: number): Diagnostic =>
  error(
    "project.groups-too-deep",
    target,
    {
      vi: `Nhóm lồng trong nhóm quá ${most} tầng.`,
      en: `Groups are nested more than ${most} deep.`,
    },
    { vi: "Bỏ bớt tầng nhóm.", en: "Ungroup some of them." },
  );

export const loopOfFrames = (target: DiagnosticTarget, ids: readonly string[]): Diagnostic =>
  error(
    "project.next-loop",
    target,
    {
      vi: `Các khung nối vòng tròn: ${ids.join(" → ")}.`,
      en: `These frames lead into each other in a circle: ${ids.join(" → ")}.`,
    },
    { vi: "Bỏ “next” ở khung cuối.", en: "Remove “next” from the last one." },
  );

export const twoLeadIn = (target: DiagnosticTarget, id: string, first: string): Diagnostic =>
  error(
    "project.next-shared",
    target,
    {
      vi: `Khung “${id}” đã nhận nội dung từ khung “${first}”, không thể nhận thêm từ khung khác.`,
      en: `The frame “${id}” already goes on from “${first}”; it cannot go on from two frames.`,
    },
    { vi: "Nối sang một khung khác.", en: "Lead into another frame." },
  );

export const nextOfAnotherKind = (target: DiagnosticTarget, id: string, expected: string, found: string): Diagnostic =>
  error(
    "project.next-mismatch",
    target,
    {
      vi: `Khung loại “${expected}” không thể chảy tiếp sang khung “${id}” loại “${found}”.`,
      en: `A “${expected}” frame cannot go on in “${id}”, which is a “${found}” frame.`,
    },
    { vi: "Nối hai khung cùng loại.", en: "Lead into a frame of the same type." },
  );

export const nextHasContent = (target: DiagnosticTarget, id: string): Diagnostic =>
  error(
    "project.next-has-content",
    target,
    {
      vi: `Khung “${id}” nhận nội dung chảy tiếp nhưng lại có nội dung riêng.`,
      en: `The frame “${id}” continues another frame but has content of its own.`,
    },
    {
      vi: "Bỏ nội dung riêng của khung đó, hoặc bỏ “next” dẫn tới nó.",
      en: "Remove its own content, or the “next” that leads into it.",
    },
  );

export const masterCannotContinue = (target: DiagnosticTarget, master: string, type: string): Diagnostic =>
  error(
    "project.master-without-continuation",
    target,
    {
      vi: `Trang mẫu “${master}” không có khung “${type}” nào đặt “continues”, nên không thể thêm trang từ nó.`,
      en: `The master page “${master}” has no “${type}” frame with “continues”, so pages cannot be added from it.`,
    },
    {
      vi: "Đặt “continues”: true cho một khung của trang mẫu.",
      en: "Set “continues”: true on one frame of the master.",
    },
  );

export const slotFrameIsNoImage = (target: DiagnosticTarget, id: string, found: string): Diagnostic =>
  error(
    "project.slot-frame-not-image",
    target,
    {
      vi: `Ô điền ảnh dùng khung “${id}”, nhưng khung đó loại “${found}”.`,
      en: `The picture slot fills the frame “${id}”, but that is a “${found}” frame.`,
    },
    { vi: "Chọn một khung loại “image”.", en: "Choose an “image” frame." },
  );

export const slotIsNoText = (target: DiagnosticTarget, name: string): Diagnostic =>
  error(
    "project.slot-not-text",
    target,
    {
      vi: `Ô điền “${name}” là ô ảnh, không đặt vào chữ hay mã QR được.`,
      en: `The slot “${name}” takes a picture; it cannot stand in text or a QR code.`,
    },
    { vi: "Dùng một ô điền loại “text”.", en: "Use a slot of kind “text”." },
  );

export const cellsBeyondColumns = (
  target: DiagnosticTarget,
  row: number,
  needed: number,
  columns: number,
): Diagnostic =>
  error(
    "project.table-row-too-long",
    target,
    {
      vi: `Hàng ${row} của bảng cần ${needed} cột nhưng bảng chỉ có ${columns}.`,
      en: `Row ${row} of the table needs ${needed} columns but the table has ${columns}.`,
    },
    {
      vi: "Bớt ô hoặc giảm “columnSpan”; ô bị ô khác trải qua phải bỏ khỏi “cells”.",
      en: "Remove cells or lower “columnSpan”; cells covered by a span are left out of “cells”.",
    },
  );

export const overlappingSpans = (target: DiagnosticTarget, row: number, column: number): Diagnostic =>
  error(
    "project.table-spans-overlap",
    target,
    {
      vi: `Ô ở hàng ${row}, cột ${column} trải đè lên ô đã trải từ hàng trên.`,
      en: `The cell at row ${row}, column ${column} spans over one that reaches down from above.`,
    },
    {
      vi: "Giảm “columnSpan” hoặc “rowSpan” của một trong hai ô.",
      en: "Lower “columnSpan” or “rowSpan” of one of them.",
    },
  );

export const spanBeyondRows = (target: DiagnosticTarget, row: number, span: number, rows: number): Diagnostic =>
  error(
    "project.table-span-too-tall",
    target,
    {
      vi: `Ô ở hàng ${row} trải ${span} hàng, vượt quá ${rows} hàng của bảng.`,
      en: `The cell in row ${row} spans ${span} rows, beyond the ${rows} rows of the table.`,
    },
    { vi: "Giảm “rowSpan”.", en: "Lower “rowSpan”." },
  );

export const seriesOfWrongLength = (target: DiagnosticTarget, values: number, categories: number): Diagnostic =>
  error(
    "project.chart-series-length",
    target,
    {
      vi: `Dãy số có ${values} giá trị nhưng biểu đồ có ${categories} mục.`,
      en: `The series has ${values} values but the chart has ${categories} categories.`,
    },
    { vi: "Mỗi mục cần đúng một giá trị.", en: "Give exactly one value per category." },
  );

export const unsafeAssetPath = (target: DiagnosticTarget, path: string): Diagnostic =>
  error(
    "project.unsafe-asset-path",
    target,
    {
      vi: `Đường dẫn tệp “${path}” không an toàn hoặc không dùng được trên mọi máy.`,
      en: `The file's path “${path}” is unsafe or does not work on every system.`,
    },
    {
      vi: "Dùng đường dẫn tương đối nằm trong thư mục dự án, với dấu “/”, không có “..”.",
      en: "Use a relative path inside the project's folder, with “/” and without “..”.",
    },
  );

export const cueWithoutTime = (target: DiagnosticTarget, from: number, to: number): Diagnostic =>
  error(
    "project.cue-without-time",
    target,
    {
      vi: `Phụ đề hiện từ giây ${from} đến giây ${to}: hết trước khi bắt đầu.`,
      en: `The caption runs from second ${from} to second ${to}: it ends before it begins.`,
    },
    { vi: "Đặt “to” sau “from”.", en: "Set “to” after “from”." },
  );
