/** Calls about templates, projects, their changes and their pictures. */

import { z } from "zod";
import { type Change, ChangeSchema } from "../document/history/change.ts";
import { AssetEntry, Project, Slot } from "../document/schema/project.ts";
import { call } from "./contract.ts";
import {
  Bilingual,
  Bytes,
  Diagnostics,
  FileHandle,
  FileName,
  Instant,
  Language,
  Megabytes,
  Nothing,
  PageNumber,
  PreviewWidth,
  RecoveryHandle,
  Sequence,
  SessionHandle,
  VersionHandle,
} from "./schemas.ts";

const TemplateId = z.string().min(1).max(100);
const Preview = z.strictObject({ png: Bytes, width: z.number().int(), height: z.number().int() });

export const TemplateSummary = z.strictObject({
  id: TemplateId,
  title: Bilingual,
  description: Bilingual.exactOptional(),
  product: Project.shape.product,
  /** Millimetres. */
  size: z.strictObject({ width: z.number(), height: z.number() }),
  pages: z.number().int(),
  source: Language,
  languages: z.array(Language).readonly(),
  slots: z.array(Slot).readonly(),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;

export const templates = {
  list: call(
    Nothing,
    z.strictObject({
      templates: z.array(TemplateSummary).readonly(),
      /** Why some template is not in the list. */
      diagnostics: Diagnostics,
    }),
  ),
  /** A page as a picture, kept on disk by the content it shows. `page` counts from 1. */
  preview: call(
    z.strictObject({ template: TemplateId, language: Language, width: PreviewWidth, page: PageNumber.default(1) }),
    Preview,
  ),
};

export const ProjectFile = z.strictObject({
  file: FileHandle,
  /** Without ending. */
  name: z.string(),
  /** In the project's source language; empty where the file cannot be read now. */
  title: z.string(),
  product: Project.shape.product.exactOptional(),
  languages: z.array(Language).readonly(),
  modified: Instant,
  /** Open in this or in another window of the program. */
  open: z.boolean(),
});
export type ProjectFile = z.infer<typeof ProjectFile>;

export const RecoverableProject = z.strictObject({
  recovery: RecoveryHandle,
  name: z.string(),
  changed: Instant,
  /** Changes that no saved file has. */
  changes: z.number().int(),
});
export type RecoverableProject = z.infer<typeof RecoverableProject>;

/** An open project. The screen keeps the document and tells every change through `journal.append`. */
export const OpenSession = z.strictObject({
  session: SessionHandle,
  /** Of the file, or the one it would get. */
  name: z.string(),
  /** The file it is saved in; absent until it is first saved. */
  file: FileHandle.exactOptional(),
  project: Project,
  /** Of the last change in `project`; the next one appended has the number after it. */
  sequence: Sequence,
  /** Of the last change that is in the file. */
  saved: Sequence,
  diagnostics: Diagnostics,
});
export type OpenSession = z.infer<typeof OpenSession>;

const InSession = z.strictObject({ session: SessionHandle });

export const SavedProject = z.strictObject({
  file: FileHandle,
  name: z.string(),
  saved: Sequence,
  savedAt: Instant,
  diagnostics: Diagnostics,
});

export const ProjectVersion = z.strictObject({ version: VersionHandle, savedAt: Instant, bytes: z.number().int() });
export type ProjectVersion = z.infer<typeof ProjectVersion>;

export const projects = {
  /** Files of the projects folder and others opened lately, the last changed first. */
  recent: call(Nothing, z.strictObject({ files: z.array(ProjectFile).readonly() })),
  /** The first page of a saved project in its source language. */
  preview: call(z.strictObject({ file: FileHandle, width: PreviewWidth }), Preview),
  /** Projects whose changes were not saved when the program ended. */
  recoverable: call(Nothing, z.strictObject({ projects: z.array(RecoverableProject).readonly() })),
  recover: call(z.strictObject({ recovery: RecoveryHandle }), OpenSession),
  /** Throws the changes away for good. */
  discard: call(z.strictObject({ recovery: RecoveryHandle }), Nothing),
  /** A new project from a template; `language` becomes its first variant. Not saved in a file until `save`. */
  create: call(
    z.strictObject({ template: TemplateId, language: Language, name: FileName.exactOptional() }),
    OpenSession,
  ),
  /**
   * Refused with `project.open-elsewhere` where another program has the file open; `copy` opens it all the same, as a project that has
   * no file yet.
   */
  open: call(z.strictObject({ file: FileHandle, copy: z.boolean().default(false) }), OpenSession),
  /** Opens an uploaded `.xtin`; it is not saved in the projects folder until `save`. */
  import: call(z.strictObject({ bytes: Megabytes(1_000), name: FileName }), OpenSession),
  /**
   * To its file, or under a new name in the projects folder, which is then its file. Refused with `project.name-taken` where
   * another file has the name and `replace` is not set, and with `project.no-file` where it has no file and no name is given.
   */
  save: call(
    InSession.extend({ as: z.strictObject({ name: FileName, replace: z.boolean() }).exactOptional() }),
    SavedProject,
  ),
  /** `keep` leaves unsaved changes to be recovered; `discard` throws them away. */
  close: call(InSession.extend({ changes: z.enum(["keep", "discard"]) }), Nothing),
  /** The last saved ones, newest first. */
  versions: call(InSession, z.strictObject({ versions: z.array(ProjectVersion).readonly() })),
  /** The document as it was in that version. The screen makes it the present one by a change, which can be undone. */
  restore: call(
    InSession.extend({ version: VersionHandle }),
    z.strictObject({ project: Project, diagnostics: Diagnostics }),
  ),
};

/** The history's own type; the schema it is checked with takes plain JSON only. */
const RecordedChange: z.ZodType<Change, Change> = ChangeSchema;

export const journal = {
  /**
   * Records a change. Once answered it outlives the end of the program, and within a second a power cut. The same change sent
   * again is not recorded twice; one whose number does not follow is refused with `journal.out-of-order`, one that leads to no sound
   * project with what is wrong with it.
   */
  append: call(
    InSession.extend({ sequence: Sequence.min(1), change: RecordedChange }),
    z.strictObject({ sequence: Sequence }),
  ),
};

const Picture = z.strictObject({
  kind: z.enum(["jpeg", "png", "svg"]),
  width: z.number(),
  height: z.number(),
  orientation: z.number().int(),
});

export const assets = {
  /** Brings a picture in. `entry` goes into the project's `assets` by a change, unless an equal one is there. */
  add: call(InSession.extend({ bytes: Megabytes(100), name: FileName }), Picture.extend({ entry: AssetEntry })),
  /** A picture's file and what is known of it: an `Asset` of the layout. */
  bytes: call(InSession.extend({ asset: z.string().min(1) }), Picture.extend({ id: z.string(), bytes: Bytes })),
};
