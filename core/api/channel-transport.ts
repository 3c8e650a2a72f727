/** HostApi over a channel that carries plain data both ways, such as Electron's IPC: requests with a number, answers with the same. */

import { z } from "zod";
import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { brokenMessage } from "./api-diagnostics.ts";
import { checkValue } from "./check-value.ts";
import type { Transport } from "./client.ts";
import type { Dispatcher, Outcome } from "./dispatcher.ts";
import { checkOutcome } from "./outcome-schema.ts";

/** One end of a channel. Messages are plain data with `Uint8Array`s and arrive whole and in order. */
export interface Channel {
  send(message: unknown): void;
  listen(receive: (message: unknown) => void): void;
}

const Id = z.number().int().min(1);
/** What a screen sends. */
const Request = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("call"), id: Id, name: z.string().max(100), input: z.unknown() }),
  z.strictObject({ kind: z.literal("abort"), id: Id }),
]);
/** What the machine sends: outcomes, and after the last one of a request its end. */
const Answer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("outcome"), id: Id, outcome: z.unknown() }),
  z.strictObject({ kind: z.literal("end"), id: Id }),
]);

const broken = (path: string, reason: string) => brokenMessage(`${path} ${reason}`);

/** The screen's end. */
export function createChannelTransport(channel: Channel): Transport {
  let last = 0;
  const receivers = new Map<number, (answer: z.infer<typeof Answer>) => void>();
  channel.listen((message) => {
    const answer = checkValue(Answer, message, broken);
    receivers.get(answer.id)?.(answer);
  });

  async function* open(name: string, input: unknown, signal: AbortSignal | undefined): AsyncGenerator<Outcome> {
    last += 1;
    const id = last;
    const arrived: z.infer<typeof Answer>[] = [];
    let wake = (): void => undefined;
    const abort = (): void => wake();
    receivers.set(id, (answer) => {
      arrived.push(answer);
      wake();
    });
    signal?.addEventListener("abort", abort);
    let ended = false;
    try {
      channel.send({ kind: "call", id, name, input });
      while (!ended) {
        if (signal?.aborted) throw signal.reason;
        const answer = arrived.shift();
        if (answer?.kind === "outcome") yield checkOutcome(answer.outcome);
        else if (answer) ended = true;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      signal?.removeEventListener("abort", abort);
      receivers.delete(id);
      if (!ended) channel.send({ kind: "abort", id });
    }
  }

  return {
    open,
    async call(name, input, signal) {
      let answer: Outcome | undefined;
      for await (const outcome of open(name, input, signal)) answer = outcome;
      if (!answer) throw new DiagnosticError([brokenMessage("no answer")]);
      return answer;
    },
  };
}

/** What a channel needs of the platform's AbortController. */
export interface Aborter {
  readonly signal: AbortSignal;
  abort(): void;
}

/**
 * The machine's end. Messages that are no requests are passed over: a trusted screen sends none. Gives back what ends all
 * requests that are still under way.
 */
export function serveChannel(channel: Channel, dispatcher: Dispatcher, createAborter: () => Aborter): () => void {
  const running = new Map<number, Aborter>();

  const serve = async (id: number, name: string, input: unknown): Promise<void> => {
    const aborter = createAborter();
    running.set(id, aborter);
    const answer = (outcome: Outcome) => {
      if (!aborter.signal.aborted) channel.send({ kind: "outcome", id, outcome });
    };
    try {
      if (dispatcher.kindOf(name) === "stream") {
        for await (const outcome of dispatcher.open(name, input, aborter.signal)) answer(outcome);
      } else answer(await dispatcher.call(name, input, aborter.signal));
      if (!aborter.signal.aborted) channel.send({ kind: "end", id });
    } finally {
      running.delete(id);
    }
  };

  channel.listen((message) => {
    const request = Request.safeParse(message);
    if (!request.success) return;
    const { data } = request;
    if (data.kind === "abort") running.get(data.id)?.abort();
    else if (!running.has(data.id)) void serve(data.id, data.name, data.input);
  });
  return () => {
    for (const aborter of running.values()) aborter.abort();
  };
}
