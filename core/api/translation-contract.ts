/** Calls about files that go to translators and come back. */

import { z } from "zod";
import type { ReceivedTranslations } from "../translate/exchange.ts";
import type { Piece } from "../translate/tagged-text.ts";
import { call } from "./contract.ts";
import { Diagnostics, FileHandle, FileName, FolderHandle, Language, Megabytes, SessionHandle } from "./schemas.ts";

export const TranslationFormat = z.enum(["xlsx", "xliff"]);
export type TranslationFormat = z.infer<typeof TranslationFormat>;

const Tag = z.number().int().min(0).max(9_999);
const PieceMessage: z.ZodType<Piece, Piece> = z.union([
  z.strictObject({ kind: z.literal("words"), text: z.string() }),
  z.strictObject({ kind: z.enum(["open", "close", "thing"]), tag: Tag }),
  z.strictObject({ kind: z.literal("line") }),
  z.strictObject({ kind: z.literal("paragraph") }),
]);
const Pieces = z.array(PieceMessage).readonly();

const Received: z.ZodType<ReceivedTranslations, ReceivedTranslations> = z.strictObject({
  project: z.string().exactOptional(),
  source: z.string().exactOptional(),
  target: z.string().exactOptional(),
  units: z
    .array(
      z.strictObject({
        id: z.string(),
        row: z.number().int().exactOptional(),
        source: Pieces.exactOptional(),
        target: Pieces,
        done: z.boolean(),
      }),
    )
    .readonly(),
  diagnostics: Diagnostics,
});

export const translations = {
  /** A file per language with all its texts, as the document stands. A name that is taken gets a number. */
  export: call(
    z.strictObject({
      session: SessionHandle,
      languages: z.array(Language).min(1),
      format: TranslationFormat,
      /** What places and headings are written in. */
      words: z.enum(["vi", "en"]),
      target: z.strictObject({ name: FileName, folder: FolderHandle.exactOptional() }),
    }),
    z.strictObject({
      files: z
        .array(z.strictObject({ file: FileHandle, name: z.string(), bytes: z.number().int(), language: Language }))
        .readonly(),
    }),
  ),
  /** What a file of either kind brings back. Nothing is changed: the screen plans it, shows it and makes it a change. */
  read: call(z.strictObject({ bytes: Megabytes(20), name: FileName }), Received),
};
