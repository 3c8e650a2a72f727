import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { unknownLanguage } from "../../core/preflight/preflight-diagnostics.ts";
import { findLanguage } from "../../core/script/language-registry.ts";

/** The language asked for, or the project's source. Throws a `DiagnosticError` where the program does not know it. */
export function chooseLanguage(asked: string | undefined, project: Project): string {
  const language = asked ?? project.languages.source;
  if (!findLanguage(language)) throw new DiagnosticError([unknownLanguage({ language })]);
  return language;
}
