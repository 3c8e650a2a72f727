/** Image XObjects of encoded rasters and of generated masks. */

import type { PDFRef } from "pdf-lib";
import { PDFHexString } from "pdf-lib";
import type { Color } from "../../../color/color.ts";
import type { PlacedMask } from "../../../layout/display-list.ts";
import { hexadecimal, type PdfEntries, type PdfFile } from "../file/pdf-file.ts";
import type { ColourMode } from "../pdf-options.ts";
import type { EncodedImage } from "./encoded-image.ts";

const IMAGE = { Type: "XObject", Subtype: "Image" } as const;
const CHANNELS = { gray: 1, rgb: 3, cmyk: 4 } as const;
const COLOR_SPACES = { gray: "DeviceGray", rgb: "DeviceRGB", cmyk: "DeviceCMYK" } as const;

export function writeImage(file: PdfFile, image: EncodedImage): PDFRef {
  const { colors, width, height, bitsPerComponent } = image;
  const channels = typeof colors === "string" ? CHANNELS[colors] : 1;
  const softMask = image.alpha && writeAlpha(file, image.alpha, width, height);
  const entries: PdfEntries = {
    ...IMAGE,
    Width: width,
    Height: height,
    BitsPerComponent: bitsPerComponent,
    ColorSpace:
      typeof colors === "string"
        ? COLOR_SPACES[colors]
        : [
            "Indexed",
            "DeviceRGB",
            Math.floor(colors.palette.length / 3) - 1,
            PDFHexString.of(hexadecimal(colors.palette)),
          ],
    Decode: image.inverted ? Array.from({ length: channels }, () => [1, 0]).flat() : undefined,
    Mask: image.colorKey,
    SMask: softMask,
  };
  if (image.data.kind === "jpeg") return file.writeStream({ ...entries, Filter: "DCTDecode" }, image.data.bytes);
  const predictor = { Predictor: 15, Colors: channels, BitsPerComponent: bitsPerComponent, Columns: width };
  return file.writeStream({ ...entries, Filter: "FlateDecode", DecodeParms: predictor }, image.data.bytes);
}

/** A single pixel of the colour, seen through the mask: soft shadows cost no more than their alpha. */
export function writeMask(file: PdfFile, mask: PlacedMask["mask"], color: Color, colour: ColourMode): PDFRef {
  const components = colour === "cmyk" ? color.cmyk : color.rgb;
  return file.writeStream(
    {
      ...IMAGE,
      Width: 1,
      Height: 1,
      BitsPerComponent: 8,
      Interpolate: true,
      ColorSpace: colour === "cmyk" ? "DeviceCMYK" : "DeviceRGB",
      SMask: writeAlpha(file, mask.alpha, mask.width, mask.height),
    },
    Uint8Array.from(components, (component) => Math.round(component * 255)),
  );
}

/** Samples are a few points apart; readers draw them as steps unless told to interpolate (ISO 32000-1, 8.9.5.3). */
function writeAlpha(file: PdfFile, alpha: Uint8Array, width: number, height: number): PDFRef {
  return file.writeStream(
    { ...IMAGE, Width: width, Height: height, BitsPerComponent: 8, Interpolate: true, ColorSpace: "DeviceGray" },
    alpha,
  );
}
