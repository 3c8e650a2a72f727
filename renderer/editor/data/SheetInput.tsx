import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { shortcutOf } from "../../keys/shortcut-table.ts";
import { CELL_KEYS, type CellHand, RESTING_KEYS } from "./cell-keys.ts";
import type { SheetProps } from "./Sheet.tsx";
import { cellAt, onlyAt, rangeOf, type SheetCell, type SheetPlace, stepFrom, textsIn } from "./sheet-range.ts";
import { readTabSeparated, writeTabSeparated } from "./tab-separated.ts";

interface SheetInputProps extends SheetProps {
  readonly cell: SheetCell;
  /** How the cell is called. */
  readonly name: string;
}

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
  /** The next cell in reading order; undefined at the end. */
  const neighbour = (way: 1 | -1): SheetPlace | undefined => {
    const column = at.column + (way > 0 ? cell.columnSpan : -1);
    const next =
      column >= 0 && column < columns
        ? { row: at.row, column }
        : { row: at.row + way, column: way > 0 ? 0 : columns - 1 };
    if (next.row < 0 || next.row >= rows) return undefined;
    const target = cellAt(cells, next);
    return target ? { row: target.row, column: target.column } : next;
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const shortcut = shortcutOf(CELL_KEYS, event) ?? (isWriting ? undefined : shortcutOf(RESTING_KEYS, event));
    // At the end of the sheet Tab goes on to what comes after it.
    if (!shortcut || (event.key === "Tab" && !neighbour(event.shiftKey ? -1 : 1))) return;
    event.preventDefault();
    event.stopPropagation();
    shortcut.run(hand(event.currentTarget));
  };
  const hand = (element: HTMLTextAreaElement): CellHand => ({
    go,
    advance(way) {
      const next = neighbour(way);
      if (!next) return;
      setWriting(false);
      onSelect(onlyAt(next));
    },
    breakLine() {
      const { selectionStart, selectionEnd, value } = element;
      write(`${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`);
    },
    write() {
      setWriting(true);
      element.setSelectionRange(element.value.length, element.value.length);
    },
    leave() {
      if (!isWriting) {
        onLeave();
        return;
      }
      if (draft !== before.current) onWrite(at, [[before.current]]);
      setDraft(before.current);
      setWriting(false);
    },
    clear: onClear,
    selectAll: () => onSelect({ at: { row: 0, column: 0 }, to: { row: rows - 1, column: columns - 1 } }),
  });
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
