/** The pictures of an open project: fetched from the host when layout asks for them, decoded by the browser. */

import type { HostApi } from "../../core/api/host-contract.ts";
import type { SessionHandle } from "../../core/api/schemas.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Asset, AssetSource } from "../../core/layout/asset-source.ts";
import type { OrientedPicture, PictureSource } from "../../core/paint/canvas/canvas-surface.ts";
import { whenReachable } from "../host/reachable.ts";
import { NeededError } from "./needed.ts";

/**
 * `asset` throws a NeededError for a picture that is not loaded; after `load` it is there, or known to be missing. Ids are those of
 * the project; an id keeps its content for as long as the project is open.
 */
export interface ProjectPictures extends AssetSource, PictureSource {
  load(id: string): Promise<void>;
  /** What has been fetched already. */
  loaded(id: string): Asset | undefined;
}

const MIME: Readonly<Record<Asset["kind"], string>> = { jpeg: "image/jpeg", png: "image/png", svg: "image/svg+xml" };

/** `session` says by what handle the host knows the project now: after the host was started again it has another. */
export function openProjectPictures(host: Pick<HostApi, "assets">, session: () => SessionHandle): ProjectPictures {
  const assets = new Map<string, Asset | undefined>();
  const pictures = new Map<string, ImageBitmap>();
  const loading = new Map<string, Promise<void>>();

  const fetchAsset = async (id: string): Promise<void> => {
    const asset = await whenReachable(() => host.assets.bytes({ session: session(), asset: id })).catch(
      (error: unknown) => {
        if (error instanceof DiagnosticError) return undefined;
        throw error;
      },
    );
    const picture = asset && asset.kind !== "svg" ? await decode(asset) : undefined;
    if (picture) pictures.set(id, picture);
    assets.set(id, asset);
  };

  return {
    asset(id) {
      if (assets.has(id)) return assets.get(id);
      throw new NeededError({ kind: "asset", id });
    },
    loaded: (id) => assets.get(id),
    picture: (id) => oriented(pictures.get(id)),
    load(id) {
      if (assets.has(id)) return Promise.resolve();
      const pending = loading.get(id) ?? fetchAsset(id).finally(() => loading.delete(id));
      loading.set(id, pending);
      return pending;
    },
  };
}

/** Undefined where the browser cannot read the file; its place then stays empty. */
async function decode(asset: Asset): Promise<ImageBitmap | undefined> {
  const blob = new Blob([asset.bytes as Uint8Array<ArrayBuffer>], { type: MIME[asset.kind] });
  try {
    return await createImageBitmap(blob, { imageOrientation: "from-image", premultiplyAlpha: "default" });
  } catch {
    return undefined;
  }
}

const upright = new WeakMap<ImageBitmap, OrientedPicture>();

/** The browser has turned the picture by its EXIF orientation already. */
function oriented(picture: ImageBitmap | undefined): OrientedPicture | undefined {
  if (!picture) return undefined;
  const known = upright.get(picture) ?? { picture, orientation: 1 };
  upright.set(picture, known);
  return known;
}
