/** Making text smaller until it fits its columns. */

import type { ColumnBox, FlowedText } from "./flow-model.ts";
import { flowText } from "./flow-text.ts";
import type { CharacterStyle, Paragraph, ParagraphStyle, StyledRun } from "./paragraph-model.ts";
import type { TextEngine } from "./text-engine.ts";

/** Scales tried lie this far apart. */
const STEP = 0.005;

/**
 * The largest scale from 1 down to `minimumScale` at which everything fits `columns` and no word is too wide for its line, and the text set
 * so. A word that is too wide even at the smallest is cut, and the rest fits as large as it may; where that does not fit, the smallest is
 * returned, with its overflow. Sizes, spaces and indents scale alike; tab stops stay, they belong to the column.
 */
export function fitText(
  engine: TextEngine,
  paragraphs: readonly Paragraph[],
  columns: readonly ColumnBox[],
  minimumScale: number,
): { readonly scale: number; readonly flowed: FlowedText } {
  const flowAt = (scale: number): FlowedText => {
    const scaled = scale === 1 ? paragraphs : scaleParagraphs(paragraphs, scale);
    return flowText(engine, scaled, (index) => columns[index]);
  };
  const whole = flowAt(1);
  if ((!whole.overflow && !cutsWord(whole)) || !(minimumScale < 1)) return { scale: 1, flowed: whole };

  const smallest = flowAt(minimumScale);
  const cut = cutsWord(smallest);
  const fits = (flowed: FlowedText): boolean => !flowed.overflow && (cut || !cutsWord(flowed));
  if (fits(whole)) return { scale: 1, flowed: whole };
  let best = { scale: minimumScale, flowed: smallest };
  if (smallest.overflow) return best;
  let fitting = Math.ceil((1 - minimumScale) / STEP);
  let tooLarge = 0;
  while (fitting - tooLarge > 1) {
    const middle = (fitting + tooLarge) >> 1;
    const scale = 1 - middle * STEP;
    const flowed = flowAt(scale);
    if (fits(flowed)) {
      fitting = middle;
      best = { scale, flowed };
    } else {
      tooLarge = middle;
    }
  }
  return best;
}

const cutsWord = ({ problems }: FlowedText): boolean => problems.some(({ kind }) => kind === "word-too-wide");

/** The same paragraphs with sizes, spaces and indents `scale` times as large. */
export function scaleParagraphs(paragraphs: readonly Paragraph[], scale: number): Paragraph[] {
  const styles = new Map<CharacterStyle, CharacterStyle>();
  const scaleRun = (run: StyledRun): StyledRun => {
    let style = styles.get(run.style);
    if (!style) {
      style = { ...run.style, size: run.style.size * scale };
      styles.set(run.style, style);
    }
    return { ...run, style };
  };
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    runs: paragraph.runs.map(scaleRun),
    style: scaleStyle(paragraph.style, scale, scaleRun),
  }));
}

function scaleStyle(style: ParagraphStyle, scale: number, scaleRun: (run: StyledRun) => StyledRun): ParagraphStyle {
  return {
    ...style,
    indentStart: style.indentStart * scale,
    indentEnd: style.indentEnd * scale,
    indentFirst: style.indentFirst * scale,
    spaceBefore: style.spaceBefore * scale,
    spaceAfter: style.spaceAfter * scale,
    ...(style.marker ? { marker: scaleRun(style.marker) } : {}),
  };
}
