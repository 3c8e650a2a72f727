import type { Bilingual } from "../../diagnostics/diagnostic.ts";

/** How words and figures are written into a page. */
export interface Written {
  /** Both languages as HTML, the second smaller. */
  both(words: Bilingual): string;
  /** The first language alone, as HTML. */
  first(words: Bilingual): string;
  escaped(text: string): string;
  /** One decimal and a true minus; the same in both languages. */
  figure(value: number): string;
}

/** Words with this language first. */
export const writtenIn = (language: "vi" | "en"): Written => ({
  both(words) {
    const other = language === "vi" ? "en" : "vi";
    const head = escaped(words[language]);
    return words.vi === words.en ? head : `${head} <small lang="${other}">${escaped(words[other])}</small>`;
  },
  first: (words) => escaped(words[language]),
  escaped,
  figure,
});

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export const figure = (value: number): string =>
  Number.isFinite(value) ? (Math.round(value * 10) / 10).toFixed(1).replace("-", "−") : "−∞";
