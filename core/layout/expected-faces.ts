/** Which font files a document will ask for first, told from its styles before anything is laid out, so that they can be fetched together. */

import type { Frame, TableFrame } from "../document/schema/frames.ts";
import type { Project } from "../document/schema/project.ts";
import type { FontKey, FontSource } from "../fonts/font-face.ts";
import { createStyleResolvers } from "./resolve-style.ts";
import { type ContentsEntry, createTextResolver, type FieldValues } from "./resolve-text.ts";
import { shownFrames } from "./shown-frames.ts";

const NO_FIELDS: FieldValues = { page: "", pages: "", section: "", title: "" };
/** One for every level there can be, so that the styles of generated contents are met. */
const ENTRIES: readonly ContentsEntry[] = [1, 2, 3, 4, 5, 6].map((level) => ({ level, title: "", folio: "" }));

/**
 * The first face of every chain the texts of the project lead to in `language`. Layout may ask for more, for letters these do not have,
 * and for less, where a text is not shown.
 */
export function expectedFaces(
  project: Project,
  language: string,
  fonts: Pick<FontSource, "chain">,
): ReadonlySet<FontKey> {
  const texts = createTextResolver(project, language, createStyleResolvers(project), new WeakMap());
  const faces = new Set<FontKey>();
  const wishes = new Set<string>();
  for (const { frames } of [...project.pages, ...project.masters]) {
    for (const frame of shownFrames(frames, language)) {
      for (const { text, style } of textsOf(frame)) {
        for (const paragraph of texts.resolve(text, style, NO_FIELDS, ENTRIES).paragraphs) {
          for (const run of [...paragraph.runs, ...(paragraph.style.marker ? [paragraph.style.marker] : [])]) {
            const { font } = run.style;
            const wish = `${JSON.stringify(font)} ${run.language}`;
            if (wishes.has(wish)) continue;
            wishes.add(wish);
            const [first] = fonts.chain(font, run.language);
            if (first !== undefined) faces.add(first);
          }
        }
      }
    }
  }
  return faces;
}

interface ShownText {
  readonly text: string;
  /** Of blocks that name none. */
  readonly style: string | undefined;
}

function textsOf(frame: Frame): readonly ShownText[] {
  if (frame.type === "text") return frame.text === undefined ? [] : [{ text: frame.text, style: frame.style }];
  if (frame.type === "table") return cellTexts(frame);
  if (frame.type !== "chart") return [];
  const { categories, series, labelStyle: style } = frame.chart;
  return [...categories, ...series.map(({ name }) => name)].map((text) => ({ text, style }));
}

function cellTexts({ table }: TableFrame): readonly ShownText[] {
  if (!table) return [];
  return table.rows.flatMap(({ cells }, row) => {
    const usual = row < (table.headerRows ?? 0) ? table.headerStyle : table.bodyStyle;
    return cells.flatMap(({ text, style = usual }) => (text === undefined ? [] : [{ text, style }]));
  });
}
