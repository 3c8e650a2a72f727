/** The editor by keys: on the stage, and those that work wherever one is in the editor. */

import type { KeyboardEvent } from "react";
import {
  leftToBrowser,
  type ShortcutTable,
  type ShortcutWords,
  says,
  shortcutLabel,
  shortcutOf,
} from "../keys/shortcut-table.ts";
import {
  duplicateSelected,
  group,
  nudge,
  order,
  removeSelected,
  selectedFrames,
  setHidden,
  setLocked,
  showAllFrames,
  ungroup,
} from "./actions.ts";
import { pasteNow } from "./clipboard/use-clipboard.ts";
import { LARGE_NUDGE_MM, NUDGE_MM } from "./constants.ts";
import { toggle, toggleMode } from "./display.ts";
import { type AskedDialog, type Editor, enterGroup, select, type Tool } from "./editor.ts";
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
export const STAGE_KEYS: ShortcutTable<Editor> = {
  ArrowLeft: says("nudge", nudgeBy(-NUDGE_MM, 0)),
  ArrowRight: says("nudge", nudgeBy(NUDGE_MM, 0)),
  ArrowUp: says("nudge", nudgeBy(0, -NUDGE_MM)),
  ArrowDown: says("nudge", nudgeBy(0, NUDGE_MM)),
  "Shift+ArrowLeft": says("nudgeFar", nudgeBy(-LARGE_NUDGE_MM, 0)),
  "Shift+ArrowRight": says("nudgeFar", nudgeBy(LARGE_NUDGE_MM, 0)),
  "Shift+ArrowUp": says("nudgeFar", nudgeBy(0, -LARGE_NUDGE_MM)),
  "Shift+ArrowDown": says("nudgeFar", nudgeBy(0, LARGE_NUDGE_MM)),
  "Alt+ArrowDown": says("nextFrame", (editor) => selectNext(editor, 1)),
  "Alt+ArrowUp": says("nextFrame", (editor) => selectNext(editor, -1)),
  PageDown: says("scroll", (editor) => pan(editor, 0, editor.store.getState().size.height * 0.9)),
  PageUp: says("scroll", (editor) => pan(editor, 0, -editor.store.getState().size.height * 0.9)),
  Delete: says("remove", removeSelected),
  Backspace: says("remove", removeSelected),
  Enter: says("open", open),
  Escape: says("leave", leave),
  W: says("viewPreview", () => toggleMode("preview")),
  "Shift+W": says("viewBleed", () => toggleMode("bleed")),
  V: says("toolSelect", takeTool("select")),
  H: says("toolHand", takeTool("hand")),
  T: says("toolText", takeTool("text")),
  R: says("toolRectangle", takeTool("rectangle")),
  E: says("toolEllipse", takeTool("ellipse")),
  L: says("toolLine", takeTool("line")),
  I: says("toolImage", takeTool("image")),
  P: says("toolPolygon", takeTool("polygon")),
  B: says("toolTable", takeTool("table")),
  C: says("toolChart", takeTool("chart")),
  Q: says("toolQr", takeTool("qr")),
  O: says("toolOrnament", takeTool("ornament")),
  G: says("gradient", shadeSelected),
};

/** Anywhere in the editor but in fields. */
export const EDITOR_KEYS: ShortcutTable<Editor> = {
  "Ctrl+A": says("selectAll", selectAll),
  // The browser makes events of these by itself; `useClipboard` hears them.
  "Ctrl+C": leftToBrowser("copy"),
  "Ctrl+X": leftToBrowser("cut"),
  "Ctrl+V": leftToBrowser("paste"),
  "Ctrl+Shift+V": says("pasteInPlace", (editor) => void pasteNow(editor, "inPlace")),
  "Ctrl+Alt+V": says("pasteEverywhere", (editor) => void pasteNow(editor, "everywhere")),
  "Ctrl+D": says("duplicate", duplicateSelected),
  "Ctrl+Alt+D": says("repeat", (editor) => editor.store.getState().selection.size > 0 && ask(editor, "repeat")),
  "Ctrl+Alt+P": says("pageSetup", (editor) => ask(editor, "page")),
  "Ctrl+3": says("hide", (editor) => setHidden(editor, editor.store.getState().selection, true)),
  "Ctrl+Alt+3": says("showAll", showAllFrames),
  "Ctrl+G": says("group", group),
  "Ctrl+Shift+G": says("ungroup", ungroup),
  "Ctrl+L": says("lock", lockOrUnlock),
  "Ctrl+]": says("forward", (editor) => order(editor, "forward")),
  "Ctrl+[": says("backward", (editor) => order(editor, "backward")),
  "Ctrl+Shift+]": says("front", (editor) => order(editor, "front")),
  "Ctrl+Shift+[": says("back", (editor) => order(editor, "back")),
  "Ctrl+Shift+}": says("front", (editor) => order(editor, "front")),
  "Ctrl+Shift+{": says("back", (editor) => order(editor, "back")),
  "Ctrl+=": says("zoomIn", zoomIn),
  "Ctrl++": says("zoomIn", zoomIn),
  "Ctrl+-": says("zoomOut", zoomOut),
  "Ctrl+0": says("zoomPage", (editor) => fitPage(editor, "whole")),
  "Ctrl+1": says("zoomActual", zoomToActualSize),
  "Ctrl+2": says("zoomWidth", (editor) => fitPage(editor, "width")),
  "Ctrl+;": says("showGuides", () => toggle("guides")),
  "Ctrl+Alt+;": says("lockGuides", () => toggle("guidesLocked")),
  "Ctrl+Shift+;": says("snap", () => toggle("snap")),
  "Ctrl+Shift+:": says("snap", () => toggle("snap")),
  "Ctrl+'": says("showGrid", () => toggle("grid")),
  "Ctrl+Shift+'": says("snapToGrid", () => toggle("snapToGrid")),
  'Ctrl+Shift+"': says("snapToGrid", () => toggle("snapToGrid")),
};

const ask = (editor: Editor, asked: AskedDialog): void => editor.store.setState({ asked });

/** What a tooltip says of the keys that do this. */
export const editorKeyLabel = (words: ShortcutWords): string | undefined =>
  shortcutLabel(EDITOR_KEYS, words) ?? shortcutLabel(STAGE_KEYS, words);

function run(editor: Editor, event: KeyboardEvent, keys: ShortcutTable<Editor>): void {
  const shortcut = shortcutOf(keys, event);
  if (!shortcut || event.defaultPrevented) return;
  if (!shortcut.isBrowsers) event.preventDefault();
  shortcut.run(editor);
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

function lockOrUnlock(editor: Editor): void {
  const frames = selectedFrames(editor);
  setLocked(editor, new Set(frames.map(({ id }) => id)), !frames.every(({ locked }) => locked === true));
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

/** Shows the gradient of the selected frame where it runs on the page, and goes to its handles. */
export function shadeSelected({ store }: Editor): void {
  const [only, ...more] = store.getState().selection;
  if (more.length === 0) store.setState({ shading: only, writing: undefined, cropping: undefined });
}

/** One step out: of the tool, the selection, the group. */
function leave(editor: Editor): void {
  const { tool, entered, selection, holders } = editor.store.getState();
  if (tool !== "select") editor.store.setState({ tool: "select" });
  else if (entered !== undefined) enterGroup(editor, undefined);
  else if (selection.size > 0) select(editor, []);
  else if (holders === "masters") backToPages(editor);
}
