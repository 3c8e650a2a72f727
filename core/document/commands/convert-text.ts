/** Text of before Unicode to Unicode, where it stands in a project. */

import { convertLegacyText, type LegacyEncoding } from "../../script/legacy/legacy-encoding.ts";
import type { Project } from "../schema/project.ts";
import { mapRuns, type TextRange } from "../text-range.ts";
import { changeBlocks, shownBlocks, type TextTarget } from "./edit-text.ts";

/** The words of a range read in an old encoding; how they look stays. */
export const convertTextRange = (
  project: Project,
  target: TextTarget,
  range: TextRange,
  encoding: LegacyEncoding,
): Project =>
  changeBlocks(
    project,
    target,
    mapRuns(shownBlocks(project, target), range, (inline) => {
      if (typeof inline === "string") return convertLegacyText(inline, encoding).text;
      return "text" in inline ? { ...inline, text: convertLegacyText(inline.text, encoding).text } : inline;
    }),
  );
