/** Fills the frames of a thread with text or table rows, adding pages as needed. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { TableFrame, TextFrame } from "../document/schema/frames.ts";
import type { Text } from "../document/schema/text.ts";
import { fitText } from "../text/fit-text.ts";
import type { FlowMemory } from "../text/flow-memory.ts";
import type { ColumnBox, FlowedLine, FlowedText } from "../text/flow-model.ts";
import { flowText } from "../text/flow-text.ts";
import { mmToPt } from "../units/units.ts";
import type { WrittenText } from "./display-list.ts";
import { type DocumentPages, PAGE_LIMIT } from "./document-pages.ts";
import { paintTablePart, placedCells, setTable } from "./frames/table.ts";
import { alignColumn, columnItems, outlineMarks, textColumns, writtenText } from "./frames/text.ts";
import {
  isShrunk,
  noContinuation,
  standInOverflow,
  textOverflow,
  textProblem,
  textShrunk,
  tooManyPages,
} from "./layout-diagnostics.ts";
import type { LayoutContext, LayoutSession, ThreadContent } from "./layout-session.ts";
import type { ContentsEntry, FieldValues, ResolvedText } from "./resolve-text.ts";
import { smallestScale } from "./stand-ins.ts";
import { type FrameInstance, type ThreadWalker, walkThread } from "./thread.ts";
import { keepRound, knownThread, recordWalk, type ThreadMemory } from "./thread-memory.ts";

export interface PageDiagnostic {
  readonly pageKey: string;
  readonly diagnostic: Diagnostic;
}

export interface FlowedThread {
  readonly contents: readonly ThreadContent[];
  readonly diagnostics: readonly PageDiagnostic[];
  readonly dynamic: boolean;
}

/** Flows the thread that begins at `head`; `pages` grows by those it adds. What has not changed is given back as it was. */
export function flowThread(
  session: LayoutSession,
  pages: DocumentPages,
  head: FrameInstance,
  fields: FieldValues,
  contents: readonly ContentsEntry[],
): FlowedThread {
  const walker = walkThread(pages, head);
  const memory = session.threadMemory(head.key);
  const known = knownThread(memory, walker, session.textOf, fields, contents);
  if (known) return known;
  const texts = new Map<string, Text | undefined>();
  const recorded = recordWalk(walker);
  const thread = flowAnew(session, head, recorded.walker, memory, fields, contents, texts);
  const addsPages = walker.addsPages();
  keepRound(memory, { texts, fields, entries: contents, addsPages, walked: recorded.walked, thread });
  return thread;
}

function flowAnew(
  session: LayoutSession,
  head: FrameInstance,
  walker: ThreadWalker,
  memory: ThreadMemory,
  fields: FieldValues,
  contents: readonly ContentsEntry[],
  texts: Map<string, Text | undefined>,
): FlowedThread {
  const { frame } = head;
  const diagnostics: PageDiagnostic[] = [];
  const report = (pageKey: string, diagnostic: Diagnostic): void => {
    diagnostics.push({ pageKey, diagnostic });
  };
  const context = session.context(fields, contents, frame.id, (diagnostic) => report(head.page.key, diagnostic), texts);
  const filled =
    frame.type === "text"
      ? flowTextThread(walker, head, frame, context, memory, report)
      : flowTableThread(walker, frame, context);
  const { stopped } = walker;
  if (stopped?.why === "no-continuation") {
    const name = context.project.masters.find(({ id }) => id === stopped.master)?.name;
    context.report(noContinuation({}, { vi: name?.vi || stopped.master, en: name?.en || stopped.master }));
  }
  if (stopped?.why === "too-many-pages") context.report(tooManyPages({}, PAGE_LIMIT));
  return { contents: filled, diagnostics, dynamic: context.isDynamic() };
}

function flowTextThread(
  walker: ThreadWalker,
  head: FrameInstance,
  frame: TextFrame,
  context: LayoutContext,
  memory: ThreadMemory,
  report: (pageKey: string, diagnostic: Diagnostic) => void,
): readonly ThreadContent[] {
  const resolved = context.resolve(frame.text ?? "", frame.style);

  const columns: { readonly box: ColumnBox; readonly instance: FrameInstance }[] = [];
  const pageNumbers = new Map<string, number>();
  let framesTaken = 0;
  const columnAt = (index: number): ColumnBox | undefined => {
    while (columns.length <= index) {
      const instance = walker.frame(framesTaken);
      if (instance?.frame.type !== "text") return undefined;
      framesTaken += 1;
      const page = pageNumbers.get(instance.page.key) ?? pageNumbers.size;
      pageNumbers.set(instance.page.key, page);
      for (const box of textColumns(instance.frame, page)) columns.push({ box, instance });
    }
    return columns[index]?.box;
  };

  const { flowed, scale } = flow(context, frame, resolved, columnAt, walker.addsPages(), memory.lines);

  const linesOf = new Map<number, FlowedLine[]>();
  for (const line of flowed.lines) {
    const lines = linesOf.get(line.column) ?? [];
    lines.push(line);
    linesOf.set(line.column, lines);
  }
  const pageOfParagraph = new Map<number, string>();
  for (const line of flowed.lines) {
    const page = columns[line.column]?.instance.page.key;
    if (page !== undefined && !pageOfParagraph.has(line.paragraph)) pageOfParagraph.set(line.paragraph, page);
  }
  const last = columns.at(-1)?.instance ?? head;
  const target = { frame: frame.id, text: frame.text ?? "" };
  for (const problem of flowed.problems) {
    report(pageOfParagraph.get(problem.paragraph) ?? head.page.key, textProblem(problem, target));
  }
  if (flowed.overflow) {
    const tooLong = resolved.missing ? standInOverflow : textOverflow;
    report(last.page.key, tooLong({ ...target, frame: last.frame.id }, flowed.overflow.text));
  }

  const byInstance = new Map<FrameInstance, number[]>();
  for (const [index, { instance }] of columns.entries()) {
    byInstance.set(instance, [...(byInstance.get(instance) ?? []), index]);
  }
  return [...byInstance].map(([instance, indexes]): ThreadContent => {
    const verticalAlign = instance.frame.type === "text" ? instance.frame.verticalAlign : undefined;
    const lines = indexes.map((index) => linesOf.get(index) ?? []);
    const aligned = indexes.map((index, at) =>
      alignColumn(lines[at] ?? [], flowed.columnHeights[index] ?? 0, columns[index]?.box.height ?? 0, verticalAlign),
    );
    const made: ThreadContent = {
      key: instance.key,
      items: aligned.flatMap(columnItems),
      marks: outlineMarks(lines.flat(), resolved),
      written: {
        ...writtenText(frame.text ?? "", head.key, resolved.paragraphs, aligned),
        ...(isShrunk(scale) && { scale }),
        ...(flowed.overflow && instance === last && { leftOver: flowed.overflow.text }),
      },
    };
    const before = memory.contents.get(instance.key);
    return before?.written && made.written && sameWritten(before.written, made.written) ? before : made;
  });
}

/** The same lines of the same paragraphs look and read the same. */
function sameWritten(one: WrittenText, other: WrittenText): boolean {
  return (
    one.text === other.text &&
    one.thread === other.thread &&
    one.scale === other.scale &&
    one.leftOver === other.leftOver &&
    one.firstParagraph === other.firstParagraph &&
    one.paragraphs.length === other.paragraphs.length &&
    one.paragraphs.every((paragraph, index) => paragraph === other.paragraphs[index]) &&
    one.columns.length === other.columns.length &&
    one.columns.every((column, index) => {
      const twin = other.columns[index];
      return (
        twin?.shift === column.shift &&
        twin.spread === column.spread &&
        twin.lines.length === column.lines.length &&
        column.lines.every((line, place) => line === twin.lines[place])
      );
    })
  );
}

/** A thread shrinks as a whole, and only where it cannot add pages instead. */
function flow(
  { engine, report }: LayoutContext,
  frame: TextFrame,
  resolved: ResolvedText,
  columnAt: (index: number) => ColumnBox | undefined,
  addsPages: boolean,
  memory: FlowMemory,
): { readonly flowed: FlowedText; readonly scale: number } {
  const { paragraphs } = resolved;
  const smallest = smallestScale(frame, resolved);
  if (smallest === 1 || addsPages) {
    return { flowed: flowText(engine, paragraphs, columnAt, memory), scale: 1 };
  }
  const all: ColumnBox[] = [];
  for (let index = 0, box = columnAt(0); box; index += 1, box = columnAt(index)) all.push(box);
  const fitted = fitText(engine, paragraphs, all, smallest);
  if (isShrunk(fitted.scale) && !resolved.missing) report(textShrunk({ text: frame.text ?? "" }, fitted.scale));
  return fitted;
}

function flowTableThread(walker: ThreadWalker, frame: TableFrame, context: LayoutContext): readonly ThreadContent[] {
  const { table, parts, diagnostics } = setTable(frame, context, (index) => {
    const instance = walker.frame(index);
    return instance && mmToPt(instance.frame.height);
  });
  for (const diagnostic of diagnostics) context.report(diagnostic);
  return parts.flatMap((part, index) => {
    const instance = walker.frame(index);
    if (!instance) return [];
    return [{ key: instance.key, items: paintTablePart(table, part), cells: placedCells(table, part), marks: [] }];
  });
}
