/** What a screen holds instead of paths: names that mean nothing outside this launch and cannot be made up. */

import { createHmac, randomBytes } from "node:crypto";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { error } from "../../core/diagnostics/make-diagnostic.ts";

/** Handles of one kind for values of any sort; the same id has the same handle all the time. */
export interface HandleTable<Handle extends string, Value> {
  /** The handle of `value`, which `id` tells from others. */
  give(id: string, value: Value): Handle;
  /** Throws a `DiagnosticError` for a handle this table has not given, or has taken back. */
  resolve(handle: Handle): Value;
  takeBack(id: string): void;
  values(): Iterable<Value>;
  /** Every handle given and not taken back, with its value. */
  entries(): Iterable<readonly [string, Value]>;
}

const SECRET_BYTES = 32;
const HANDLE_LENGTH = 32;

/** An empty table. `kind` begins its handles. */
export function createHandleTable<Handle extends string, Value>(kind: string): HandleTable<Handle, Value> {
  const secret = randomBytes(SECRET_BYTES);
  const values = new Map<string, Value>();
  const handleOf = (id: string): string =>
    `${kind}-${createHmac("sha256", secret).update(id).digest("base64url").slice(0, HANDLE_LENGTH)}`;
  return {
    give(id, value) {
      const handle = handleOf(id);
      values.set(handle, value);
      return handle as Handle;
    },
    resolve(handle) {
      const value = values.get(handle);
      if (value === undefined) throw new DiagnosticError([unknownHandle(kind)]);
      return value;
    },
    takeBack(id) {
      values.delete(handleOf(id));
    },
    values: () => values.values(),
    entries: () => values.entries(),
  };
}

const unknownHandle = (kind: string) =>
  error(
    "api.unknown-handle",
    {},
    {
      vi: `Không còn đối tượng này (${kind}).`,
      en: `There is no such thing any more (${kind}).`,
    },
    { vi: "Quay lại màn hình đầu và mở lại.", en: "Go back to the first screen and open it again." },
  );
