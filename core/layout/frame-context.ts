/** What a frame's layout may ask of the document around it. */

import type { Color } from "../color/color.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { ColorRef, Fill, StrokeStyle } from "../document/schema/primitives.ts";
import type { Project } from "../document/schema/project.ts";
import type { Paragraph } from "../text/paragraph-model.ts";
import type { TextEngine } from "../text/text-engine.ts";
import type { Rect } from "../units/geometry.ts";
import type { AssetSource } from "./asset-source.ts";
import type { Paint, Stroke } from "./display-list.ts";

export interface FrameContext {
  readonly project: Project;
  readonly language: string;
  readonly engine: TextEngine;
  readonly assets: AssetSource;
  color(reference: ColorRef): Color;
  /** A gradient spans `box`. */
  paint(fill: Fill, box: Rect): Paint;
  stroke(style: StrokeStyle): Stroke;
  /** A text in the document's language (or its source's, reported), styles resolved; `style` is for blocks that name none. */
  paragraphs(text: string, style?: string): readonly Paragraph[];
  /** The same as one plain string, for labels outside the text engine such as QR data or alt texts. */
  plainText(text: string): string;
  /** Whether a text is in the document's language; else its source's words stand in. */
  isTranslated(text: string): boolean;
  report(diagnostic: Diagnostic): void;
}
