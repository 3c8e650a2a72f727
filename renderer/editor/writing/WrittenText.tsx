import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { findFrame } from "../../../core/document/commands/edit-frames.ts";
import { comparePlaces } from "../../../core/document/text-range.ts";
import { transformPoint } from "../../../core/units/geometry.ts";
import type { LaidOut } from "../../engine/project-layout.ts";
import { openFind, useFind } from "../../find/find-state.ts";
import { shortcutOf } from "../../keys/shortcut-table.ts";
import { offerConversion } from "../../paste/conversion-offer.ts";
import { copiedText } from "../clipboard/copy-clip.ts";
import { pastedWords } from "../clipboard/paste-words.ts";
import { useEditor, useEditorState } from "../editor.ts";
import { ownName } from "../frame-names.ts";
import { bringIntoView } from "../navigate.ts";
import { type StageView, toView } from "../stage-pages.ts";
import type { CaretMap } from "./caret-map.ts";
import { endWriting } from "./end-writing.ts";
import { InvisibleMarks } from "./InvisibleMarks.tsx";
import { inputAct, TEXT_KEYS, type TextHand } from "./text-keys.ts";
import { useOrdered } from "./use-ordered.ts";
import { useTextField } from "./use-text-field.ts";
import { useTextPointer } from "./use-text-pointer.ts";
import { WritingMarks } from "./WritingMarks.tsx";
import { rangeOf, type Writer } from "./writer.ts";

export interface WrittenTextProps {
  readonly frame: string;
  readonly laidOut: LaidOut;
  readonly map: CaretMap;
  readonly writer: Writer;
  readonly view: StageView;
}

/** The caret, what is selected, and the field that keys and input methods write to. */
export function WrittenText({ frame, laidOut, map, writer, view }: WrittenTextProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  // The selection is kept in the editor's state; reading it here draws the caret anew when it moves.
  useEditorState((state) => state.caret);
  const invisibles = useEditorState((state) => state.invisibles);
  const { language } = laidOut;
  const find = useFind();
  const breaksLine = useRef(false);

  const selection = writer.selection();
  const { place, upper } = selection.focus;
  const line = map.lineAt(place, upper);
  const caretX = line ? map.xOf(line, place) : 0;
  const caretAt = line && toView(view, transformPoint(line.matrix, { x: caretX, y: line.top }));
  const rects = map.rects(rangeOf(selection));

  const perform = useOrdered(editor, laidOut.project);
  const latest = useRef(map);
  latest.current = map;
  const latestMap = (): CaretMap => latest.current;

  const shown = line?.source.text ?? "";
  const field = useTextField({
    shown,
    caretOffset: line ? Math.min(shown.length, place.offset - line.first) : 0,
    onInput: (event) => {
      const act = inputAct(event, breaksLine.current, writer, latestMap);
      if (act) perform(act);
    },
    onCompose: (text, isSettled) =>
      perform(() => {
        writer.compose(text);
        if (isSettled) writer.compose(undefined);
      }),
  });
  const focus = (): void => field.ref.current?.focus({ preventScroll: true });
  const pointer = useTextPointer(editor, { map, writer, view, focus });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map changes with every letter, the text is begun only once
  useLayoutEffect(() => {
    focus();
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

  const hand: TextHand = {
    writer,
    map: latestMap,
    toggleInvisibles: () => editor.store.setState({ invisibles: !invisibles }),
    leave() {
      endWriting(editor);
      document.querySelector<HTMLElement>(".stage")?.focus({ preventScroll: true });
    },
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    breaksLine.current = event.shiftKey;
    if (event.nativeEvent.isComposing) return;
    const shortcut = shortcutOf(TEXT_KEYS, event);
    const searching = (event.ctrlKey || event.metaKey) && !event.altKey && /^[fh]$/i.test(event.key);
    if (searching) openFind(find, event.key.toLowerCase() === "h", writer.selectedText());
    else if (shortcut && !shortcut.isBrowsers) perform(() => shortcut.run(hand));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const copy = (event: ClipboardEvent<HTMLTextAreaElement>, removes: boolean): void => {
    event.preventDefault();
    // Keys may have moved the selection since it was drawn.
    const range = rangeOf(writer.selection());
    if (comparePlaces(range.from, range.to) === 0) return;
    const { html, plain } = copiedText(editor, writer.target, range);
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", plain);
    if (removes) perform(() => writer.erase("back", latestMap()));
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    event.preventDefault();
    const put = pastedWords(event.clipboardData, writer.target);
    if (!put) return;
    perform(() => {
      const range = writer.paste(put);
      const words = writer.textIn(range);
      offerConversion(words, (encoding) => {
        if (writer.textIn(range) === words) writer.convert(range, encoding);
      });
    });
  };

  const found = findFrame(laidOut.project, frame);
  const name = (found && ownName(laidOut.project, found, language)) ?? "";
  const caret = line && rects.length === 0 ? { line, x: caretX, key: `${place.block} ${place.offset}` } : undefined;
  return (
    <div className="writing-layer" {...pointer}>
      {invisibles && <InvisibleMarks map={map} view={view} />}
      <WritingMarks view={view} rects={rects} caret={caret} />
      <textarea
        {...field}
        className="writing-field"
        style={{ left: caretAt?.x ?? 0, top: caretAt?.y ?? 0 }}
        aria-label={t("editor.write.field", { name })}
        lang={language}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        onKeyDown={press}
        onCopy={(event) => copy(event, false)}
        onCut={(event) => copy(event, true)}
        onPaste={paste}
      />
    </div>
  );
}
