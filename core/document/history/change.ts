/** Changes of a project as plain data: recorded once, replayed forward or backward, kept in a journal. */

import { z } from "zod";
import type { JsonPath } from "../json-path.ts";

/**
 * One place that changed. In an object, `before` is absent where the property was not there and `after` where it is gone. In an
 * array, without `before` the value is inserted at the index, and without `after` the value there is taken out; patches of one
 * change apply in order, each to what those before it left.
 */
export interface Patch {
  readonly path: JsonPath;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What one step of work did. `label` is a stable dotted code, such as `frame.move`, that the screen has words for. */
export interface Change {
  readonly label: string;
  readonly patches: readonly Patch[];
}

/** A file with the property refused here could not be opened, see `scanJson`. */
const Name = z
  .string()
  .max(64)
  .refine((name) => name !== "__proto__");
const Step = z.union([Name, z.number().int().min(0).max(1_000_000)]);

/** What a journal or a screen may hand over as a change; whether it fits a project is for `applyChange` to say. */
export const ChangeSchema = z.strictObject({
  label: z.string().regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/),
  patches: z
    .array(
      z.strictObject({
        path: z.array(Step).min(1).max(64),
        before: z.json().optional(),
        after: z.json().optional(),
      }),
    )
    .max(100_000),
});

/** The change that takes this one back. */
export function invertChange({ label, patches }: Change): Change {
  return { label, patches: patches.map(invertPatch).reverse() };
}

function invertPatch(patch: Patch): Patch {
  const { path, before, after } = patch;
  return {
    path,
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  };
}
