/** Renders a programme as a process of its own and tells every step, for tests that end it or take its disk away. */

import { appendFileSync, writeSync } from "node:fs";
import { DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { renderProgramme } from "../../../host/programme/render-programme.ts";

/** What the process prints, a line each. */
export type ToldStep =
  | { readonly stage: string }
  | { readonly codes: readonly string[]; readonly messages: readonly string[] };

const tell = (step: ToldStep): void => void writeSync(1, `${JSON.stringify(step)}\n`);

/** `stage=file`: once that stage is told of, a file takes all the room its disk still has. */
const [fillStage = "", fillFile = ""] = (process.env.FILL_DISK ?? "").split("=");
let filled = false;
function fillDisk(stage: string): void {
  if (filled || stage !== fillStage) return;
  filled = true;
  try {
    for (;;) appendFileSync(fillFile, Buffer.alloc(4_096));
  } catch {
    // It is full.
  }
}

const [source = "", out = "", ...presets] = process.argv.slice(2);
try {
  const report = await renderProgramme(
    { source, programme: undefined, language: undefined, presets, fontFolders: [], out },
    {
      onProgress: ({ stage }) => {
        tell({ stage: stage.en });
        fillDisk(stage.en);
      },
    },
  );
  tell({ codes: report.diagnostics.map(({ code }) => code), messages: [] });
} catch (error) {
  if (!(error instanceof DiagnosticError)) throw error;
  tell({
    codes: error.diagnostics.map(({ code }) => code),
    messages: error.diagnostics.flatMap(({ message }) => [message.vi, message.en]),
  });
}
