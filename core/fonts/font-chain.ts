/** From a wish for a font and a language to the faces to try, best first. */

import { languageOfScript, languageOr } from "../script/language-registry.ts";
import type { CatalogFace, CatalogFamily, FontCatalog, LanguageFonts } from "./catalog.ts";
import type { FontKey, FontRequest } from "./font-face.ts";

/** Where bold begins: a wish from here on looks for heavier faces first, below it for lighter ones (CSS Fonts 4, 5.2). */
const LIGHT_LIMIT = 400;
const REGULAR_LIMIT = 500;

/** Orders weights by how well they answer `wish`, by the rules of CSS Fonts 4, section 5.2. */
export const weightDistance = (weight: number, wish: number): number => {
  const away = Math.abs(weight - wish);
  const isFirstChoice =
    wish < LIGHT_LIMIT
      ? weight <= wish
      : wish > REGULAR_LIMIT
        ? weight >= wish
        : weight >= wish && weight <= REGULAR_LIMIT;
  if (isFirstChoice) return away;
  const isSecondChoice = wish >= LIGHT_LIMIT && wish <= REGULAR_LIMIT && weight < wish;
  return away + (isSecondChoice ? 1_000 : 2_000);
};

/** The faces of a family for a weight and slope: one, or one for each part of a family that comes in parts. */
export const facesFor = (family: CatalogFamily, weight: number, italic: boolean): readonly CatalogFace[] => {
  const sloped = family.faces.filter((face) => face.italic === italic);
  const candidates = sloped.length > 0 ? sloped : family.faces;
  const best = new Map<string, CatalogFace>();
  for (const face of candidates) {
    const part = face.part ?? "";
    const known = best.get(part);
    if (known === undefined || weightDistance(face.weight, weight) < weightDistance(known.weight, weight)) {
      best.set(part, face);
    }
  }
  return [...best.values()];
};

/** The families of a language; for a language the catalogue does not name, those of its script. */
export const languageFonts = (catalog: FontCatalog, tag: string): LanguageFonts => {
  const language = languageOr(tag);
  const own = catalog.languages[language.tag];
  if (own !== undefined) return own;
  const ofScript = catalog.languages[languageOfScript(language.script)?.tag ?? ""];
  const general = catalog.general[0] ?? "";
  // A Latin orthography nobody listed may have any marks, so it takes the family that places them all.
  return language.script === "Latn" || ofScript === undefined
    ? { text: general, heading: general, fallbacks: [] }
    : ofScript;
};

/** Keys of the faces to try for `request` in `language`. Never empty. */
export const fontChain = (catalog: FontCatalog, request: FontRequest, language: string): readonly FontKey[] => {
  const fonts = languageFonts(catalog, language);
  const wished =
    "name" in request.family
      ? [catalog.familyByName.get(request.family.name.toLowerCase())?.id ?? fonts.text, fonts.text]
      : request.family.role === "heading"
        ? [fonts.heading, fonts.text]
        : [fonts.text];
  const isSerif = catalog.familyById.get(wished[0] ?? "")?.style === "serif";
  const general = isSerif
    ? [...catalog.general].sort((a, b) => serifFirst(catalog, a) - serifFirst(catalog, b))
    : catalog.general;
  const families = new Set([...wished, ...fonts.fallbacks, ...general, ...catalog.everyScript, ...catalog.last]);
  const keys: FontKey[] = [];
  for (const id of families) {
    const family = catalog.familyById.get(id);
    if (family === undefined) continue;
    for (const face of facesFor(family, request.weight, request.italic)) keys.push(face.key);
  }
  return keys;
};

const serifFirst = (catalog: FontCatalog, id: string): number =>
  catalog.familyById.get(id)?.style === "serif" ? 0 : 1;
