/** What users are told of a programme's plan. */

import type { Bilingual, Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { error, info, warning } from "../diagnostics/make-diagnostic.ts";

/** The programme and the language it is made in. */
export interface ProgrammeTarget extends DiagnosticTarget {
  readonly programme: string;
  readonly language: string;
}

const rounded = (seconds: number): string => String(Math.round(seconds * 100) / 100);

export const nothingToShow = (target: ProgrammeTarget): Diagnostic =>
  error(
    "programme.nothing-to-show",
    target,
    { vi: "Chương trình không có cảnh nào trong ngôn ngữ này.", en: "The programme has no scene in this language." },
    { vi: "Thêm cảnh, hoặc bỏ “languages” ở các cảnh.", en: "Add a scene, or remove “languages” from the scenes." },
  );

export const lengthMissed = (target: ProgrammeTarget, seconds: number, wanted: number): Diagnostic =>
  warning(
    "programme.length-missed",
    target,
    {
      vi: `Các cảnh dài ${rounded(seconds)} giây, chương trình phải dài ${rounded(wanted)} giây.`,
      en: `The scenes take ${rounded(seconds)} seconds; the programme must take ${rounded(wanted)}.`,
    },
    { vi: "Kéo dài hoặc rút ngắn một cảnh.", en: "Make a scene longer or shorter." },
  );

export const transitionCut = (target: ProgrammeTarget, scene: string, seconds: number): Diagnostic =>
  warning(
    "programme.transition-cut",
    { ...target, scene },
    {
      vi: `Chuyển cảnh ${rounded(seconds)} giây dài hơn cảnh nó dẫn vào, nên được rút ngắn.`,
      en: `The transition of ${rounded(seconds)} seconds is longer than the scene it brings in, and was shortened.`,
    },
    { vi: "Rút ngắn chuyển cảnh hoặc kéo dài cảnh.", en: "Shorten the transition or lengthen the scene." },
  );

export const sceneNotThere = (target: ProgrammeTarget, overlay: string, scene: string): Diagnostic =>
  info(
    "programme.scene-not-there",
    { ...target, overlay, scene },
    {
      vi: `Lớp chữ thuộc cảnh “${scene}”, cảnh này không có trong ngôn ngữ đang làm.`,
      en: `The overlay belongs to the scene “${scene}”, which is not shown in this language.`,
    },
  );

export const overlayAfterEnd = (target: ProgrammeTarget, overlay: string, second: number): Diagnostic =>
  warning(
    "programme.overlay-after-end",
    { ...target, overlay, second },
    {
      vi: `Lớp chữ bắt đầu ở giây ${rounded(second)}, khi cảnh hay chương trình đã hết.`,
      en: `The overlay begins at second ${rounded(second)}, when its scene or the programme is over.`,
    },
    { vi: "Cho nó bắt đầu sớm hơn.", en: "Let it begin earlier." },
  );

/** An overlay of a programme. */
export interface OverlayTarget extends ProgrammeTarget {
  readonly overlay: string;
}

export const changingTextNotShown = (target: OverlayTarget, text: string): Diagnostic =>
  error(
    "programme.changing-text-not-shown",
    { ...target, text },
    {
      vi: `Trang của lớp chữ không có khung chữ nào (ngoài nhóm) chứa chữ “${text}” để chạy.`,
      en: `The overlay’s page has no text frame of its own, outside groups, that shows the text “${text}”.`,
    },
    {
      vi: "Sửa “text” của lớp chữ, hoặc đưa khung ra khỏi nhóm.",
      en: "Correct the overlay’s “text”, or take the frame out of its group.",
    },
  );

export const crawlCut = (target: OverlayTarget, needed: number, seconds: number): Diagnostic =>
  warning(
    "programme.crawl-cut",
    target,
    {
      vi: `Dòng chữ chạy cần ${rounded(needed)} giây để chạy hết nhưng chỉ hiện ${rounded(seconds)} giây.`,
      en: `The crawl takes ${rounded(needed)} seconds to run through, and is there for ${rounded(seconds)} only.`,
    },
    {
      vi: "Cho lớp chữ hiện lâu hơn, tăng “speed”, hoặc bỏ “speed” để dòng chữ chạy vừa đủ.",
      en: "Show it longer, raise its “speed”, or leave “speed” out to let it run through in time.",
    },
  );

export const runsTooFast = (target: OverlayTarget, seconds: number): Diagnostic =>
  warning(
    "programme.runs-too-fast",
    target,
    { vi: "Chữ chạy quá nhanh, người xem không đọc kịp.", en: "The text runs too fast to be read." },
    {
      vi: `Cho lớp chữ hiện khoảng ${Math.ceil(seconds)} giây, hoặc rút gọn chữ.`,
      en: `Show it for about ${Math.ceil(seconds)} seconds, or shorten the text.`,
    },
  );

export const sheetsTooShort = (target: OverlayTarget, sheets: number, each: number): Diagnostic =>
  warning(
    "programme.sheets-too-short",
    target,
    {
      vi: `${sheets} trang danh sách, mỗi trang hiện chưa đến ${rounded(each)} giây.`,
      en: `${sheets} sheets of credits are there for less than ${rounded(each)} seconds each.`,
    },
    {
      vi: `Cho danh sách hiện ít nhất ${Math.ceil(sheets * each)} giây.`,
      en: `Show the credits for ${Math.ceil(sheets * each)} seconds at least.`,
    },
  );

export const captionAfterEnd = (target: ProgrammeTarget, text: string, second: number): Diagnostic =>
  warning(
    "programme.caption-after-end",
    { ...target, second },
    {
      vi: `Phụ đề “${text}” bắt đầu khi chương trình đã hết.`,
      en: `The caption “${text}” begins when the programme is over.`,
    },
    { vi: "Xem lại thời gian của phụ đề.", en: "Check the caption's times." },
  );

export const captionsOverlap = (target: ProgrammeTarget, text: string, second: number): Diagnostic =>
  warning(
    "programme.captions-overlap",
    { ...target, second },
    {
      vi: `Phụ đề “${text}” bắt đầu khi phụ đề trước còn hiện, nên hiện muộn hơn.`,
      en: `The caption “${text}” begins while the one before it is still there, and is shown later.`,
    },
    { vi: "Cho phụ đề trước hết sớm hơn.", en: "Let the caption before it end earlier." },
  );

export const captionTooLong = (target: ProgrammeTarget, text: string, second: number, most: number): Diagnostic =>
  warning(
    "programme.caption-too-long",
    { ...target, second },
    {
      vi: `Phụ đề “${text}” cần hơn ${most} dòng.`,
      en: `The caption “${text}” takes more than ${most} lines.`,
    },
    { vi: "Chia thành hai phụ đề hoặc rút gọn.", en: "Divide it into two captions or shorten it." },
  );

export const captionTooFast = (
  target: DiagnosticTarget,
  text: string,
  second: number,
  speed: number,
  most: number,
): Diagnostic =>
  warning(
    "programme.caption-too-fast",
    { ...target, second },
    {
      vi: `Phụ đề “${text}” phải đọc ${Math.round(speed)} chữ cái mỗi giây; người xem đọc kịp khoảng ${most}.`,
      en: `The caption “${text}” has to be read at ${Math.round(speed)} characters a second; viewers manage about ${most}.`,
    },
    { vi: "Cho phụ đề hiện lâu hơn hoặc rút gọn.", en: "Show it longer or shorten it." },
  );

/** No programme has this id, or there are several to choose from. */
export const unknownProgramme = (file: string, id: string | undefined, known: readonly string[]): Diagnostic =>
  notFound(file, id, known, {
    none: { vi: "Dự án này không có chương trình nào.", en: "This project has no programme." },
    several: {
      vi: "Dự án có nhiều chương trình; hãy chọn một.",
      en: "The project has several programmes; choose one.",
    },
    unknown: { vi: `Dự án không có chương trình “${id}”.`, en: `The project has no programme “${id}”.` },
  });

/** No clip has this id, or there are several to choose from. */
export const unknownClip = (file: string, id: string | undefined, known: readonly string[]): Diagnostic =>
  notFound(file, id, known, {
    none: { vi: "Dự án này không có clip nào.", en: "This project has no clip." },
    several: { vi: "Dự án có nhiều clip; hãy chọn một.", en: "The project has several clips; choose one." },
    unknown: { vi: `Dự án không có clip “${id}”.`, en: `The project has no clip “${id}”.` },
  });

function notFound(
  file: string,
  id: string | undefined,
  known: readonly string[],
  { none, several, unknown }: Readonly<Record<"none" | "several" | "unknown", Bilingual>>,
): Diagnostic {
  const target = { file, ...(id !== undefined && { programme: id }) };
  if (known.length === 0) return error("programme.unknown", target, none);
  const list = known.join(", ");
  return error("programme.unknown", target, id === undefined ? several : unknown, {
    vi: `Chọn bằng --programme: ${list}`,
    en: `Choose with --programme: ${list}`,
  });
}

/** Where a source is used. */
export interface SourceTarget extends ProgrammeTarget {
  readonly asset: string;
}

export const sourceWithoutPicture = (target: SourceTarget): Diagnostic =>
  error(
    "programme.source-without-picture",
    target,
    { vi: `Tệp “${target.asset}” không có hình.`, en: `The file “${target.asset}” has no picture.` },
    { vi: "Chọn một tệp video cho cảnh này.", en: "Choose a video file for this scene." },
  );

export const sourceEndsEarly = (target: SourceTarget, start: number, seconds: number): Diagnostic =>
  warning(
    "programme.source-ends-early",
    target,
    {
      vi: `Tệp “${target.asset}” từ giây ${rounded(start)} chỉ còn ${rounded(seconds)} giây, ngắn hơn cảnh; khung hình cuối được giữ lại.`,
      en: `From second ${rounded(start)} the file “${target.asset}” has only ${rounded(seconds)} seconds, less than its scene; its last frame stays.`,
    },
    { vi: "Rút ngắn cảnh hoặc bắt đầu sớm hơn.", en: "Shorten the scene or begin earlier in the file." },
  );
