/** Everything the text engine remembers between paragraphs. */

import { Feature } from "harfbuzzjs";
import type { FontFace, FontSource } from "../fonts/font-face.ts";
import type { ScriptCode } from "../script/language.ts";
import { languageOr } from "../script/language-registry.ts";
import { type BoundedCache, createBoundedCache } from "./bounded-cache.ts";
import { createFontChain, primaryFace } from "./choose-font.ts";
import { chunkOf, type Fragment } from "./chunk.ts";
import { type BreakFinder, createBreakFinder } from "./find-breaks.ts";
import { createInkBands, type InkBands } from "./ink-band.ts";
import type { CharacterStyle } from "./paragraph-model.ts";
import type { PreparedParagraph } from "./prepared-paragraph.ts";
import type { RunContext } from "./run-context.ts";
import { createShaper, type Shaper } from "./shape.ts";

const CHUNKS_KEPT = 30_000;
const CONTEXTS_KEPT = 500;
/** Characters of prepared paragraphs. */
const PARAGRAPH_TEXT_KEPT = 400_000;
const PARAGRAPHS_SEEN = 50_000;
const RECENT_PARAGRAPHS_KEPT = 8;

export interface TextCaches {
  readonly breaks: BreakFinder;
  readonly bands: InkBands;
  /** By content. */
  readonly paragraphs: BoundedCache<string, PreparedParagraph>;
  /** Hashes of paragraphs met once. Most of a batch's changing paragraphs never come again, and are not worth keeping. */
  readonly paragraphsSeen: BoundedCache<number, true>;
  /** The latest few, for text that is measured and then set. */
  readonly recentParagraphs: BoundedCache<string, PreparedParagraph>;
  context(style: CharacterStyle, language: string): RunContext;
  shaper(face: FontFace, script: ScriptCode, context: RunContext): Shaper;
}

export function createTextCaches(fonts: FontSource): TextCaches {
  const contexts = createBoundedCache<string, RunContext>(CONTEXTS_KEPT);
  const shapers = new Map<FontFace, Map<string, Shaper>>();

  const shaperOf = (
    face: FontFace,
    script: ScriptCode,
    language: string,
    features: readonly Feature[],
    featureKey: string,
  ): Shaper => {
    let ofFace = shapers.get(face);
    if (!ofFace) {
      ofFace = new Map();
      shapers.set(face, ofFace);
    }
    const key = `${script} ${language} ${featureKey}`;
    let shaper = ofFace.get(key);
    if (!shaper) {
      shaper = createShaper(face, script, language, features);
      ofFace.set(key, shaper);
    }
    return shaper;
  };

  const bands = createInkBands((face, script, language) => shaperOf(face, script, language.shaping, [], ""));

  const createContext = (style: CharacterStyle, tag: string, featureKey: string): RunContext => {
    const language = languageOr(tag);
    const chain = createFontChain(fonts, fonts.chain(style.font, tag));
    const face = primaryFace(chain);
    let hyphen: Fragment | undefined;
    const context: RunContext = {
      language,
      chain,
      face,
      features: featuresFrom(featureKey),
      featureKey,
      chunks: createBoundedCache(CHUNKS_KEPT),
      band: bands.ofLanguage(face, language),
      softHyphen: () => {
        hyphen ??= softHyphenOf(chunkOf(caches, context, "-", undefined));
        return hyphen;
      },
    };
    return context;
  };

  const caches: TextCaches = {
    breaks: createBreakFinder(),
    bands,
    paragraphs: createBoundedCache(PARAGRAPH_TEXT_KEPT),
    paragraphsSeen: createBoundedCache(PARAGRAPHS_SEEN),
    recentParagraphs: createBoundedCache(RECENT_PARAGRAPHS_KEPT),
    context(style, tag) {
      const { family, weight, italic } = style.font;
      const name = "role" in family ? `role ${family.role}` : `name ${family.name}`;
      const featureKey = featureKeyOf(style);
      const key = `${name}\n${weight}\n${italic}\n${tag}\n${featureKey}`;
      const known = contexts.get(key);
      if (known) return known;
      const context = createContext(style, tag, featureKey);
      contexts.set(key, context);
      return context;
    },
    shaper: (face, script, context) =>
      shaperOf(face, script, context.language.shaping, context.features, context.featureKey),
  };
  return caches;
}

/** The glyphs of a hyphen, standing for a soft one when text is copied or searched. */
function softHyphenOf(hyphen: Fragment): Fragment {
  const text = "\u00ad";
  const parts = hyphen.parts.map(({ shaper, span }) => ({
    shaper,
    span: { ...span, text, clusters: span.clusters.map((cluster) => ({ ...cluster, text })) },
  }));
  return { ...hyphen, text, parts };
}

/** Letters set apart do not join into ligatures. */
const SPACED_OUT = ["liga=0", "clig=0"];

function featureKeyOf(style: CharacterStyle): string {
  if (style.tracking === 0) return style.features.length === 0 ? "" : style.features.join(",");
  return [...SPACED_OUT, ...style.features].join(",");
}

/** Features HarfBuzz does not understand are left out. */
function featuresFrom(key: string): Feature[] {
  return key === "" ? [] : key.split(",").flatMap((text) => Feature.fromString(text) ?? []);
}
