import { appendFile, mkdir, stat, truncate } from "node:fs/promises";
import { dirname } from "node:path";

const MOST_BYTES = 2_000_000;

/** Writes defects of the program to a file that never grows large. Failing to do so is not told to anybody. */
export function createErrorLog(path: string): (where: string, error: unknown) => void {
  const write = async (line: string): Promise<void> => {
    await mkdir(dirname(path), { recursive: true });
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    );
    if (size > MOST_BYTES) await truncate(path);
    await appendFile(path, line);
  };
  return (where, error) => {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    write(`${new Date().toISOString()} ${where}: ${what}\n`).catch(() => undefined);
  };
}
