import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { projectTooLarge } from "../../core/document/document-diagnostics.ts";
import { MAX_PROJECT_CHARACTERS } from "../../core/document/parse-project.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";

/** The project as the bytes of its file. Throws a `DiagnosticError` where they would be more than may be read again. */
export function encodeProjectText(project: Project, file: string): Uint8Array {
  const text = serializeProject(project);
  if (text.length > MAX_PROJECT_CHARACTERS) {
    throw new DiagnosticError([projectTooLarge(file, text.length, MAX_PROJECT_CHARACTERS)]);
  }
  return Buffer.from(text);
}
