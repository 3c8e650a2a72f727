import "./writing.css";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { useTranslation } from "react-i18next";
import { findFrame } from "../../../core/document/commands/edit-frames.ts";
import { shownBlocks } from "../../../core/document/commands/edit-text.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { TextPlace } from "../../../core/document/text-range.ts";
import { type Point, transformPoint } from "../../../core/units/geometry.ts";
import type { LaidOut } from "../../engine/project-layout.ts";
import { type Editor, projectOf, select, useEditor, useEditorState } from "../editor.ts";
import { ownName } from "../frame-names.ts";
import { bringIntoView } from "../navigate.ts";
import { type StagePage, type StageView, toStage, toView } from "../stage-pages.ts";
import { type CaretLine, type CaretMap, caretMap } from "./caret-map.ts";
import { type CaretMove, wordAt } from "./move-caret.ts";
import { createWriter, rangeOf, type Writer } from "./writer.ts";

export interface WritingLayerProps {
  readonly frame: string;
  readonly laidOut: LaidOut;
  readonly pages: readonly StagePage[];
  readonly view: StageView;
}

/** Over the stage while a text is written: the caret, what is selected, and the field that keys and input methods write to. */
export function WritingLayer({ frame, laidOut, pages, view }: WritingLayerProps) {
  const editor = useEditor();
  const { project, language, sources } = laidOut;
  const map = useMemo(
    () => caretMap(pages, frame, (text) => shownBlocks(project, { text, language }), sources.fonts),
    [pages, frame, project, language, sources],
  );
  const text = map?.text;
  const writer = useMemo(
    () => (text === undefined ? undefined : createWriter(editor, { text, language })),
    [editor, text, language],
  );
  useEffect(() => {
    if (map === undefined) endWriting(editor);
  }, [editor, map]);
  if (!map || !writer) return null;
  return <WrittenText frame={frame} laidOut={laidOut} map={map} writer={writer} view={view} />;
}

/** Selects the frame again and leaves its text. */
export function endWriting(editor: Editor): void {
  editor.session.endMerging();
  editor.store.setState({ writing: undefined, caret: undefined });
}

interface WrittenTextProps {
  readonly frame: string;
  readonly laidOut: LaidOut;
  readonly map: CaretMap;
  readonly writer: Writer;
  readonly view: StageView;
}

/** The field is brought up to date when writing pauses; nobody reads it in between. */
const FIELD_PAUSE_MS = 150;

const MOVES: Readonly<Record<string, CaretMove>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "lineStart",
  End: "lineEnd",
  "Ctrl+ArrowLeft": "wordLeft",
  "Ctrl+ArrowRight": "wordRight",
  "Ctrl+Home": "start",
  "Ctrl+End": "end",
};
const ERASURES: Readonly<Record<string, Parameters<Writer["erase"]>[0]>> = {
  deleteContentBackward: "back",
  deleteContentForward: "forward",
  deleteWordBackward: "wordBack",
  deleteWordForward: "wordForward",
};
const FORMATS = { b: "bold", i: "italic", u: "underline" } as const;

function WrittenText({ frame, laidOut, map, writer, view }: WrittenTextProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  // The selection is kept in the editor's state; reading it here draws the caret anew when it moves.
  useEditorState((state) => state.caret);
  const { language } = laidOut;
  const field = useRef<HTMLTextAreaElement>(null);
  const dragged = useRef<TextPlace>(undefined);
  const composing = useRef(false);
  const breaksLine = useRef(false);

  const selection = writer.selection();
  const { place, upper } = selection.focus;
  const line = map.lineAt(place, upper);
  const caretX = line ? map.xOf(line, place) : 0;
  const caretAt = line && toView(view, transformPoint(line.matrix, { x: caretX, y: line.top }));
  const rects = map.rects(rangeOf(selection));
  const isCollapsed = rects.length === 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map changes with every letter, the text is begun only once
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    const { startAt } = editor;
    editor.startAt = undefined;
    const found = startAt && map.placeAt(startAt);
    if (found) writer.select({ anchor: found.place, focus: found });
    else if (!editor.store.getState().caret) writer.select(writer.selection());
  }, [editor, writer]);

  useEffect(() => {
    if (!line) return;
    const corner = transformPoint(line.matrix, { x: caretX, y: line.top });
    const end = transformPoint(line.matrix, { x: caretX, y: line.top + line.height });
    bringIntoView(editor, {
      x: Math.min(corner.x, end.x),
      y: Math.min(corner.y, end.y),
      width: Math.abs(end.x - corner.x) + 1,
      height: Math.abs(end.y - corner.y) + 1,
    });
  }, [editor, line, caretX]);

  // What assistive technology and input methods see: the line the caret is in.
  const shown = line?.source.text ?? "";
  const caretOffset = line ? Math.min(shown.length, place.offset - line.first) : 0;
  useEffect(() => {
    const waiting = setTimeout(() => {
      const element = field.current;
      if (!element || composing.current) return;
      element.value = shown;
      element.setSelectionRange(caretOffset, caretOffset);
    }, FIELD_PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [shown, caretOffset]);

  const perform = useOrdered(editor, laidOut.project);
  const latest = useRef(map);
  latest.current = map;

  const stagePoint = (event: PointerEvent<HTMLDivElement>): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return toStage(view, { x: event.clientX - left, y: event.clientY - top });
  };
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    if (event.button !== 0) return;
    const point = stagePoint(event);
    if (!isOverText(map, editor, point)) {
      endWriting(editor);
      select(editor, []);
      return;
    }
    const found = map.placeAt(point);
    if (!found) return;
    field.current?.focus({ preventScroll: true });
    if (event.detail === 2) {
      const word = wordAt(found.place, writer.blocks());
      writer.select({ anchor: word.from, focus: { place: word.to } });
      return;
    }
    const anchor = event.shiftKey ? selection.anchor : found.place;
    dragged.current = anchor;
    event.currentTarget.setPointerCapture(event.pointerId);
    writer.select({ anchor, focus: found });
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    const found = dragged.current && map.placeAt(stagePoint(event));
    if (found && dragged.current) writer.select({ anchor: dragged.current, focus: found });
  };

  const key = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const control = event.ctrlKey || event.metaKey;
    const move = MOVES[`${control ? "Ctrl+" : ""}${event.key}`];
    const format = control ? Reflect.get(FORMATS, event.key.toLowerCase()) : undefined;
    const extending = event.shiftKey;
    if (move) perform(() => writer.move(move, latest.current, extending));
    else if (event.key === "Escape") {
      perform(() => endWriting(editor));
      document.querySelector<HTMLElement>(".stage")?.focus({ preventScroll: true });
    } else if (control && event.key.toLowerCase() === "a") perform(() => writer.selectAll());
    else if (format) perform(() => writer.toggle(format));
    else if (event.key === "Tab" && !event.shiftKey && !control) perform(() => writer.insert(["\t"]));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const input = (event: InputEvent): void => {
    if (composing.current || !event.cancelable) return;
    event.preventDefault();
    const { inputType, data } = event;
    const erasure = ERASURES[inputType];
    if (erasure) perform(() => writer.erase(erasure, latest.current));
    else if (inputType === "insertText" || inputType === "insertReplacementText") {
      if (data !== null) perform(() => writer.insert([data]));
    } else if (inputType === "insertLineBreak" || inputType === "insertParagraph") {
      // A plain field tells Enter and Shift+Enter alike; the key says which it was.
      const paragraphs = breaksLine.current ? ["\n"] : ["", ""];
      perform(() => writer.insert(paragraphs));
    }
  };
  // React's own event of that name tells nothing of deletions.
  const latestInput = useRef(input);
  latestInput.current = input;
  useEffect(() => {
    const element = field.current;
    const listen = (event: InputEvent): void => latestInput.current(event);
    element?.addEventListener("beforeinput", listen);
    return () => element?.removeEventListener("beforeinput", listen);
  }, []);

  const copy = (event: ClipboardEvent<HTMLTextAreaElement>, removes: boolean): void => {
    event.preventDefault();
    if (isCollapsed) return;
    event.clipboardData.setData("text/plain", writer.selectedText());
    if (removes) perform(() => writer.erase("back", latest.current));
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    if (text !== "") perform(() => writer.insert(text.split("\n")));
  };

  const found = findFrame(laidOut.project, frame);
  const name = (found && ownName(laidOut.project, found, language)) ?? "";
  return (
    <div
      className="writing-layer"
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={() => {
        dragged.current = undefined;
      }}
    >
      <svg className="writing-marks" aria-hidden="true">
        {rects.map(({ line: marked, rect }) => (
          <rect
            key={`${marked.block} ${marked.first}`}
            className="writing-selection"
            transform={svgTransform(marked, view)}
            x={rect.x}
            y={rect.y}
            width={rect.width}
            height={rect.height}
          />
        ))}
        {line && isCollapsed && (
          <rect
            key={`${place.block} ${place.offset}`}
            className="writing-caret"
            transform={svgTransform(line, view)}
            x={caretX}
            y={line.top}
            width={caretWidth(line, view)}
            height={line.height}
          />
        )}
      </svg>
      <textarea
        ref={field}
        className="writing-field"
        style={{ left: caretAt?.x ?? 0, top: caretAt?.y ?? 0 }}
        aria-label={t("editor.write.field", { name })}
        lang={language}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        onKeyDown={(event) => {
          breaksLine.current = event.shiftKey;
          key(event);
        }}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionUpdate={({ data }) => perform(() => writer.compose(data))}
        onCompositionEnd={({ data }) => {
          perform(() => {
            writer.compose(data);
            writer.compose(undefined);
          });
          composing.current = false;
        }}
        onCopy={(event) => copy(event, false)}
        onCut={(event) => copy(event, true)}
        onPaste={paste}
      />
    </div>
  );
}

/**
 * Does things one after the other, each on a text that is laid out as it stands: while a font for what was written last is still on its
 * way, lines are not where the map has them, and what follows waits its turn.
 */
function useOrdered(editor: Editor, laidOut: Project): (act: () => void) => void {
  const waiting = useRef<(() => void)[]>([]);
  const shown = useRef(laidOut);
  shown.current = laidOut;
  const isFresh = (): boolean => shown.current === projectOf(editor);
  useLayoutEffect(() => {
    if (laidOut === projectOf(editor)) waiting.current.shift()?.();
  });
  return (act) => {
    if (isFresh() && waiting.current.length === 0) act();
    else waiting.current.push(act);
  };
}

/** Over a frame of the text or within a letter's height of its lines. */
function isOverText(map: CaretMap, editor: Editor, point: Point): boolean {
  const frames = new Set(map.lines.map((line) => line.frame));
  const inFrame = editor.onStage.frames.some(({ frame, placement }) => {
    if (!frames.has(frame.id) && frame.id !== editor.store.getState().writing) return false;
    const { x, y, width, height } = placement;
    return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
  });
  return (
    inFrame ||
    map.rects({ from: START, to: END }).some(({ line, rect }) => {
      const corner = transformPoint(line.matrix, rect);
      const end = transformPoint(line.matrix, { x: rect.x + rect.width, y: rect.y + rect.height });
      return point.x >= corner.x && point.x <= end.x && point.y >= corner.y && point.y <= end.y;
    })
  );
}

const START: TextPlace = { block: 0, offset: 0 };
const END: TextPlace = { block: Number.MAX_SAFE_INTEGER, offset: 0 };

/** From points of the line's frame to CSS pixels of the window. */
function svgTransform({ matrix: [a, b, c, d, e, f] }: CaretLine, view: StageView): string {
  const { scale } = view;
  const { x, y } = toView(view, { x: e, y: f });
  return `matrix(${[a * scale, b * scale, c * scale, d * scale, x, y].join(" ")})`;
}

/** One and a half CSS pixels in points of the frame. */
const caretWidth = ({ matrix: [a, b] }: CaretLine, { scale }: StageView): number => 1.5 / (Math.hypot(a, b) * scale);
