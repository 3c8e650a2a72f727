import { readFileSync } from "node:fs";
import { deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { encode } from "fast-png";
import { describe, expect, test } from "vitest";
import { DiagnosticError } from "../../../diagnostics/diagnostic.ts";
import { encodeImage } from "./encode-image.ts";
import type { EncodedImage } from "./encoded-image.ts";
import { encodeRows } from "./png-rows.ts";

const deflate = (bytes: Uint8Array) => new Uint8Array(deflateSync(bytes));
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../../test/fixtures/images/${name}`, import.meta.url)));

function encoded(bytes: Uint8Array): EncodedImage {
  const image = encodeImage(bytes, "ảnh", deflate);
  if (!image) throw new Error("not a raster");
  return image;
}

/** Undoes PNG filters, as predictor 15 does. */
function unfilter(data: Uint8Array, width: number, height: number, channels: number): Uint8Array {
  const rows = inflateSync(data);
  const length = width * channels;
  expect(rows).toHaveLength((length + 1) * height);
  const samples = new Uint8Array(length * height);
  for (let row = 0; row < height; row++) {
    const type = rows[row * (length + 1)] ?? 0;
    for (let at = 0; at < length; at++) {
      const left = at < channels ? 0 : (samples[row * length + at - channels] ?? 0);
      const up = row === 0 ? 0 : (samples[(row - 1) * length + at] ?? 0);
      const corner = row === 0 || at < channels ? 0 : (samples[(row - 1) * length + at - channels] ?? 0);
      const estimate = left + up - corner;
      const distances = [left, up, corner].map((one) => Math.abs(estimate - one));
      const paeth = [left, up, corner][distances.indexOf(Math.min(...distances))] ?? 0;
      const guess = [0, left, up, (left + up) >> 1, paeth][type] ?? 0;
      samples[row * length + at] = ((rows[row * (length + 1) + 1 + at] ?? 0) + guess) & 0xff;
    }
  }
  return samples;
}

test("rows come back from their filters whatever they hold", () => {
  const image = fc.integer({ min: 1, max: 12 }).chain((width) =>
    fc.constantFrom(1, 3).chain((channels) =>
      fc.record({
        width: fc.constant(width),
        channels: fc.constant(channels),
        samples: fc.uint8Array({ minLength: width * channels * 5, maxLength: width * channels * 5 }),
      }),
    ),
  );
  fc.assert(
    fc.property(image, ({ width, channels, samples }) => {
      expect(unfilter(encodeRows(samples, width, 5, channels, deflate), width, 5, channels)).toEqual(samples);
    }),
  );
});

describe("PNG files", () => {
  test("that are opaque keep their own compressed rows", () => {
    const samples = Uint8Array.from({ length: 24 * 16 * 3 }, (_, at) => (at * 7) & 0xff);
    const file = encode({ width: 24, height: 16, data: samples, channels: 3, depth: 8 });
    const image = encoded(file);
    expect(image).toMatchObject({ width: 24, height: 16, bitsPerComponent: 8, colors: "rgb" });
    expect(image.alpha).toBeUndefined();
    expect(unfilter(image.data.bytes, 24, 16, 3)).toEqual(samples);
    expect(Buffer.from(file).includes(Buffer.from(image.data.bytes))).toBe(true);
  });

  test("with a palette stay indexed", () => {
    const { colors } = encoded(fixture("palette.png"));
    expect(colors).toHaveProperty("palette");
  });

  test("with an alpha channel are split, and lose it where nothing shows through", () => {
    const pixels = [255, 0, 0, 128, 0, 255, 0, 255];
    const split = encoded(encode({ width: 2, height: 1, data: Uint8Array.from(pixels), channels: 4, depth: 8 }));
    expect(split.alpha).toEqual(Uint8Array.of(128, 255));
    expect(unfilter(split.data.bytes, 2, 1, 3)).toEqual(Uint8Array.of(255, 0, 0, 0, 255, 0));
    const opaque = encoded(encode({ width: 1, height: 1, data: Uint8Array.of(9, 255), channels: 2, depth: 8 }));
    expect(opaque.colors).toBe("gray");
    expect(opaque.alpha).toBeUndefined();
  });

  test("of 16 bits are cut to 8", () => {
    const data = Uint16Array.of(0x1234, 0xabcd, 0xffff);
    const image = encoded(encode({ width: 1, height: 1, data, channels: 3, depth: 16 }));
    expect(image.bitsPerComponent).toBe(8);
    expect(unfilter(image.data.bytes, 1, 1, 3)).toEqual(Uint8Array.of(0x12, 0xab, 0xff));
  });

  test("with one transparent colour or a transparent palette entry keep it", () => {
    const gray = withChunk(
      encode({ width: 2, height: 1, data: Uint8Array.of(7, 9), channels: 1, depth: 8 }),
      "tRNS",
      [0, 9],
    );
    expect(encoded(gray).colorKey).toEqual([9, 9]);
    const indexed = encode({
      width: 3,
      height: 1,
      data: Uint8Array.of(1, 0, 1),
      channels: 1,
      depth: 8,
      palette: [
        [255, 0, 0],
        [0, 0, 255],
      ],
    });
    const image = encoded(withChunk(indexed, "tRNS", [40]));
    expect(image.alpha).toEqual(Uint8Array.of(255, 40, 255));
  });

  test.each(["truncated.png", "no-picture-data.png", "gif-called.png"])(
    "that are damaged are told apart: %s",
    (name) => {
      expect(() => encoded(fixture(name))).toThrow(DiagnosticError);
    },
  );
});

describe("JPEG files", () => {
  test.each([
    ["good-24x16.jpg", "rgb", false],
    ["grey.jpg", "gray", false],
    ["progressive.jpg", "rgb", false],
    ["four-inks.jpg", "cmyk", true],
  ])("go in untouched: %s", (name, colors, inverted) => {
    const bytes = fixture(name);
    const image = encoded(bytes);
    expect(image).toMatchObject({ colors, inverted, bitsPerComponent: 8 });
    expect(image.data).toEqual({ kind: "jpeg", bytes });
  });

  test.each(["truncated-in-header.jpg", "webp-called.jpg"])("that are none are told apart: %s", (name) => {
    expect(() => encoded(fixture(name))).toThrow(DiagnosticError);
  });
});

/** The file with one more chunk before its picture data. */
function withChunk(png: Uint8Array, type: string, data: readonly number[]): Uint8Array {
  const at = Buffer.from(png).indexOf("IDAT") - 4;
  const chunk = [
    0,
    0,
    0,
    data.length,
    ...Buffer.from(type),
    ...data,
    ...crc(Uint8Array.from([...Buffer.from(type), ...data])),
  ];
  return Uint8Array.from([...png.subarray(0, at), ...chunk, ...png.subarray(at)]);
}

/** CRC-32 of the PNG specification. */
function crc(bytes: Uint8Array): readonly number[] {
  let register = 0xffffffff;
  for (const byte of bytes) {
    register ^= byte;
    for (let bit = 0; bit < 8; bit++) register = (register >>> 1) ^ (register & 1 ? 0xedb88320 : 0);
  }
  register = ~register;
  return [24, 16, 8, 0].map((shift) => (register >>> shift) & 0xff);
}
