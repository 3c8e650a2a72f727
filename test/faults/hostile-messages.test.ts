/** Every call of the contract, asked with rubbish and with what only looks right: an answer in words, never a defect. */

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostContract } from "../../core/api/host-contract.ts";
import { decodeMessage, encodeMessage } from "../../core/api/message-codec.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { arbitraryOf } from "../support/arbitrary-project.ts";
import { createLeaflet } from "../support/host-projects.ts";
import { type MemoryHost, startMemoryHost, temporaryHome } from "../support/memory-host.ts";

let home: ReturnType<typeof temporaryHome>;
let host: MemoryHost;
let handles: Readonly<Record<string, string>>;
beforeAll(async () => {
  home = temporaryHome();
  mkdirSync(join(home.folder, "elsewhere"));
  writeFileSync(join(home.folder, "elsewhere", "secret.txt"), "bí mật");
  host = startMemoryHost(home.folder);
  const { session } = await createLeaflet(host);
  const { file } = await host.api.projects.save({ session, as: { name: "Thật", replace: false } });
  handles = { session, file };
});
afterAll(async () => {
  await host.service.close();
  home.end();
});

const calls = Object.entries(hostContract).flatMap(([area, entries]) =>
  Object.entries(entries).map(([name, entry]) => [`${area}.${name}`, entry] as const),
);
/** Text that leads somewhere else where it is taken for a name or put into a page. */
const tricks = fc.constantFrom(
  "../../elsewhere/secret.txt",
  "..\\..\\elsewhere\\secret.txt",
  "/etc/passwd",
  "C:\\Windows\\win.ini",
  "\\\\evil\\share\\a.xtin",
  "file:///etc/passwd",
  "CON",
  "a\u0000.xtin",
  "\u202egnp.exe",
  "<img src=x onerror=alert(1)>",
  "__proto__",
  "\ud800",
);

/** Puts a handle that is there, or a trick, in the place of a string. */
const withString = (input: unknown, key: string, value: string): unknown =>
  typeof input === "object" && input !== null && typeof Reflect.get(input, key) === "string"
    ? { ...input, [key]: value }
    : input;

async function ask(name: string, input: unknown): Promise<readonly string[]> {
  const controller = new AbortController();
  const { dispatcher } = host.service;
  if (dispatcher.kindOf(name) === "call") {
    const outcome = await dispatcher.call(name, input, controller.signal);
    return outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code);
  }
  // A stream that has begun may have nothing to tell for long.
  setImmediate(() => controller.abort());
  const codes: string[] = [];
  for await (const outcome of dispatcher.open(name, input, controller.signal)) {
    if (!outcome.ok) codes.push(...outcome.diagnostics.map(({ code }) => code));
  }
  return codes;
}

describe("every call", () => {
  it.each(calls)("%s answers rubbish in words", async (name) => {
    const rubbish = fc.oneof(fc.jsonValue(), fc.object(), tricks, fc.uint8Array());
    await fc.assert(
      fc.asyncProperty(rubbish, async (input) => {
        const codes = await ask(name, input);
        expect(codes).not.toContain("api.internal-error");
        expect(codes).not.toContain("api.bad-output");
      }),
      { numRuns: 25 },
    );
    expect(host.defects).toEqual([]);
  });

  it.each(calls)(
    "%s answers what looks right, with handles that were made up or are of another thing",
    async (name, entry) => {
      const keys = fc.constantFrom(
        "name",
        "file",
        "session",
        "folder",
        "asset",
        "template",
        "language",
        "key",
        "recovery",
      );
      const input = fc
        .tuple(arbitraryOf(entry.input), keys, tricks, fc.boolean())
        .map(([value, key, trick, real]) => withString(value, key, (real ? handles[key] : undefined) ?? trick));
      const before = readdirSync(join(home.folder, "elsewhere"));
      await fc.assert(
        fc.asyncProperty(input, async (value) => {
          const codes = await ask(name, value);
          expect(codes).not.toContain("api.internal-error");
          expect(codes).not.toContain("api.bad-output");
        }),
        { numRuns: 15 },
      );
      expect(host.defects).toEqual([]);
      expect(readdirSync(join(home.folder, "elsewhere"))).toEqual(before);
    },
  );
});

describe("a message", () => {
  it("changed anywhere on its way is read or refused, and never anything else", () => {
    const values = fc.record({
      a: fc.jsonValue(),
      b: fc.uint8Array({ maxLength: 40 }),
      c: fc.array(fc.uint8Array({ maxLength: 9 })),
    });
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255), cut: fc.nat(400) });
    fc.assert(
      fc.property(values, fc.array(change, { minLength: 1, maxLength: 4 }), (value, changes) => {
        let message = encodeMessage(value);
        for (const { at, byte, cut } of changes) {
          if (cut < 30) message = message.slice(0, message.length - cut);
          else if (message.length > 0) message[at % message.length] = byte;
        }
        try {
          decodeMessage(message);
        } catch (error) {
          expect(error).toBeInstanceOf(DiagnosticError);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(Object.hasOwn(Object.prototype, "a")).toBe(false);
  });

  it("nested without end is refused", async () => {
    const deep = `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`;
    for (const json of [deep, deep.replace('{"a"', '{"$bytes":[0,0],"a"')]) {
      const head = new TextEncoder().encode(json);
      const message = new Uint8Array(4 + head.length);
      new DataView(message.buffer).setUint32(0, head.length, true);
      message.set(head, 4);
      let value: unknown;
      try {
        value = decodeMessage(message);
      } catch (error) {
        expect(error).toBeInstanceOf(DiagnosticError);
      }
      expect(await ask("app.configure", value)).toEqual(["api.bad-input"]);
      expect(await ask("journal.append", { session: handles.session, sequence: 1, change: value })).toEqual([
        "api.bad-input",
      ]);
    }
    expect(host.defects).toEqual([]);
  });
});
