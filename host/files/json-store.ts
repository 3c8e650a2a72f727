import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { createSerialQueue } from "../jobs/serial-queue.ts";
import { writeFileAtomically } from "./atomic-write.ts";

/** A small JSON file of the program's own. */
export interface JsonStore<Value> {
  /** What the file holds; `empty` where there is none or it is damaged. */
  read(): Promise<Value>;
  /** Writes what `edit` makes of the present value; edits are done one after the other. */
  update(edit: (value: Value) => Value): Promise<Value>;
}

/** The file at `path`, which need not be there. */
export function createJsonStore<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  empty: z.output<Schema>,
): JsonStore<z.output<Schema>> {
  const queue = createSerialQueue();
  const read = async (): Promise<z.output<Schema>> => {
    try {
      const result = schema.safeParse(JSON.parse(await readFile(path, "utf8")));
      return result.success ? result.data : empty;
    } catch {
      return empty;
    }
  };
  return {
    read: () => queue(read),
    update: (edit) =>
      queue(async () => {
        const value = edit(await read());
        await writeFileAtomically(path, Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`));
        return value;
      }),
  };
}
