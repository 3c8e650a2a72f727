import { expect, test } from "vitest";
import type { HostApi } from "../../core/api/host-contract.ts";
import { type SessionHandle, WorkId } from "../../core/api/schemas.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { error } from "../../core/diagnostics/make-diagnostic.ts";
import { applyChange } from "../../core/document/history/apply-change.ts";
import { record } from "../../core/document/history/record.ts";
import { sampleProject } from "../../test/support/sample-project.ts";
import { findOnHost, meetHost } from "./meet-host.ts";

const session = "session-0123456789abcdef" as SessionHandle;
const work = WorkId.parse("3b0e6f0e-6a43-4b7e-9a0c-0d6a5f1f8a11");

const start = sampleProject();
const first = record(start, "title.edit", (now) => ({ ...now, title: { ...now.title, vi: "Một" } }));
const second = record(first.project, "title.edit", (now) => ({ ...now, title: { ...now.title, vi: "Hai" } }));
const unsent = [
  { sequence: 5, change: first.change },
  { sequence: 6, change: second.change },
];
const shown = second.project;

test("a host that has everything up to the first unsent change gets all of them", () => {
  const met = meetHost({ project: start, sequence: 4 }, unsent, shown);
  expect([met.isWhole, met.kept.length, met.left]).toEqual([true, 2, []]);
});

test("a host whose answer was lost on its way gets only what it does not have", () => {
  const met = meetHost({ project: applyChange(start, first.change), sequence: 5 }, unsent, shown);
  expect([met.isWhole, met.kept]).toEqual([true, [second.change]]);
});

test("a host to which another window has told other changes keeps them, and what does not fit is left", () => {
  const theirs = { ...start, title: { ...start.title, vi: "Cửa sổ kia" }, page: { ...start.page, width: 99 } };
  const met = meetHost({ project: theirs, sequence: 5 }, unsent, shown);
  expect([met.isWhole, met.kept, met.left]).toEqual([false, [], [first.change, second.change]]);
  expect(met.project).toEqual(theirs);
});

test("a host that was started again finds the project by its work, or says that it is not there", async () => {
  const unknown = new DiagnosticError([error("api.unknown-handle", {}, { vi: "không còn", en: "gone" })]);
  const hostWith = (listed: boolean): HostApi =>
    ({
      projects: {
        current: () => Promise.reject(unknown),
        recoverable: async ({ also }: { also: readonly string[] }) => ({
          projects: listed ? also.map((one) => ({ work: one, recovery: `recovery of ${one}` })) : [],
        }),
        recover: async ({ recovery }: { recovery: string }) => recovery,
      },
    }) as unknown as HostApi;
  expect(await findOnHost(hostWith(true), session, work)).toBe(`recovery of ${work}`);
  expect(await findOnHost(hostWith(false), session, work)).toBeUndefined();
});
