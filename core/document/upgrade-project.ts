import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { migrationFailed, newerVersion, unknownVersion } from "./document-diagnostics.ts";
import { type Migration, migrations, type ProjectJson } from "./migrations/index.ts";
import { PROJECT_VERSION } from "./schema/project.ts";

/**
 * `document` brought to version `current` one step at a time; the given document is left alone.
 * Throws a `DiagnosticError` where the version is unknown or newer, or a step fails.
 */
export function upgradeProject(
  document: ProjectJson,
  file: string,
  steps: readonly Migration[] = migrations,
  current: number = PROJECT_VERSION,
): ProjectJson {
  const { version } = document;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    throw new DiagnosticError([unknownVersion(file, version, current)]);
  }
  if (version > current) throw new DiagnosticError([newerVersion(file, version, current)]);
  let upgraded = document;
  for (let next = version + 1; next <= current; next += 1) {
    const step = steps.find((one) => one.to === next);
    if (!step) throw new DiagnosticError([unknownVersion(file, version, current)]);
    upgraded = { ...runStep(step, upgraded, file), version: next };
  }
  return upgraded;
}

function runStep(step: Migration, document: ProjectJson, file: string): ProjectJson {
  try {
    return step.migrate(document);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DiagnosticError([migrationFailed(file, step.name, reason)], { cause });
  }
}
