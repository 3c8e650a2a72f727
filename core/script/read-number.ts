import { formatNumber } from "./numbers.ts";

/** How a language parts thousands and decimals. */
function signsOf(language: string): { readonly group: string; readonly decimal: string } {
  const sample = formatNumber(12345.5, language, { decimals: 1 });
  const decimal = sample.at(-2) ?? ".";
  return { decimal, group: decimal === "," ? "." : "," };
}

/**
 * The number somebody wrote: `1.234,5`, `1,234.5`, `1 234`, `12 %`, digits of any script. Where one sign alone could part thousands or
 * decimals, the language's habit decides. Undefined where it is no number.
 */
export function readNumber(text: string, language: string): number | undefined {
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[\s\u00a0\u202f'’_]/gu, "")
    .replace(/[\u2212\u2013]/u, "-")
    .replace(/[%‰°₫đ$€]+$/iu, "");
  if (!/^[-+]?[\d.,]*\d[.,]?$/u.test(plain)) return undefined;
  const { group } = signsOf(language);
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  if (last < 0) return Number(plain);
  const sign = plain[last] ?? "";
  const kinds = new Set(plain.match(/[.,]/g));
  const count = plain.split(sign).length - 1;
  const isGroup = kinds.size === 1 && (count > 1 || (sign === group && /^[-+]?\d{1,3}[.,]\d{3}$/.test(plain)));
  if (isGroup) return Number(plain.replaceAll(sign, ""));
  if (kinds.size === 2 && count > 1) return undefined;
  return Number(`${plain.slice(0, last).replace(/[.,]/g, "")}.${plain.slice(last + 1)}`);
}

/** Digits of every script stand in rows of ten. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
