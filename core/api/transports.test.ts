import { describe, expect, it } from "vitest";
import { z } from "zod";
import { channelPair } from "../../test/support/memory-host.ts";
import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { error } from "../diagnostics/make-diagnostic.ts";
import { createChannelTransport, serveChannel } from "./channel-transport.ts";
import { createClient } from "./client.ts";
import { call, findEntry, stream } from "./contract.ts";
import { createDispatcher } from "./dispatcher.ts";
import { createHttpTransport, frameMessage } from "./http-transport.ts";
import { encodeMessage } from "./message-codec.ts";

const contract = {
  press: {
    ink: call(z.strictObject({ pages: z.number().int() }), z.strictObject({ grams: z.number() })),
    run: stream(z.strictObject({ sheets: z.number() }), z.strictObject({ sheet: z.number() })),
  },
};

const jammed = error("press.jammed", { file: "/home/lan/a.pdf" }, { vi: "Kẹt giấy.", en: "Paper is stuck." });

interface Press {
  readonly api: ReturnType<typeof createClient<typeof contract>>;
  readonly defects: unknown[];
  readonly printed: number[];
  readonly stop: () => void;
}

function startPress(grams: (pages: number) => unknown): Press {
  const defects: unknown[] = [];
  const printed: number[] = [];
  const dispatcher = createDispatcher(
    contract,
    {
      press: {
        ink: async ({ pages }) => ({ grams: grams(pages) as number }),
        async *run({ sheets }, signal) {
          for (let sheet = 1; sheet <= sheets; sheet += 1) {
            await new Promise((resolve) => setImmediate(resolve));
            if (signal.aborted) return;
            printed.push(sheet);
            yield { sheet };
            if (sheet === 13) throw new DiagnosticError([jammed]);
          }
        },
      },
    },
    {
      onDefect: (_name, defect) => defects.push(defect),
      censor: (diagnostic) => ({ ...diagnostic, target: {} }),
    },
  );
  const [screen, machine] = channelPair();
  const stop = serveChannel(machine, dispatcher, () => new AbortController());
  return { api: createClient(contract, createChannelTransport(screen)), defects, printed, stop };
}

const failureOf = async (promise: Promise<unknown>) => {
  const reason = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return reason instanceof DiagnosticError ? reason.diagnostics : reason;
};

describe("a contract", () => {
  it("has only the names it writes down", () => {
    expect(findEntry(contract, "press.ink")).toBe(contract.press.ink);
    for (const name of [
      "press",
      "press.",
      "ink",
      "press.ink.x",
      "__proto__.ink",
      "press.constructor",
      "press.toString",
    ]) {
      expect(findEntry(contract, name)).toBeUndefined();
    }
  });
});

describe("over a channel", () => {
  it("calls are answered, many at a time", async () => {
    const { api } = startPress((pages) => pages * 2);
    const answers = await Promise.all(Array.from({ length: 50 }, (_, pages) => api.press.ink({ pages })));
    expect(answers.map(({ grams }) => grams)).toEqual(Array.from({ length: 50 }, (_, pages) => pages * 2));
  });

  it("input is checked on both ends, output before it leaves", async () => {
    const press = startPress(() => "nhiều");
    expect(await failureOf(press.api.press.ink({ pages: 1.5 }))).toMatchObject([{ code: "api.bad-input" }]);
    expect(await failureOf(press.api.press.ink({ pages: 1 }))).toMatchObject([{ code: "api.bad-output", target: {} }]);
    expect(press.defects).toEqual([]);
  });

  it("a Diagnostic arrives as it was told, without what is not to be known", async () => {
    const { api } = startPress(() => {
      throw new DiagnosticError([jammed]);
    });
    expect(await failureOf(api.press.ink({ pages: 1 }))).toEqual([{ ...jammed, target: {} }]);
  });

  it("a defect tells nothing of itself but is told of", async () => {
    const press = startPress(() => {
      throw new TypeError("at /home/lan/host.ts");
    });
    const failure = await failureOf(press.api.press.ink({ pages: 1 }));
    expect(failure).toMatchObject([{ code: "api.internal-error" }]);
    expect(JSON.stringify(failure)).not.toContain("lan");
    expect(press.defects).toHaveLength(1);
  });

  it("a stream comes in order and ends", async () => {
    const { api } = startPress(() => 0);
    const sheets: number[] = [];
    for await (const { sheet } of api.press.run({ sheets: 5 })) sheets.push(sheet);
    expect(sheets).toEqual([1, 2, 3, 4, 5]);
  });

  it("a stream that fails gives what it had", async () => {
    const { api } = startPress(() => 0);
    const sheets: number[] = [];
    const reading = (async () => {
      for await (const { sheet } of api.press.run({ sheets: 20 })) sheets.push(sheet);
    })();
    expect(await failureOf(reading)).toMatchObject([{ code: "press.jammed" }]);
    expect(sheets).toHaveLength(13);
  });

  it.each(["left", "aborted"])("the work of a stream that is %s stops", async (how) => {
    const { api, printed } = startPress(() => 0);
    const controller = new AbortController();
    const reading = (async () => {
      for await (const { sheet } of api.press.run({ sheets: 12 }, { signal: controller.signal })) {
        if (sheet === 3 && how === "left") break;
        if (sheet === 3) controller.abort(new Error("thôi"));
      }
    })();
    expect(String(await failureOf(reading))).toBe(how === "left" ? "undefined" : "Error: thôi");
    for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(printed.length).toBeLessThan(12);
  });

  it("messages that are no requests are passed over", async () => {
    const [screen, machine] = channelPair();
    const dispatcher = createDispatcher(
      contract,
      { press: { ink: async () => ({ grams: 1 }), run: async function* () {} } },
      { onDefect: () => undefined },
    );
    serveChannel(machine, dispatcher, () => new AbortController());
    const heard: unknown[] = [];
    screen.listen((message) => heard.push(message));
    for (const junk of [
      null,
      "x",
      {},
      { kind: "call" },
      { kind: "call", id: 0, name: "press.ink" },
      { kind: "abort", id: 9 },
    ]) {
      screen.send(junk);
    }
    screen.send({ kind: "call", id: 1, name: "press.nothing", input: {} });
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toMatchObject([
      { id: 1, kind: "outcome", outcome: { ok: false, diagnostics: [{ code: "api.unknown-call" }] } },
      { id: 1, kind: "end" },
    ]);
  });
});

describe("over HTTP", () => {
  const answering = (status: number, chunks: readonly Uint8Array<ArrayBuffer>[]) =>
    createClient(
      contract,
      createHttpTransport({ fetch: async () => new Response(new Blob([...chunks]).stream(), { status }) }),
    );
  const frames = (...sheets: readonly number[]) =>
    sheets.map((sheet) => frameMessage(encodeMessage({ ok: true, value: { sheet } })));

  it("a host that is not there, or refuses, is told of", async () => {
    const gone = createClient(
      contract,
      createHttpTransport({ fetch: () => Promise.reject(new TypeError("fetch failed")) }),
    );
    expect(await failureOf(gone.press.ink({ pages: 1 }))).toMatchObject([{ code: "api.host-unreachable" }]);
    expect(await failureOf(answering(500, []).press.ink({ pages: 1 }))).toMatchObject([
      { code: "api.host-unreachable" },
    ]);
    expect(await failureOf(answering(403, []).press.ink({ pages: 1 }))).toMatchObject([{ code: "api.not-known-here" }]);
  });

  it("an answer that is none is told of", async () => {
    const api = answering(200, [encodeMessage({ ok: "có" })]);
    expect(await failureOf(api.press.ink({ pages: 1 }))).toMatchObject([{ code: "api.broken-message" }]);
  });

  it("a stream is put together again however it was cut", async () => {
    const whole = Buffer.concat(frames(1, 2, 3));
    for (const size of [1, 3, 7, 1_000]) {
      const chunks = Array.from(
        { length: Math.ceil(whole.length / size) },
        (_, index) => new Uint8Array(whole.subarray(index * size, (index + 1) * size)),
      );
      const body = ReadableStream.from(chunks);
      const api = createClient(contract, createHttpTransport({ fetch: async () => new Response(body) }));
      const sheets: number[] = [];
      for await (const { sheet } of api.press.run({ sheets: 3 })) sheets.push(sheet);
      expect(sheets).toEqual([1, 2, 3]);
    }
  });

  it("a stream cut short is told of, after what came of it", async () => {
    const [first, second] = frames(1, 2);
    if (!first || !second) throw new Error("no frames");
    const api = answering(200, [first, new Uint8Array(second.subarray(0, 9))]);
    const sheets: number[] = [];
    const reading = (async () => {
      for await (const { sheet } of api.press.run({ sheets: 2 })) sheets.push(sheet);
    })();
    expect(await failureOf(reading)).toMatchObject([{ code: "api.broken-message" }]);
    expect(sheets).toEqual([1]);
  });
});
