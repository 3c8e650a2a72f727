/** What a clipboard brings into a text that is being written. */

import { hasWords, pasteTextClip } from "../../../core/document/clipboard/text-clip.ts";
import type { TextEdit, TextTarget } from "../../../core/document/commands/edit-text.ts";
import { replaceRich } from "../../../core/document/commands/replace-rich.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { TextRange } from "../../../core/document/text-range.ts";
import { readWords } from "../../paste/read-words.ts";
import { showFailure } from "../../ui/toasts.ts";
import { readClipHtml } from "./clip-html.ts";
import { soundClip } from "./paste-data.ts";

/**
 * What puts the words of a clipboard in place of a range: those of this program with all their looks, those of others with what is bold,
 * italic and underlined. Undefined where there are none.
 */
export function pastedWords(
  data: DataTransfer,
  target: TextTarget,
): ((project: Project, range: TextRange) => TextEdit) | undefined {
  const html = data.getData("text/html");
  const clip = clipWithWords(html);
  if (clip) return (project, range) => pasteTextClip(project, clip, target, range);
  const words = readWords(html, data.getData("text/plain"));
  return words.length === 0 ? undefined : (project, range) => replaceRich(project, target, range, words);
}

/** Where a clip is damaged that is told, and its words come as those of another program. */
function clipWithWords(html: string): Project | undefined {
  const carried = readClipHtml(html);
  if (!carried) return undefined;
  try {
    const clip = soundClip(carried.json);
    return hasWords(clip) ? clip : undefined;
  } catch (failure) {
    showFailure(failure);
    return undefined;
  }
}
