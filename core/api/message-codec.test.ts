import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { decodeMessage, encodeMessage } from "./message-codec.ts";

const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => new Uint8Array(array));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: "grapheme" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.boolean(),
    fc.constant(null),
    bytes,
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(
      fc.string().filter((key) => key !== "$bytes" && key !== "__proto__"),
      tie("value"),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
}));

describe("a message", () => {
  it("is read as it was written, bytes and all", () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(decodeMessage(encodeMessage(one))).toEqual(one);
      }),
      { seed: 20_261_122 },
    );
  });

  it("carries the files of Node as bytes", () => {
    const decoded = decodeMessage(encodeMessage({ a: Buffer.from("tệp"), b: [Buffer.from("hai")] }));
    expect(decoded).toEqual({ a: new TextEncoder().encode("tệp"), b: [new TextEncoder().encode("hai")] });
  });

  it("leaves out what is undefined", () => {
    expect(decodeMessage(encodeMessage({ a: undefined, b: 1 }))).toEqual({ b: 1 });
    expect(decodeMessage(encodeMessage(undefined))).toBe(null);
  });

  it("gives bytes that are copies, so that what it came in can be let go", () => {
    const message = encodeMessage({ a: Uint8Array.of(1, 2, 3) });
    const decoded = decodeMessage(message);
    message.fill(0);
    expect(decoded).toEqual({ a: Uint8Array.of(1, 2, 3) });
  });
});

const raw = (json: string, attached: readonly number[] = []): Uint8Array => {
  const head = new TextEncoder().encode(json);
  return Uint8Array.of(head.length, 0, 0, 0, ...head, ...attached);
};

describe("what is no message", () => {
  it.each([
    ["nothing", new Uint8Array(0)],
    ["half a length", Uint8Array.of(1, 0)],
    ["a length beyond its end", Uint8Array.of(9, 0, 0, 0, 0x7b)],
    ["no JSON", raw("{a")],
    ["no UTF-8", Uint8Array.of(3, 0, 0, 0, 0x22, 0xff, 0x22)],
    ["bytes beyond its end", raw('{"a":{"$bytes":[0,5]}}', [1, 2])],
    ["bytes before its start", raw('{"a":{"$bytes":[-1,1]}}', [1, 2])],
    ["bytes of no length", raw('{"a":{"$bytes":[0]}}', [1, 2])],
    ["bytes of huge length", raw('{"a":{"$bytes":[1,9007199254740993]}}', [1, 2])],
    ["a prototype", raw('{"a":{"__proto__":{"admin":true}}}')],
  ])("such as %s is refused", (_what, message) => {
    expect(() => decodeMessage(message)).toThrow(DiagnosticError);
  });

  it("never throws anything but a DiagnosticError, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (message) => {
        try {
          decodeMessage(message);
        } catch (error) {
          expect(error).toBeInstanceOf(DiagnosticError);
        }
      }),
      { seed: 20_261_122, numRuns: 1_000 },
    );
  });

  it("is not taken for one because a text says so", () => {
    const text = { title: 'Tên "__proto__" và "$bytes"' };
    expect(decodeMessage(encodeMessage(text))).toEqual(text);
  });
});
