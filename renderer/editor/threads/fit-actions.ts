/** What is done about text that does not fit, and where it goes on. */

import { setFrameProperty } from "../../../core/document/commands/set-frame-property.ts";
import { linkFrames, threadOf, unlinkFrame } from "../../../core/document/commands/thread-frames.ts";
import type { TextFrame } from "../../../core/document/schema/frames.ts";
import { type Editor, projectOf, select } from "../editor.ts";

type Fit = NonNullable<TextFrame["fit"]>;

/** Type is not made smaller than this before the user says so, and then not below the last. */
const FIRST_MINIMUM = 0.75;
const MINIMUM_STEP = 0.15;
const LAST_MINIMUM = 0.3;

/** The factor text may be made smaller to at the next asking; undefined where it may not get any smaller. */
export function nextMinimum({ fit }: TextFrame): number | undefined {
  if (fit?.mode !== "shrink") return FIRST_MINIMUM;
  const next = Math.round((fit.minimum - MINIMUM_STEP) * 100) / 100;
  return next >= LAST_MINIMUM ? next : undefined;
}

export const setFit = (editor: Editor, id: string, fit: Fit | undefined): void =>
  editor.session.edit("frame.fit", (project) => setFrameProperty(project, new Set([id]), "fit", fit));

/** A thread shrinks as a whole: its first frame says so. */
export const headOf = (editor: Editor, id: string): TextFrame | undefined => threadOf(projectOf(editor), id)[0];

export function link(editor: Editor, from: string, to: string): void {
  editor.session.edit("frame.link", (project) => linkFrames(project, from, to));
  editor.store.setState({ linking: undefined });
  select(editor, [to]);
}

export const unlink = (editor: Editor, from: string): void =>
  editor.session.edit("frame.unlink", (project) => unlinkFrame(project, from));
