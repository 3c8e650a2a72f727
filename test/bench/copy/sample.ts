/** What every engine is given to print, and read back from: the corpus of the five scripts that copying goes wrong in. */

import { openFontLibrary } from "../../../host/fonts/font-library.ts";
import { corpusLanguage, readCorpus } from "../../support/corpus.ts";

export interface CopySample {
  readonly language: string;
  readonly label: string;
  /** Paragraphs in NFC. */
  readonly paragraphs: readonly string[];
  /** The text font of the language and what stands in for letters it lacks, the same for all engines. */
  readonly fonts: readonly { readonly family: string; readonly bytes: Uint8Array }[];
}

/** A5, in millimetres and points. */
export const copyPage = { width: 148, height: 210, margin: 15, size: 11, leading: 2.1 } as const;

const TEXTS: readonly { readonly label: string; readonly names: readonly string[] }[] = [
  { label: "Khmer", names: ["km"] },
  { label: "Lao", names: ["lo"] },
  { label: "Tai Viet", names: ["blt", "blt.letters"] },
  { label: "Cham", names: ["cjm"] },
  { label: "Jarai", names: ["jra", "jra.letters"] },
];

const library = openFontLibrary();

export const copySamples: readonly CopySample[] = TEXTS.map(({ label, names }) => {
  const language = corpusLanguage(names[0] ?? "");
  const request = { family: { role: "text" as const }, weight: 400, italic: false };
  const keys = library.chain(request, language).slice(0, 3);
  return {
    language,
    label,
    paragraphs: names.flatMap((name) => readCorpus(name).normalize("NFC").split("\n")).filter((line) => line !== ""),
    fonts: keys.flatMap((key) => {
      const face = library.face(key);
      return face ? [{ family: face.family, bytes: face.bytes }] : [];
    }),
  };
});
