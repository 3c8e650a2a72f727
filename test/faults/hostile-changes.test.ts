/** Changes a page that has been taken over might send: refused with a word, or recorded so that the project can still be opened. */

import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../core/api/dispatcher.ts";
import type { OpenSession } from "../../core/api/project-contract.ts";
import { applyChange } from "../../core/document/history/apply-change.ts";
import type { Change, Patch } from "../../core/document/history/change.ts";
import { type JsonPath, valueAtPath } from "../../core/document/json-path.ts";
import { parseProject } from "../../core/document/parse-project.ts";
import type { Frame } from "../../core/document/schema/frames.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { createLeaflet } from "../support/host-projects.ts";
import { type MemoryHost, startMemoryHost, temporaryHome } from "../support/memory-host.ts";

let home: ReturnType<typeof temporaryHome>;
let host: MemoryHost;
let opened: OpenSession;
beforeEach(async () => {
  home = temporaryHome();
  host = startMemoryHost(home.folder);
  opened = await createLeaflet(host);
});
afterEach(async () => {
  await host.service.close();
  expect(host.defects).toEqual([]);
  home.end();
});

/** Past the screen's own check of what it sends. */
const append = (change: Change, sequence: number): Promise<Outcome> =>
  host.service.dispatcher.call(
    "journal.append",
    { session: opened.session, sequence, change },
    new AbortController().signal,
  );
const codesOf = async (...patches: readonly Patch[]) => {
  const outcome = await append({ label: "test.edit", patches }, 1);
  return outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code);
};
const nested = (count: number): unknown => Array.from({ length: count }).reduce<unknown>((inner) => ({ inner }), {});
const groups = (count: number): Frame =>
  Array.from({ length: count }).reduce<Frame>(
    (inner, _, index) => ({ type: "group", id: `g${index}`, x: 0, y: 0, width: 1, height: 1, frames: [inner] }),
    { type: "shape", id: "s", x: 0, y: 0, width: 1, height: 1, outline: { kind: "ellipse" } },
  );
const inFrames = (frame: Frame): Patch => ({ path: ["pages", 0, "frames", 0], after: frame });

describe("a change is refused", () => {
  it.each<[string, () => readonly Patch[], string]>([
    ["that names the prototype", () => [{ path: ["texts", "__proto__"], after: { variants: {} } }], "api.bad-input"],
    ["that goes through the prototype", () => [{ path: ["__proto__", "polluted"], after: true }], "api.bad-input"],
    [
      "that goes through the constructor",
      () => [{ path: ["constructor", "prototype", "polluted"], after: true }],
      "journal.does-not-fit",
    ],
    ["nested without end", () => [{ path: ["author"], after: nested(50_000) }], "api.bad-input"],
    ["of groups too deep to be read again", () => [inFrames(groups(25))], "project.groups-too-deep"],
    ["with a number too large", () => [{ path: ["page", "width"], before: 148, after: 1e300 }], "project.out-of-range"],
    ["with a number where a list is", () => [{ path: ["pages", "0"], after: {} }], "journal.does-not-fit"],
    ["far beyond a list", () => [{ path: ["pages", 999_999], after: {} }], "journal.does-not-fit"],
    ["with a property nobody knows", () => [{ path: ["onload"], after: "alert(1)" }], "project.unknown-property"],
    [
      "with a picture outside the package",
      () => [{ path: ["assets", 0, "file"], before: opened.project.assets[0]?.file, after: "../../etc/passwd" }],
      "project.unsafe-asset-path",
    ],
  ])("%s", async (_name, patches, code) => {
    expect((await codesOf(...patches()))[0]).toBe(code);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    // And the next one is taken as if nothing had been.
    expect(await codesOf({ path: ["author"], after: "Lan" })).toEqual([]);
  });

  it("with a number JSON has no word for", async () => {
    for (const after of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(await codesOf({ path: ["page", "width"], before: 148, after })).toEqual(["api.bad-input"]);
    }
  });
});

it("whatever change is taken, the project it leads to can be opened", async () => {
  const odd = fc.oneof(
    fc.json({ maxDepth: 3 }).map((json): unknown => JSON.parse(json)),
    fc.string({ unit: "binary" }),
    fc.constantFrom<unknown>("\ud800", "\u202e\u2066", "<script>alert(1)</script>", "__proto__", "\u0000", -0, 1e308),
  );
  const text = fc.string({ unit: "binary" }).map((run) => ({ variants: { vi: { blocks: [{ runs: [run] }] } } }));
  const name = fc.constantFrom("constructor", "toString", "__proto__", "hasOwnProperty", "a.b-c", "ệ", "<b>", "");
  const set = (steps: JsonPath) => odd.map((after) => ({ steps, after }));
  const place = fc.oneof(
    name.chain((id) => text.map((after) => ({ steps: ["texts", id], after }))),
    name.map((language) => ({ steps: ["title", language], after: "Tên" })),
    set(["author"]),
    set(["title", "vi"]),
    set(["swatches", 0, "name", "vi"]),
    set(["pages", 0, "frames", 0, "name"]),
    set(["pages", 0, "frames", 0, "x"]),
    set(["keywords"]),
  );
  let { project } = opened;
  let sequence = 0;
  await fc.assert(
    fc.asyncProperty(place, async ({ steps, after }) => {
      const before = valueAtPath(project, steps);
      const change = { label: "test.edit", patches: [{ path: steps, ...(before !== undefined && { before }), after }] };
      const outcome = await append(change, sequence + 1);
      if (!outcome.ok) return;
      sequence += 1;
      project = applyChange(project, change);
      expect(serializeProject(parseProject(serializeProject(project), "a"))).toBe(serializeProject(project));
    }),
    { numRuns: 300 },
  );
  expect(sequence).toBeGreaterThan(50);
  const { file } = await host.api.projects.save({
    session: opened.session,
    as: { name: "Sau khi bị phá", replace: false },
  });
  await host.api.projects.close({ session: opened.session, changes: "keep" });
  expect(serializeProject((await host.api.projects.open({ file })).project)).toBe(serializeProject(project));
});
