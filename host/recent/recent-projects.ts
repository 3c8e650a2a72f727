/** The project files a user is likely to want: those of the projects folder, and others that were opened lately. */

import { readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { z } from "zod";
import { createJsonStore } from "../files/json-store.ts";
import type { AppHome } from "../home/app-home.ts";
import { ProjectSummary, summarizeProject } from "./project-summary.ts";

export interface RecentProject extends ProjectSummary {
  readonly path: string;
  /** Without ending. */
  readonly name: string;
  readonly modified: Date;
}

export interface RecentProjects {
  /** The last changed first. */
  list(): Promise<readonly RecentProject[]>;
  /** Keeps a file outside the projects folder in the list; one that was forgotten comes back. */
  remember(path: string): Promise<void>;
  /** Takes a file out of the list until it is remembered or changed. */
  forget(path: string): Promise<void>;
}

const MOST_LISTED = 60;
const MOST_REMEMBERED = 40;
const ENDING = ".xtin";

const Memory = z.object({
  opened: z.array(z.string()),
  /** By path, with what the file was when it was read. */
  summaries: z.record(z.string(), ProjectSummary.extend({ state: z.string() })),
  /** What forgotten files were then, by path. */
  forgotten: z.record(z.string(), z.string()).default({}),
});

/** The list of this user. What is read of files is remembered between launches. */
export function createRecentProjects({ projects, data }: AppHome): RecentProjects {
  const memory = createJsonStore(join(data, "recent.json"), Memory, { opened: [], summaries: {}, forgotten: {} });

  const candidates = async ({
    opened,
    forgotten,
  }: z.output<typeof Memory>): Promise<readonly { path: string; state: string; modified: Date }[]> => {
    const own = (await readdir(projects).catch((): string[] => []))
      .filter((name) => extname(name).toLowerCase() === ENDING && !name.startsWith("."))
      .map((name) => join(projects, name));
    const found = await Promise.all([...new Set([...own, ...opened])].map(stateOf));
    return found
      .flatMap((one) => one ?? [])
      .filter(({ path, state }) => !Object.hasOwn(forgotten, path) || forgotten[path] !== state)
      .sort((a, b) => b.modified.getTime() - a.modified.getTime())
      .slice(0, MOST_LISTED);
  };

  return {
    async list() {
      const known = await memory.read();
      const { summaries } = known;
      const listed: (RecentProject & { readonly state: string })[] = [];
      for (const { path, state, modified } of await candidates(known)) {
        const read = Object.hasOwn(summaries, path) ? summaries[path] : undefined;
        const summary = read?.state === state ? read : await summarizeProject(path);
        if (summary) listed.push({ ...summary, path, state, modified, name: basename(path, extname(path)) });
      }
      const fresh = Object.fromEntries(
        listed.map(({ path, state, title, product, languages, digest }) => [
          path,
          { state, title, languages, digest, ...(product && { product }) },
        ]),
      );
      if (JSON.stringify(fresh) !== JSON.stringify(summaries))
        await memory.update((value) => ({ ...value, summaries: fresh }));
      return listed;
    },
    async remember(path) {
      await memory.update((value) => ({
        ...value,
        opened: [path, ...value.opened.filter((other) => other !== path)].slice(0, MOST_REMEMBERED),
        forgotten: without(value.forgotten, path),
      }));
    },
    async forget(path) {
      const state = (await stateOf(path))?.state;
      await memory.update((value) => ({
        ...value,
        opened: value.opened.filter((other) => other !== path),
        forgotten: { ...without(value.forgotten, path), ...(state !== undefined && { [path]: state }) },
      }));
    },
  };
}

const without = (record: Readonly<Record<string, string>>, key: string): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));

async function stateOf(path: string): Promise<{ path: string; state: string; modified: Date } | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? { path, state: `${found.size} ${found.mtimeMs}`, modified: found.mtime } : undefined;
}
