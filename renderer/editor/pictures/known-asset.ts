import type { Asset } from "../../../core/layout/asset-source.ts";
import { NeededError } from "../../engine/needed.ts";
import type { EditedLayouts } from "../editor.ts";

/** A picture the page has fetched for its layout; undefined for one it has not, or that cannot be read. */
export function knownAsset({ pages, masters }: EditedLayouts, id: string | undefined): Asset | undefined {
  const laidOut = pages ?? masters;
  if (id === undefined || !laidOut) return undefined;
  try {
    return laidOut.assets.asset(id);
  } catch (failure) {
    if (failure instanceof NeededError) return undefined;
    throw failure;
  }
}
