/**
 * Values with bytes in them as one message: the length of the JSON in four bytes (little-endian), the JSON, then the bytes. In the
 * JSON `{"$bytes": [offset, length]}` stands for them, counted from the end of the JSON.
 */

import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { brokenMessage } from "./api-diagnostics.ts";

const LENGTH_BYTES = 4;
const BYTES_KEY = "$bytes";
const FORBIDDEN_KEY = "__proto__";

/** Plain data and `Uint8Array`s; properties that are undefined are left out. */
export function encodeMessage(value: unknown): Uint8Array<ArrayBuffer> {
  const attached: Uint8Array[] = [];
  let attachedLength = 0;
  const json = JSON.stringify(value ?? null, function (this: Readonly<Record<string, unknown>>, key, converted) {
    // The value as it is: Node's Buffer has already turned itself into something else in `converted`.
    const original = this[key];
    if (!(original instanceof Uint8Array)) return converted;
    attached.push(original);
    attachedLength += original.length;
    return { [BYTES_KEY]: [attachedLength - original.length, original.length] };
  });
  const head = new TextEncoder().encode(json);
  const message = new Uint8Array(LENGTH_BYTES + head.length + attachedLength);
  new DataView(message.buffer).setUint32(0, head.length, true);
  message.set(head, LENGTH_BYTES);
  let at = LENGTH_BYTES + head.length;
  for (const bytes of attached) {
    message.set(bytes, at);
    at += bytes.length;
  }
  return message;
}

/** The value in a message; its bytes are copies. Throws a `DiagnosticError` for what `encodeMessage` would not write. */
export function decodeMessage(message: Uint8Array): unknown {
  if (message.length < LENGTH_BYTES) throw broken("too short");
  const headLength = new DataView(message.buffer, message.byteOffset).getUint32(0, true);
  const bytesStart = LENGTH_BYTES + headLength;
  if (bytesStart > message.length) throw broken("cut short");
  const json = decodeText(message.subarray(LENGTH_BYTES, bytesStart));
  const needsLook = bytesStart < message.length || json.includes(BYTES_KEY) || json.includes(FORBIDDEN_KEY);
  return parse(json, needsLook ? (key, value) => revive(key, value, message.subarray(bytesStart)) : undefined);
}

const broken = (reason: string): DiagnosticError => new DiagnosticError([brokenMessage(reason)]);

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw broken("not UTF-8");
  }
}

function parse(json: string, reviver: ((key: string, value: unknown) => unknown) | undefined): unknown {
  try {
    return JSON.parse(json, reviver);
  } catch (cause) {
    throw cause instanceof DiagnosticError ? cause : broken("not JSON");
  }
}

function revive(key: string, value: unknown, attached: Uint8Array): unknown {
  if (key === FORBIDDEN_KEY) throw broken(`a property ${FORBIDDEN_KEY}`);
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, BYTES_KEY)) return value;
  const place: unknown = Reflect.get(value, BYTES_KEY);
  if (!Array.isArray(place) || place.length !== 2) throw broken("bytes without a place");
  const [offset, length]: readonly unknown[] = place;
  if (!isCount(offset) || !isCount(length) || offset + length > attached.length) throw broken("bytes out of range");
  return attached.slice(offset, offset + length);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
