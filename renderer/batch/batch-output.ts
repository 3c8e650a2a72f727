import type { ChosenFolder } from "../export/FolderChoice.tsx";

/** Where the results of a batch go and what they are called. */
export interface BatchOutput {
  readonly name: string;
  readonly folder: ChosenFolder | undefined;
  readonly filePerRow: boolean;
  /** Pattern for the files of rows. */
  readonly fileNames: string;
  /** `1-50, 60`; empty for all. */
  readonly rows: string;
}

export const FIRST_OUTPUT: BatchOutput = {
  name: "",
  folder: undefined,
  filePerRow: false,
  fileNames: "{stt}",
  rows: "",
};
