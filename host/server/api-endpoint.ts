/** HostApi over HTTP: see `core/api/http-transport.ts` for what goes over the wire. */

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Dispatcher, Outcome } from "../../core/api/dispatcher.ts";
import { frameMessage, MESSAGE_TYPE } from "../../core/api/http-transport.ts";
import { decodeMessage, encodeMessage } from "../../core/api/message-codec.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

/** Bytes of a request by call; those that bring files may be larger. */
const BODY_LIMITS: Readonly<Record<string, number>> = {
  "projects.import": 1_001_000_000,
  "projects.keepCopy": 1_001_000_000,
  "assets.add": 101_000_000,
  "batches.inspect": 51_000_000,
  "batches.addPicture": 101_000_000,
};
const BODY_LIMIT = 64_000_000;

const HEADERS = { ...SECURITY_HEADERS, "content-type": MESSAGE_TYPE, "cache-control": "no-store" };

/** Answers one trusted request for the call `name`. */
export async function answerCall(
  dispatcher: Dispatcher,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers["content-type"] !== MESSAGE_TYPE) return refuse(response, 415);
  const body = await readBody(request, BODY_LIMITS[name] ?? BODY_LIMIT);
  if (!body) return refuse(response, 413);
  const input = decodeOr(body);
  if (!input) return refuse(response, 400);
  const controller = new AbortController();
  response.on("close", () => controller.abort());
  if (dispatcher.kindOf(name) === "stream") {
    response.writeHead(200, HEADERS).flushHeaders();
    for await (const outcome of dispatcher.open(name, input.value, controller.signal)) {
      if (controller.signal.aborted) break;
      response.write(frameMessage(encodeMessage(outcome)));
    }
    response.end();
    return;
  }
  const message = encodeOutcome(await dispatcher.call(name, input.value, controller.signal));
  response.writeHead(200, { ...HEADERS, "content-length": message.length }).end(message);
}

const encodeOutcome = (outcome: Outcome): Uint8Array => encodeMessage(outcome);

/** How long what still comes of a refused body is thrown away before the connection is closed. */
const LINGER_MS = 2_000;

/**
 * An answer that says nothing; the connection ends after it. A body that is still coming is thrown away for a while:
 * a connection closed over unread bytes is reset, and the reset may overtake the answer (RFC 9112, section 9.6).
 */
export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...SECURITY_HEADERS, "content-length": 0, connection: "close" }).flushHeaders();
  const request = response.req;
  if (request.complete || request.destroyed) {
    response.end();
    return;
  }
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, LINGER_MS);
  request.once("end", end).once("close", end).resume();
}

function decodeOr(body: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: decodeMessage(body) };
  } catch (error) {
    if (error instanceof DiagnosticError) return undefined;
    throw error;
  }
}

/** Undefined where there is more than `limit`; what is too much is never held in memory. */
async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
