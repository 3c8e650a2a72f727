/** Looks into a PDF through pdf-lib, for tests that ask about single objects. */

import { inflateSync } from "node:zlib";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "pdf-lib";

/** Dictionaries as objects, names with their slash, text decoded, references followed only by `at`. */
export interface PdfReader {
  readonly pages: readonly PDFDict[];
  readonly catalog: PDFDict;
  /** All streams of the file with their dictionaries. */
  readonly streams: readonly PDFRawStream[];
  /** What a path of keys and indexes leads to, references followed. */
  at(from: PDFObject | undefined, ...path: readonly (string | number)[]): PDFObject | undefined;
  numbers(from: PDFObject | undefined, ...path: readonly (string | number)[]): readonly number[];
  text(from: PDFObject | undefined, ...path: readonly (string | number)[]): string | undefined;
  /** Decompressed bytes as Latin-1 text. */
  contents(stream: PDFObject | undefined): string;
}

export async function readPdf(bytes: Uint8Array): Promise<PdfReader> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  const at: PdfReader["at"] = (from, ...path) => {
    let object = from && context.lookup(from);
    for (const step of path) {
      if (object instanceof PDFRawStream) object = object.dict;
      if (object instanceof PDFDict && typeof step === "string") object = object.get(PDFName.of(step));
      else if (object instanceof PDFArray && typeof step === "number") object = object.asArray()[step];
      else return undefined;
      object = object && context.lookup(object);
    }
    return object;
  };
  const streams = context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFRawStream);
  return {
    pages: document.getPages().map((page) => page.node),
    catalog: document.catalog,
    streams,
    at,
    numbers(from, ...path) {
      const array = at(from, ...path);
      if (!(array instanceof PDFArray)) throw new Error(`no array at ${path.join(".")}`);
      return array.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : Number.NaN));
    },
    text(from, ...path) {
      const object = at(from, ...path);
      if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
      if (object instanceof PDFName) return object.asString();
      return undefined;
    },
    contents(stream) {
      const object = stream instanceof PDFRef ? context.lookup(stream) : stream;
      if (!(object instanceof PDFRawStream)) throw new Error("not a stream");
      const isDeflated = at(object, "Filter") === PDFName.of("FlateDecode");
      return Buffer.from(isDeflated ? inflateSync(object.contents) : object.contents).toString("latin1");
    },
  };
}
