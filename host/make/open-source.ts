import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { AssetEntry } from "../../core/document/schema/project.ts";
import type { AssetKeeping } from "../assets/project-assets.ts";
import { errorReason } from "../files/error-code.ts";
import { fileNotReadable } from "../files/file-diagnostics.ts";
import { readablePicture } from "../media/convert-picture.ts";
import { type OpenedProject, openProject } from "../package/open-project.ts";
import { findSource } from "./product-source.ts";

/** Opens what a request names: a template by its id, or a file. Throws a `DiagnosticError`. */
export const openSource = async (source: string, keeping?: AssetKeeping): Promise<OpenedProject> =>
  openProject(findSource(source), keeping);

/** Brings a picture file into an opened project for this process; `id` leads to it. Throws a `DiagnosticError`. */
export async function loadPicture({ assets }: Pick<OpenedProject, "assets">, file: string): Promise<AssetEntry> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new DiagnosticError([fileNotReadable(file, errorReason(error))], { cause: error });
  });
  return assets.addAsset(await readablePicture(bytes, basename(file)), basename(file));
}
