/** A project, version 1: the document every tool of the program reads and writes. */

import { z } from "zod";
import { Frame } from "./frames.ts";
import { EdgesMm, Id, Label, LanguageTag, Length, Swatch } from "./primitives.ts";
import { Programme } from "./programme.ts";
import { CharacterStyle, ParagraphStyle, Text } from "./text.ts";

export const PROJECT_FORMAT = "xuongtin.project";
export const PROJECT_VERSION = 1;

/** A line to lay things on: `x` guides are vertical, millimetres from the left edge. */
const Guide = z.strictObject({ axis: z.enum(["x", "y"]), at: z.number() });
export type Guide = z.infer<typeof Guide>;

const PageSize = { width: Length.min(5), height: Length.min(5) };

export const Master = z.strictObject({
  id: Id,
  name: Label,
  basedOn: Id.optional(),
  frames: z.array(Frame),
  guides: z.array(Guide).optional(),
});
export type Master = z.infer<typeof Master>;

export const Page = z.strictObject({
  id: Id,
  master: Id.optional(),
  /** Differs from the document's. */
  size: z.strictObject(PageSize).optional(),
  margins: EdgesMm.optional(),
  guides: z.array(Guide).optional(),
  /** Frames of its masters that this page does not show: it has its own instead. */
  overrides: z.array(Id).optional(),
  /** Starts a run of page numbers; `none` prints none. */
  numbering: z
    .strictObject({ start: z.number().int().min(0).optional(), style: z.enum(["1", "i", "none"]) })
    .optional(),
  frames: z.array(Frame),
});
export type Page = z.infer<typeof Page>;

/** A place a clerk or a spreadsheet fills. */
export const Slot = z.discriminatedUnion("kind", [
  /** Replaces the whole text `text`, keeping its first paragraph's style; without `text` it is used by `{slot}` runs and QR codes only. */
  z.strictObject({
    kind: z.literal("text"),
    name: Id,
    label: Label,
    text: Id.optional(),
    required: z.boolean().optional(),
    multiline: z.boolean().optional(),
    sample: z.string().optional(),
    /** In a project, by language: what the template said in `text`. */
    templateText: z.record(LanguageTag, z.string()).optional(),
  }),
  z.strictObject({
    kind: z.literal("image"),
    name: Id,
    label: Label,
    frames: z.array(Id).min(1),
    required: z.boolean().optional(),
  }),
]);
export type Slot = z.infer<typeof Slot>;

export const AssetEntry = z.strictObject({
  id: Id,
  /** Inside the package: `assets/<sha-256>.<extension>`; beside a plain JSON file: a relative path. */
  file: z.string().min(1).max(400),
  /** Of the file's content, lower-case hexadecimal. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** What the file was called when it was brought in. */
  name: z.string().optional(),
  credit: z.string().optional(),
});
export type AssetEntry = z.infer<typeof AssetEntry>;

export const Project = z.strictObject({
  format: z.literal(PROJECT_FORMAT),
  version: z.literal(PROJECT_VERSION),
  id: Id,
  kind: z.enum(["project", "template"]),
  title: z.record(LanguageTag, z.string()),
  description: Label.optional(),
  product: z.enum([
    "page",
    "leaflet",
    "brochure",
    "poster",
    "infographic",
    "handbook",
    "news",
    "invitation",
    "certificate",
    "card",
    "other",
  ]),
  author: z.string().optional(),
  keywords: z.array(z.string()).optional(),
  /** `source` is what the others are translated from. */
  languages: z.strictObject({ source: LanguageTag, variants: z.array(LanguageTag).min(1) }),
  page: z.strictObject({
    ...PageSize,
    bleed: Length.max(50),
    margins: EdgesMm,
    /** Even pages mirror margins and masters. */
    facing: z.boolean().optional(),
    /** Columns between the margins, for the editor. */
    columns: z.strictObject({ count: z.number().int().min(1).max(24), gap: Length }).optional(),
  }),
  /** Families that replace a language's own for the two roles, and factors for all its sizes and leadings. */
  typography: z
    .record(
      LanguageTag,
      z.strictObject({
        text: z.string().optional(),
        heading: z.string().optional(),
        scale: z.number().min(0.3).max(3).optional(),
        /** A factor for all its leadings, the language's own too. */
        leading: z.number().min(0.5).max(3).optional(),
      }),
    )
    .optional(),
  swatches: z.array(Swatch),
  paragraphStyles: z.array(ParagraphStyle),
  characterStyles: z.array(CharacterStyle),
  masters: z.array(Master),
  pages: z.array(Page).min(1),
  texts: z.record(Id, Text),
  assets: z.array(AssetEntry),
  slots: z.array(Slot),
  /** Files of sound and video that programmes play; they are never read whole. */
  media: z.array(AssetEntry).optional(),
  programmes: z.array(Programme).optional(),
});
export type Project = z.infer<typeof Project>;
