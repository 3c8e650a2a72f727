/** Looks for artwork that ends at the trim. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Frame } from "../document/schema/frames.ts";
import type { Project } from "../document/schema/project.ts";
import { isShown } from "../layout/shown-frames.ts";
import { noBleed, shortOfBleedFound } from "./preflight-diagnostics.ts";
import { SMALLEST_BLEED_MM, shortOfBleed, sizeOf } from "./repairs/extend-into-bleed.ts";

/** One message per frame, or one for the document where its bleed is too small for any. */
export function checkBleed(project: Project, language: string): readonly Diagnostic[] {
  const { bleed } = project.page;
  const wanted = Math.max(bleed, SMALLEST_BLEED_MM);
  const short = (frames: readonly Frame[], size: { readonly width: number; readonly height: number }) =>
    frames.filter((frame) => isShown(frame, language) && shortOfBleed(frame, size, wanted));
  const onPages = project.pages.flatMap((page, index) =>
    short(page.frames, sizeOf(project, page)).map((frame) => ({ frame: frame.id, page: index + 1 })),
  );
  const onMasters = project.masters.flatMap(({ frames }) =>
    short(frames, project.page).map((frame) => ({ frame: frame.id })),
  );
  const found = [...onPages, ...onMasters];
  if (found.length === 0) return [];
  if (bleed < SMALLEST_BLEED_MM) return [noBleed(bleed, SMALLEST_BLEED_MM)];
  return found.map((target) => shortOfBleedFound(target, bleed));
}
