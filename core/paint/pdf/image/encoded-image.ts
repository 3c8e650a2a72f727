/** A raster as an image XObject holds it. */

export interface EncodedImage {
  readonly width: number;
  readonly height: number;
  readonly bitsPerComponent: number;
  readonly colors: "gray" | "rgb" | "cmyk" | { readonly palette: Uint8Array };
  readonly data: ImageData;
  /** True where 0 is full ink, as Adobe writes CMYK JPEGs. */
  readonly inverted: boolean;
  /** Range of every component that is transparent, least and greatest in turn. */
  readonly colorKey?: readonly number[];
  /** One byte per pixel, rows from the top. */
  readonly alpha?: Uint8Array;
}

export type ImageData =
  | { readonly kind: "jpeg"; readonly bytes: Uint8Array }
  /** zlib data whose rows begin with PNG filter bytes. */
  | { readonly kind: "png-rows"; readonly bytes: Uint8Array };
