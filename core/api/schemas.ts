/** Shapes that several calls share. */

import { z } from "zod";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { LanguageTag } from "../document/schema/primitives.ts";

export const Nothing = z.strictObject({});
export const Bilingual = z.strictObject({ vi: z.string(), en: z.string() });

const count = z.number().int().min(1).exactOptional();
const name = z.string().exactOptional();

export const DiagnosticMessage: z.ZodType<Diagnostic, Diagnostic> = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  target: z.strictObject({
    file: name,
    path: name,
    page: count,
    frame: name,
    text: name,
    words: name,
    slot: name,
    row: count,
    column: name,
    asset: name,
    language: name,
    font: name,
    programme: name,
    scene: name,
    overlay: name,
    second: z.number().exactOptional(),
  }),
  message: Bilingual,
  hints: z.array(Bilingual).readonly(),
});
export const Diagnostics = z.array(DiagnosticMessage).readonly();

/** Raw content of a file. */
export const Bytes: z.ZodType<Uint8Array<ArrayBuffer>, Uint8Array> = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array,
);

/**
 * Stands for something on the machine: a file, a folder, an open project, a job, an uploaded table. It means nothing
 * outside the launch of the program that gave it, and cannot be made up.
 */
const handle = <Kind extends string>(kind: Kind) =>
  z
    .string()
    .regex(new RegExp(`^${kind}-[A-Za-z0-9_-]{16,64}$`))
    .brand<Kind>();
export const FileHandle = handle("file");
export type FileHandle = z.infer<typeof FileHandle>;
export const FolderHandle = handle("folder");
export type FolderHandle = z.infer<typeof FolderHandle>;
export const SessionHandle = handle("session");
export type SessionHandle = z.infer<typeof SessionHandle>;
export const RecoveryHandle = handle("recovery");
export type RecoveryHandle = z.infer<typeof RecoveryHandle>;
export const VersionHandle = handle("version");
export type VersionHandle = z.infer<typeof VersionHandle>;
export const JobHandle = handle("job");
export type JobHandle = z.infer<typeof JobHandle>;
export const TableHandle = handle("table");
export type TableHandle = z.infer<typeof TableHandle>;

/** Names the work on a project that was not closed, the same from launch to launch, for a screen to know it again. Nothing is opened by it. */
export const WorkId = z.uuid().brand<"work">();
export type WorkId = z.infer<typeof WorkId>;

/** What a file is called, without folder; the host makes it safe for every system. */
export const FileName = z.string().trim().min(1).max(200);
/** ISO 8601, UTC. */
export const Instant = z.iso.datetime();
export const Language = LanguageTag;
/** Pixels across a preview. */
export const PreviewWidth = z.number().int().min(32).max(2_400);
export const PageNumber = z.number().int().min(1).max(10_000);
/** Counts the changes of an open project: 0 as it was opened, then one more for every change. */
export const Sequence = z.number().int().min(0);
export const Megabytes = (most: number) => Bytes.refine((bytes) => bytes.length <= most * 1e6, "too large");
