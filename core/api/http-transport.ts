/** HostApi over HTTP: `POST /api/area.call` with a message as body, an outcome as the answer; streams answer one after the other. */

import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { brokenMessage, hostUnreachable, notKnownHere } from "./api-diagnostics.ts";
import type { Transport } from "./client.ts";
import { decodeMessage, encodeMessage } from "./message-codec.ts";
import { checkOutcome } from "./outcome-schema.ts";

export const API_PREFIX = "/api/";
export const MESSAGE_TYPE = "application/x-xuongtin-message";

/** The part of the platform's `fetch` that is used. */
export type Fetch = (
  url: string,
  init: {
    readonly method: "POST";
    readonly headers: Record<string, string>;
    readonly body: Uint8Array<ArrayBuffer>;
    readonly signal: AbortSignal | null;
  },
) => Promise<FetchResponse>;

interface FetchResponse {
  readonly status: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  readonly body: { getReader(): ByteReader } | null;
}

interface ByteReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** The host of another launch, on the address of the former one. */
const FORBIDDEN = 403;

export interface HttpTransportOptions {
  readonly fetch: Fetch;
  /** Such as `http://127.0.0.1:40123`; empty on a page the host itself has served. */
  readonly origin?: string;
  /** Such as the bearer secret where there is no cookie. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the host at `origin`. */
export function createHttpTransport({ fetch, origin = "", headers = {} }: HttpTransportOptions): Transport {
  const send = async (name: string, input: unknown, signal: AbortSignal | undefined): Promise<FetchResponse> => {
    const init = {
      method: "POST",
      headers: { ...headers, "content-type": MESSAGE_TYPE },
      body: encodeMessage(input),
      signal: signal ?? null,
    } as const;
    try {
      const response = await fetch(`${origin}${API_PREFIX}${name}`, init);
      if (response.status === 200) return response;
      if (response.status === FORBIDDEN) throw new DiagnosticError([notKnownHere()]);
      throw new DiagnosticError([hostUnreachable(`HTTP ${response.status}`)]);
    } catch (error) {
      throw failureOf(error, signal);
    }
  };

  return {
    async call(name, input, signal) {
      const response = await send(name, input, signal);
      const body = await response.arrayBuffer().catch((error: unknown) => {
        throw failureOf(error, signal);
      });
      return checkOutcome(decodeMessage(new Uint8Array(body)));
    },
    async *open(name, input, signal) {
      const reader = (await send(name, input, signal)).body?.getReader();
      if (!reader) return;
      try {
        for await (const message of readFrames(reader, signal)) yield checkOutcome(decodeMessage(message));
      } finally {
        await reader.cancel().catch(() => undefined);
      }
    },
  };
}

/** An aborted call fails with whatever the platform says of it, anything else as a host that does not answer. */
const failureOf = (error: unknown, signal: AbortSignal | undefined): unknown =>
  error instanceof DiagnosticError || signal?.aborted
    ? error
    : new DiagnosticError([hostUnreachable(error instanceof Error ? error.message : String(error))], { cause: error });

const LENGTH_BYTES = 4;

/** A message of a stream, with its length before it. */
export function frameMessage(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const framed = new Uint8Array(LENGTH_BYTES + message.length);
  new DataView(framed.buffer).setUint32(0, message.length, true);
  framed.set(message, LENGTH_BYTES);
  return framed;
}

async function* readFrames(reader: ByteReader, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw failureOf(error, signal);
    });
    if (done) break;
    if (value) rest = joined(rest, value);
    for (;;) {
      const length = rest.length < LENGTH_BYTES ? undefined : readLength(rest);
      if (length === undefined || rest.length < LENGTH_BYTES + length) break;
      yield rest.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
      rest = rest.slice(LENGTH_BYTES + length);
    }
  }
  if (rest.length > 0) throw new DiagnosticError([brokenMessage("stream cut short")]);
}

const readLength = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
