/** Calls about templates, projects, their changes and their pictures. */

import { z } from "zod";
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
  open: call(z.strictObject({ file: FileHandle }), OpenSession),
  /** Opens an uploaded `.xtin`; it is not saved in the projects folder until `save`. */
  import: call(z.strictObject({ bytes: Megabytes(1_000), name: FileName }), OpenSession),
  /**
   * To its file, or under a new name in the projects folder, which is then its file. Refused with `project.name-taken` where
   * another file has the name and `replace` is not set.
   */
  save: call(
    InSession.extend({ as: z.strictObject({ name: FileName, replace: z.boolean() }).exactOptional() }),
    SavedProject,
  ),
  /** `keep` leaves unsaved changes to be recovered; `discard` throws them away. */
  close: call(InSession.extend({ changes: z.enum(["keep", "discard"]) }), Nothing),
  /** The last saved ones, newest first. */
  versions: call(InSession, z.strictObject({ versions: z.array(ProjectVersion).readonly() })),
  /** Makes the document what it was in that version, as a change like any other: one more in the sequence. */
  restore: call(
    InSession.extend({ version: VersionHandle }),
    z.strictObject({ project: Project, sequence: Sequence, diagnostics: Diagnostics }),
  ),
};

const Json = z.json();

/**
 * One value of the document replaced. `path` leads from the project through properties and indices. `before` is absent where there was
 * nothing, `after` where there is nothing left.
 */
export const Patch = z.strictObject({
  path: z.array(z.union([z.string(), z.number().int().min(0)])).readonly(),
  before: Json.exactOptional(),
  after: Json.exactOptional(),
});
export type Patch = z.infer<typeof Patch>;

export const journal = {
  /**
   * Records a change. It is on disk within a second. The same change sent again is not recorded twice; one whose number does not
   * follow is refused with `journal.out-of-order`.
   */
  append: call(
    InSession.extend({ sequence: Sequence.min(1), patches: z.array(Patch).min(1).readonly() }),
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
