import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { SheetProps } from "./Sheet.tsx";
import { onlyAt, rangeOf, type SheetCell, stepFrom, textsIn } from "./sheet-range.ts";
import { readTabSeparated, writeTabSeparated } from "./tab-separated.ts";

interface SheetInputProps extends SheetProps {
  readonly cell: SheetCell;
  /** How the cell is called. */
  readonly name: string;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/**
 * The one field of a sheet, in the cell one is at. All of it is selected, so that what is typed, through input methods too, replaces what
 * was there; only when the cell is being written in do arrows move in its text.
 */
export function SheetInput(props: SheetInputProps) {
  const { cell, name, cells, rows, columns, language, selection, onSelect, onWrite, onClear, onLeave } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const [isWriting, setWriting] = useState(false);
  const [draft, setDraft] = useState(cell.text);
  const before = useRef(cell.text);
  useEffect(() => {
    if (isWriting) return;
    before.current = cell.text;
    setDraft(cell.text);
  }, [cell.text, isWriting]);
  useLayoutEffect(() => {
    if (!isWriting && draft === cell.text) field.current?.select();
  }, [isWriting, draft, cell.text]);

  const at = { row: cell.row, column: cell.column };
  const size = { rows, columns };
  const go = (step: readonly [number, number], extending: boolean): void => {
    setWriting(false);
    if (extending) onSelect({ at: selection.at, to: stepFrom(cells, selection.to, step, size) });
    else onSelect(onlyAt(stepFrom(cells, at, step, size)));
  };
  /** To the next cell in reading order; false at the end. */
  const advance = (way: 1 | -1): boolean => {
    const column = at.column + (way > 0 ? cell.columnSpan : -1);
    const next =
      column >= 0 && column < columns
        ? { row: at.row, column }
        : { row: at.row + way, column: way > 0 ? 0 : columns - 1 };
    if (next.row < 0 || next.row >= rows) return false;
    setWriting(false);
    const target = cells.find(
      (one) =>
        next.row >= one.row &&
        next.row < one.row + one.rowSpan &&
        next.column >= one.column &&
        next.column < one.column + one.columnSpan,
    );
    onSelect(onlyAt(target ? { row: target.row, column: target.column } : next));
    return true;
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    const isModified = event.ctrlKey || event.metaKey || event.altKey;
    if (step && !isWriting && !isModified) go(step, event.shiftKey);
    else if (event.key === "Enter" && !isModified) go([event.shiftKey ? -1 : 1, 0], false);
    else if (event.key === "Enter") {
      const { selectionStart, selectionEnd, value } = event.currentTarget;
      write(`${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`);
    } else if (event.key === "Tab") {
      if (!advance(event.shiftKey ? -1 : 1)) return;
    } else if (event.key === "F2") {
      setWriting(true);
      const end = event.currentTarget.value.length;
      event.currentTarget.setSelectionRange(end, end);
    } else if (event.key === "Escape") {
      if (!isWriting) onLeave();
      else {
        if (draft !== before.current) onWrite(at, [[before.current]]);
        setDraft(before.current);
        setWriting(false);
      }
    } else if ((event.key === "Delete" || event.key === "Backspace") && !isWriting && !isModified) onClear();
    else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey) && !isWriting) {
      onSelect({ at: { row: 0, column: 0 }, to: { row: rows - 1, column: columns - 1 } });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const write = (value: string): void => {
    setWriting(true);
    setDraft(value);
    onWrite(at, [[value]]);
  };
  const copy = (event: ClipboardEvent): void => {
    if (isWriting) return;
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData.setData("text/plain", writeTabSeparated(textsIn(cells, rangeOf(selection))));
  };
  const paste = (event: ClipboardEvent): void => {
    const lines = readTabSeparated(event.clipboardData.getData("text/plain"));
    const isOne = lines.length <= 1 && (lines[0]?.length ?? 0) <= 1;
    if (isWriting && isOne) return;
    event.preventDefault();
    event.stopPropagation();
    setWriting(false);
    const { top, left } = rangeOf(selection);
    if (lines.length > 0) onWrite({ row: top, column: left }, lines);
  };

  return (
    <textarea
      ref={field}
      className={isWriting ? "sheet-input writing" : "sheet-input"}
      aria-label={name}
      rows={1}
      lang={language}
      readOnly={cell.isFixed === true}
      placeholder={cell.hint}
      value={draft}
      spellCheck={false}
      onChange={(event) => write(event.target.value)}
      onKeyDown={press}
      onCopy={copy}
      onCut={(event) => {
        if (isWriting) return;
        copy(event);
        onClear();
      }}
      onPaste={paste}
      onDoubleClick={() => setWriting(true)}
      onPointerDown={() => {
        if (document.activeElement === field.current) setWriting(true);
      }}
      onBlur={() => setWriting(false)}
    />
  );
}
