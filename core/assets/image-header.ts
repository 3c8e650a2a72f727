/** What a picture is, told from its content and never from its name, and whether this program can use it. */

import { type Diagnostic, DiagnosticError } from "../diagnostics/diagnostic.ts";
import type { HeaderResult } from "./header-result.ts";
import {
  imageCorrupt,
  imageEmpty,
  imageTooManyBytes,
  imageTooManyPixels,
  imageTruncated,
  imageUnsupported,
  type NamedPicture,
} from "./image-diagnostics.ts";
import { type JpegHeader, readJpegHeader } from "./jpeg-header.ts";
import { type PngHeader, readPngHeader } from "./png-header.ts";
import { looksLikeSvg, readSvgHeader } from "./svg-header.ts";

const MAX_IMAGE_SIDE = 20_000;
const MAX_IMAGE_PIXELS = 200_000_000;
export const MAX_IMAGE_BYTES = 100_000_000;

interface ImageSize {
  /** Pixels as shown, the orientation applied; for SVG the view box. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation 1–8 a painter has yet to apply to the file. */
  readonly orientation: number;
}

export type ImageHeader =
  | (ImageSize & { readonly kind: "jpeg"; readonly jpeg: JpegHeader })
  | (ImageSize & { readonly kind: "png"; readonly png: PngHeader })
  | (ImageSize & { readonly kind: "svg" });

/** Extension of the picture's file inside a package. */
export const extensionOf = (kind: ImageHeader["kind"]): "jpg" | "png" | "svg" => (kind === "jpeg" ? "jpg" : kind);

/** The header of the picture in `bytes`. `asset` and `name`, what the user calls it, are for messages only. Throws a `DiagnosticError` where it cannot be used. */
export function readImageHeader(bytes: Uint8Array, asset: string, name: string = asset): ImageHeader {
  const picture = { asset, name };
  if (bytes.length === 0) throw refusal(imageEmpty(picture));
  if (bytes.length > MAX_IMAGE_BYTES) throw refusal(imageTooManyBytes(picture, bytes.length, MAX_IMAGE_BYTES));
  const format = sniffFormat(bytes);
  switch (format) {
    case "JPEG": {
      const jpeg = headerOf(readJpegHeader(bytes), picture, format);
      // Orientations from 5 lie on their side.
      const [width, height] = jpeg.orientation >= 5 ? [jpeg.height, jpeg.width] : [jpeg.width, jpeg.height];
      return { kind: "jpeg", ...raster(picture, width, height), orientation: jpeg.orientation, jpeg };
    }
    case "PNG": {
      const png = headerOf(readPngHeader(bytes), picture, format);
      // Viewers disagree about EXIF in PNG and cameras write none, so these pictures are taken as stored.
      return { kind: "png", ...raster(picture, png.width, png.height), orientation: 1, png };
    }
    case "SVG": {
      const { width, height } = headerOf(readSvgHeader(decodeText(bytes)), picture, format);
      return { kind: "svg", width, height, orientation: 1 };
    }
    default:
      throw refusal(imageUnsupported(picture, format));
  }
}

const refusal = (diagnostic: Diagnostic): DiagnosticError => new DiagnosticError([diagnostic]);

function headerOf<Header>(result: HeaderResult<Header>, picture: NamedPicture, format: string): Header {
  if (result.state === "read") return result.header;
  throw refusal(
    result.state === "truncated" ? imageTruncated(picture, format) : imageCorrupt(picture, format, result.detail),
  );
}

function raster(
  picture: NamedPicture,
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  if (width > MAX_IMAGE_SIDE || height > MAX_IMAGE_SIDE || width * height > MAX_IMAGE_PIXELS) {
    throw refusal(imageTooManyPixels(picture, width, height, MAX_IMAGE_SIDE, MAX_IMAGE_PIXELS));
  }
  return { width, height };
}

/** Signatures by offset; `?` stands for any byte. Formats that cannot be used are named so that the user knows what to convert. */
const SIGNATURES: readonly { readonly format: string; readonly at: number; readonly pattern: string }[] = [
  { format: "JPEG", at: 0, pattern: "\xff\xd8\xff" },
  { format: "PNG", at: 0, pattern: "\x89PNG\r\n\x1a\n" },
  { format: "GIF", at: 0, pattern: "GIF8" },
  { format: "WebP", at: 0, pattern: "RIFF????WEBP" },
  { format: "HEIC", at: 4, pattern: "ftyphei" },
  { format: "HEIC", at: 4, pattern: "ftyphev" },
  { format: "HEIC", at: 4, pattern: "ftypmif1" },
  { format: "HEIC", at: 4, pattern: "ftypmsf1" },
  { format: "AVIF", at: 4, pattern: "ftypavi" },
  { format: "TIFF", at: 0, pattern: "II*\0" },
  { format: "TIFF", at: 0, pattern: "MM\0*" },
  { format: "BMP", at: 0, pattern: "BM" },
  { format: "PDF", at: 0, pattern: "%PDF-" },
  { format: "PSD", at: 0, pattern: "8BPS" },
  { format: "EPS", at: 0, pattern: "%!PS" },
  { format: "EPS", at: 0, pattern: "\xc5\xd0\xd3\xc6" },
  { format: "JPEG XL", at: 0, pattern: "\0\0\0\x0cJXL " },
  { format: "JPEG 2000", at: 0, pattern: "\0\0\0\x0cjP  " },
];
/** Room for comments before an SVG's root element. */
const SVG_SEARCH_LENGTH = 65_536;

/** The usual name of the format, or undefined for one that is not known. */
function sniffFormat(bytes: Uint8Array): string | undefined {
  const matches = (at: number, pattern: string): boolean =>
    [...pattern].every((character, index) => character === "?" || bytes[at + index] === character.charCodeAt(0));
  const found = SIGNATURES.find(({ at, pattern }) => matches(at, pattern))?.format;
  if (found !== undefined) return found;
  return looksLikeSvg(decodeText(bytes.subarray(0, SVG_SEARCH_LENGTH))) ? "SVG" : undefined;
}

function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
