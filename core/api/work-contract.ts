/** Calls about fonts, exports, batches, jobs and the machine. */

import { z } from "zod";
import { CatalogData, UserFamily } from "../fonts/catalog.ts";
import { call, stream } from "./contract.ts";
import {
  Bilingual,
  Bytes,
  Diagnostics,
  FileHandle,
  FileName,
  FolderHandle,
  JobHandle,
  Language,
  Megabytes,
  Nothing,
  SessionHandle,
  TableHandle,
} from "./schemas.ts";

const InterfaceLanguage = z.enum(["vi", "en"]);
const Theme = z.enum(["system", "light", "dark"]);

/** How far the guided tour has come: the step to go on from, or that it is over. */
const Tour = z.union([z.number().int().min(0).max(99), z.literal("over")]);
const Motion = z.enum(["system", "reduced"]);

export const Settings = z.strictObject({
  interfaceLanguage: InterfaceLanguage,
  theme: Theme,
  /** Whether things may glide, or only as far as the system says so. */
  motion: Motion.default("system"),
  /** Absent until the tour has been offered. */
  tour: Tour.exactOptional(),
});
export type Settings = z.infer<typeof Settings>;

export const app = {
  info: call(
    Nothing,
    z.strictObject({
      version: z.string(),
      shell: z.enum(["electron", "browser"]),
      platform: z.enum(["windows", "macos", "linux"]),
      /** What the projects folder is called, to tell the user where things are. */
      projectsFolder: z.string(),
      /** The same of the folder in it that exports go to. */
      exportsFolder: z.string(),
      /** Whether `files.pickProject` and `files.pickFolder` can be used. */
      nativeDialogs: z.boolean(),
      /** Whether `projects.trash` can be used. */
      trash: z.boolean(),
      settings: Settings,
    }),
  ),
  /** Files the system hands to the program, such as by a double click: those before now at once, others as they come. */
  handedFiles: stream(Nothing, z.strictObject({ file: FileHandle, name: z.string() })),
  /** Keeps settings from launch to launch; those not given stay. */
  configure: call(
    z.strictObject({
      interfaceLanguage: InterfaceLanguage.exactOptional(),
      theme: Theme.exactOptional(),
      motion: Motion.exactOptional(),
      tour: Tour.exactOptional(),
    }),
    Settings,
  ),
};

export const fonts = {
  /** For `buildCatalog(catalog, userFamilies)`; with `fontChain` and `openFont` it makes a FontSource. */
  list: call(
    Nothing,
    z.strictObject({
      catalog: CatalogData,
      userFamilies: z.array(UserFamily).readonly(),
      diagnostics: Diagnostics,
    }),
  ),
  /** The file of a face; WOFF as it is. */
  bytes: call(z.strictObject({ key: z.string().min(1).max(200) }), z.strictObject({ bytes: Bytes })),
};

export const ExportSettings = z.strictObject({
  format: z.enum(["pdf", "png", "jpg", "svg"]),
  /** Crop marks and colour bars; PDF only. */
  marks: z.boolean(),
  /** Millimetres instead of the project's own. */
  bleed: z.number().min(0).max(50).exactOptional(),
  /** Of rasters. */
  ppi: z.number().int().min(18).max(1_200),
  colour: z.enum(["rgb", "cmyk"]),
});
export type ExportSettings = z.infer<typeof ExportSettings>;

/** Text, or the id of a picture of the project. */
export const SlotValues = z.record(z.string(), z.union([z.string(), z.strictObject({ asset: z.string() })]));

/** A file of that name, without ending, or a folder of files; in the folder for exports where no folder is given. */
const Target = z.strictObject({ name: FileName, folder: FolderHandle.exactOptional() });
const StartedJob = z.strictObject({ job: JobHandle });
const InSession = z.strictObject({ session: SessionHandle });

export const exports = {
  /** Makes files of the document as it stands. A name that is taken gets a number; nothing is ever replaced. */
  start: call(
    InSession.extend({
      language: Language,
      settings: ExportSettings,
      target: Target,
      /** Filled in for this export only. */
      values: SlotValues.default({}),
    }),
    StartedJob,
  ),
};

export const WrittenFile = z.strictObject({
  file: FileHandle,
  name: z.string(),
  bytes: z.number().int(),
  pages: z.number().int(),
});

const Column = z.strictObject({ column: z.number().int(), header: z.string() });

export const TablePreview = z.strictObject({
  table: TableHandle,
  headers: z.array(z.string()).readonly(),
  /** The first ones. */
  rows: z.array(z.array(z.string()).readonly()).readonly(),
  rowCount: z.number().int(),
  /** Which column fills which slot; `confidence` is 1 where it is named as the slot is. */
  matched: z.array(Column.extend({ slot: z.string(), confidence: z.number() })).readonly(),
  unmatchedColumns: z.array(Column).readonly(),
  unmatchedSlots: z.array(z.string()).readonly(),
  diagnostics: Diagnostics,
});
export type TablePreview = z.infer<typeof TablePreview>;

export const batches = {
  inspect: call(
    InSession.extend({ bytes: Megabytes(50), name: FileName, sheet: z.string().exactOptional() }),
    TablePreview,
  ),
  /** Writes an empty sheet with a column for every slot and the template's words as an example, in the folder for exports. */
  sheet: call(InSession.extend({ language: InterfaceLanguage, name: FileName }), WrittenFile),
  /** A picture that cells of the table name. */
  addPicture: call(z.strictObject({ table: TableHandle, bytes: Megabytes(100), name: FileName }), Nothing),
  start: call(
    InSession.extend({
      table: TableHandle,
      language: Language,
      settings: ExportSettings,
      target: Target,
      /** Column, from 0, by the name of the slot it fills; as `inspect` has matched them where absent. */
      columns: z.record(z.string(), z.number().int().min(0)).exactOptional(),
      /** `1-200, 205`, the first row of data being 1; all where absent. */
      rows: z.string().max(1_000).exactOptional(),
      /** Where present every row gets a file of its own, named by this pattern, in a folder named by the target. */
      fileNames: z.string().min(1).max(500).exactOptional(),
    }),
    StartedJob,
  ),
};

export const JobEvent = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("progress"),
    stage: Bilingual,
    /** 0–1; absent where it is not known. */
    fraction: z.number().min(0).max(1).exactOptional(),
    /** Until all is done, by the speed so far; absent where that is not known. */
    secondsLeft: z.number().min(0).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("done"),
    files: z.array(WrittenFile).readonly(),
    pages: z.number().int(),
    /** Of a batch; `failed` are numbers as the spreadsheet shows them. */
    rows: z
      .strictObject({ asked: z.number().int(), made: z.number().int(), failed: z.array(z.number().int()).readonly() })
      .exactOptional(),
    /** Warnings; of a batch also the errors of rows left out. */
    diagnostics: Diagnostics,
  }),
  /** Nothing was written. */
  z.strictObject({ kind: z.literal("failed"), diagnostics: Diagnostics }),
  z.strictObject({ kind: z.literal("canceled") }),
]);
export type JobEvent = z.infer<typeof JobEvent>;

export const jobs = {
  /** How far it is, at once and at every change; ends after `done`, `failed` or `canceled`. */
  watch: stream(StartedJob, JobEvent),
  cancel: call(StartedJob, Nothing),
};

export const files = {
  /** Shows a file in its folder, in the system's file manager. */
  reveal: call(z.strictObject({ file: FileHandle }), Nothing),
  /** Shows one of the program's own folders in the system's file manager. */
  showFolder: call(z.strictObject({ folder: z.enum(["projects", "exports"]) }), Nothing),
  /**
   * Opens a file an export has written in the program the system has for it, to be looked at and printed. A shell that is a page of a
   * browser gives the address to open there instead.
   */
  open: call(z.strictObject({ file: FileHandle }), z.strictObject({ address: z.string().exactOptional() })),
  /** Content of a file an export has written. */
  bytes: call(z.strictObject({ file: FileHandle }), z.strictObject({ name: z.string(), bytes: Bytes })),
  /** The system's dialogs, where `app.info` says they are there. An absent handle: the user has changed his mind. */
  pickProject: call(Nothing, z.strictObject({ file: FileHandle.exactOptional(), name: z.string().exactOptional() })),
  pickFolder: call(Nothing, z.strictObject({ folder: FolderHandle.exactOptional(), name: z.string().exactOptional() })),
};
