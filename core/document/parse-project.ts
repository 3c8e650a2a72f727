/** Opening a project: size, JSON, envelope, version, migration, shape, references; each stage stops with what the user is told. */

import { type Diagnostic, DiagnosticError } from "../diagnostics/diagnostic.ts";
import { checkReferences } from "./check-references.ts";
import {
  brokenJson,
  duplicateKey,
  forbiddenKey,
  moreProblems,
  nestedTooDeep,
  notAProject,
  projectTooLarge,
} from "./document-diagnostics.ts";
import type { ProjectJson } from "./migrations/index.ts";
import { lineAndColumn, MAX_JSON_DEPTH, scanJson } from "./scan-json.ts";
import { PROJECT_FORMAT, type Project } from "./schema/project.ts";
import { upgradeProject } from "./upgrade-project.ts";
import { validateProject } from "./validate-project.ts";

/** Characters. A handbook of 300 pages in ten languages takes about three million. */
export const MAX_PROJECT_CHARACTERS = 50_000_000;

/** How many problems of one file are told at once. */
const MAX_PROBLEMS = 20;

/** The project in `json`. `file` is only named in messages. Throws a `DiagnosticError` where it is not a sound project. */
export function parseProject(json: string, file: string): Project {
  const document = upgradeProject(checkEnvelope(parseJson(json, file), file), file);
  const { project, diagnostics } = validateProject(document, file);
  if (!project) throw new DiagnosticError(capped(diagnostics, file));
  const broken = checkReferences(project, file);
  if (broken.length > 0) throw new DiagnosticError(capped(broken, file));
  return project;
}

function parseJson(json: string, file: string): unknown {
  if (json.length > MAX_PROJECT_CHARACTERS) {
    throw new DiagnosticError([projectTooLarge(file, json.length, MAX_PROJECT_CHARACTERS)]);
  }
  const text = json.startsWith("\uFEFF") ? json.slice(1) : json;
  const problem = scanJson(text);
  if (!problem) return JSON.parse(text);
  const { line, column } = lineAndColumn(text, problem.offset);
  switch (problem.kind) {
    case "too-deep":
      throw new DiagnosticError([nestedTooDeep(file, line, column, MAX_JSON_DEPTH)]);
    case "forbidden-key":
      throw new DiagnosticError([forbiddenKey(file, line, column, problem.found, problem.path)]);
    case "duplicate-key":
      throw new DiagnosticError([duplicateKey(file, line, column, problem.found, problem.path)]);
    case "syntax":
    case "unexpected-end":
      throw new DiagnosticError([brokenJson(file, line, column, problem.found, problem.path)]);
  }
}

function checkEnvelope(document: unknown, file: string): ProjectJson {
  if (!isJsonObject(document) || document.format !== PROJECT_FORMAT) throw new DiagnosticError([notAProject(file)]);
  return document;
}

const isJsonObject = (value: unknown): value is ProjectJson =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const capped = (diagnostics: readonly Diagnostic[], file: string): readonly Diagnostic[] =>
  diagnostics.length <= MAX_PROBLEMS
    ? diagnostics
    : [...diagnostics.slice(0, MAX_PROBLEMS - 1), moreProblems(file, diagnostics.length - MAX_PROBLEMS + 1)];
