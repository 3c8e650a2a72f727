import fc from "fast-check";
import { expect, test } from "vitest";
import { createContentHash } from "./content-hash.ts";

const digest = (...parts: readonly Uint8Array[]): string => {
  const hash = createContentHash();
  for (const part of parts) hash.add(part);
  return hash.digest().join(" ");
};

test("the same bytes in the same pieces have the same digest, and any other byte changes it", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 200 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (bytes, at, by) => {
        const changed = bytes.slice();
        const place = at % bytes.length;
        changed[place] = ((changed[place] ?? 0) + by) & 0xff;
        expect(digest(bytes)).toBe(digest(bytes.slice()));
        expect(digest(changed)).not.toBe(digest(bytes));
      },
    ),
    { numRuns: 2000 },
  );
});

test("zeros of different length differ, in every one of the sixteen bytes' words", () => {
  const digests = Array.from({ length: 40 }, (_, length) => digest(new Uint8Array(length)));
  expect(new Set(digests).size).toBe(40);
});
