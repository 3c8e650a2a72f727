import { spawnSync } from "node:child_process";

/** Makes a file with ffmpeg, run by hand; throws what it said where it failed. */
export function makeMedia(path: string, args: readonly string[]): string {
  const { status, stderr } = spawnSync(
    "ffmpeg",
    ["-hide_banner", "-nostdin", "-loglevel", "error", "-y", ...args, `file:${path}`],
    {
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(stderr);
  return path;
}

/** Sound by ffmpeg's filters: `sine=…`, `anoisesrc=…`. */
export const makeSound = (path: string, graph: string, args: readonly string[] = []): string =>
  makeMedia(path, ["-f", "lavfi", "-i", graph, ...args]);
