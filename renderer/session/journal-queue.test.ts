import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hostUnreachable, internalError } from "../../core/api/api-diagnostics.ts";
import type { HostApi } from "../../core/api/host-contract.ts";
import type { SessionHandle } from "../../core/api/schemas.ts";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { error } from "../../core/diagnostics/make-diagnostic.ts";
import type { Change } from "../../core/document/history/change.ts";
import { createJournalQueue, type JournalState } from "./journal-queue.ts";

const session = "session-0123456789abcdef" as SessionHandle;
const other = "session-fedcba9876543210" as SessionHandle;
const change = (label: string): Change => ({ label, patches: [{ path: ["title", "vi"], before: "", after: label }] });
const refused = error("journal.out-of-order", {}, { vi: "sai thứ tự", en: "out of order" });
const diskFull = error("journal.not-written", {}, { vi: "đầy đĩa", en: "disk full" });

/** A host whose journal fails with what `failures` says, in turn, before it takes anything. */
function failingHost(failures: readonly Diagnostic[], after?: Diagnostic) {
  const taken: [string, number, string][] = [];
  const left = [...failures];
  const append = async (input: { session: string; sequence: number; change: Change }) => {
    const failure = left.shift() ?? after;
    if (failure) throw new DiagnosticError([failure]);
    taken.push([input.session, input.sequence, input.change.label]);
    return { sequence: input.sequence };
  };
  return { taken, host: { journal: { append } } as unknown as HostApi, heal: () => left.splice(0) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("changes reach the journal one after the other, in order, though the host fails at first", async () => {
  const { taken, host } = failingHost([hostUnreachable("refused"), diskFull]);
  const states: JournalState[] = [];
  const queue = createJournalQueue(host, { session, sequence: 7, onState: (state) => states.push(state) });
  expect(queue.append(change("text.one"))).toBe(8);
  expect(queue.append(change("text.two"))).toBe(9);
  expect(queue.unsent.map(({ sequence }) => sequence)).toEqual([8, 9]);
  await vi.runAllTimersAsync();
  await queue.flush();
  expect(taken).toEqual([
    [session, 8, "text.one"],
    [session, 9, "text.two"],
  ]);
  expect(states).toContain("waiting");
  expect([states.at(-1), queue.unsent]).toEqual(["written", []]);
});

test("flushing says so where the host cannot be reached", async () => {
  const { host } = failingHost([], hostUnreachable("refused"));
  const queue = createJournalQueue(host, { session, sequence: 0, onState: () => undefined });
  queue.append(change("text.one"));
  await expect(queue.flush()).rejects.toBeInstanceOf(DiagnosticError);
});

test("a change the host refuses is not sent again, nor are those after it, and none is let go of", async () => {
  const { taken, host, heal } = failingHost([], refused);
  const told: [JournalState, readonly string[]][] = [];
  const onState = (state: JournalState, diagnostics: readonly Diagnostic[]) =>
    told.push([state, diagnostics.map(({ code }) => code)]);
  const queue = createJournalQueue(host, { session, sequence: 3, onState });
  queue.append(change("text.one"));
  await vi.runAllTimersAsync();
  expect(told.at(-1)).toEqual(["refused", ["journal.out-of-order"]]);
  heal();
  queue.append(change("text.two"));
  queue.retry();
  await vi.runAllTimersAsync();
  await expect(queue.flush()).rejects.toBeInstanceOf(DiagnosticError);
  expect([taken, queue.unsent.map(({ sequence }) => sequence)]).toEqual([[], [4, 5]]);
});

test("it goes on where it is told to, with what is left to send", async () => {
  const { taken, host } = failingHost([refused]);
  const states: JournalState[] = [];
  const queue = createJournalQueue(host, { session, sequence: 3, onState: (state) => states.push(state) });
  queue.append(change("text.one"));
  queue.append(change("text.two"));
  await vi.runAllTimersAsync();
  queue.goOn(other, 9, [change("text.two")]);
  expect(queue.append(change("text.three"))).toBe(11);
  await queue.flush();
  expect(taken).toEqual([
    [other, 10, "text.two"],
    [other, 11, "text.three"],
  ]);
  expect([states.at(-1), queue.unsent]).toEqual(["written", []]);
});

test("a defect of the host is tried a few times, then told", async () => {
  const { host } = failingHost([], internalError("journal.append"));
  const states: JournalState[] = [];
  const queue = createJournalQueue(host, { session, sequence: 0, onState: (state) => states.push(state) });
  queue.append(change("text.one"));
  await vi.runAllTimersAsync();
  expect(states.filter((state) => state === "waiting")).toHaveLength(4);
  expect(states.at(-1)).toBe("refused");
});
