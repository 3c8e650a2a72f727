import { readdirSync, readFileSync } from "node:fs";

/** Command lines of running processes that name `text`; what is seen on Linux only. */
export function processesAbout(text: string): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
      } catch {
        return [];
      }
    })
    .filter((line) => line.includes(text));
}
