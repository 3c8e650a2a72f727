import { expect, test, vi } from "vitest";
import { hostUnreachable } from "../../core/api/api-diagnostics.ts";
import type { HostApi } from "../../core/api/host-contract.ts";
import type { SessionHandle } from "../../core/api/schemas.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Change } from "../../core/document/history/change.ts";
import { createJournalQueue, type JournalState } from "./journal-queue.ts";

const session = "session-0123456789abcdef" as SessionHandle;
const change = (label: string): Change => ({ label, patches: [{ path: ["title", "vi"], before: "", after: label }] });

/** A host whose journal fails as often as told before it takes anything. */
function failingHost(failures: number) {
  const taken: [number, string][] = [];
  let left = failures;
  const append = async (input: { sequence: number; change: Change }) => {
    left -= 1;
    if (left >= 0) throw new DiagnosticError([hostUnreachable("refused")]);
    taken.push([input.sequence, input.change.label]);
    return { sequence: input.sequence };
  };
  return { taken, host: { journal: { append } } as unknown as HostApi };
}

test("changes reach the journal one after the other, in order, though the host fails at first", async () => {
  vi.useFakeTimers();
  const { taken, host } = failingHost(2);
  const states: JournalState[] = [];
  const queue = createJournalQueue(host, { session, sequence: 7, onState: (state) => states.push(state) });
  expect(queue.append(change("text.one"))).toBe(8);
  expect(queue.append(change("text.two"))).toBe(9);
  await vi.runAllTimersAsync();
  await queue.flush();
  expect(taken).toEqual([
    [8, "text.one"],
    [9, "text.two"],
  ]);
  expect(states).toContain("waiting");
  expect(states.at(-1)).toBe("written");
  vi.useRealTimers();
});

test("flushing says so where the host cannot be reached", async () => {
  vi.useFakeTimers();
  const { host } = failingHost(Number.POSITIVE_INFINITY);
  const queue = createJournalQueue(host, { session, sequence: 0, onState: () => undefined });
  queue.append(change("text.one"));
  await expect(queue.flush()).rejects.toBeInstanceOf(DiagnosticError);
  vi.useRealTimers();
});
