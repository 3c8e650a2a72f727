import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { isSameFile } from "../files/move-file.ts";
import { outputIsInput } from "./make-diagnostics.ts";

/** Throws where `out` is one of the files the product is made from, also by another name of it: other capitals, a link of either kind. */
export async function refuseInputAsOutput(out: string, inputs: readonly string[]): Promise<void> {
  const target = await trueName(out);
  for (const input of inputs) {
    if ((await trueName(input)) === target || (await isSameFile(input, out))) {
      throw new DiagnosticError([outputIsInput(out)]);
    }
  }
}

const trueName = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
