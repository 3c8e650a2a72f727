/** Pictures as layout and painters need them; decoding and files are the host's business. */

/** A raster or vector picture of a project. Rasters are upright: the source has applied any EXIF orientation to `width` and `height`. */
export interface Asset {
  readonly id: string;
  readonly kind: "jpeg" | "png" | "svg";
  /** The file as it is. */
  readonly bytes: Uint8Array;
  /** Pixels as shown; for SVG the view box. */
  readonly width: number;
  readonly height: number;
  /** EXIF orientation 1–8 still to be applied to `bytes` when painting; 1 where there is none. */
  readonly orientation: number;
}

export interface AssetSource {
  /** Undefined where the asset is missing or not a picture; layout then reports it and leaves the place empty. */
  asset(id: string): Asset | undefined;
}
