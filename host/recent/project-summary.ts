/** What a list shows of a project file, read without its pictures. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { Project } from "../../core/document/schema/project.ts";
import { withPackage } from "../package/open-project.ts";
import { PACKAGE_LIMITS, PROJECT_FILE } from "../package/package-layout.ts";
import { readZip } from "../package/zip-reader.ts";
import type { ZipSource } from "../package/zip-source.ts";

export const ProjectSummary = z.object({
  title: z.string(),
  product: Project.shape.product.exactOptional(),
  languages: z.array(z.string()),
  /** Changes with the file's content. */
  digest: z.string(),
});
export type ProjectSummary = z.infer<typeof ProjectSummary>;

/** A damaged package is told from others by its beginning. */
const TOLD_BYTES = 1_000_000;

/** The parts of a project a list needs; a project of another version may have them too. */
const Head = z.object({
  title: Project.shape.title,
  product: Project.shape.product,
  languages: Project.shape.languages,
});

/** Undefined where the file cannot be read; an empty title where it is no sound project. */
export async function summarizeProject(path: string): Promise<ProjectSummary | undefined> {
  try {
    const packed = await withPackage(path, (source) => summarizePackage(source, path));
    if (packed) return packed;
    const bytes = await readFile(path);
    return summaryOf(bytes, createHash("sha256").update(bytes).digest("hex"));
  } catch {
    return undefined;
  }
}

/** Told by its list of files: that changes with any of them, and takes no longer where there is a film among them. */
async function summarizePackage(source: ZipSource, path: string): Promise<ProjectSummary> {
  try {
    const entries = await readZip(source, path, PACKAGE_LIMITS);
    const list = entries.map(({ name, size, crc32 }) => `${name} ${size} ${crc32}`).join("\n");
    const project = entries.find(({ name }) => name === PROJECT_FILE);
    return summaryOf(project?.read(), createHash("sha256").update(list).digest("hex"));
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return summaryOf(undefined, createHash("sha256").update(source.read(0, TOLD_BYTES)).digest("hex"));
  }
}

function summaryOf(text: Uint8Array | undefined, digest: string): ProjectSummary {
  const head = readHead(text);
  if (!head) return { title: "", languages: [], digest };
  const { title, product, languages } = head;
  return { title: title[languages.source] ?? "", product, languages: languages.variants, digest };
}

function readHead(text: Uint8Array | undefined): z.infer<typeof Head> | undefined {
  try {
    return text && Head.safeParse(JSON.parse(new TextDecoder().decode(text))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
