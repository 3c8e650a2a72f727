/** What a clip shows, as projects of one page: laid out and painted by what lays out and paints print. */

import type { Clip, Overlay, Scene } from "../../document/schema/programme.ts";
import type { Page, Project } from "../../document/schema/project.ts";
import { captionFrame, captionText } from "../captions/caption-frame.ts";

const PAGE = "page";

interface Proportions {
  readonly width: number;
  readonly height: number;
}

/** The project as one page alone, with other texts in the place of those the page names. */
export function projectOfPage(project: Project, { page, texts }: Pick<Overlay, "page" | "texts">): Project {
  const shown = Object.entries(texts ?? {}).flatMap(([replaced, id]) => {
    const text = project.texts[id];
    return text ? [[replaced, text] as const] : [];
  });
  return {
    ...project,
    pages: project.pages.filter(({ id }) => id === page),
    ...(shown.length > 0 && { texts: { ...project.texts, ...Object.fromEntries(shown) } }),
  };
}

/** A page of those proportions filled as the scene says. */
export function projectOfColor(
  project: Project,
  proportions: Proportions,
  { fill }: Extract<Scene, { type: "color" }>,
): Project {
  return ofOnePage(project, proportions, ({ width, height }) => [
    { type: "shape", id: "fill", x: 0, y: 0, width, height, outline: { kind: "rectangle" }, fill },
  ]);
}

/** A page of a picture's proportions with nothing on it but the picture. */
export function projectOfPicture(project: Project, asset: string, picture: Proportions): Project {
  return ofOnePage(project, picture, ({ width, height }) => [
    { type: "image", id: "picture", x: 0, y: 0, width, height, asset, fit: "stretch" },
  ]);
}

/** A page of those proportions with the words of a caption where captions stand. */
export function projectOfCaption(
  project: Project,
  clip: Clip,
  proportions: Proportions,
  words: string,
  language: string,
): Project {
  const shown = ofOnePage(project, proportions, (size) => [captionFrame(clip, size)]);
  const texts = captionText(clip, words, language, sizeOf(project, proportions));
  return { ...shown, texts: { ...project.texts, ...texts } };
}

/** Pages are as wide as the project's, so that sizes of its styles look as on its other pages. */
const sizeOf = ({ page }: Project, { width, height }: Proportions): Proportions => ({
  width: page.width,
  height: (page.width * height) / width,
});

function ofOnePage(
  project: Project,
  proportions: Proportions,
  framesIn: (size: Proportions) => Page["frames"],
): Project {
  const size = sizeOf(project, proportions);
  return { ...project, pages: [{ id: PAGE, size, frames: framesIn(size) }] };
}
