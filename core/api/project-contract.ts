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
  FolderHandle,
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
  WorkId,
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
  work: WorkId,
  name: z.string(),
  changed: Instant,
  /** Changes that no saved file has. */
  changes: z.number().int(),
});
export type RecoverableProject = z.infer<typeof RecoverableProject>;

/** An open project. The screen keeps the document and tells every change through `journal.append`. */
export const OpenSession = z.strictObject({
  session: SessionHandle,
  work: WorkId,
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

/** Who has a file open. */
export const FileHolder = z.strictObject({
  /** Name of the computer, and of who is logged in there; empty where not known. */
  machine: z.string(),
  user: z.string(),
  since: Instant.exactOptional(),
  /** On this very computer. */
  here: z.boolean(),
  /** It has not shown any life for a while: taking the file over is safe enough to offer. */
  silent: z.boolean(),
});
export type FileHolder = z.infer<typeof FileHolder>;

/**
 * What became of an open project's file since it was opened or last saved: `none` has no file yet, `changed` another program has written
 * it, `missing` it is gone, `away` its folder or its disk is gone.
 */
export const FileState = z.enum(["none", "same", "changed", "missing", "away"]);
export type FileState = z.infer<typeof FileState>;

const PageOf = { width: PreviewWidth, page: PageNumber.default(1) };

/** `bytes` count its pictures. */
export const ProjectVersion = z.strictObject({ version: VersionHandle, savedAt: Instant, bytes: z.number().int() });
export type ProjectVersion = z.infer<typeof ProjectVersion>;

export const projects = {
  /** Files of the projects folder and others opened lately, the last changed first. */
  recent: call(Nothing, z.strictObject({ files: z.array(ProjectFile).readonly() })),
  /** A page of a saved project in its source language. `page` counts from 1. */
  preview: call(z.strictObject({ file: FileHandle, ...PageOf }), Preview),
  /** A copy beside the file, under a name nothing has. */
  duplicate: call(z.strictObject({ file: FileHandle }), z.strictObject({ file: FileHandle, name: z.string() })),
  /** Gives a file another name in its folder; refused where it is open elsewhere, or the name is taken. */
  renameFile: call(
    z.strictObject({ file: FileHandle, name: FileName }),
    z.strictObject({ file: FileHandle, name: z.string() }),
  ),
  /** Takes a file out of the list until it is opened or changed again. The file stays. */
  forget: call(z.strictObject({ file: FileHandle }), Nothing),
  /** Into the system's bin, where `app.info` says there is one. Refused where it is open. */
  trash: call(z.strictObject({ file: FileHandle }), Nothing),
  /** Who has a file open outside this program; nothing where nobody has. */
  holder: call(z.strictObject({ file: FileHandle }), z.strictObject({ holder: FileHolder.exactOptional() })),
  /**
   * Projects whose changes were not saved when the program ended, and those of `also`, of which a screen keeps changes that did not
   * reach the machine.
   */
  recoverable: call(
    z.strictObject({ also: z.array(WorkId).max(100).default([]) }),
    z.strictObject({ projects: z.array(RecoverableProject).readonly() }),
  ),
  /** A page of what would be recovered. */
  recoveryPreview: call(z.strictObject({ recovery: RecoveryHandle, ...PageOf }), Preview),
  recover: call(z.strictObject({ recovery: RecoveryHandle }), OpenSession),
  /** Throws the changes away for good. */
  discard: call(z.strictObject({ recovery: RecoveryHandle }), Nothing),
  /**
   * A new project from a template; `language` becomes its first variant. Where `languages` are given, the template's others are left
   * out, but never the one the rest is translated from. Not saved in a file until `save`.
   */
  create: call(
    z.strictObject({
      template: TemplateId,
      language: Language,
      languages: z.array(Language).readonly().exactOptional(),
      name: FileName.exactOptional(),
    }),
    OpenSession,
  ),
  /**
   * Refused with `project.open-elsewhere` where another program has the file open; `copy` opens it all the same, as a project that has
   * no file yet, and `takeOver` takes it from a holder that is `silent`, who can then no longer save over it.
   */
  open: call(
    z.strictObject({ file: FileHandle, copy: z.boolean().default(false), takeOver: z.boolean().default(false) }),
    OpenSession,
  ),
  /** An open project as the machine has it. */
  current: call(InSession, OpenSession),
  /** Opens an uploaded `.xtin`; it is not saved in the projects folder until `save`. */
  import: call(z.strictObject({ bytes: Megabytes(1_000), name: FileName }), OpenSession),
  /** Puts a package a screen has made into the projects folder, sound or not, under a name nothing has: what could not be recorded. */
  keepCopy: call(
    z.strictObject({ bytes: Megabytes(1_000), name: FileName }),
    z.strictObject({ file: FileHandle, name: z.string() }),
  ),
  /**
   * To its file, or under a new name in a folder, the projects folder where none is given, which is then its file. Refused with
   * `project.name-taken` where another file has the name and `replace` is not set, and with `project.no-file` where it has no file and
   * no name is given. A file another program has written meanwhile is kept as a version and replaced, or not with
   * `outside: "refuse"`: then it is refused with `project.file-changed`.
   */
  save: call(
    InSession.extend({
      as: z
        .strictObject({ name: FileName, replace: z.boolean(), folder: FolderHandle.exactOptional() })
        .exactOptional(),
      outside: z.enum(["refuse", "replace"]).default("replace"),
    }),
    SavedProject,
  ),
  /** Gives the project and its file another name, or another folder. What is not saved stays so. */
  rename: call(
    InSession.extend({ name: FileName, folder: FolderHandle.exactOptional() }),
    z.strictObject({ name: z.string(), file: FileHandle.exactOptional() }),
  ),
  fileState: call(InSession, z.strictObject({ state: FileState })),
  /** The document another program has put into the project's file. The screen makes it the present one by a change. */
  outside: call(InSession, z.strictObject({ project: Project, diagnostics: Diagnostics })),
  /** `keep` leaves unsaved changes to be recovered; `discard` throws them away. */
  close: call(InSession.extend({ changes: z.enum(["keep", "discard"]) }), Nothing),
  /** The last saved ones of an open project or of a file, newest first. */
  versions: call(
    z.union([InSession, z.strictObject({ file: FileHandle })]),
    z.strictObject({ versions: z.array(ProjectVersion).readonly() }),
  ),
  versionPreview: call(z.strictObject({ version: VersionHandle, ...PageOf }), Preview),
  /** A version as a project of its own called `name`, without a file. */
  openVersion: call(z.strictObject({ version: VersionHandle, name: FileName }), OpenSession),
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
  /** What layout needs to know of pictures, in one answer; those that are not there are left out. */
  facts: call(
    InSession.extend({ assets: z.array(z.string().min(1)).max(10_000) }),
    z.strictObject({ pictures: z.array(Picture.extend({ id: z.string() })).readonly() }),
  ),
  /** A picture's file and what is known of it: an `Asset` of the layout. */
  bytes: call(InSession.extend({ asset: z.string().min(1) }), Picture.extend({ id: z.string(), bytes: Bytes })),
};
