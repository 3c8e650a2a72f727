/** Turns the JPEG and PNG files of a project into pictures Skia can paint. */

import { Image } from "@napi-rs/canvas";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Asset, AssetSource } from "../../core/layout/asset-source.ts";
import type { DisplayItem } from "../../core/layout/display-list.ts";
import type { OrientedPicture, PictureSource } from "../../core/paint/canvas/canvas-surface.ts";
import { pictureUnreadable } from "./raster-diagnostics.ts";

export interface DecodedPictures extends PictureSource {
  readonly diagnostics: readonly Diagnostic[];
}

/** Decoded once per asset object, freed with it; `undefined` for a file Skia cannot read. */
const decoded = new WeakMap<Asset, Promise<OrientedPicture | undefined>>();

async function decode(asset: Asset): Promise<OrientedPicture | undefined> {
  const image = new Image();
  try {
    image.src = asset.bytes;
    await image.decode();
  } catch (error) {
    // A file that is no longer what it was is not a picture that cannot be read.
    if (error instanceof DiagnosticError) throw error;
    return undefined;
  }
  // Skia has turned the picture by its EXIF orientation already.
  return { picture: image, orientation: 1 };
}

function collectAssets(items: readonly DisplayItem[], into: Set<string>): Set<string> {
  for (const item of items) {
    if (item.kind === "image") into.add(item.asset);
    else if (item.kind === "group") collectAssets(item.items, into);
  }
  return into;
}

/**
 * Decodes every raster that `items` show. Vector assets have become paths in layout and are not looked at.
 * A file that cannot be read leaves its place empty and gives a diagnostic.
 */
export async function decodePictures(items: readonly DisplayItem[], assets: AssetSource): Promise<DecodedPictures> {
  const pictures = new Map<string, OrientedPicture>();
  const diagnostics: Diagnostic[] = [];
  for (const id of collectAssets(items, new Set())) {
    const asset = assets.asset(id);
    if (!asset || asset.kind === "svg") continue;
    let pending = decoded.get(asset);
    if (!pending) {
      pending = decode(asset);
      decoded.set(asset, pending);
    }
    const picture = await pending;
    if (picture) pictures.set(id, picture);
    else diagnostics.push(pictureUnreadable(id));
  }
  return { picture: (id) => pictures.get(id), diagnostics };
}
