import fc from "fast-check";
import { expect, test } from "vitest";
import { createFrameQueue } from "./frame-queue.ts";

test("frames come whole and in order from chunks of any length, and the stream waits while nobody takes them", async () => {
  const chunks = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(chunks, fc.integer({ min: 1, max: 17 }), async (lengths, bytes) => {
      const total = lengths.reduce((sum, one) => sum + one, 0);
      const sent = Uint8Array.from({ length: total }, (_, index) => index % 251);
      const queue = createFrameQueue(bytes);
      let waits = 0;
      const sending = (async () => {
        let at = 0;
        for (const length of lengths) {
          const wait = queue.take(sent.subarray(at, at + length));
          at += length;
          if (wait) {
            waits += 1;
            await wait;
          }
        }
        queue.end();
      })();
      const got: number[] = [];
      for (let frame = await queue.next(); frame; frame = await queue.next()) got.push(...frame);
      await sending;
      expect(got).toEqual([...sent.subarray(0, total - (total % bytes))]);
      if (total > bytes * 60) expect(waits).toBeGreaterThan(0);
    }),
  );
});

test("a stream that failed is told when what came before it has been taken", async () => {
  const queue = createFrameQueue(2);
  void queue.take(Uint8Array.of(1, 2, 3));
  queue.end(new Error("torn"));
  expect(await queue.next()).toEqual(Uint8Array.of(1, 2));
  await expect(queue.next()).rejects.toThrow("torn");
});

test("a stream nobody wants any more runs out", async () => {
  const queue = createFrameQueue(1);
  const held = queue.take(Uint8Array.of(1, 2, 3));
  queue.drop();
  await held;
  expect(queue.take(Uint8Array.of(4))).toBeUndefined();
});
