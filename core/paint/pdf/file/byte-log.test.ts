import fc from "fast-check";
import { expect, test } from "vitest";
import { createByteLog } from "./byte-log.ts";

test("what was added comes out in order, copied, across blocks of a megabyte", () => {
  const log = createByteLog();
  const piece = Uint8Array.of(1, 2, 3);
  log.append(piece);
  piece.fill(9);
  log.append(new Uint8Array(1_500_000).fill(4));
  log.append(Uint8Array.of(5));
  expect(log.length).toBe(1_500_004);
  const whole = log.join();
  expect([...whole.subarray(0, 4), whole.at(-2), whole.at(-1)]).toEqual([1, 2, 3, 4, 4, 5]);
});

test("the length is the sum of all pieces", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 50 }), (pieces) => {
      const log = createByteLog();
      for (const piece of pieces) log.append(piece);
      expect([...log.join()]).toEqual(pieces.flatMap((piece) => [...piece]));
    }),
  );
});
