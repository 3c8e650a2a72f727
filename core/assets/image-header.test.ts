import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnosticsOf } from "../../test/support/diagnostics-of.ts";
import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { MAX_IMAGE_BYTES, readImageHeader } from "./image-header.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../test/fixtures/images/${name}`, import.meta.url)));
const refusalOf = (bytes: Uint8Array) => diagnosticsOf(() => readImageHeader(bytes, "anh")).map((one) => one.code);
const svg = (text: string) => readImageHeader(new TextEncoder().encode(text), "anh");

describe("JPEG", () => {
  it.each([
    ["good-24x16.jpg", { components: 3, progressive: false, adobeTransform: undefined }],
    ["progressive.jpg", { components: 3, progressive: true }],
    ["grey.jpg", { components: 1 }],
    ["four-inks.jpg", { components: 4, adobeTransform: 2 }],
  ])("%s is read", (name, jpeg) => {
    expect(readImageHeader(fixture(name), name)).toMatchObject({
      kind: "jpeg",
      width: 24,
      height: 16,
      orientation: 1,
      jpeg,
    });
  });

  it("is upright once the camera's turn is applied", () => {
    expect(readImageHeader(fixture("turned-exif-6.jpg"), "anh")).toMatchObject({
      width: 16,
      height: 24,
      orientation: 6,
      jpeg: { width: 24, height: 16 },
    });
  });
});

describe("PNG", () => {
  it.each([
    ["good-24x16.png", { color: "palette" }],
    ["palette.png", { color: "palette", bitDepth: 1, transparent: false }],
  ])("%s is read", (name, png) => {
    expect(readImageHeader(fixture(name), name)).toMatchObject({
      kind: "png",
      width: 24,
      height: 16,
      orientation: 1,
      png,
    });
  });
});

describe("SVG", () => {
  it("takes the view box before width and height", () => {
    expect(svg('<svg xmlns="http://www.w3.org/2000/svg" width="1cm" viewBox="0,0 120 80.5"/>')).toEqual({
      kind: "svg",
      width: 120,
      height: 80.5,
      orientation: 1,
    });
  });

  it("may have a declaration, comments, a document type and a prefix first", () => {
    const text = `\uFEFF<?xml version="1.0"?>\n<!-- Hoa văn > thổ cẩm -->\n<!DOCTYPE svg PUBLIC "a" "b" [<!ENTITY x "y">]>
      <svg:svg data-note="a > b" width="25.4mm" height='1in'><svg:g/></svg:svg>\n<!-- hết -->`;
    expect(svg(text)).toMatchObject({ width: expect.closeTo(96), height: 96 });
  });

  it.each([
    ['<svg viewBox="0 0 0 10"/>', "image.corrupt"],
    ['<svg viewBox="0 0 10"/>', "image.corrupt"],
    ['<svg viewBox="0 0 10 10"><g>', "image.truncated"],
    ['<svg viewBox="0 0 10', "image.truncated"],
    ["<html><svg/></html>", "image.unsupported"],
    ["<!-- svg -->", "image.unsupported"],
  ])("%s is refused", (text, code) => {
    expect(refusalOf(new TextEncoder().encode(text))).toEqual([code]);
  });
});

describe("refusals", () => {
  it.each([
    ["truncated-in-header.jpg", "image.truncated"],
    ["truncated-after-thumbnail.jpg", "image.truncated"],
    ["overwritten-marker.jpg", "image.corrupt"],
    ["truncated.png", "image.truncated"],
    ["bad-header-crc.png", "image.corrupt"],
    ["no-picture-data.png", "image.corrupt"],
    ["bomb-20001x1.png", "image.too-large"],
    ["bomb-19000x19000.png", "image.too-large"],
    ["webp-called.jpg", "image.unsupported"],
    ["gif-called.png", "image.unsupported"],
  ])("%s: %s", (name, code) => {
    expect(refusalOf(fixture(name))).toEqual([code]);
  });

  it("names the format it cannot use, whatever the file is called", () => {
    const formats: Readonly<Record<string, string>> = {
      WebP: "RIFF\0\0\0\0WEBPVP8 ",
      GIF: "GIF89a",
      HEIC: "\0\0\0\x18ftypheic",
      AVIF: "\0\0\0\x18ftypavif",
    };
    for (const [format, start] of Object.entries(formats)) {
      const [problem] = diagnosticsOf(() => readImageHeader(new TextEncoder().encode(start), "anh-cho"));
      expect(problem?.message.vi).toContain(`“anh-cho” là tệp ${format}`);
    }
  });

  it("counts bytes before it looks at them", () => {
    expect(refusalOf(new Uint8Array(0))).toEqual(["image.empty"]);
    expect(refusalOf(new Uint8Array(MAX_IMAGE_BYTES + 1))).toEqual(["image.too-large"]);
  });

  it("never does anything but read or refuse, however a file is damaged", () => {
    const originals = ["good-24x16.jpg", "turned-exif-6.jpg", "good-24x16.png"].map(fixture);
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(),
        (bytes, at, value, cut) => {
          const damaged = bytes.slice(0, bytes.length - (cut % bytes.length));
          damaged[at % damaged.length] = value;
          try {
            readImageHeader(damaged, "anh");
          } catch (error) {
            expect(error).toBeInstanceOf(DiagnosticError);
          }
        },
      ),
      { numRuns: 2_000, seed: 7 },
    );
  });
});
