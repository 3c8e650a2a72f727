/** Text with all styles resolved: what the text engine takes. Lengths are points unless said otherwise. */

import type { Color } from "../color/color.ts";
import type { FontRequest } from "../fonts/font-face.ts";

export interface CharacterStyle {
  readonly font: FontRequest;
  readonly size: number;
  readonly color: Color;
  /** Thousandths of an em after every cluster. */
  readonly tracking: number;
  /** Thousandths of an em, up is positive. */
  readonly baselineShift: number;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly highlight?: Color;
  /** Address a reader goes to on a click. */
  readonly link?: string;
  /** OpenType features, `tnum` or `liga=0`. */
  readonly features: readonly string[];
}

export interface StyledRun {
  readonly text: string;
  readonly language: string;
  readonly style: CharacterStyle;
}

export interface TabStop {
  /** From the left edge of the column. */
  readonly position: number;
  readonly align: "start" | "center" | "end" | "decimal";
  /** Repeated to fill the gap, such as `.`; empty for none. */
  readonly leader: string;
}

export interface ParagraphStyle {
  readonly align: "start" | "center" | "end" | "justify";
  /** Distance of baselines as a multiple of the font size; undefined takes the language's own. */
  readonly leading: number | undefined;
  readonly indentStart: number;
  readonly indentEnd: number;
  /** Added to the first line only; negative hangs. */
  readonly indentFirst: number;
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  readonly keepWithNext: boolean;
  readonly keepTogether: boolean;
  /** Least lines at the foot and at the head of a column when a paragraph is divided. */
  readonly orphans: number;
  readonly widows: number;
  /** Lines of nearly equal length, for headings. */
  readonly balance: boolean;
  readonly tabs: readonly TabStop[];
  /** A bullet or number, set in the hanging indent before the first line. */
  readonly marker?: StyledRun;
  /** Start on a new column or page. */
  readonly breakBefore: "none" | "column" | "page";
  readonly rule?: {
    readonly position: "above" | "below";
    readonly color: Color;
    readonly weight: number;
    readonly offset: number;
  };
}

/** Runs of one paragraph; `\n` inside a run is a forced line, `\t` goes to the next tab stop. */
export interface Paragraph {
  readonly id: string;
  readonly language: string;
  readonly runs: readonly StyledRun[];
  readonly style: ParagraphStyle;
}
