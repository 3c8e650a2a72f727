import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { record } from "../../core/document/history/record.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { sampleProject } from "../../test/support/sample-project.ts";
import { pruneSnapshots, recoverDocument, writeSnapshot } from "./session-folder.ts";

/** Documents by the number of the change that led to them. */
const states: Project[] = [sampleProject()];
/** Changes in the snapshot that is not the first. */
const SECOND = 12;
const LAST = 20;
const OLD_JOURNAL = "000000.jsonl";
const JOURNAL = "000012.jsonl";
const SNAPSHOT = "000012.json";
let whole = "";

beforeAll(async () => {
  whole = mkdtempSync(join(tmpdir(), "xuongtin-journal-"));
  let journal = await writeSnapshot(whole, sampleProject(), 0);
  for (let sequence = 1; sequence <= LAST; sequence += 1) {
    const before = states[sequence - 1] ?? sampleProject();
    const title = { ...before.title, vi: `Bản tin số ${sequence} ${"ệ".repeat(sequence * 7)}` };
    const { change, project } = record(before, "title.edit", (now) => ({ ...now, title }));
    await journal.append({ sequence, at: "2026-11-22T01:02:03.000Z", change });
    states.push(project);
    if (sequence !== SECOND) continue;
    await journal.close();
    journal = await writeSnapshot(whole, project, sequence);
    await pruneSnapshots(whole);
  }
  await journal.close();
});
afterAll(() => rmSync(whole, { recursive: true, force: true }));

/** What is recovered where `damage` has been done to the folder. */
async function recoverAfter(damage: (folder: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), "xuongtin-journal-"));
  try {
    cpSync(whole, folder, { recursive: true });
    damage(folder);
    const recovered = await recoverDocument(folder);
    if (!recovered) throw new Error("nothing was recovered");
    // Whatever happened: a document that was there once, never a mixture.
    expect(recovered.project).toEqual(states[recovered.sequence]);
    return { sequence: recovered.sequence, codes: recovered.diagnostics.map(({ code }) => code) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sound records in the first `size` bytes of a journal, counted from the number before its first. */
const recordsWithin = (bytes: Uint8Array, size: number): number =>
  bytes.subarray(0, size).filter((byte) => byte === 0x0a).length;

describe("an undamaged folder", () => {
  it("gives every change back, and keeps the pair of files before", async () => {
    expect(await recoverAfter(() => undefined)).toEqual({ sequence: LAST, codes: [] });
    expect(readdirSync(whole).sort()).toEqual(["000000.json", OLD_JOURNAL, SNAPSHOT, JOURNAL].sort());
  });
});

describe("a journal", () => {
  const bytes = () => readFileSync(join(whole, JOURNAL));
  const at = fc.nat({ max: 100_000 }).map((place) => place % bytes().length);

  it("cut short anywhere gives back what is whole of it, and is no damage", async () => {
    await fc.assert(
      fc.asyncProperty(at, async (size) => {
        const recovered = await recoverAfter((folder) => truncateSync(join(folder, JOURNAL), size));
        expect(recovered).toEqual({ sequence: SECOND + recordsWithin(bytes(), size), codes: [] });
      }),
    );
  });

  it("that ends in zeros, or in what was on the disk before, gives back what is whole of it", async () => {
    const leftovers = fc.oneof(
      fc.nat({ max: 5_000 }).map((length) => Buffer.alloc(length)),
      fc.uint8Array({ maxLength: 3_000 }),
      fc.string({ maxLength: 300 }).map((text) => Buffer.from(`${text}\n00000000 {}\n`)),
    );
    await fc.assert(
      fc.asyncProperty(at, leftovers, async (size, tail) => {
        const { sequence } = await recoverAfter((folder) =>
          writeFileSync(join(folder, JOURNAL), Buffer.concat([bytes().subarray(0, size), tail])),
        );
        const kept = SECOND + recordsWithin(bytes(), size);
        // The record cut in two may be made whole again only by the very bytes it had.
        expect([kept, kept + 1]).toContain(sequence);
      }),
    );
  });

  it("damaged in the middle gives back what comes before, and says that something is lost", async () => {
    await fc.assert(
      fc.asyncProperty(at, fc.integer({ min: 1, max: 255 }), async (place, bits) => {
        const damaged = bytes();
        damaged.writeUInt8(damaged.readUInt8(place) ^ bits, place);
        const before = recordsWithin(bytes(), place);
        const { sequence, codes } = await recoverAfter((folder) => writeFileSync(join(folder, JOURNAL), damaged));
        expect(sequence).toBe(SECOND + before);
        const isLast = before === LAST - SECOND - 1;
        if (!isLast) expect(codes).toEqual(["journal.damaged"]);
      }),
    );
  });
});

describe("a snapshot", () => {
  it("that is damaged costs nothing: the pair of files before leads as far", async () => {
    const size = readFileSync(join(whole, SNAPSHOT)).length;
    // All but its last newline is needed.
    const cut = fc
      .nat({ max: size - 2 })
      .map((length) => (folder: string) => truncateSync(join(folder, SNAPSHOT), length));
    const gone = fc.constant((folder: string) => rmSync(join(folder, SNAPSHOT)));
    await fc.assert(
      fc.asyncProperty(fc.oneof(cut, gone), async (damage) => {
        expect(await recoverAfter(damage)).toEqual({ sequence: LAST, codes: [] });
      }),
      { numRuns: 30 },
    );
  });

  it("whose journal is gone stands for itself", async () => {
    expect(await recoverAfter((folder) => rmSync(join(folder, JOURNAL)))).toEqual({ sequence: SECOND, codes: [] });
  });

  it("that is damaged together with the end of the journal before: what goes on from there is used", async () => {
    const recovered = await recoverAfter((folder) => {
      rmSync(join(folder, SNAPSHOT));
      writeFileSync(
        join(folder, OLD_JOURNAL),
        Buffer.concat([readFileSync(join(whole, OLD_JOURNAL)), Buffer.from("x\ny\n")]),
      );
    });
    expect(recovered).toEqual({ sequence: LAST, codes: [] });
  });
});
