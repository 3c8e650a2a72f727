/**
 * What an open project keeps on disk, in a folder of its own: `session.json`, snapshots of the document, the journals of changes
 * since, and pictures. A snapshot `000042.json` with the journal `000042.jsonl` says what the document was after change 42 and all
 * changes from 43 on. The pair before the last one is kept, so that a snapshot cut short costs nothing.
 */

import { mkdir, readdir, readFile, rm, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { applyChange, ChangeMismatchError } from "../../core/document/history/apply-change.ts";
import { parseProject } from "../../core/document/parse-project.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { createSoundnessMemory } from "../../core/document/soundness/soundness.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";
import { encodeProjectText } from "../package/encode-project-text.ts";
import { createJournal, type JournalWriter, readJournal } from "./journal-file.ts";
import { journalDamaged } from "./session-diagnostics.ts";

const RECORD_FILE = "session.json";
const PICTURES_FOLDER = "assets";
const MEDIA_FOLDER = "media";
const SNAPSHOT = /^(\d{6,12})\.json$/;
const JOURNAL = /^(\d{6,12})\.jsonl$/;
const KEPT_PAIRS = 2;

/** What is known of an open project besides its document. */
const SessionRecord = z.strictObject({
  version: z.literal(1),
  name: z.string(),
  /** Path of the project's file; absent until it is first saved. */
  file: z.string().exactOptional(),
  /** Number of the last change the file has. */
  saved: z.number().int().min(0),
  /** Files its sound and video came with: they are there until the project's own file has them. */
  from: z.array(z.string()).exactOptional(),
  /** What files of the document's `media` are called in the project's file, where that is something else. */
  taken: z.record(z.string(), z.string()).exactOptional(),
});
export type SessionRecord = z.infer<typeof SessionRecord>;

const nameOf = (sequence: number, ending: string): string => `${String(sequence).padStart(6, "0")}.${ending}`;

export const writeRecord = (folder: string, record: SessionRecord): Promise<void> =>
  writeFileAtomically(join(folder, RECORD_FILE), Buffer.from(`${JSON.stringify(record, undefined, 2)}\n`));

/** Undefined where the folder holds no session. */
export async function readRecord(folder: string): Promise<SessionRecord | undefined> {
  try {
    return SessionRecord.safeParse(JSON.parse(await readFile(join(folder, RECORD_FILE), "utf8"))).data;
  } catch {
    return undefined;
  }
}

/** A place in which a `MediaFinder` finds what `storeMedia` has put into the folder. */
export const mediaPlace = (folder: string): string => join(folder, RECORD_FILE);

/** Puts sound and video into the folder, by the names they have in a package. One that is there is left alone. Throws a `DiagnosticError`. */
export async function storeMedia(
  folder: string,
  files: readonly { readonly name: string; stream(): AsyncIterable<Uint8Array> }[],
): Promise<void> {
  if (files.length === 0) return;
  await mkdir(join(folder, MEDIA_FOLDER), { recursive: true });
  const there = new Set(await readdir(join(folder, MEDIA_FOLDER)));
  for (const { name, stream } of files) {
    if (!there.has(name.slice(MEDIA_FOLDER.length + 1))) await writeFileAtomically(join(folder, name), stream());
  }
}

/** Puts pictures into the folder, by the names they have in a package. One that is there is left alone. */
export async function storePictures(folder: string, pictures: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(join(folder, PICTURES_FOLDER), { recursive: true });
  const there = new Set(await readdir(join(folder, PICTURES_FOLDER)));
  for (const [name, bytes] of pictures) {
    if (!there.has(name.slice(PICTURES_FOLDER.length + 1))) await writeFileAtomically(join(folder, name), bytes);
  }
}

/** Keeps the document as it is after change `sequence`, and begins the journal of what follows. Throws a `DiagnosticError`. */
export async function writeSnapshot(folder: string, project: Project, sequence: number): Promise<JournalWriter> {
  const text = encodeProjectText(project, nameOf(sequence, "json"));
  // The journal first: a snapshot whose journal is missing would lose what was to be written into it.
  const journal = await createJournal(join(folder, nameOf(sequence, "jsonl")));
  await writeFileAtomically(join(folder, nameOf(sequence, "json")), text);
  return journal;
}

/** Removes all pairs but the last ones. */
export async function pruneSnapshots(folder: string): Promise<void> {
  const names = await readdir(folder);
  const sequences = numbersOf(names, SNAPSHOT);
  const oldestKept = sequences.at(-KEPT_PAIRS) ?? 0;
  const stale = names.filter((name) => {
    const number = SNAPSHOT.exec(name)?.[1] ?? JOURNAL.exec(name)?.[1];
    return number !== undefined && Number(number) < oldestKept;
  });
  for (const name of stale) await unlink(join(folder, name)).catch(() => undefined);
}

export interface RecoveredDocument {
  readonly project: Project;
  readonly sequence: number;
  /** When the last change was made, ISO 8601; the time of the snapshot where none came after it. */
  readonly changed: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The document as the folder has it: the newest sound snapshot and every change after it, up to the first that is in no journal whole.
 * Undefined where there is no sound snapshot.
 */
export async function recoverDocument(folder: string): Promise<RecoveredDocument | undefined> {
  const names = await readdir(folder).catch((): string[] => []);
  const journals = numbersOf(names, JOURNAL);
  for (const start of numbersOf(names, SNAPSHOT).reverse()) {
    const path = join(folder, nameOf(start, "json"));
    const project = await readSnapshot(path);
    if (!project) continue;
    const snapshot = { project, start, taken: (await stat(path)).mtime.toISOString() };
    const isSound = createSoundnessMemory();
    const recovered = await replay(folder, snapshot, journals, () => true);
    // Looked into change by change only where something is wrong in the end.
    return isSound(recovered.project) ? recovered : replay(folder, snapshot, journals, isSound);
  }
  return undefined;
}

const numbersOf = (names: readonly string[], pattern: RegExp): number[] =>
  names
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);

async function readSnapshot(path: string): Promise<Project | undefined> {
  try {
    return parseProject(await readFile(path, "utf8"), path);
  } catch (error) {
    if (error instanceof DiagnosticError || error instanceof Error) return undefined;
    throw error;
  }
}

interface Snapshot {
  readonly project: Project;
  /** Number of the last change in it. */
  readonly start: number;
  readonly taken: string;
}

async function replay(
  folder: string,
  snapshot: Snapshot,
  journals: readonly number[],
  isSound: (project: Project) => boolean,
): Promise<RecoveredDocument> {
  let { project, start: sequence, taken: changed } = snapshot;
  let lost = false;
  for (const number of journals.filter((one) => one >= snapshot.start)) {
    const { records, damaged } = await readJournal(join(folder, nameOf(number, "jsonl")));
    let sound = !damaged;
    for (const record of records) {
      if (record.sequence <= sequence) continue;
      const next = record.sequence === sequence + 1 ? applied(project, record.change) : undefined;
      if (!next || !isSound(next)) {
        sound = false;
        break;
      }
      project = next;
      sequence = record.sequence;
      changed = record.at;
      // A journal that goes on from here was begun when what is damaged before it had been told of.
      lost = false;
    }
    lost ||= !sound;
  }
  return { project, sequence, changed, diagnostics: lost ? [journalDamaged(sequence)] : [] };
}

type AnyChange = Parameters<typeof applyChange>[1];

function applied(project: Project, change: AnyChange): Project | undefined {
  try {
    return applyChange(project, change);
  } catch (error) {
    if (error instanceof ChangeMismatchError) return undefined;
    throw error;
  }
}

/** Throws away all of it. */
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
