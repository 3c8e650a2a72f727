/** Flowing paragraphs through columns: lines in their places, and what found none. */

import { PARAGRAPH_START, type Position } from "./fill-lines.ts";
import { createLineFinder, type FlowMemory, type LineFinder, type RememberedLine } from "./flow-memory.ts";
import type { ColumnBox, FlowedLine, FlowedText, TextProblem } from "./flow-model.ts";
import { inkCollides } from "./ink-collision.ts";
import { prepareParagraph } from "./itemize-paragraph.ts";
import { FIT_HEIGHT_TOLERANCE, linesToPlace, needsNextColumn } from "./keep-rules.ts";
import { type LineSequence, linesFrom } from "./line-sequence.ts";
import { moveItems } from "./move-items.ts";
import type { Paragraph } from "./paragraph-model.ts";
import type { LaidLine } from "./place-line.ts";
import type { PreparedParagraph } from "./prepared-paragraph.ts";
import type { TextEngine } from "./text-engine.ts";

/** Columns in a row that may take nothing, each too short for a line, before the rest counts as overflow. */
const EMPTY_COLUMNS_ALLOWED = 8;

/** More than any page has, so that a search for the next page ends. */
const COLUMNS_PER_PAGE = 1_000;

/**
 * Sets `paragraphs` into the columns `columnAt` gives, asked for in order from 0 and no further than needed; undefined
 * ends the flow. Lines are told in reading order. With a `memory`, lines are the same objects as in the flow before wherever they are
 * equal to those.
 */
export function flowText(
  engine: TextEngine,
  paragraphs: readonly Paragraph[],
  columnAt: (index: number) => ColumnBox | undefined,
  memory?: FlowMemory,
): FlowedText {
  return new Flow(engine, paragraphs, columnAt, memory).run();
}

/** The state of one flow: the column being filled and how far. */
class Flow {
  private readonly engine: TextEngine;
  private readonly paragraphs: readonly Paragraph[];
  private readonly columnAt: (index: number) => ColumnBox | undefined;
  private readonly lines: FlowedLine[] = [];
  private readonly columnHeights: number[] = [];
  private readonly problems: TextProblem[] = [];
  private columnIndex = 0;
  private column: ColumnBox | undefined;
  /** Height used in the column so far. */
  private used = 0;
  private atTop = true;
  private emptyColumns = 0;
  private spaceAfter = 0;
  /** Paragraphs before this one have been moved together already. */
  private keptUntil = 0;
  private previous: { readonly laid: LaidLine; readonly baseline: number } | undefined;
  private overflow: FlowedText["overflow"];
  private readonly memory: FlowMemory | undefined;
  private readonly known: LineFinder | undefined;
  private readonly remembered: RememberedLine[][] = [];

  constructor(
    engine: TextEngine,
    paragraphs: readonly Paragraph[],
    columnAt: (index: number) => ColumnBox | undefined,
    memory: FlowMemory | undefined,
  ) {
    this.memory = memory;
    this.known = memory && createLineFinder(memory);
    this.engine = engine;
    this.paragraphs = paragraphs;
    this.columnAt = columnAt;
  }

  run(): FlowedText {
    this.column = this.columnAt(0);
    if (this.column) this.columnHeights.push(0);
    for (let index = 0; index < this.paragraphs.length && !this.overflow; index += 1) this.placeParagraph(index);
    if (this.memory) this.memory.columns = this.remembered;
    const { lines, columnHeights, overflow, problems } = this;
    return { lines, columnHeights, overflow, problems };
  }

  private placeParagraph(index: number): void {
    const paragraph = this.prepared(index);
    const { style } = paragraph.paragraph;
    for (const problem of paragraph.fontProblems) this.report({ ...problem, paragraph: index });
    if (!this.startColumnFor(style.breakBefore)) {
      this.stop(index, paragraph, PARAGRAPH_START);
      return;
    }
    let position = PARAGRAPH_START;
    let done = false;
    while (!done) {
      const { column } = this;
      if (!column) {
        this.stop(index, paragraph, position);
        return;
      }
      const sequence = linesFrom(this.engine.caches, paragraph, column.width, position);
      const gap = this.atTop ? 0 : this.spaceAfter + (position === PARAGRAPH_START ? style.spaceBefore : 0);
      const whole = position === PARAGRAPH_START;
      const room = { height: column.height - this.used - gap, full: column.height, atTop: this.atTop };
      const moves = whole && this.mustMove(index, sequence, room, column.width);
      const plan = moves ? { count: 0, ends: false } : linesToPlace(sequence, style, room, whole);
      if (plan.count > 0) {
        this.used += gap;
        for (let line = 0; line < plan.count; line += 1) this.placeLine(index, sequence.line(line), column);
        position = sequence.line(plan.count - 1)?.filled.to ?? position;
        done = plan.ends;
      }
      if (done) break;
      if (plan.count === 0 && this.atTop) this.emptyColumns += 1;
      if (this.emptyColumns < EMPTY_COLUMNS_ALLOWED && this.nextColumn()) continue;
      // No column is left: what fits here is set, whatever the rules say, and the rest is told.
      position = plan.count > 0 ? position : (this.squeeze(index, sequence, gap, column) ?? position);
      this.column = undefined;
      this.stop(index, paragraph, position);
      return;
    }
    this.spaceAfter = style.spaceAfter;
  }

  private prepared(index: number): PreparedParagraph {
    const paragraph = this.paragraphs[index];
    if (!paragraph) throw new RangeError(`no paragraph ${index}`);
    return prepareParagraph(this.engine.caches, paragraph);
  }

  /** Whether keep rules send a paragraph to the next column although some of it would fit here. */
  private mustMove(
    index: number,
    sequence: LineSequence,
    room: { readonly height: number; readonly full: number; readonly atTop: boolean },
    width: number,
  ): boolean {
    if (room.atTop || index < this.keptUntil) return false;
    const { moves, until } = needsNextColumn(index, this.paragraphs.length, sequence, room, (next) => {
      const paragraph = this.prepared(next);
      return {
        style: paragraph.paragraph.style,
        sequence: linesFrom(this.engine.caches, paragraph, width, PARAGRAPH_START),
      };
    });
    this.keptUntil = until;
    return moves;
  }

  /** Breaks asked for before a paragraph, which the first of a flow has anyway; false where no such column comes. */
  private startColumnFor(breakBefore: "none" | "column" | "page"): boolean {
    if (breakBefore === "none" || this.atTop || !this.column) return true;
    const { page } = this.column;
    for (let columns = 0; columns < COLUMNS_PER_PAGE; columns += 1) {
      if (!this.nextColumn()) return false;
      if (breakBefore === "column" || this.column.page !== page) return true;
    }
    return false;
  }

  private nextColumn(): boolean {
    const next = this.columnAt(this.columnIndex + 1);
    if (!next) return false;
    this.columnIndex += 1;
    this.column = next;
    this.columnHeights.push(0);
    this.used = 0;
    this.atTop = true;
    this.previous = undefined;
    return true;
  }

  private placeLine(paragraph: number, laid: LaidLine | undefined, column: ColumnBox): void {
    if (!laid) return;
    const ascent = this.atTop ? laid.ascentAtTop : laid.ascent;
    const baseline = column.y + this.used + ascent;
    this.lines.push(this.flowedLine(paragraph, laid, column.x, baseline, ascent));
    this.used += ascent + laid.descent;
    this.columnHeights[this.columnIndex] = this.used;
    this.atTop = false;
    this.emptyColumns = 0;
    if (laid.filled.cutWord !== undefined) {
      this.report({ kind: "word-too-wide", text: laid.filled.cutWord, paragraph });
    }
    if (
      this.previous &&
      inkCollides(this.engine.fonts.face, this.previous.laid, laid, baseline - this.previous.baseline)
    ) {
      this.report({ kind: "ink-collision", text: laid.text, paragraph });
    }
    this.previous = { laid, baseline };
  }

  private flowedLine(paragraph: number, laid: LaidLine, x: number, baseline: number, ascent: number): FlowedLine {
    const { columnIndex: column, known } = this;
    if (!known) return placedLine(paragraph, column, laid, x, baseline, ascent);
    const before = known.at(column, baseline);
    const isSame =
      before?.laid === laid &&
      before.flowed.paragraph === paragraph &&
      before.flowed.x === x + laid.x &&
      before.flowed.ascent === ascent;
    const one = isSame ? before : { flowed: placedLine(paragraph, column, laid, x, baseline, ascent), laid };
    const lines = this.remembered[column] ?? [];
    lines.push(one);
    this.remembered[column] = lines;
    return one.flowed;
  }

  /** Sets the lines that physically fit and tells where it stopped. */
  private squeeze(index: number, sequence: LineSequence, gap: number, column: ColumnBox): Position | undefined {
    let position: Position | undefined;
    for (let line = 0; ; line += 1) {
      const laid = sequence.line(line);
      if (!laid) return position;
      const lead = line === 0 ? gap : 0;
      const height = (this.atTop ? laid.ascentAtTop : laid.ascent) + laid.descent;
      if (this.used + lead + height > column.height + FIT_HEIGHT_TOLERANCE) return position;
      this.used += lead;
      this.placeLine(index, laid, column);
      position = laid.filled.to;
    }
  }

  private stop(index: number, paragraph: PreparedParagraph, position: Position): void {
    const token = paragraph.tokens[position.token];
    const offset = token ? token.start + position.offset : paragraph.text.length;
    const rest = [paragraph.text.slice(offset)];
    for (let later = index + 1; later < this.paragraphs.length; later += 1) {
      rest.push((this.paragraphs[later]?.runs ?? []).map((run) => run.text).join(""));
    }
    this.overflow = { paragraph: index, offset, text: rest.join("\n") };
  }

  private report(problem: TextProblem): void {
    this.problems.push(problem);
  }
}

function placedLine(
  paragraph: number,
  column: number,
  laid: LaidLine,
  x: number,
  baseline: number,
  ascent: number,
): FlowedLine {
  return {
    paragraph,
    column,
    x: x + laid.x,
    baseline,
    width: laid.width,
    ascent,
    lineHeight: ascent + laid.descent,
    text: laid.text,
    start: laid.start,
    end: laid.end,
    items: moveItems(laid.items, x, baseline),
  };
}
