import { expect, it, vi } from "vitest";
import { createHandedFiles } from "./handed-files.ts";

it("gives every path to one follower, those that came before now at once", async () => {
  const handed = createHandedFiles();
  handed.add("một.xtin");
  const end = new AbortController();
  const follower = handed.follow(end.signal)[Symbol.asyncIterator]();
  expect(await follower.next()).toEqual({ done: false, value: "một.xtin" });
  const next = follower.next();
  handed.add("hai.xtin");
  expect(await next).toEqual({ done: false, value: "hai.xtin" });
  const last = follower.next();
  end.abort();
  expect((await last).done).toBe(true);
});

it("says when nobody has followed for a while, however often somebody came and went", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const handed = createHandedFiles();
  let alone = false;
  void handed.alone(5_000).then(() => {
    alone = true;
  });
  const come = () => {
    const end = new AbortController();
    void handed.follow(end.signal)[Symbol.asyncIterator]().next();
    return end;
  };
  await vi.advanceTimersByTimeAsync(4_000);
  const first = come();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(alone).toBe(false);
  const second = come();
  first.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(alone).toBe(false);
  second.abort();
  await vi.advanceTimersByTimeAsync(4_000);
  expect(alone).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(alone).toBe(true);
  vi.useRealTimers();
});
