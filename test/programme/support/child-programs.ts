import { readFileSync } from "node:fs";

/** Names of the programs this process has started and that still run. Linux only; none elsewhere. */
export function childPrograms(): readonly string[] {
  if (process.platform !== "linux") return [];
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").trim();
  return children.split(" ").flatMap((child) => {
    try {
      return child === "" ? [] : [readFileSync(`/proc/${child}/comm`, "utf8").trim()];
    } catch {
      return [];
    }
  });
}
