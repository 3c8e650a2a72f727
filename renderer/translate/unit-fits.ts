/** Which texts do not fit their frames in a language, told by its layout. */

import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { textsOfFrames } from "../../core/document/commands/frame-texts.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { framesOf } from "../../core/document/walk-frames.ts";

export type UnitFits = ReadonlyMap<string, Diagnostic>;

const TOLD = new Set(["text.overflow", "text.shrunk", "text.word-too-wide"]);
const RANK: Readonly<Record<Diagnostic["severity"], number>> = { error: 0, warning: 1, info: 2 };

/** The gravest message about the room of each text, by the text's id. */
export function unitFits(project: Project, diagnostics: readonly Diagnostic[]): UnitFits {
  const told = diagnostics.filter(({ code }) => TOLD.has(code));
  if (told.length === 0) return new Map();
  const ofFrame = new Map([...framesOf(project)].map(({ frame }) => [frame.id, [...textsOfFrames([frame])]]));
  const fits = new Map<string, Diagnostic>();
  for (const diagnostic of told) {
    const { text, frame } = diagnostic.target;
    for (const id of text !== undefined ? [text] : (ofFrame.get(frame ?? "") ?? [])) {
      const known = fits.get(id);
      if (!known || RANK[diagnostic.severity] < RANK[known.severity]) fits.set(id, diagnostic);
    }
  }
  return fits;
}
