import type { Project } from "./schema/project.ts";

/** The paragraph style most text frames of the project have, else its first; undefined where it has none. */
export function bodyStyle(project: Project): string | undefined {
  const counts = new Map<string, number>();
  for (const { frames } of project.pages) {
    for (const frame of frames) {
      if (frame.type !== "text" || frame.style === undefined) continue;
      counts.set(frame.style, (counts.get(frame.style) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? project.paragraphStyles[0]?.id;
}
