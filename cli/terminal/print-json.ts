import type { Terminal } from "./terminal.ts";

/** One result, one JSON document on standard output. */
export function printJson(terminal: Terminal, result: unknown): void {
  terminal.out(`${JSON.stringify(result, undefined, 2)}\n`);
}
