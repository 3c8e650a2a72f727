import { stat } from "node:fs/promises";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { sourceChanged, sourceGone } from "./render-diagnostics.ts";

/** Files a programme is made of, as they were when the work began. */
export interface SourceWatch {
  /** Throws a `DiagnosticError` where one of them is gone or another than it was. */
  check(): Promise<void>;
}

/** Remembers size and time of every file. */
export async function watchSources(paths: Iterable<string>): Promise<SourceWatch> {
  const known = new Map<string, string | undefined>();
  for (const path of paths) known.set(path, await stateOf(path));
  return {
    async check() {
      const found: Diagnostic[] = [];
      for (const [path, before] of known) {
        const now = await stateOf(path);
        if (now !== before) found.push(now === undefined ? sourceGone(path) : sourceChanged(path));
      }
      if (found.length > 0) throw new DiagnosticError(found);
    },
  };
}

const stateOf = (path: string): Promise<string | undefined> =>
  stat(path).then(
    ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
    () => undefined,
  );
