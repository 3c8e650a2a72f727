/** Picture files as image XObjects hold them. */

import { readImageHeader } from "../../../assets/image-header.ts";
import type { Deflate } from "../file/pdf-file.ts";
import type { EncodedImage } from "./encoded-image.ts";
import { encodePng } from "./png-image.ts";

const JPEG_COLORS = new Map([
  [1, "gray"],
  [3, "rgb"],
  [4, "cmyk"],
] as const);

/**
 * JPEG files stay as they are. Undefined for SVG, which layout turns into paths. Throws DiagnosticError naming `asset` where the
 * file is damaged or of another kind.
 */
export function encodeImage(bytes: Uint8Array, asset: string, deflate: Deflate): EncodedImage | undefined {
  const header = readImageHeader(bytes, asset);
  if (header.kind === "png") return encodePng(bytes, header.png, asset, deflate);
  if (header.kind === "svg") return undefined;
  // Sizes as stored: the orientation is left to the matrix that places the picture.
  const { width, height, components, adobeTransform } = header.jpeg;
  const colors = JPEG_COLORS.get(components as 1 | 3 | 4) ?? "rgb";
  return {
    width,
    height,
    bitsPerComponent: 8,
    colors,
    // Whoever writes Adobe's marker into a file of four inks means 0 for full ink.
    inverted: colors === "cmyk" && adobeTransform !== undefined,
    data: { kind: "jpeg", bytes },
  };
}
