/** What a list shows of a project file, read without its pictures. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { Project } from "../../core/document/schema/project.ts";
import { PACKAGE_LIMITS, PROJECT_FILE } from "../package/package-layout.ts";
import { readZip } from "../package/zip-reader.ts";

export const ProjectSummary = z.object({
  title: z.string(),
  product: Project.shape.product.exactOptional(),
  languages: z.array(z.string()),
  /** SHA-256 of the file. */
  digest: z.string(),
});
export type ProjectSummary = z.infer<typeof ProjectSummary>;

/** The parts of a project a list needs; a project of another version may have them too. */
const Head = z.object({
  title: Project.shape.title,
  product: Project.shape.product,
  languages: Project.shape.languages,
});

/** Undefined where the file cannot be read; an empty title where it is no sound project. */
export async function summarizeProject(path: string): Promise<ProjectSummary | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return undefined;
  const digest = createHash("sha256").update(bytes).digest("hex");
  const head = await readHead(bytes, path);
  if (!head) return { title: "", languages: [], digest };
  const { title, product, languages } = head;
  return { title: title[languages.source] ?? "", product, languages: languages.variants, digest };
}

async function readHead(bytes: Uint8Array, path: string): Promise<z.infer<typeof Head> | undefined> {
  try {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const entries = isZip ? await readZip(bytes, path, PACKAGE_LIMITS) : [];
    const text = isZip ? entries.find(({ name }) => name === PROJECT_FILE)?.read() : bytes;
    return Head.safeParse(JSON.parse(new TextDecoder().decode(text))).data;
  } catch (error) {
    if (error instanceof DiagnosticError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
