/**
 * A PDF file that grows object by object. Objects are pdf-lib's; the file around them is put together here because pdf-lib's own
 * writer is asynchronous, wants every object in memory until the end, and copies streams byte by byte.
 * What is written is kept only as finished bytes, so a batch of thousands of pages costs little more than its file.
 */

import { PDFContext, PDFHexString, PDFObject, type PDFRef } from "pdf-lib";
import { createByteLog } from "./byte-log.ts";
import { createContentHash } from "./content-hash.ts";

export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Strings become names; text goes in as a PDF object (see `text-string.ts`). Undefined entries are left out. */
export type PdfValue = PDFObject | string | number | boolean | undefined | readonly PdfValue[] | PdfEntries;
export interface PdfEntries {
  readonly [name: string]: PdfValue;
}

export interface PdfFile {
  /** A number for an object that is written later. */
  reserve(): PDFRef;
  write(value: PdfValue, ref?: PDFRef): PDFRef;
  /** `bytes` are deflated unless `entries` name a filter or `plain` asks to leave them readable. */
  writeStream(
    entries: PdfEntries,
    bytes: Uint8Array,
    options?: { readonly ref?: PDFRef; readonly plain?: boolean },
  ): PDFRef;
  /** Closes the file; nothing can be written afterwards. */
  finish(root: PDFRef, info: PDFRef): Uint8Array;
}

const HEADER = Uint8Array.from([...ascii("%PDF-1.7\n%"), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]);
const OBJECTS_PER_STREAM = 100;
const XREF_ROW = 7;
const IN_FILE = 1;
const IN_OBJECT_STREAM = 2;

export function createPdfFile(deflate: Deflate): PdfFile {
  const context = PDFContext.create();
  const hash = createContentHash();
  const log = createByteLog();
  const kinds: number[] = [0];
  const places: number[] = [0];
  const indexes: number[] = [0xffff];
  let waiting: { readonly ref: PDFRef; readonly bytes: Uint8Array }[] = [];

  const append = (bytes: Uint8Array) => {
    log.append(bytes);
    hash.add(bytes);
  };
  append(HEADER);

  const enter = (ref: PDFRef, kind: number, place: number, index: number) => {
    kinds[ref.objectNumber] = kind;
    places[ref.objectNumber] = place;
    indexes[ref.objectNumber] = index;
  };

  const appendStream = (ref: PDFRef, entries: PdfEntries, contents: Uint8Array) => {
    enter(ref, IN_FILE, log.length, 0);
    const dict = serialize(toObject(context, { ...entries, Length: contents.length }));
    append(ascii(`${ref.objectNumber} 0 obj\n`));
    append(dict);
    append(ascii("\nstream\n"));
    append(contents);
    append(ascii("\nendstream\nendobj\n"));
  };

  const flush = () => {
    if (waiting.length === 0) return;
    const ref = context.nextRef();
    let offset = 0;
    let directory = "";
    waiting.forEach(({ ref: own, bytes }, index) => {
      enter(own, IN_OBJECT_STREAM, ref.objectNumber, index);
      directory += `${own.objectNumber} ${offset} `;
      offset += bytes.length + 1;
    });
    const contents = new Uint8Array(directory.length + offset).fill(0x0a);
    contents.set(ascii(directory));
    let at = directory.length;
    for (const { bytes } of waiting) {
      contents.set(bytes, at);
      at += bytes.length + 1;
    }
    const entries = { Type: "ObjStm", N: waiting.length, First: directory.length, Filter: "FlateDecode" };
    waiting = [];
    appendStream(ref, entries, deflate(contents));
  };

  return {
    reserve: () => context.nextRef(),
    write(value, ref = context.nextRef()) {
      waiting.push({ ref, bytes: serialize(toObject(context, value)) });
      if (waiting.length >= OBJECTS_PER_STREAM) flush();
      return ref;
    },
    writeStream(entries, bytes, { ref = context.nextRef(), plain = false } = {}) {
      if (plain || entries.Filter !== undefined) appendStream(ref, entries, bytes);
      else appendStream(ref, { ...entries, Filter: "FlateDecode" }, deflate(bytes));
      return ref;
    },
    finish(root, info) {
      flush();
      const ref = context.nextRef();
      const start = log.length;
      enter(ref, IN_FILE, start, 0);
      const size = ref.objectNumber + 1;
      const id = PDFHexString.of(hexadecimal(hash.digest()));
      appendStream(
        ref,
        {
          Type: "XRef",
          Size: size,
          W: [1, 4, 2],
          Root: root,
          Info: info,
          ID: [id, id],
          Filter: "FlateDecode",
          DecodeParms: { Predictor: 12, Columns: XREF_ROW },
        },
        deflate(crossReferenceRows(size, kinds, places, indexes)),
      );
      append(ascii(`startxref\n${start}\n%%EOF\n`));
      return log.join();
    },
  };
}

/** Rows of the cross-reference stream with PNG's “up” predictor: mostly zeros, which deflate well. */
function crossReferenceRows(
  size: number,
  kinds: readonly number[],
  places: readonly number[],
  indexes: readonly number[],
): Uint8Array {
  const rows = new Uint8Array(size * (XREF_ROW + 1));
  let previous = new Uint8Array(XREF_ROW);
  for (let number = 0; number < size; number++) {
    const row = new Uint8Array(XREF_ROW);
    const view = new DataView(row.buffer);
    row[0] = kinds[number] ?? 0;
    view.setUint32(1, places[number] ?? 0);
    view.setUint16(5, indexes[number] ?? 0);
    const start = number * (XREF_ROW + 1);
    rows[start] = 2;
    for (let at = 0; at < XREF_ROW; at++) rows[start + 1 + at] = (row[at] ?? 0) - (previous[at] ?? 0);
    previous = row;
  }
  return rows;
}

function serialize(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/** pdf-lib's object of a value; numbers are rounded to what any page can show. */
function toObject(context: PDFContext, value: PdfValue): PDFObject {
  if (typeof value === "number") return context.obj(Math.round(value * 1e5) / 1e5);
  if (typeof value === "string") return context.obj(value);
  if (typeof value === "boolean") return context.obj(value);
  if (value === undefined) return context.obj(null);
  if (isArray(value)) return context.obj(value.map((one) => toObject(context, one)));
  if (isObject(value)) return value;
  const entries: Record<string, PDFObject> = {};
  for (const [name, entry] of Object.entries(value)) {
    if (entry !== undefined) entries[name] = toObject(context, entry);
  }
  return context.obj(entries);
}

const isArray = (value: PdfValue): value is readonly PdfValue[] => Array.isArray(value);
const isObject = (value: PdfEntries | PDFObject): value is PDFObject => value instanceof PDFObject;

function ascii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

export const hexadecimal = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
