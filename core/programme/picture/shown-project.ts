/** What a clip shows, as projects of one page: laid out and painted by what lays out and paints print. */

import type { TextFrame } from "../../document/schema/frames.ts";
import { MAX_LENGTH_MM } from "../../document/schema/primitives.ts";
import type { Clip, Overlay, Scene, ShownPage } from "../../document/schema/programme.ts";
import type { Page, Project } from "../../document/schema/project.ts";
import type { Text } from "../../document/schema/text.ts";
import { runLike } from "../../document/slot-text.ts";
import type { Rect } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";
import { captionFrame, captionText } from "../captions/caption-frame.ts";
import { CLOCK_SIGNS, STRIP_SEPARATOR, STRIP_TEXT } from "./laid-strip.ts";

const PAGE = "page";

/** A size of which only the shape matters. */
export interface Proportions {
  readonly width: number;
  readonly height: number;
}

/** What is shown of the project's pages, and the text of it that changes while it is. */
export type Shown = ShownPage & { readonly text?: string | undefined };

/** The pages that say the same in different shapes. */
export const pagesOf = (project: Project, { page, shapes }: ShownPage): readonly Page[] =>
  [page, ...(shapes ?? [])].flatMap((id) => project.pages.find((one) => one.id === id) ?? []);

/** The page, of those that say the same in other shapes, whose shape is nearest to the picture's. */
export function pageShown(project: Project, shown: ShownPage, picture: Proportions): Page | undefined {
  const wanted = Math.log(picture.width / picture.height);
  const away = (one: Page): number => {
    const { width, height } = one.size ?? project.page;
    return Math.abs(Math.log(width / height) - wanted);
  };
  return pagesOf(project, shown).reduce<Page | undefined>(
    (best, one) => (best && away(best) <= away(one) ? best : one),
    undefined,
  );
}

/** The project as one page alone, with other texts in the place of those the page names, and without the text that changes. */
export function projectOfPage(project: Project, shown: Shown, picture: Proportions): Project {
  const page = pageShown(project, shown, picture);
  const changing = changingFrame(page, shown.text);
  return {
    ...project,
    pages: page
      ? [{ ...page, frames: page.frames.map((frame) => (frame === changing ? withoutText(changing) : frame)) }]
      : [],
    texts: { ...project.texts, ...replacedTexts(project, shown) },
  };
}

const withoutText = ({ text: _text, ...frame }: TextFrame): TextFrame => frame;

function replacedTexts(project: Project, { texts }: ShownPage): Project["texts"] {
  return Object.fromEntries(
    Object.entries(texts ?? {}).flatMap(([replaced, id]) => {
      const text = project.texts[id];
      return text ? [[replaced, text] as const] : [];
    }),
  );
}

/** The frame of the page shown in which a text changes; it is one of the page's own, in no group. */
export const changingFrame = (page: Page | undefined, text: string | undefined): TextFrame | undefined =>
  page?.frames.find((frame) => frame.type === "text" && frame.text === text) as TextFrame | undefined;

/** Where a frame's text stands, in points of its page. */
export function insideOf({ x, y, width, height, inset }: TextFrame): Rect {
  const { top, right, bottom, left } = inset ?? { top: 0, right: 0, bottom: 0, left: 0 };
  return {
    x: mmToPt(x + left),
    y: mmToPt(y + top),
    width: mmToPt(width - left - right),
    height: mmToPt(height - top - bottom),
  };
}

/**
 * The text that changes alone on a page, in a frame that has room for all of it: as one line a paragraph for a crawl, as wide as it stands on
 * its page for credits; for a clock, every sign it may show in a paragraph of its own. Undefined where the page does not show the text.
 */
export function projectOfChanging(
  project: Project,
  overlay: Exclude<Overlay, { type: "page" }>,
  picture: Proportions,
): Project | undefined {
  const frame = changingFrame(pageShown(project, overlay, picture), overlay.text);
  const text = replacedTexts(project, overlay)[overlay.text] ?? project.texts[overlay.text];
  if (!frame || !text) return undefined;
  const inside = frame.width - (frame.inset?.left ?? 0) - (frame.inset?.right ?? 0);
  const box: TextFrame = {
    type: "text",
    id: STRIP_TEXT,
    x: 0,
    y: 0,
    width: overlay.type === "credits" ? inside : MAX_LENGTH_MM,
    height: MAX_LENGTH_MM,
    text: overlay.text,
    ...(frame.style !== undefined && { style: frame.style }),
  };
  const frames: Page["frames"] = [box];
  if (overlay.type === "crawl" && overlay.separator) {
    const { outline, fill, width, height } = overlay.separator;
    frames.push({ type: "shape", id: STRIP_SEPARATOR, x: 0, y: 0, width, height, outline, fill });
  }
  return {
    ...project,
    pages: [{ id: PAGE, frames }],
    texts: { ...project.texts, [overlay.text]: overlay.type === "clock" ? signsOf(text) : text },
  };
}

/** Every sign of a clock in the look of the text's first paragraph. */
function signsOf(text: Text): Text {
  const variants = Object.entries(text.variants).map(([language, { blocks }]) => {
    const like = blocks.find((block) => "runs" in block);
    const signs = CLOCK_SIGNS.map((sign) => ({ ...like, runs: [runLike(sign, like?.runs[0])] }));
    return [language, { blocks: signs }] as const;
  });
  return { variants: Object.fromEntries(variants) };
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
