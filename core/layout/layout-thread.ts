/** Fills the frames of a thread with text or table rows, adding pages as needed. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { TableFrame, TextFrame } from "../document/schema/frames.ts";
import { fitText } from "../text/fit-text.ts";
import type { ColumnBox, FlowedLine, FlowedText } from "../text/flow-model.ts";
import { flowText } from "../text/flow-text.ts";
import { mmToPt } from "../units/units.ts";
import { type DocumentPages, PAGE_LIMIT } from "./document-pages.ts";
import { paginateTable, paintTablePart, prepareTable } from "./frames/table.ts";
import { alignColumn, columnItems, outlineMarks, textColumns } from "./frames/text.ts";
import { isShrunk, noContinuation, textOverflow, textProblem, textShrunk, tooManyPages } from "./layout-diagnostics.ts";
import type { LayoutSession, ThreadContent } from "./layout-session.ts";
import type { ContentsEntry, FieldValues } from "./resolve-text.ts";
import { type FrameInstance, type ThreadWalker, walkThread } from "./thread.ts";

export interface PageDiagnostic {
  readonly pageKey: string;
  readonly diagnostic: Diagnostic;
}

export interface FlowedThread {
  readonly contents: readonly ThreadContent[];
  readonly diagnostics: readonly PageDiagnostic[];
  readonly dynamic: boolean;
}

/** Flows the thread that begins at `head`; `pages` grows by those it adds. */
export function flowThread(
  session: LayoutSession,
  pages: DocumentPages,
  head: FrameInstance,
  fields: FieldValues,
  contents: readonly ContentsEntry[],
): FlowedThread {
  const walker = walkThread(pages, head);
  const thread =
    head.frame.type === "text"
      ? flowTextThread(session, walker, head, head.frame, fields, contents)
      : flowTableThread(session, walker, head, head.frame, fields, contents);
  const target = { frame: head.frame.id };
  const stopped = walker.stopped;
  if (stopped === undefined) return thread;
  const diagnostic =
    stopped.why === "no-continuation" ? noContinuation(target, stopped.master) : tooManyPages(target, PAGE_LIMIT);
  return { ...thread, diagnostics: [...thread.diagnostics, { pageKey: head.page.key, diagnostic }] };
}

function flowTextThread(
  session: LayoutSession,
  walker: ThreadWalker,
  head: FrameInstance,
  frame: TextFrame,
  fields: FieldValues,
  contents: readonly ContentsEntry[],
): FlowedThread {
  const reported: PageDiagnostic[] = [];
  const context = session.context(fields, contents, frame.id, (diagnostic) =>
    reported.push({ pageKey: head.page.key, diagnostic }),
  );
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

  const flowed = flow(session, frame, resolved.paragraphs, columnAt, (scale) =>
    context.report(textShrunk({ text: frame.text ?? "" }, scale)),
  );

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
    const pageKey = pageOfParagraph.get(problem.paragraph) ?? head.page.key;
    reported.push({ pageKey, diagnostic: textProblem(problem, target) });
  }
  if (flowed.overflow) {
    reported.push({
      pageKey: last.page.key,
      diagnostic: textOverflow({ ...target, frame: last.frame.id }, flowed.overflow.text),
    });
  }

  const byInstance = new Map<FrameInstance, number[]>();
  for (const [index, { instance }] of columns.entries()) {
    byInstance.set(instance, [...(byInstance.get(instance) ?? []), index]);
  }
  const filled = [...byInstance].map(([instance, indexes]): ThreadContent => {
    const verticalAlign = instance.frame.type === "text" ? instance.frame.verticalAlign : undefined;
    const lines = indexes.map((index) => linesOf.get(index) ?? []);
    const aligned = indexes.map((index, at) =>
      alignColumn(lines[at] ?? [], flowed.columnHeights[index] ?? 0, columns[index]?.box.height ?? 0, verticalAlign),
    );
    return {
      instance,
      items: aligned.flatMap(columnItems),
      marks: outlineMarks(lines.flat(), resolved),
      written: { text: frame.text ?? "", paragraphs: resolved.paragraphs, columns: aligned },
    };
  });
  return { contents: filled, diagnostics: reported, dynamic: resolved.dynamic };
}

/** A thread shrinks as a whole, and only where it cannot add pages instead. */
function flow(
  session: LayoutSession,
  frame: TextFrame,
  paragraphs: Parameters<typeof flowText>[1],
  columnAt: (index: number) => ColumnBox | undefined,
  onShrunk: (scale: number) => void,
): FlowedText {
  if (frame.fit?.mode !== "shrink" || frame.addPages) return flowText(session.engine, paragraphs, columnAt);
  const all: ColumnBox[] = [];
  for (let index = 0, box = columnAt(0); box; index += 1, box = columnAt(index)) all.push(box);
  const { scale, flowed } = fitText(session.engine, paragraphs, all, frame.fit.minimum);
  if (isShrunk(scale)) onShrunk(scale);
  return flowed;
}

function flowTableThread(
  session: LayoutSession,
  walker: ThreadWalker,
  head: FrameInstance,
  frame: TableFrame,
  fields: FieldValues,
  contents: readonly ContentsEntry[],
): FlowedThread {
  const reported: PageDiagnostic[] = [];
  const context = session.context(fields, contents, frame.id, (diagnostic) =>
    reported.push({ pageKey: head.page.key, diagnostic }),
  );
  const table = prepareTable(frame, mmToPt(frame.width), context);
  const { parts, diagnostics } = paginateTable(table, (index) => {
    const instance = walker.frame(index);
    return instance && mmToPt(instance.frame.height);
  });
  for (const diagnostic of diagnostics) context.report(diagnostic);
  return {
    contents: parts.flatMap((part, index) => {
      const instance = walker.frame(index);
      return instance ? [{ instance, items: paintTablePart(table, part), marks: [] }] : [];
    }),
    diagnostics: reported,
    dynamic: context.isDynamic(),
  };
}
