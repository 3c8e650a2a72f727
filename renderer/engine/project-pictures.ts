/** The pictures of an open project: what layout must know of them at once, their files when they are painted, or when there is time. */

import type { HostApi } from "../../core/api/host-contract.ts";
import type { SessionHandle } from "../../core/api/schemas.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Asset, AssetSource } from "../../core/layout/asset-source.ts";
import { whenReachable } from "../host/reachable.ts";
import { createDecodedPictures, type DecodedPictures, type PictureFile } from "./decoded-pictures.ts";
import { NeededError } from "./needed.ts";

/**
 * `asset` throws a NeededError for a picture that is not loaded; after `load` it is there, or known to be missing. Ids are those of
 * the project; an id keeps its content for as long as the project is open. Photographs have no `bytes` here: only SVG is read by layout.
 */
export interface ProjectPictures extends AssetSource, DecodedPictures {
  /** What layout needs of these pictures. */
  load(ids: Iterable<string>): Promise<void>;
  /** The file, where it has been fetched already. */
  loaded(id: string): Promise<Uint8Array | undefined>;
  /** Fetches files one after the other, as many as may be kept, so that they are there should the host go away. */
  fetchFiles(ids: Iterable<string>): Promise<void>;
}

const MIME: Readonly<Record<Asset["kind"], string>> = { jpeg: "image/jpeg", png: "image/png", svg: "image/svg+xml" };
const NO_BYTES = new Uint8Array();
/** Bytes of files kept beside what is decoded from them; the host gives a file again in no time. */
const KEPT_BYTES = 96 * 1024 * 1024;

/** `session` says by what handle the host knows the project now: after the host was started again it has another. */
export function openProjectPictures(host: Pick<HostApi, "assets">, session: () => SessionHandle): ProjectPictures {
  const assets = new Map<string, Asset | undefined>();
  const loading = new Map<string, Promise<void>>();
  /** Those asked for last come last. */
  const files = new Map<string, Promise<PictureFile | undefined>>();
  const sizes = new Map<string, number>();
  const keptBytes = (): number => sizes.values().reduce((sum, size) => sum + size, 0);

  const forgetOldest = (): void => {
    let over = keptBytes() - KEPT_BYTES;
    for (const id of files.keys()) {
      if (over <= 0) return;
      const size = sizes.get(id);
      // What is still on its way has no size yet.
      if (size === undefined || assets.get(id)?.kind === "svg") continue;
      files.delete(id);
      sizes.delete(id);
      over -= size;
    }
  };

  const fetchFile = async (id: string): Promise<{ readonly asset: Asset; readonly file: PictureFile } | undefined> => {
    const asset = await whenReachable(() => host.assets.bytes({ session: session(), asset: id })).catch(
      (error: unknown) => {
        if (error instanceof DiagnosticError) return undefined;
        throw error;
      },
    );
    if (!asset) return undefined;
    const { bytes, width, height, kind } = asset;
    const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: MIME[kind] });
    return { asset, file: { blob, width, height } };
  };

  const fileOf = (id: string): Promise<PictureFile | undefined> => {
    const known = files.get(id);
    if (known) {
      files.delete(id);
      files.set(id, known);
      return known;
    }
    const fetching = fetchFile(id).then((fetched) => {
      sizes.set(id, fetched?.file.blob.size ?? 0);
      forgetOldest();
      return fetched?.file;
    });
    files.set(id, fetching);
    fetching.catch(() => files.delete(id));
    return fetching;
  };

  const loadAll = async (ids: readonly string[]): Promise<void> => {
    const { pictures } = await whenReachable(() => host.assets.facts({ session: session(), assets: [...ids] }));
    const known = new Map(pictures.map((picture) => [picture.id, picture]));
    await Promise.all(
      ids.map(async (id) => {
        const facts = known.get(id);
        if (facts?.kind !== "svg") {
          assets.set(id, facts && { ...facts, bytes: NO_BYTES });
          return;
        }
        const fetched = await fetchFile(id);
        assets.set(id, fetched?.asset);
        files.set(id, Promise.resolve(fetched?.file));
      }),
    );
  };

  const decoded = createDecodedPictures((id) => assets.get(id), fileOf);
  return {
    asset(id) {
      if (assets.has(id)) return assets.get(id);
      throw new NeededError({ kind: "asset", id });
    },
    picture: decoded.picture,
    get version() {
      return decoded.version;
    },
    follow: decoded.follow,
    settled: decoded.settled,
    async load(ids) {
      const missing = [...ids].filter((id) => !assets.has(id));
      const fresh = missing.filter((id) => !loading.has(id));
      if (fresh.length > 0) {
        const pending = loadAll(fresh).finally(() => {
          for (const id of fresh) loading.delete(id);
        });
        for (const id of fresh) loading.set(id, pending);
      }
      await Promise.all(missing.map((id) => loading.get(id)));
    },
    async loaded(id) {
      const file = await files.get(id);
      return file && new Uint8Array(await file.blob.arrayBuffer());
    },
    async fetchFiles(ids) {
      for (const id of ids) {
        if (keptBytes() > KEPT_BYTES / 2) return;
        await fileOf(id);
      }
    },
  };
}
