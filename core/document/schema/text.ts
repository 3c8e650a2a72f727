/** Text and its styles. A text is stored once per language; every frame, cell and label refers to a text by id. */

import { z } from "zod";
import { ColorRef, Id, LanguageTag, Length, PointSize } from "./primitives.ts";

const FontFamily = z.union([
  z.strictObject({ role: z.enum(["text", "heading"]) }),
  z.strictObject({ name: z.string().min(1) }),
]);

export const CharacterFormat = z.strictObject({
  font: FontFamily.optional(),
  weight: z.number().int().min(100).max(900).optional(),
  italic: z.boolean().optional(),
  size: PointSize.optional(),
  color: ColorRef.optional(),
  /** Thousandths of an em. */
  tracking: z.number().min(-500).max(2_000).optional(),
  underline: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  highlight: ColorRef.optional(),
  position: z.enum(["normal", "superscript", "subscript"]).optional(),
  uppercase: z.boolean().optional(),
  link: z.string().max(2_000).optional(),
  features: z.array(z.string().regex(/^[a-zA-Z0-9]{4}(=\d+)?$/)).optional(),
});
export type CharacterFormat = z.infer<typeof CharacterFormat>;

const Tab = z.strictObject({
  position: Length,
  align: z.enum(["start", "center", "end", "decimal"]),
  leader: z.string().max(4).optional(),
});

export const ParagraphFormat = z.strictObject({
  align: z.enum(["start", "center", "end", "justify"]).optional(),
  /** Multiple of the size, or the language's own. */
  leading: z.union([z.number().min(0.5).max(5), z.literal("language")]).optional(),
  /** Millimetres. */
  indentStart: Length.optional(),
  indentEnd: Length.optional(),
  indentFirst: z.number().min(-500).max(500).optional(),
  /** Points. */
  spaceBefore: z.number().min(0).max(1_000).optional(),
  spaceAfter: z.number().min(0).max(1_000).optional(),
  keepWithNext: z.boolean().optional(),
  keepTogether: z.boolean().optional(),
  orphans: z.number().int().min(1).max(10).optional(),
  widows: z.number().int().min(1).max(10).optional(),
  balance: z.boolean().optional(),
  tabs: z.array(Tab).optional(),
  /** `%` in a number pattern stands for the number; the marker hangs to the left of `indentStart`. */
  list: z
    .union([
      z.strictObject({ bullet: z.string().min(1).max(8), color: ColorRef.optional() }),
      z.strictObject({
        number: z.enum(["1", "a", "A", "i", "I"]),
        pattern: z.string().max(16).optional(),
        start: z.number().int().optional(),
        color: ColorRef.optional(),
      }),
      z.literal("none"),
    ])
    .optional(),
  breakBefore: z.enum(["none", "column", "page"]).optional(),
  rule: z
    .strictObject({
      position: z.enum(["above", "below"]),
      color: ColorRef,
      weight: z.number().min(0).max(20),
      offset: z.number(),
    })
    .optional(),
  /** Depth in the outline of the PDF and in generated contents, from 1; 0 for none. */
  outlineLevel: z.number().int().min(0).max(6).optional(),
});
export type ParagraphFormat = z.infer<typeof ParagraphFormat>;

export const ParagraphStyle = z.strictObject({
  id: Id,
  name: z.strictObject({ vi: z.string(), en: z.string() }),
  basedOn: Id.optional(),
  paragraph: ParagraphFormat.optional(),
  character: CharacterFormat.optional(),
  /** What differs in one language: a smaller size for Lao, another family for Khmer headings. */
  languages: z
    .record(
      LanguageTag,
      z.strictObject({ paragraph: ParagraphFormat.optional(), character: CharacterFormat.optional() }),
    )
    .optional(),
});
export type ParagraphStyle = z.infer<typeof ParagraphStyle>;

export const CharacterStyle = z.strictObject({
  id: Id,
  name: z.strictObject({ vi: z.string(), en: z.string() }),
  basedOn: Id.optional(),
  character: CharacterFormat,
});
export type CharacterStyle = z.infer<typeof CharacterStyle>;

/** Plain strings are runs without a style of their own. `\n` is a forced line, `\t` a tab. */
export const Inline = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    style: Id.optional(),
    format: CharacterFormat.optional(),
    language: LanguageTag.optional(),
  }),
  /** The value of a slot, set while merging. */
  z.strictObject({ slot: Id, style: Id.optional(), format: CharacterFormat.optional() }),
  /** `section` is the nearest outline entry of level 1 at or before the page. */
  z.strictObject({
    field: z.enum(["page", "pages", "section", "title"]),
    style: Id.optional(),
    format: CharacterFormat.optional(),
  }),
]);
export type Inline = z.infer<typeof Inline>;

export const ParagraphBlock = z.strictObject({
  style: Id.optional(),
  format: z.strictObject({ paragraph: ParagraphFormat.optional(), character: CharacterFormat.optional() }).optional(),
  runs: z.array(Inline),
});
export type ParagraphBlock = z.infer<typeof ParagraphBlock>;

/** Replaced by one paragraph per outline entry up to `depth`: its title, a tab, its page. `styles[level - 1]` styles a level. */
export const ContentsBlock = z.strictObject({
  contents: z.strictObject({ depth: z.number().int().min(1).max(6), styles: z.array(Id).min(1) }),
});

export const Block = z.union([ParagraphBlock, ContentsBlock]);
export type Block = z.infer<typeof Block>;

export const TextVariant = z.strictObject({
  blocks: z.array(Block),
  /** Digest of the source language's blocks this was translated from; differs when the source has changed since. */
  basedOn: z.string().optional(),
  /** What the source said then, a line per paragraph; kept from when the source changes until the translation follows it. */
  basedOnText: z.string().optional(),
});
export type TextVariant = z.infer<typeof TextVariant>;

export const Text = z.strictObject({ variants: z.record(LanguageTag, TextVariant), note: z.string().optional() });
export type Text = z.infer<typeof Text>;
