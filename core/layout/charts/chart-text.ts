/** Labels of charts, set by the text engine like any other text. */

import { type Color, tintColor } from "../../color/color.ts";
import { flowText } from "../../text/flow-text.ts";
import { measureText } from "../../text/measure-text.ts";
import type { CharacterStyle, Paragraph, StyledRun } from "../../text/paragraph-model.ts";
import { PLAIN_CHARACTER, PLAIN_PARAGRAPH } from "../../text/plain-style.ts";
import type { DisplayItem } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";

/** Text ready for the engine, stripped of indents and spaces between paragraphs. */
export interface ChartLabel {
  readonly paragraphs: readonly Paragraph[];
}

/** Room a label takes, points. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
  readonly lineCount: number;
}

/** `muted` for axes. */
export type LabelTone = "normal" | "muted" | Color;
/** Alignment of a label's lines. */
export type LabelAlign = "start" | "center" | "end";

/** Where a label goes. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  /** Lines are broken and aligned within it. */
  readonly width: number;
  readonly align: LabelAlign;
  /** What of the label lies at `y`. */
  readonly anchor: "top" | "middle" | "bottom";
  readonly tone?: LabelTone;
}

/** Makes, measures and places the labels of one chart. */
export interface ChartText {
  /** Type size of labels, points. */
  readonly size: number;
  readonly color: Color;
  /** Colours for rules, from the text's own: a line to stand on, a line to look along. */
  readonly baselineColor: Color;
  readonly gridColor: Color;
  /** A label from one of the project's texts. */
  label(text: string): ChartLabel;
  /** A label of figures; `strong` for the ones that matter. */
  figures(text: string, weight?: "strong"): ChartLabel;
  /** The label with figures after its last word. */
  withFigures(label: ChartLabel, figures: string): ChartLabel;
  /** The size when lines may be `width` long; Infinity sets one line. */
  measure(label: ChartLabel, width: number): LabelSize;
  /** True where a word of the label is wider than `width` and would be broken. */
  breaksWords(label: ChartLabel, width: number): boolean;
  place(label: ChartLabel, place: LabelPlace): readonly DisplayItem[];
}

/** Far beyond any label. */
const TALL = 10_000;
const FIGURES_LEADING = 1.2;
const STRONG_WEIGHT = 600;
/** For charts whose first category is an empty text. */
const FALLBACK_STYLE: CharacterStyle = { ...PLAIN_CHARACTER, size: 9 };

/** `sample` is a text whose first run gives figures their style; `style` is the frame's label style. */
export function createChartText(context: FrameContext, sample: string, style: string | undefined): ChartText {
  const { engine, language } = context;
  const base = context.paragraphs(sample, style).flatMap((paragraph) => paragraph.runs)[0]?.style ?? FALLBACK_STYLE;
  const plain = { ...base, features: [...base.features, "tnum"] };
  const strong = { ...plain, font: { ...plain.font, weight: Math.max(plain.font.weight, STRONG_WEIGHT) } };
  const measure = ({ paragraphs }: ChartLabel, width: number) => measureText(engine, paragraphs, width);
  return {
    size: base.size,
    color: base.color,
    baselineColor: tintColor(base.color, 0.6),
    gridColor: tintColor(base.color, 0.16),
    label: (text) => ({ paragraphs: context.paragraphs(text, style).map(asLabel) }),
    figures: (figures, weight) => ({
      paragraphs: [
        {
          id: "",
          language,
          runs: [{ text: figures, language, style: weight === "strong" ? strong : plain }],
          style: { ...PLAIN_PARAGRAPH, leading: FIGURES_LEADING },
        },
      ],
    }),
    withFigures({ paragraphs }, figures) {
      const run: StyledRun = { text: `\u00a0\u00a0${figures}`, language, style: strong };
      const last = paragraphs.length - 1;
      return {
        paragraphs: paragraphs.map((paragraph, index) =>
          index === last ? { ...paragraph, runs: [...paragraph.runs, run] } : paragraph,
        ),
      };
    },
    measure,
    breaksWords(label, width) {
      const column = { x: 0, y: 0, width, height: TALL, page: 0 };
      const { problems } = flowText(engine, label.paragraphs, (index) => (index === 0 ? column : undefined));
      return problems.some((problem) => problem.kind === "word-too-wide");
    },
    place(label, { x, y, width, align, anchor, tone = "normal" }) {
      // A hair wider, so that a label measured to fit is not broken by rounding.
      const room = width + 0.01;
      const height = anchor === "top" ? 0 : measure(label, room).height;
      const top = y - (anchor === "middle" ? height / 2 : height);
      const paragraphs = label.paragraphs.map((paragraph) => ({
        ...paragraph,
        runs: paragraph.runs.map((run) => toned(run, tone)),
        style: { ...paragraph.style, align },
      }));
      const column = { x, y: top, width: room, height: TALL, page: 0 };
      const flowed = flowText(engine, paragraphs, (index) => (index === 0 ? column : undefined));
      return flowed.lines.flatMap((line) => line.items);
    },
  };
}

/** Nothing but the words: a label stands in a place of its own. */
function asLabel({ marker: _marker, ...paragraph }: Paragraph & { readonly marker?: StyledRun }): Paragraph {
  const { leading } = paragraph.style;
  return { ...paragraph, style: { ...PLAIN_PARAGRAPH, leading } };
}

function toned(run: StyledRun, tone: LabelTone): StyledRun {
  if (tone === "normal") return run;
  const color = tone === "muted" ? tintColor(run.style.color, 0.62) : tone;
  return { ...run, style: { ...run.style, color } };
}
