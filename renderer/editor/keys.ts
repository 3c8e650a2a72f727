/** The editor by keys: on the stage, and those that work wherever one is in the editor. */

import type { KeyboardEvent } from "react";
import {
  copySelected,
  cutSelected,
  duplicateSelected,
  group,
  nudge,
  order,
  paste,
  removeSelected,
  selectedFrames,
  setLocked,
  ungroup,
} from "./actions.ts";
import { LARGE_NUDGE_MM, NUDGE_MM } from "./constants.ts";
import { type Editor, enterGroup, select, type Tool } from "./editor.ts";
import { backToPages } from "./master-actions.ts";
import { bringIntoView, fitPage, pageInView, pan, zoomIn, zoomOut, zoomToActualSize } from "./navigate.ts";
import { kindOfTool, placeFrame } from "./new-frames.ts";
import { openFrame } from "./open-frame.ts";
import { stageBounds } from "./stage-frames.ts";

type Run = (editor: Editor) => void;

const nudgeBy =
  (dx: number, dy: number): Run =>
  (editor) =>
    nudge(editor, { x: dx, y: dy });

const takeTool =
  (tool: Tool): Run =>
  (editor) =>
    editor.store.setState({ tool });

/** On the stage itself, and only while no text is being written. */
const STAGE_KEYS: Readonly<Record<string, Run>> = {
  ArrowLeft: nudgeBy(-NUDGE_MM, 0),
  ArrowRight: nudgeBy(NUDGE_MM, 0),
  ArrowUp: nudgeBy(0, -NUDGE_MM),
  ArrowDown: nudgeBy(0, NUDGE_MM),
  "Shift+ArrowLeft": nudgeBy(-LARGE_NUDGE_MM, 0),
  "Shift+ArrowRight": nudgeBy(LARGE_NUDGE_MM, 0),
  "Shift+ArrowUp": nudgeBy(0, -LARGE_NUDGE_MM),
  "Shift+ArrowDown": nudgeBy(0, LARGE_NUDGE_MM),
  "Alt+ArrowDown": (editor) => selectNext(editor, 1),
  "Alt+ArrowUp": (editor) => selectNext(editor, -1),
  PageDown: (editor) => pan(editor, 0, editor.store.getState().size.height * 0.9),
  PageUp: (editor) => pan(editor, 0, -editor.store.getState().size.height * 0.9),
  Delete: removeSelected,
  Backspace: removeSelected,
  Enter: open,
  Escape: leave,
  V: takeTool("select"),
  H: takeTool("hand"),
  T: takeTool("text"),
  R: takeTool("rectangle"),
  E: takeTool("ellipse"),
  L: takeTool("line"),
  I: takeTool("image"),
  P: takeTool("polygon"),
  B: takeTool("table"),
  C: takeTool("chart"),
  Q: takeTool("qr"),
  O: takeTool("ornament"),
};

/** Anywhere in the editor but in fields. */
const EDITOR_KEYS: Readonly<Record<string, Run>> = {
  "Ctrl+A": selectAll,
  "Ctrl+C": copySelected,
  "Ctrl+X": cutSelected,
  "Ctrl+V": paste,
  "Ctrl+D": duplicateSelected,
  "Ctrl+G": group,
  "Ctrl+Shift+G": ungroup,
  "Ctrl+L": (editor) => {
    const frames = selectedFrames(editor);
    setLocked(editor, new Set(frames.map(({ id }) => id)), !frames.every(({ locked }) => locked === true));
  },
  "Ctrl+]": (editor) => order(editor, "forward"),
  "Ctrl+[": (editor) => order(editor, "backward"),
  "Ctrl+Shift+]": (editor) => order(editor, "front"),
  "Ctrl+Shift+[": (editor) => order(editor, "back"),
  "Ctrl+Shift+}": (editor) => order(editor, "front"),
  "Ctrl+Shift+{": (editor) => order(editor, "back"),
  "Ctrl+=": zoomIn,
  "Ctrl++": zoomIn,
  "Ctrl+-": zoomOut,
  "Ctrl+0": (editor) => fitPage(editor, "whole"),
  "Ctrl+1": zoomToActualSize,
  "Ctrl+2": (editor) => fitPage(editor, "width"),
};

function keyName(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const control = event.ctrlKey || event.metaKey ? "Ctrl+" : "";
  return `${control}${event.altKey ? "Alt+" : ""}${event.shiftKey ? "Shift+" : ""}${key}`;
}

function run(editor: Editor, event: KeyboardEvent, keys: Readonly<Record<string, Run>>): void {
  const name = keyName(event);
  const act = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (!act || event.defaultPrevented) return;
  event.preventDefault();
  act(editor);
}

/** Keys of the stage; those of panels and fields are left to them. */
export function stageKey(editor: Editor, event: KeyboardEvent): void {
  if (event.target === event.currentTarget) run(editor, event, STAGE_KEYS);
}

const FIELDS = "input, textarea, select, [contenteditable], [role=listbox], [role=menu], [role=dialog]";

/** Keys of the whole editor; fields keep theirs. */
export function editorKey(editor: Editor, event: KeyboardEvent): void {
  if (event.target instanceof Element && !event.target.closest(FIELDS)) run(editor, event, EDITOR_KEYS);
}

function selectAll(editor: Editor): void {
  const { entered, page } = editor.store.getState();
  const frames = editor.onStage.frames.filter((one) => entered !== undefined || one.page === page);
  select(
    editor,
    frames.map(({ frame }) => frame.id),
  );
}

/** The frame above or below the selected one in the order of the page, from page to page. */
function selectNext(editor: Editor, step: 1 | -1): void {
  const { frames } = editor.onStage;
  const { selection } = editor.store.getState();
  const inView = pageInView(editor)?.page;
  const current = frames.findLastIndex(({ frame }) => selection.has(frame.id));
  const first = frames.findIndex(({ page }) => page === inView);
  const index = current < 0 ? Math.max(0, first) : (current + step + frames.length) % Math.max(1, frames.length);
  const next = frames[index];
  if (!next) return;
  select(editor, [next.frame.id]);
  bringIntoView(editor, stageBounds(next));
}

/** Puts down what the tool draws; else writes into the selected text, goes into the selected group, opens what is in the frame. */
function open(editor: Editor): void {
  const kind = kindOfTool(editor.store.getState().tool);
  if (kind) {
    placeFrame(editor, kind);
    return;
  }
  const [only, ...more] = selectedFrames(editor);
  if (!only || more.length > 0) return;
  if (only.type === "group") {
    enterGroup(editor, only.id);
    const [first] = only.frames;
    if (first) select(editor, [first.id]);
  } else openFrame(editor, only);
}

/** One step out: of the tool, the selection, the group. */
function leave(editor: Editor): void {
  const { tool, entered, selection, holders } = editor.store.getState();
  if (tool !== "select") editor.store.setState({ tool: "select" });
  else if (entered !== undefined) enterGroup(editor, undefined);
  else if (selection.size > 0) select(editor, []);
  else if (holders === "masters") backToPages(editor);
}
