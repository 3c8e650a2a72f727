/** How a part of a text looks, as far as other programs are told: what is bold, italic and underlined, whatever makes it so. */

import type { RichParagraph, RichRun } from "../../../core/document/commands/replace-rich.ts";
import type { Block, CharacterFormat } from "../../../core/document/schema/text.ts";
import type { StyleResolver } from "../../../core/layout/resolve-style.ts";

/** A paragraph for each block; slots and fields are left out. `style` is that of paragraphs that have none. */
export const richWords = (
  blocks: readonly Block[],
  style: string | undefined,
  styles: StyleResolver,
): readonly RichParagraph[] =>
  blocks.map((block) => {
    if (!("runs" in block)) return [];
    const character = { ...styles.paragraphFormat(block.style ?? style).character, ...block.format?.character };
    return block.runs.flatMap((run): readonly RichRun[] => {
      if (typeof run === "string") return [{ text: run, format: shown(character) }];
      if (!("text" in run)) return [];
      return [{ text: run.text, format: shown({ ...character, ...styles.characterFormat(run.style), ...run.format }) }];
    });
  });

const shown = ({ weight, italic, underline }: CharacterFormat): NonNullable<RichRun["format"]> => ({
  ...(weight !== undefined && { weight }),
  ...(italic !== undefined && { italic }),
  ...(underline !== undefined && { underline }),
});
