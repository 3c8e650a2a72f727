/** What a product is made for, and the settings that follow from it. */

import type { ExportSettings } from "../../core/api/work-contract.ts";

export const PURPOSES = ["office", "press", "screen", "picture"] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface PictureChoice {
  readonly format: "png" | "jpg";
  readonly ppi: 150 | 300;
}

export const DEFAULT_PICTURE: PictureChoice = { format: "png", ppi: 150 };

/** Bleed a printing house asks for where the project has none, millimetres. */
export const LEAST_PRESS_BLEED = 3;

/** Of pictures inside a PDF that have to be painted as such. */
const PRINT_PPI = 300;

/** `bleed` is the project's own, millimetres. */
export function settingsFor(purpose: Purpose, picture: PictureChoice, bleed: number): ExportSettings {
  switch (purpose) {
    case "office":
    case "screen":
      return { format: "pdf", marks: false, bleed: 0, ppi: PRINT_PPI, colour: "rgb" };
    case "press":
      return { format: "pdf", marks: true, bleed: Math.max(bleed, LEAST_PRESS_BLEED), ppi: PRINT_PPI, colour: "cmyk" };
    case "picture":
      return { format: picture.format, marks: false, bleed: 0, ppi: picture.ppi, colour: "rgb" };
  }
}
