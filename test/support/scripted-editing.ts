/**
 * A program that edits projects until it is killed: `node scripted-editing.ts <data folder> <folder to save to> <projects> <seed>`.
 * It goes on with what a former one left, as the next launch of the program would, and tells, a line each, what it is about to do and
 * what has been done; see `Told`.
 */

import { createHash } from "node:crypto";
import { existsSync, writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { applyChange } from "../../core/document/history/apply-change.ts";
import { type Change, invertChange } from "../../core/document/history/change.ts";
import { record } from "../../core/document/history/record.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { openSource } from "../../host/make/open-source.ts";
import type { Session } from "../../host/sessions/session.ts";
import { createSessionStore, type SessionStore } from "../../host/sessions/session-store.ts";
import { seededRandom } from "./seeded-random.ts";

/** One line of JSON. `digest` is that of the document after the change with this number. */
export interface Told {
  readonly project: number;
  /** `begun` with the document as it was found; `about` to record a change; `saving` the document to its file. */
  readonly event: "begun" | "about" | "done" | "saving" | "saved";
  readonly sequence: number;
  readonly digest: string;
}

/** What two documents share that are written the same. */
export const digestOf = (project: Project): string =>
  createHash("sha256").update(serializeProject(project)).digest("base64url");

export const nameOf = (project: number): string => `tờ rơi ${project}`;

/** As much as is pasted from another program; a few of them make the journal begin anew. */
const PASTED = "Bà con xã Ea Tu đi tiêm chủng đúng hẹn. ".repeat(1_500);

const ADDED = "hình thêm";

async function begin(store: SessionStore, file: string, number: number): Promise<Session> {
  const left = (await store.recoverable()).find(({ name }) => name === nameOf(number));
  if (left) return (await store.recover(left.id)).session;
  if (existsSync(file)) return (await store.open(file)).session;
  const { project, assets, file: template } = await openSource("leaflet-a5");
  return (await store.create({ ...project, kind: "project" }, assets, nameOf(number), template)).session;
}

async function edit(session: Session, number: number, file: string, random: () => number): Promise<never> {
  const undoable: Change[] = [];
  const tell = (event: Told["event"], sequence: number, digest: string): void => {
    const told: Told = { project: number, event, sequence, digest };
    writeSync(1, `${JSON.stringify(told)}\n`);
  };
  const append = async (change: Change, after: Project): Promise<void> => {
    const sequence = session.state.sequence + 1;
    const digest = digestOf(after);
    tell("about", sequence, digest);
    await session.append(sequence, change);
    tell("done", sequence, digest);
  };
  const make = async (label: string, recipe: (project: Project) => Project): Promise<void> => {
    const { change, project } = record(session.state.project, label, recipe);
    await append(change, project);
    undoable.push(change);
  };
  const write = (text: string) => (project: Project) => ({ ...project, title: { ...project.title, vi: text } });

  tell("begun", session.state.sequence, digestOf(session.state.project));
  for (let step = 0; ; step += 1) {
    const dice = random();
    const { project, sequence } = session.state;
    if (dice < 0.55) await make("title.edit", write(`Tờ rơi ${sequence} ${random()}`));
    else if (dice < 0.65) await make("text.paste", write(`${sequence} ${PASTED}`));
    else if (dice < 0.75) await make("frame.move", (now) => moveFrames(now, random()));
    else if (dice < 0.82) {
      const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M${random()} 0h9v9z"/></svg>`;
      const entry = await session.assets.add(Buffer.from(picture), `${ADDED} ${step}.svg`);
      await make("picture.add", (now) => ({ ...now, assets: [...withoutOldest(now.assets), entry] }));
    } else if (dice < 0.92) {
      const last = undoable.pop();
      if (!last) continue;
      const undo = invertChange(last);
      await append(undo, applyChange(project, undo));
    } else {
      const digest = digestOf(project);
      tell("saving", sequence, digest);
      await session.save(file, nameOf(number));
      tell("saved", sequence, digest);
      undoable.length = 0;
    }
  }
}

/** Pictures of the template are in its frames; of those added since, the last ones stay. */
const withoutOldest = (assets: Project["assets"]): Project["assets"] =>
  assets.filter(({ name }, index) => !name?.startsWith(ADDED) || index > assets.length - 9);

function moveFrames(project: Project, by: number): Project {
  const pages = project.pages.map((page) => ({
    ...page,
    frames: page.frames.map((frame) => ({ ...frame, x: Math.round(by * 1_000) / 100 })),
  }));
  return { ...project, pages };
}

if (import.meta.main) {
  // What is killed cannot keep the compiled code when it ends.
  flushCompileCache();
  const [data = "", folder = "", projects = "1", seed = "0"] = process.argv.slice(2);
  const store = createSessionStore(data);
  const random = seededRandom(Number(seed));
  const numbers = Array.from({ length: Number(projects) }, (_, index) => index);
  const begun: { readonly session: Session; readonly number: number; readonly file: string }[] = [];
  for (const number of numbers) {
    const file = join(folder, `${nameOf(number)}.xtin`);
    begun.push({ session: await begin(store, file, number), number, file });
  }
  await Promise.all(begun.map(({ session, number, file }) => edit(session, number, file, random)));
}
