/** What keys do in the cells of a table or chart. */

import { type ShortcutTable, says } from "../../keys/shortcut-table.ts";

/** The cell one is at, as its keys see it. */
export interface CellHand {
  /** One cell down and across, or with `extending` the far corner of what is selected. */
  go(step: readonly [number, number], extending: boolean): void;
  /** To the next cell in reading order. */
  advance(way: 1 | -1): void;
  breakLine(): void;
  write(): void;
  /** Out of the cell's text, then out of the sheet. */
  leave(): void;
  clear(): void;
  selectAll(): void;
}

/** In a cell, also while it is written in. */
export const CELL_KEYS: ShortcutTable<CellHand> = {
  Enter: says("cellDown", (hand) => hand.go([1, 0], false)),
  "Shift+Enter": says("cellUp", (hand) => hand.go([-1, 0], false)),
  Tab: says("cellNext", (hand) => hand.advance(1)),
  "Shift+Tab": says("cellPrevious", (hand) => hand.advance(-1)),
  "Alt+Enter": says("cellLine", (hand) => hand.breakLine()),
  "Ctrl+Enter": says("cellLine", (hand) => hand.breakLine()),
  F2: says("cellWrite", (hand) => hand.write()),
  Escape: says("cellLeave", (hand) => hand.leave()),
};

/** While cells are gone through; in a cell that is written in these are keys of its text. */
export const RESTING_KEYS: ShortcutTable<CellHand> = {
  ArrowLeft: says("cellMove", (hand) => hand.go([0, -1], false)),
  ArrowRight: says("cellMove", (hand) => hand.go([0, 1], false)),
  ArrowUp: says("cellMove", (hand) => hand.go([-1, 0], false)),
  ArrowDown: says("cellMove", (hand) => hand.go([1, 0], false)),
  "Shift+ArrowLeft": says("cellSelect", (hand) => hand.go([0, -1], true)),
  "Shift+ArrowRight": says("cellSelect", (hand) => hand.go([0, 1], true)),
  "Shift+ArrowUp": says("cellSelect", (hand) => hand.go([-1, 0], true)),
  "Shift+ArrowDown": says("cellSelect", (hand) => hand.go([1, 0], true)),
  "Ctrl+A": says("cellSelectAll", (hand) => hand.selectAll()),
  Delete: says("cellClear", (hand) => hand.clear()),
  Backspace: says("cellClear", (hand) => hand.clear()),
};
