/** What layout reports: text without a place, glyphs no font has, translations that are not there. */

import type { Bilingual, Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { error, info, warning } from "../diagnostics/make-diagnostic.ts";
import { insideSentence, languageOr } from "../script/language-registry.ts";
import type { TextProblem } from "../text/flow-model.ts";

const EXCERPT_LENGTH = 60;

/** The beginning of a text, on one line, cut between code points. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const characters = Array.from(line.slice(0, EXCERPT_LENGTH * 2 + 1));
  return characters.length <= EXCERPT_LENGTH ? line : `${characters.slice(0, EXCERPT_LENGTH).join("")}…`;
}

/** Text that found no place in its frames; `characters` counts all that is left over. */
export function textOverflow(target: DiagnosticTarget, leftOver: string): Diagnostic {
  const count = Array.from(leftOver).length;
  return error(
    "text.overflow",
    { ...target, words: leftOver },
    {
      vi: `Chữ không vừa khung: còn thừa ${count} ký tự, bắt đầu từ “${excerpt(leftOver)}”.`,
      en: `Text does not fit its frame: ${count} characters are left over, from “${excerpt(leftOver)}”.`,
    },
    {
      vi: "Rút gọn nội dung, nới khung hoặc nối sang khung khác.",
      en: "Shorten the text, enlarge the frame or link it to another.",
    },
    { vi: "Cho phép khung thu nhỏ chữ.", en: "Let the frame shrink its text." },
  );
}

/** Less than half a per cent is nothing a reader could see. */
export const isShrunk = (scale: number): boolean => scale < 0.995;

/** Text was scaled down to fit; `scale` is the factor used. */
export function textShrunk(target: DiagnosticTarget, scale: number): Diagnostic {
  const percent = Math.round(scale * 100);
  return info(
    "text.shrunk",
    target,
    {
      vi: `Chữ được thu nhỏ còn ${percent}% để vừa khung.`,
      en: `Text was scaled to ${percent} % to fit its frame.`,
    },
    { vi: "Rút gọn nội dung nếu muốn giữ cỡ chữ.", en: "Shorten the text to keep its size." },
  );
}

/** A text has no variant in the language asked for; `words` of the language `shown` stand in. */
export function missingTranslation(target: DiagnosticTarget, shown: string, words: string): Diagnostic {
  const wanted = languageOr(target.language ?? shown).names;
  const instead = languageOr(shown).names;
  return warning(
    "text.missing-translation",
    target,
    {
      vi: `“${excerpt(words)}” chưa dịch sang ${insideSentence(wanted.vi)}; đang in bằng ${insideSentence(instead.vi)}.`,
      en: `“${excerpt(words)}” is not translated into ${wanted.en}; ${instead.en} is printed instead.`,
    },
    {
      vi: "Thêm bản dịch hoặc ẩn khung này ở ngôn ngữ đó.",
      en: "Add the translation, or hide the frame in that language.",
    },
  );
}

/** Source words that stand in for a missing translation found no place even when made smaller: `leftOver` is not printed. */
export function standInOverflow(target: DiagnosticTarget, leftOver: string): Diagnostic {
  const beginning = leftOver === "" ? "" : excerpt(leftOver);
  return warning(
    "text.stand-in-overflow",
    target,
    {
      vi:
        beginning === ""
          ? "Chữ gốc đang in thay chỗ chưa dịch không vừa khung."
          : `Chữ gốc đang in thay chỗ chưa dịch không vừa khung, bị cắt từ “${beginning}”.`,
      en:
        beginning === ""
          ? "Source words printed where a translation is missing do not fit their frame."
          : `Source words printed where a translation is missing do not fit their frame and end before “${beginning}”.`,
    },
    { vi: "Thêm bản dịch rồi xem lại.", en: "Add the translation, then look again." },
  );
}

/** A thread adds pages from a master on which nothing continues it. */
export function noContinuation(target: DiagnosticTarget, master: Bilingual): Diagnostic {
  return error(
    "thread.no-continuation",
    target,
    {
      vi: `Trang mẫu “${master.vi}” không có khung nối tiếp nên không thể thêm trang.`,
      en: `Master “${master.en}” has no frame that continues the text, so no page can be added.`,
    },
    {
      vi: "Đánh dấu một khung trên trang mẫu là “nối tiếp”.",
      en: "Mark a frame of the master as continuing.",
    },
  );
}

/** A document that wants more pages than the program makes. */
export function tooManyPages(target: DiagnosticTarget, limit: number): Diagnostic {
  return error(
    "document.too-many-pages",
    target,
    { vi: `Tài liệu vượt quá ${limit} trang.`, en: `The document needs more than ${limit} pages.` },
    { vi: "Chia nội dung thành nhiều tài liệu.", en: "Divide the content into several documents." },
  );
}

/** A problem of the text engine in the words of preflight. */
export function textProblem(problem: TextProblem, place: DiagnosticTarget): Diagnostic {
  const target = { ...place, words: problem.text };
  const shown = excerpt(problem.text);
  switch (problem.kind) {
    case "missing-glyph":
      return error(
        "text.missing-glyph",
        { ...target, language: problem.language },
        {
          vi: `Không phông chữ nào có ký tự “${shown}” (${codePoints(problem.text)}).`,
          en: `No font has “${shown}” (${codePoints(problem.text)}).`,
        },
        {
          vi: "Kiểm tra ký tự lạ do dán từ tài liệu cũ, hoặc thêm phông chữ có ký tự này.",
          en: "Check for stray characters from an old document, or add a font that has it.",
        },
      );
    case "unanchored-mark":
      return warning(
        "text.unanchored-mark",
        { ...target, font: problem.font },
        {
          vi: `Phông “${problem.font}” không đặt đúng dấu của “${shown}”.`,
          en: `Font “${problem.font}” cannot place the marks of “${shown}”.`,
        },
        { vi: "Dùng Noto Sans hoặc Charis SIL cho chữ này.", en: "Use Noto Sans or Charis SIL for this text." },
      );
    case "word-too-wide":
      return warning(
        "text.word-too-wide",
        target,
        {
          vi: `“${shown}” rộng hơn dòng nên bị ngắt giữa từ.`,
          en: `“${shown}” is wider than its line and was broken inside the word.`,
        },
        { vi: "Nới khung hoặc giảm cỡ chữ.", en: "Widen the frame or use a smaller size." },
      );
    case "ink-collision":
      return warning(
        "text.ink-collision",
        target,
        {
          vi: `Dấu của “${shown}” chạm dòng bên cạnh.`,
          en: `Marks of “${shown}” touch the neighbouring line.`,
        },
        {
          vi: "Tăng giãn dòng hoặc dùng giãn dòng của ngôn ngữ.",
          en: "Increase the leading or use the language's own.",
        },
      );
  }
}

const codePoints = (text: string): string =>
  Array.from(text)
    .slice(0, 6)
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`)
    .join(" ");
