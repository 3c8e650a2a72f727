import type { Terminal } from "./terminal.ts";

const LEAST_WIDTH = 60;
const GREATEST_WIDTH = 110;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    interactive: stderr.isTTY === true && env.TERM !== "dumb" && !env.CI,
    colors: stderr.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
    width: Math.min(GREATEST_WIDTH, Math.max(LEAST_WIDTH, stdout.columns ?? stderr.columns ?? 100)),
    async readInput() {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}
