/** Diagnostics as text for people: Vietnamese first, English below it. */

import type { Diagnostic, DiagnosticTarget, Severity } from "../../core/diagnostics/diagnostic.ts";
import { wrapText } from "./text-width.ts";

const words: Readonly<Record<Severity, { readonly text: string; readonly color: number }>> = {
  error: { text: "LỖI", color: 31 },
  warning: { text: "CẢNH BÁO", color: 33 },
  info: { text: "LƯU Ý", color: 36 },
};

export interface TextStyle {
  /** Whether colours of ANSI terminals are used. */
  readonly colors: boolean;
  /** Columns. */
  readonly width: number;
}

/** One Diagnostic on several lines: severity, code and place, what is wrong, how to mend it. */
export function formatDiagnostic(diagnostic: Diagnostic, { colors, width }: TextStyle): string {
  const paint = (code: number, text: string) => (colors ? `\u001b[${code}m${text}\u001b[0m` : text);
  const { text, color } = words[diagnostic.severity];
  const place = formatTarget(diagnostic.target);
  const head = `${paint(color, text)} ${diagnostic.code}${place ? `  ${place}` : ""}`;
  const indented = (line: string, first: string, rest: string) =>
    wrapText(line, width - rest.length).map((part, index) => `${index === 0 ? first : rest}${part}`);
  const lines = [
    head,
    ...indented(diagnostic.message.vi, "  ", "  "),
    ...indented(diagnostic.message.en, "  ", "  "),
    ...diagnostic.hints.flatMap((hint) => [
      ...indented(hint.vi, "  → ", "    "),
      ...(hint.en === hint.vi ? [] : indented(hint.en, "    ", "    ")),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Where it is: the parts that apply, in both languages. */
export function formatTarget(target: DiagnosticTarget): string {
  const parts = [
    target.file,
    target.row && `dòng/row ${target.row}`,
    target.column && `cột/column ${target.column}`,
    target.page && `trang/page ${target.page}`,
    target.frame && `khung/frame ${target.frame}`,
    target.text && `văn bản/text ${target.text}`,
    target.slot && `ô/slot ${target.slot}`,
    target.asset && `tài nguyên/asset ${target.asset}`,
    target.language && `ngôn ngữ/language ${target.language}`,
    target.font && `phông/font ${target.font}`,
    target.programme && `chương trình/programme ${target.programme}`,
    target.scene && `cảnh/scene ${target.scene}`,
    target.overlay && `lớp chữ/overlay ${target.overlay}`,
    target.second !== undefined && `giây/second ${Math.round(target.second * 100) / 100}`,
    target.path,
  ];
  return parts.filter(Boolean).join(" · ");
}

/** How many of each, on one line. */
export function summarizeDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity) => diagnostics.filter((one) => one.severity === severity).length;
  const [errors, warnings, notes] = [count("error"), count("warning"), count("info")];
  return `${errors} lỗi, ${warnings} cảnh báo, ${notes} lưu ý / ${errors} errors, ${warnings} warnings, ${notes} notes\n`;
}
