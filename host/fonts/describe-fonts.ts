/** Fonts and languages as plain data, for lists on the screen and on the command line. */

import { languageFonts } from "../../core/fonts/font-chain.ts";
import { supportsLanguage } from "../../core/fonts/language-support.ts";
import type { Language } from "../../core/script/language.ts";
import { languages } from "../../core/script/language-registry.ts";
import { versionOf } from "./font-files.ts";
import type { FontLibrary } from "./font-library.ts";

/** One family with its faces. */
export interface FontDescription {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly style: "sans" | "serif" | "display";
  readonly scripts: readonly string[];
  /** Languages it sets without help from another font; by the catalogue for Chinese characters, else tested. */
  readonly languages: readonly string[];
  readonly licence: string;
  readonly source: string;
  readonly version: string | null;
  /** Null where the family's files cannot be opened. */
  readonly embeddable: boolean | null;
  readonly faces: readonly {
    readonly key: string;
    readonly weight: number;
    readonly italic: boolean;
    readonly file: string;
  }[];
}

/** One language with the fonts it is set in. */
export interface LanguageDescription
  extends Pick<Language, "tag" | "names" | "script" | "lineHeight" | "breaking" | "verified" | "source"> {
  readonly digits: string | null;
  readonly fonts: { readonly text: string; readonly heading: string };
}

/** Every family of the library; opens one weight of each. */
export const describeFonts = (library: FontLibrary): readonly FontDescription[] =>
  library.catalog.families.map((family) => {
    const regular = family.faces.find((face) => face.weight === 400 && !face.italic) ?? family.faces[0];
    const face = regular === undefined ? undefined : library.face(regular.key);
    const inParts = family.faces.some((one) => one.part !== undefined);
    const serves = languages.filter((language) => {
      const fonts = library.catalog.languages[language.tag];
      const isListed = fonts !== undefined && [fonts.text, fonts.heading, ...fonts.fallbacks].includes(family.id);
      const isTested = face !== undefined && !inParts && language.letters.length > 0;
      return isTested ? supportsLanguage(face, language) : isListed;
    });
    const { origin } = family;
    return {
      id: family.id,
      name: family.name,
      aliases: family.aliases ?? [],
      style: family.style,
      scripts: family.scripts,
      languages: serves.map(({ tag }) => tag),
      licence: family.licence,
      source: "package" in origin ? origin.package : "folder" in origin ? `fonts/${origin.folder}` : origin.userFolder,
      version: versionOf(family) ?? null,
      embeddable: face?.embeddable ?? null,
      faces: family.faces.map(({ key, weight, italic, file }) => ({ key, weight, italic, file })),
    };
  });

/** Every language of the registry. */
export const describeLanguages = (library: FontLibrary): readonly LanguageDescription[] =>
  languages.map(({ tag, names, script, lineHeight, breaking, verified, source, digits }) => {
    const fonts = languageFonts(library.catalog, tag);
    const nameOf = (id: string): string => library.catalog.familyById.get(id)?.name ?? id;
    return {
      tag,
      names,
      script,
      lineHeight,
      breaking,
      verified,
      source,
      digits: digits ?? null,
      fonts: { text: nameOf(fonts.text), heading: nameOf(fonts.heading) },
    };
  });
