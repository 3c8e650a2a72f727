/** What is said of translations that come back. `words` are those of the source, by which a person knows the text. */

import type { Bilingual, Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { error, info, warning } from "../diagnostics/make-diagnostic.ts";
import { excerpt } from "../layout/layout-diagnostics.ts";
import { findLanguage, insideSentence } from "../script/language-registry.ts";

const SEND_AGAIN: Bilingual = {
  vi: "Xuất lại tệp cho người dịch từ ấn phẩm này rồi chép bản dịch sang.",
  en: "Export the file for translators from this product again and copy the translation into it.",
};

const inVietnamese = (tag: string): string => insideSentence(findLanguage(tag)?.names.vi ?? `“${tag}”`);
const inEnglish = (tag: string): string => findLanguage(tag)?.names.en ?? `“${tag}”`;

/** `reason` is a finding of the reader, in English. */
export const exchangeDamaged = (reason: string): Diagnostic =>
  error(
    "translate.damaged",
    {},
    {
      vi: `Tệp dịch bị hỏng hoặc không phải XLIFF (${reason}).`,
      en: `The file is damaged or is no XLIFF (${reason}).`,
    },
    {
      vi: "Xuất lại tệp từ chương trình dịch, dạng XLIFF 1.2.",
      en: "Export it from the translation program again, as XLIFF 1.2.",
    },
  );

export const exchangeTooLarge = (limit: string): Diagnostic =>
  error(
    "translate.too-large",
    {},
    { vi: `Tệp dịch quá lớn (giới hạn ${limit}).`, en: `The file is too large (the limit is ${limit}).` },
    SEND_AGAIN,
  );

export const exchangeDeclaresEntities = (): Diagnostic =>
  error(
    "translate.document-type",
    {},
    {
      vi: "Tệp dịch khai báo DTD hoặc thực thể nên không được mở.",
      en: "The file declares a document type or entities and is not opened.",
    },
    {
      vi: "Tệp XLIFF thật không có khai báo này; hãy hỏi lại người gửi.",
      en: "True XLIFF files do not; ask who sent it.",
    },
  );

export const exchangeVersion = (version: string): Diagnostic =>
  error(
    "translate.unsupported-version",
    {},
    { vi: `Không đọc được XLIFF bản ${version}.`, en: `XLIFF ${version} cannot be read.` },
    { vi: "Lưu lại dạng XLIFF 1.2.", en: "Save it as XLIFF 1.2." },
  );

export const sheetWithoutColumns = (): Diagnostic =>
  error(
    "translate.no-columns",
    {},
    {
      vi: "Không tìm thấy các cột của bảng dịch: mã, bản gốc và bản dịch, tên cột có mã ngôn ngữ như “Tiếng Khmer (km)”.",
      en: "The columns of a translation table are not there: id, source and translation, named with their language’s tag such as “Khmer (km)”.",
    },
    { vi: "Giữ nguyên dòng tiêu đề của tệp đã xuất.", en: "Keep the first row of the exported file as it was." },
  );

/** The file is for a language the product is not in. */
export const wrongLanguage = (file: string, present: readonly string[]): Diagnostic =>
  error(
    "translate.wrong-language",
    { language: file },
    {
      vi: `Tệp này dịch sang ${inVietnamese(file)}, còn ấn phẩm chỉ có: ${present.map(inVietnamese).join(", ")}.`,
      en: `This file is a translation into ${inEnglish(file)}; the product has: ${present.map(inEnglish).join(", ")}.`,
    },
    {
      vi: `Thêm ${inVietnamese(file)} vào ấn phẩm rồi nhập lại.`,
      en: `Add ${inEnglish(file)} to the product, then import again.`,
    },
  );

/** The file says nothing of its language, or the source's. */
export const isSourceLanguage = (language: string): Diagnostic =>
  error(
    "translate.source-language",
    { language },
    {
      vi: `Bản gốc của ấn phẩm là ${inVietnamese(language)}, không nhập bản dịch vào đó.`,
      en: `The product’s source is ${inEnglish(language)}; translations are not imported into it.`,
    },
    SEND_AGAIN,
  );

export const otherSource = (file: string, source: string): Diagnostic =>
  warning(
    "translate.other-source",
    { language: file },
    {
      vi: `Tệp dịch từ ${inVietnamese(file)}, còn bản gốc của ấn phẩm là ${inVietnamese(source)}; các bản dịch sẽ được đánh dấu cần xem lại.`,
      en: `The file is translated from ${inEnglish(file)}, the product’s source is ${inEnglish(source)}; translations are marked for review.`,
    },
    SEND_AGAIN,
  );

export const unknownText = (target: DiagnosticTarget): Diagnostic =>
  warning(
    "translate.unknown-id",
    target,
    {
      vi: `Ấn phẩm không có đoạn chữ mang mã “${target.text ?? ""}”; bỏ qua.`,
      en: `The product has no text with the id “${target.text ?? ""}”; it is left out.`,
    },
    {
      vi: "Có thể đoạn này đã bị xoá, hoặc tệp thuộc ấn phẩm khác.",
      en: "It may have been deleted, or the file is for another product.",
    },
  );

export const textTwice = (target: DiagnosticTarget, words: string): Diagnostic =>
  warning(
    "translate.twice",
    target,
    {
      vi: `Đoạn “${excerpt(words)}” có hai lần với hai bản dịch; dùng bản đầu.`,
      en: `The text “${excerpt(words)}” comes twice with two translations; the first is used.`,
    },
    {
      vi: "Xoá dòng thừa rồi nhập lại nếu bản sau mới đúng.",
      en: "Delete the other and import again if the second is right.",
    },
  );

export const sourceHasChanged = (target: DiagnosticTarget, words: string): Diagnostic =>
  info(
    "translate.source-changed",
    target,
    {
      vi: `Bản gốc của “${excerpt(words)}” đã đổi từ khi gửi dịch; bản dịch được nhập và đánh dấu cần xem lại.`,
      en: `The source of “${excerpt(words)}” has changed since it was sent out; the translation is imported and marked for review.`,
    },
    { vi: "Xem chỗ khác nhau trong bảng dịch.", en: "See what changed in the translation table." },
  );

export const tagsMissing = (target: DiagnosticTarget, words: string, tags: readonly string[]): Diagnostic =>
  warning(
    "translate.missing-tags",
    target,
    {
      vi: `Bản dịch của “${excerpt(words)}” thiếu ${tags.join(" ")}: mất chữ đậm, ô điền hay số trang ở đó.`,
      en: `The translation of “${excerpt(words)}” lacks ${tags.join(" ")}: bold text, a slot or a page number is lost there.`,
    },
    { vi: "Chèn lại trong bảng dịch.", en: "Insert it again in the translation table." },
  );

export const tagsUnknown = (target: DiagnosticTarget, words: string, tags: readonly string[]): Diagnostic =>
  warning(
    "translate.unknown-tags",
    target,
    {
      vi: `Bản dịch của “${excerpt(words)}” có ${tags.join(" ")} mà bản gốc không có; chữ được giữ, dấu bị bỏ.`,
      en: `The translation of “${excerpt(words)}” has ${tags.join(" ")}, which the source has not; the words are kept without it.`,
    },
    { vi: "Xem lại đoạn này trong bảng dịch.", en: "Look at this text in the translation table." },
  );

export const otherScript = (target: DiagnosticTarget, words: string): Diagnostic =>
  warning(
    "translate.other-script",
    target,
    {
      vi: `Bản dịch của “${excerpt(words)}” không có chữ nào của ${inVietnamese(target.language ?? "")}.`,
      en: `The translation of “${excerpt(words)}” has no letter of ${inEnglish(target.language ?? "")}.`,
    },
    { vi: "Kiểm tra xem tệp có đúng ngôn ngữ không.", en: "Check that the file is in the right language." },
  );

export const nothingMatches = (): Diagnostic =>
  error(
    "translate.nothing-matches",
    {},
    {
      vi: "Không đoạn nào của tệp thuộc ấn phẩm này.",
      en: "No text of the file belongs to this product.",
    },
    { vi: "Mở đúng ấn phẩm mà tệp được xuất ra.", en: "Open the product the file was exported from." },
  );
