/**
 * Changes the host could not be given, kept by the browser so that they outlive the window too. Nothing is written as long as the host
 * takes every change.
 */

import { type WorkId, WorkId as WorkIdSchema } from "../../core/api/schemas.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { NumberedChange } from "./journal-queue.ts";

export interface UnsentWork {
  readonly work: WorkId;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly unsent: readonly NumberedChange[];
  /** With all of it. */
  readonly project: Project;
}

const DATABASE = "xuongtin";
const STORE = "unsent";
const VERSION = 1;

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser's storage failed"));
  });
}

let database: Promise<IDBDatabase> | undefined;

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "work" });
  return settled(request);
}

async function storeFor(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  database ??= openDatabase();
  database.catch(() => {
    database = undefined;
  });
  return (await database).transaction(STORE, mode).objectStore(STORE);
}

export const dropUnsent = async (work: WorkId): Promise<void> => settled((await storeFor("readwrite")).delete(work));

const lockName = (work: WorkId): string => `work ${work}`;

/** Work that windows now closed have left, the last first. Nothing where the browser keeps nothing. */
export async function listUnsent(): Promise<readonly UnsentWork[]> {
  try {
    const all: readonly UnsentWork[] = await settled((await storeFor("readonly")).getAll());
    const held = await heldWork();
    return all.filter(({ work }) => !held.has(work)).sort((a, b) => b.at - a.at);
  } catch {
    return [];
  }
}

/** Work that windows which are open now have, here or beside. */
export async function heldWork(): Promise<ReadonlySet<WorkId>> {
  const { held = [] } = await navigator.locks.query();
  const names = held.map(({ name = "" }) => WorkIdSchema.safeParse(name.replace(/^work /, "")).data);
  return new Set(names.filter((one) => one !== undefined));
}

/** Says to other windows that this one has the work open; gives back what ends that. */
export function holdWork(work: WorkId): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  void navigator.locks.request(lockName(work), { mode: "shared" }, () => promise).catch(() => undefined);
  return resolve;
}

/** Writing takes its time for large projects, so what follows quickly is written at once. Milliseconds. */
const PAUSE = 400;

export interface UnsentKeeper {
  /** Keeps what `now` gives, soon. */
  keep(now: () => UnsentWork): void;
  /** What a former window kept is now this one's. */
  adopt(): void;
  /** The host has everything. */
  drop(): void;
}

export function createUnsentKeeper(work: WorkId): UnsentKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isKept = false;
  const write = async (value: UnsentWork): Promise<void> => {
    await settled((await storeFor("readwrite")).put(value));
  };
  return {
    keep(now) {
      isKept = true;
      timer ??= setTimeout(() => {
        timer = undefined;
        // What the browser cannot keep is still in this window.
        if (isKept) write(now()).catch(() => undefined);
      }, PAUSE);
    },
    adopt() {
      isKept = true;
    },
    drop() {
      if (!isKept) return;
      isKept = false;
      clearTimeout(timer);
      timer = undefined;
      dropUnsent(work).catch(() => undefined);
    },
  };
}
