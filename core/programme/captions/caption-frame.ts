/** Captions as text on a page: wrapped and shaped by the text engine, in the project's own styles. */

import type { TextFrame } from "../../document/schema/frames.ts";
import type { ColorRef } from "../../document/schema/primitives.ts";
import type { Clip } from "../../document/schema/programme.ts";
import type { Project } from "../../document/schema/project.ts";
import { mmToPt } from "../../units/units.ts";

const TEXT = "caption";
/** Text keeps clear of the edges of sets that do not show the whole picture (EBU R 95). */
const SAFE_EDGE = 0.05;
/** Part of an upright picture's height, at its lower end, over which programs on telephones lay their own words and buttons. */
const PHONE_EDGE = 0.18;
/** Lines across a whole wide picture tire the eye: captions leave this part of its width free at each side. */
const WIDE_EDGE = 0.1;
/** Size of letters as a part of the picture's height: lines of about 42 letters across 16 by 9. */
const SIZE = 0.052;
/** Upright pictures are not higher than this part of their width for the size of letters: lines of about 32. */
const UPRIGHT = 0.75;
/** Behind the lines, where the clip says nothing else. */
export const CAPTION_BACKGROUND: ColorRef = { rgb: "#000000", alpha: 0.72 };

interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Where the captions of a clip stand on a page of that size in millimetres. */
export function captionFrame(clip: Clip, { width, height }: PageSize): TextFrame {
  const edge = clip.safe ?? SAFE_EDGE;
  const beside = width > height ? Math.max(edge, WIDE_EDGE) : edge;
  const below = height > width ? Math.max(edge, PHONE_EDGE) : edge;
  return {
    type: "text",
    id: TEXT,
    x: width * beside,
    y: height * edge,
    width: width * (1 - 2 * beside),
    height: height * (1 - edge - below),
    text: TEXT,
    verticalAlign: clip.captionLook?.position === "top" ? "top" : "bottom",
  };
}

/** The words of one caption as a text of the project, for a page of that size in millimetres. */
export function captionText(
  clip: Clip,
  words: string,
  language: string,
  { width, height }: PageSize,
): Project["texts"] {
  const style = clip.captionLook?.style;
  const plain = {
    color: { rgb: "#ffffff" },
    size: Math.max(1, mmToPt(Math.min(height, width * UPRIGHT) * SIZE)),
    weight: 500,
  };
  const format = {
    paragraph: { align: "center", balance: true },
    ...(style === undefined && { character: plain }),
  } as const;
  return {
    [TEXT]: {
      variants: { [language]: { blocks: [{ ...(style !== undefined && { style }), format, runs: [words] }] } },
    },
  };
}
