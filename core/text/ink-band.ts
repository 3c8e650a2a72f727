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
  /** For a font that stands in: letters of `script`, in `language` where that is its script. */
  ofScript(face: FontFace, script: ScriptCode, language: Language): InkBand;
}

export function createInkBands(shaperOf: (face: FontFace, script: ScriptCode, language: Language) => Shaper): InkBands {
  const known = new Map<FontFace, Map<string, InkBand>>();

  const ofLanguage = (face: FontFace, language: Language): InkBand => {
    let ofFace = known.get(face);
    if (!ofFace) {
      ofFace = new Map();
      known.set(face, ofFace);
    }
    let band = ofFace.get(language.tag);
    if (!band) {
      band = measureBand(face, language, shaperOf(face, language.script, language));
      ofFace.set(language.tag, band);
    }
    return band;
  };

  return {
    ofLanguage,
    ofScript: (face, script, language) =>
      ofLanguage(face, script === language.script ? language : (languageOfScript(script) ?? language)),
  };
}

function measureBand(face: FontFace, language: Language, shaper: Shaper): InkBand {
  const letters = [...language.letters, ...language.clusters];
  const capitals = letters.map((letter) => letter.toUpperCase());
  const samples = [...letters, ...capitals, ...(language.digits ?? ""), ...(STACKED_SAMPLES[language.script] ?? [])];
  const shown = samples.filter((sample) => coversCluster(face, sample));
  const { ink } = shapeText(shaper, shown.join(" "));
  const em = face.unitsPerEm;
  return ink && ink.yMax > 0
    ? { above: ink.yMax / em, below: Math.max(0, -ink.yMin / em) }
    : { above: face.ascender / em, below: -face.descender / em };
}
