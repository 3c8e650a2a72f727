/** A file of changes that only grows: a line per change, each with a checksum, so that a torn end is told from a sound one. */

import { constants } from "node:fs";
import { type FileHandle, open, readFile } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { z } from "zod";
import { type Change, ChangeSchema } from "../../core/document/history/change.ts";
import { errorCode } from "../files/error-code.ts";

/** A change with its number in the session. */
export interface JournalRecord {
  readonly sequence: number;
  /** ISO 8601. */
  readonly at: string;
  readonly change: Change;
}

export interface JournalWriter {
  /** When it is done, the change outlives this process; within `SYNC_DELAY_MS` also a power cut. One call at a time. */
  append(record: JournalRecord): Promise<void>;
  /** Bytes written so far. */
  readonly size: number;
  /** Makes everything written outlive a power cut, and lets go of the file. */
  close(): Promise<void>;
}

const SYNC_DELAY_MS = 400;
const CHECKSUM_DIGITS = 8;
const NEWLINE = 0x0a;

const RecordSchema: z.ZodType<JournalRecord> = z.strictObject({
  sequence: z.number().int().min(1),
  at: z.iso.datetime(),
  change: ChangeSchema,
});

/** Begins an empty journal at `path`; one that is there is overwritten. Throws the system's error. */
export async function createJournal(path: string): Promise<JournalWriter> {
  const handle = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC, 0o600);
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  let syncing: Promise<void> = Promise.resolve();
  let trouble: unknown;

  const sync = (): void => {
    timer = undefined;
    syncing = handle.sync().catch((error: unknown) => {
      trouble = error;
    });
  };
  return {
    async append(record) {
      const failed = trouble;
      trouble = undefined;
      if (failed !== undefined) throw failed;
      const line = encodeRecord(record);
      // At its place and not at the end: what a failed write left there is written over.
      await writeWhole(handle, line, size);
      size += line.length;
      timer ??= setTimeout(sync, SYNC_DELAY_MS);
    },
    get size() {
      return size;
    },
    async close() {
      clearTimeout(timer);
      await syncing;
      await handle.sync().catch(() => undefined);
      await handle.close();
    },
  };
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** `checksum json newline`. */
export function encodeRecord(record: JournalRecord): Buffer {
  const json = JSON.stringify(record);
  return Buffer.from(`${checksumOf(json)} ${json}\n`);
}

const checksumOf = (json: string | Uint8Array): string => crc32(json).toString(16).padStart(CHECKSUM_DIGITS, "0");

export interface ReadJournal {
  readonly records: readonly JournalRecord[];
  /**
   * True where a line that is not sound is followed by others. An unsound last line is no damage: it was being written when the
   * program or the power ended, and nobody was told that it had been.
   */
  readonly damaged: boolean;
}

/** The changes in a journal up to the first line that is not sound; none where there is no file. */
export async function readJournal(path: string): Promise<ReadJournal> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return new Uint8Array(0);
    throw error;
  });
  const records: JournalRecord[] = [];
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(NEWLINE, start);
    const record = end < 0 ? undefined : decodeRecord(bytes.subarray(start, end));
    if (!record) return { records, damaged: end >= 0 && end < bytes.length - 1 };
    records.push(record);
    start = end + 1;
  }
}

function decodeRecord(line: Uint8Array): JournalRecord | undefined {
  const json = line.subarray(CHECKSUM_DIGITS + 1);
  const head = Buffer.from(line.buffer, line.byteOffset, line.length - json.length).toString("latin1");
  if (head !== `${checksumOf(json)} `) return undefined;
  const parsed = RecordSchema.safeParse(JSON.parse(new TextDecoder().decode(json)));
  return parsed.success ? parsed.data : undefined;
}
