/** What preflight says of a document that is laid out. */

import type { Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { error, info, warning } from "../diagnostics/make-diagnostic.ts";
import { excerpt } from "../layout/layout-diagnostics.ts";
import { insideSentence, languageOr } from "../script/language-registry.ts";

/** `ppi` is what the picture has at its printed size. */
export function lowResolution(target: DiagnosticTarget, ppi: number, least: number): Diagnostic {
  return warning(
    "image.low-resolution",
    target,
    {
      vi: `Ảnh in ra sẽ hơi mờ: chỉ có ${ppi} điểm ảnh mỗi inch, nên có ít nhất ${least}.`,
      en: `The picture has only ${ppi} ppi at its printed size (at least ${least} ppi is advised).`,
    },
    {
      vi: "Dùng ảnh lớn hơn, hoặc thu nhỏ khung ảnh trong phần Thiết kế.",
      en: "Use a larger picture or make its frame smaller.",
    },
  );
}

export const linkLeadsNowhere = (target: DiagnosticTarget, link: string): Diagnostic =>
  warning(
    "link.leads-nowhere",
    target,
    {
      vi: `Liên kết “${link}” không mở được trên máy người đọc nên không đưa vào tệp xuất ra.`,
      en: `The link “${link}” is nothing a reader may open, so what is made goes without it.`,
    },
    {
      vi: "Dùng địa chỉ web (https://…), thư (mailto:…) hoặc điện thoại (tel:…).",
      en: "Use a web address (https://…), a letter (mailto:…) or a telephone (tel:…).",
    },
  );

/** `distance` in millimetres from the trim, negative beyond it. */
export function outsideSafeArea(target: DiagnosticTarget, distance: number, safe: number): Diagnostic {
  const shown = distance.toFixed(1);
  return warning(
    "text.outside-safe-area",
    target,
    {
      vi: `Chữ cách mép xén ${shown.replace(".", ",")} mm, có thể bị cắt (cần ít nhất ${safe} mm).`,
      en: `Text is ${shown} mm from the trim and may be cut off (at least ${safe} mm is needed).`,
    },
    { vi: "Dời chữ vào phía trong trang.", en: "Move the text away from the edge." },
  );
}

/** No reliable list of the language's letters was found. */
export function unverifiedLanguage(
  target: DiagnosticTarget,
  name: { readonly vi: string; readonly en: string },
): Diagnostic {
  return info("language.unverified", target, {
    vi: `Bảng chữ của tiếng ${name.vi} chưa được kiểm chứng; hãy nhờ người đọc được tiếng này xem lại bản in.`,
    en: `The letters of ${name.en} are not verified; have someone who reads it check the proof.`,
  });
}

export function unknownLanguage(target: DiagnosticTarget): Diagnostic {
  return error(
    "language.unknown",
    target,
    {
      vi: `Không có ngôn ngữ “${target.language ?? ""}” trong danh sách của chương trình.`,
      en: `The program knows no language “${target.language ?? ""}”.`,
    },
    { vi: "Xem danh sách bằng lệnh “languages”.", en: "See the list with the command “languages”." },
  );
}

export function fontNotEmbeddable(target: DiagnosticTarget): Diagnostic {
  return error(
    "font.not-embeddable",
    target,
    {
      vi: `Giấy phép của phông “${target.font ?? ""}” không cho nhúng vào PDF.`,
      en: `The licence of font “${target.font ?? ""}” does not allow embedding in a PDF.`,
    },
    { vi: "Chọn phông khác.", en: "Choose another font." },
  );
}

/** A sequence that reads right and is typed wrong. */
export function suspiciousSpelling(
  target: DiagnosticTarget,
  found: string,
  repaired: string,
  count: number,
): Diagnostic {
  return warning(
    "text.suspicious-spelling",
    { ...target, words: found },
    {
      vi: `“${found}” (${count} chỗ) nhìn giống “${repaired}” nhưng gõ khác, nên tìm kiếm và đọc máy sẽ sai.`,
      en: `“${found}” (${count} times) looks like “${repaired}” but is typed differently, so search and screen readers go wrong.`,
    },
    { vi: `Thay bằng “${repaired}”.`, en: `Replace it with “${repaired}”.` },
  );
}

/** The source text has changed since this was translated; `words` are the source's. */
export function staleTranslation(target: DiagnosticTarget & { readonly language: string }, words: string): Diagnostic {
  const { names } = languageOr(target.language);
  return warning(
    "text.stale-translation",
    target,
    {
      vi: `Bản gốc “${excerpt(words)}” đã đổi sau khi dịch sang ${insideSentence(names.vi)}.`,
      en: `The source “${excerpt(words)}” has changed since its translation into ${names.en}.`,
    },
    { vi: "Xem lại bản dịch.", en: "Review the translation." },
  );
}

/** Artwork reaches the trim, and the document has no room for it beyond; millimetres. */
export function noBleed(bleed: number, wanted: number): Diagnostic {
  return warning(
    "page.no-bleed",
    {},
    {
      vi: `Ảnh hoặc nền chạm mép xén nhưng ấn phẩm chỉ có ${bleed} mm tràn lề: dao lệch một chút là hở mép trắng.`,
      en: `Pictures or grounds reach the trim, and the document has ${bleed} mm of bleed: a knife slightly off leaves a white edge.`,
    },
    { vi: `Đặt tràn lề ${wanted} mm.`, en: `Set a bleed of ${wanted} mm.` },
  );
}

/** A frame ends at the trim instead of going through the bleed. */
export function shortOfBleedFound(target: DiagnosticTarget, bleed: number): Diagnostic {
  return warning(
    "frame.short-of-bleed",
    target,
    {
      vi: `Khung dừng ở mép xén, chưa ra hết ${bleed} mm tràn lề.`,
      en: `The frame ends at the trim and does not go through the ${bleed} mm of bleed.`,
    },
    { vi: "Kéo cạnh khung ra hết phần tràn lề.", en: "Drag its edge out through the bleed." },
  );
}

/** Pictures in the file that no frame shows in any language. */
export function unusedAssetsFound(count: number): Diagnostic {
  return info(
    "asset.unused",
    {},
    {
      vi: `${count} ảnh trong tệp không dùng ở đâu.`,
      en: count === 1 ? "One picture in the file is used nowhere." : `${count} pictures in the file are used nowhere.`,
    },
    { vi: "Bỏ đi để tệp nhẹ hơn.", en: "Drop them to make the file smaller." },
  );
}
