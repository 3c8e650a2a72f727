import { colorFromHex } from "../color/color.ts";
import { relativeLuminance } from "../color/contrast.ts";
import type { ColorRef } from "./schema/primitives.ts";
import type { Project } from "./schema/project.ts";
import { flatText } from "./text-range.ts";

/** Brighter than this, letters are for dark grounds and hardly show on paper. */
const BRIGHTEST_ON_PAPER = 0.35;

/**
 * The paragraph style most letters of the pages' text frames are set in, of those that can be read on paper; else the first there is, and
 * undefined where there is none.
 */
export function bodyStyle(project: Project): string | undefined {
  const letters = new Map<string, number>();
  for (const frame of project.pages.flatMap(({ frames }) => frames)) {
    if (frame.type !== "text" || frame.text === undefined) continue;
    for (const block of project.texts[frame.text]?.variants[project.languages.source]?.blocks ?? []) {
      const style = ("runs" in block ? block.style : undefined) ?? frame.style;
      if (style !== undefined) letters.set(style, (letters.get(style) ?? 0) + flatText(block).length);
    }
  }
  const [most] = [...letters]
    .filter(([style]) => readsOnPaper(project, style))
    .sort(([, one], [, other]) => other - one);
  return most?.[0] ?? project.paragraphStyles[0]?.id;
}

function readsOnPaper(project: Project, style: string): boolean {
  const color = colorOf(project, style, new Set());
  const id = typeof color === "string" ? color : color && "swatch" in color ? color.swatch : undefined;
  const rgb = color && typeof color === "object" && "rgb" in color ? color.rgb : undefined;
  const shown = colorFromHex(rgb ?? project.swatches.find((swatch) => swatch.id === id)?.rgb ?? "#000000");
  return !shown || relativeLuminance(shown) <= BRIGHTEST_ON_PAPER;
}

/** Its own colour, or that of the style it is based on. */
function colorOf(project: Project, id: string, seen: Set<string>): ColorRef | undefined {
  const style = project.paragraphStyles.find((one) => one.id === id);
  if (!style || seen.has(id)) return undefined;
  seen.add(id);
  return style.character?.color ?? (style.basedOn === undefined ? undefined : colorOf(project, style.basedOn, seen));
}
