import type { Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { formatJsonPath, type JsonPath, valueAtPath } from "./json-path.ts";
import type { ProjectJson } from "./migrations/index.ts";
import { resolveIssues } from "./resolve-issues.ts";
import { Project } from "./schema/project.ts";
import { describeProblem } from "./value-diagnostics.ts";

/** Either the project, or everything about `document` that breaks the schema. */
export type ValidatedProject =
  | { readonly project: Project; readonly diagnostics: readonly [] }
  | { readonly project?: undefined; readonly diagnostics: readonly Diagnostic[] };

/** Checks the shape of a document of the current version; what its ids refer to is for `checkReferences`. */
export function validateProject(document: ProjectJson, file: string): ValidatedProject {
  const result = Project.safeParse(document);
  if (result.success) return { project: result.data, diagnostics: [] };
  const diagnostics = resolveIssues(result.error.issues, document).map((problem) => {
    const { path } = problem;
    const place = formatJsonPath(path);
    return describeProblem(problem, place, valueAtPath(document, path), targetOf(document, path, file));
  });
  return { diagnostics };
}

/** Names the page and the innermost frame a path lies in, so that a message can be followed on the screen too. */
export function targetOf(document: unknown, path: JsonPath, file: string): DiagnosticTarget {
  const [first, index, second] = path;
  const frame = innermostFrameId(document, path);
  const text = first === "texts" && typeof index === "string" ? index : undefined;
  return {
    file,
    path: formatJsonPath(path),
    ...(first === "pages" && typeof index === "number" && { page: index + 1 }),
    ...(frame !== undefined && { frame }),
    ...(text !== undefined && { text }),
    ...(text !== undefined && second === "variants" && typeof path[3] === "string" && { language: path[3] }),
  };
}

function innermostFrameId(document: unknown, path: JsonPath): string | undefined {
  for (let end = path.length - 1; end > 1; end -= 1) {
    if (path[end - 1] !== "frames" || typeof path[end] !== "number") continue;
    const id = valueAtPath(document, [...path.slice(0, end + 1), "id"]);
    return typeof id === "string" ? id : undefined;
  }
  return undefined;
}
