/** Artwork that ends at the trim shows a white edge wherever the knife misses by a hair; it has to reach through the bleed. */

import { mapSame } from "../../document/commands/edit-frames.ts";
import { withPlacement } from "../../document/commands/place-frames.ts";
import type { Frame } from "../../document/schema/frames.ts";
import type { Page, Project } from "../../document/schema/project.ts";

/** What print shops ask for. */
export const SMALLEST_BLEED_MM = 3;
/** An edge this near to the trim is meant to be at it. */
const AT_TRIM_MM = 0.6;
const TOLERANCE_MM = 0.01;

interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Frames that colour their whole box. */
const isArtwork = (frame: Frame): boolean => {
  if (frame.hidden === true || (frame.rotation ?? 0) !== 0) return false;
  if (frame.type === "image") return frame.asset !== undefined && frame.fit !== "contain";
  if (frame.type === "shape") return frame.outline.kind === "rectangle" && frame.fill !== undefined;
  return (frame.type === "text" || frame.type === "chart") && frame.fill !== undefined;
};

/** How far each side must be moved out to go through the bleed; undefined where nothing is short of it. */
export function shortOfBleed(
  frame: Frame,
  size: { readonly width: number; readonly height: number },
  bleed: number,
): Sides | undefined {
  if (!isArtwork(frame)) return undefined;
  const missing = (outside: number): number =>
    outside > -AT_TRIM_MM && outside < bleed - TOLERANCE_MM ? bleed - outside : 0;
  const sides = {
    left: missing(-frame.x),
    top: missing(-frame.y),
    right: missing(frame.x + frame.width - size.width),
    bottom: missing(frame.y + frame.height - size.height),
  };
  return Object.values(sides).some((side) => side > 0) ? sides : undefined;
}

/** Size of a page; masters have the document's. */
export const sizeOf = (
  project: Project,
  holder: Partial<Pick<Page, "size">>,
): { readonly width: number; readonly height: number } => holder.size ?? project.page;

function extend(frame: Frame, { left, top, right, bottom }: Sides): Frame {
  const grown = withPlacement(frame, {
    x: frame.x - left,
    y: frame.y - top,
    width: frame.width + left + right,
    height: frame.height + top + bottom,
  });
  if (grown.type !== "text") return grown;
  // What stands in the frame stays where it was.
  const { top: t = 0, right: r = 0, bottom: b = 0, left: l = 0 } = grown.inset ?? {};
  return { ...grown, inset: { top: t + top, right: r + right, bottom: b + bottom, left: l + left } };
}

function extendAll(project: Project, wanted: (frame: Frame) => boolean): Project {
  const { bleed } = project.page;
  const mend = <Holder extends { frames: Frame[]; size?: Page["size"] }>(holder: Holder): Holder => {
    const frames = mapSame(holder.frames, (frame) => {
      const sides = wanted(frame) ? shortOfBleed(frame, sizeOf(project, holder), bleed) : undefined;
      return sides ? extend(frame, sides) : frame;
    });
    return frames === holder.frames ? holder : { ...holder, frames };
  };
  const pages = mapSame(project.pages, mend);
  const masters = mapSame(project.masters, mend);
  return pages === project.pages && masters === project.masters ? project : { ...project, pages, masters };
}

/** The frame's sides that end at the trim moved out through the bleed. */
export const extendIntoBleed = (project: Project, id: string): Project =>
  extendAll(project, (frame) => frame.id === id);

/** The document with the smallest bleed print shops take, and all artwork at the trim extended into it. */
export function growPageBleed(project: Project): Project {
  if (project.page.bleed >= SMALLEST_BLEED_MM) return project;
  return extendAll({ ...project, page: { ...project.page, bleed: SMALLEST_BLEED_MM } }, () => true);
}
