/** How far the letters of a language reach above and below the baseline in one font. */

import type { FontFace } from "../fonts/font-face.ts";
import type { Language, ScriptCode } from "../script/language.ts";
import { languageOfScript } from "../script/language-registry.ts";
import { coversCluster } from "./choose-font.ts";
import { STACKED_SAMPLES } from "./ink-samples.ts";
import { type Shaper, shapeText } from "./shape.ts";

/** Ems; both positive. The same for every line in that font, so that lines align whatever letters happen to be in them. */
export interface InkBand {
  readonly above: number;
  readonly below: number;
}

export interface InkBands {
  ofLanguage(face: FontFace, language: Language): InkBand;
  /** For a font that stands in: letters of `script`, in `language` where that is its script; nothing where it has none. */
  ofScript(face: FontFace, script: ScriptCode, language: Language): InkBand;
}

export function createInkBands(shaperOf: (face: FontFace, script: ScriptCode, language: Language) => Shaper): InkBands {
  const known = new Map<FontFace, Map<string, InkBand | undefined>>();

  const measured = (face: FontFace, language: Language): InkBand | undefined => {
    let ofFace = known.get(face);
    if (!ofFace) {
      ofFace = new Map();
      known.set(face, ofFace);
    }
    if (ofFace.has(language.tag)) return ofFace.get(language.tag);
    const band = measureBand(face, language, shaperOf(face, language.script, language));
    ofFace.set(language.tag, band);
    return band;
  };

  return {
    ofLanguage: (face, language) => measured(face, language) ?? ownMetrics(face),
    ofScript: (face, script, language) =>
      measured(face, script === language.script ? language : (languageOfScript(script) ?? language)) ?? NO_INK,
  };
}

const NO_INK: InkBand = { above: 0, below: 0 };

/** For a font none of whose letters are known to the registry. */
const ownMetrics = (face: FontFace): InkBand => ({
  above: face.ascender / face.unitsPerEm,
  below: -face.descender / face.unitsPerEm,
});

/** Undefined where the face has none of the language's letters, only signs perhaps. */
function measureBand(face: FontFace, language: Language, shaper: Shaper): InkBand | undefined {
  const letters = [...language.letters, ...language.clusters, ...tonedLetters(language)];
  const capitals = letters.map((letter) => letter.toUpperCase());
  const samples = [...letters, ...capitals, ...(language.digits ?? ""), ...(STACKED_SAMPLES[language.script] ?? [])];
  const shown = samples.filter((sample) => coversCluster(face, sample));
  const { ink } = shapeText(shaper, shown.join(" "));
  const em = face.unitsPerEm;
  return ink && ink.yMax > 0 ? { above: ink.yMax / em, below: Math.max(0, -ink.yMin / em) } : undefined;
}

/** Latin letters with the tones the registry tells apart from them, where it does not list the combinations. */
function tonedLetters({ script, letters, marks, clusters }: Language): string[] {
  if (script !== "Latn" || clusters.length > 0) return [];
  return letters.flatMap((letter) => marks.map((mark) => (letter + mark).normalize("NFC")));
}
