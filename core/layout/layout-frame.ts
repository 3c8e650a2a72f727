/**
 * One frame → display items in its place on the page. Frames whose texts have not changed are given back as they were,
 * which is what makes batches, page number passes and editing fast, and lets painters write repeated artwork once.
 */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Frame, TextFrame } from "../document/schema/frames.ts";
import type { Project } from "../document/schema/project.ts";
import type { Text } from "../document/schema/text.ts";
import { fitText } from "../text/fit-text.ts";
import type { FlowedText } from "../text/flow-model.ts";
import { flowText } from "../text/flow-text.ts";
import type { TextEngine } from "../text/text-engine.ts";
import type { Rect } from "../units/geometry.ts";
import { mmToPt } from "../units/units.ts";
import type { DisplayItem, PlacedGroup } from "./display-list.ts";
import type { FrameContext } from "./frame-context.ts";
import { layoutBox } from "./frames/box.ts";
import { layoutChart } from "./frames/chart.ts";
import { frameRect } from "./frames/frame-size.ts";
import { layoutImage } from "./frames/image.ts";
import { layoutLine } from "./frames/line.ts";
import { layoutOrnament } from "./frames/ornament.ts";
import { placeFrame } from "./frames/place-frame.ts";
import { layoutQr } from "./frames/qr.ts";
import { layoutShape } from "./frames/shape.ts";
import { layoutTable } from "./frames/table.ts";
import { alignColumn, outlineMarks, textColumns } from "./frames/text.ts";
import { isShrunk, missingTranslation, textOverflow, textProblem, textShrunk } from "./layout-diagnostics.ts";
import type { LayoutOptions } from "./layout-document.ts";
import type { FrameMark, ThreadContent } from "./layout-thread.ts";
import type { PageInstance } from "./page-instances.ts";
import { createStyleResolver, type StyleResolver } from "./resolve-style.ts";
import {
  type BlockCache,
  type ContentsEntry,
  createTextResolver,
  type FieldValues,
  type ResolvedText,
} from "./resolve-text.ts";
import { everyFrame, instanceKey, isFlowFrame } from "./thread.ts";

/** As tall as any page can be: frames that grow without a limit of their own. */
const LONGEST_FRAME_MM = 5_000;

/** A frame's context with what layout itself needs on top. */
export interface LayoutContext extends FrameContext {
  resolve(text: string, style: string | undefined): ResolvedText;
  /** True once a text with page numbers or contents was resolved. */
  isDynamic(): boolean;
}

export interface Placement {
  readonly page: PageInstance;
  /** Headings repeated by a master are not places to go to. */
  readonly onMaster: boolean;
  /** Master frames of a left-hand page change sides. */
  readonly mirror: boolean;
  readonly fields: FieldValues;
  readonly contents: readonly ContentsEntry[];
  readonly flowed: ReadonlyMap<string, ThreadContent>;
}

export interface PlacedFrame {
  readonly item: PlacedGroup | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly marks: readonly FrameMark[];
  readonly dynamic: boolean;
}

export interface LayoutSession {
  readonly project: Project;
  readonly engine: TextEngine;
  context(
    fields: FieldValues,
    contents: readonly ContentsEntry[],
    frame: string,
    report: (diagnostic: Diagnostic) => void,
  ): LayoutContext;
  place(frame: Frame, placement: Placement): PlacedFrame;
}

export interface FrameLayout {
  begin(project: Project): LayoutSession;
}

/** What a frame was made from, beside itself and the styles. */
interface Remembered {
  readonly texts: ReadonlyMap<string, Text | undefined>;
  readonly fields: FieldValues;
  readonly contents: readonly ContentsEntry[];
  readonly placed: PlacedFrame;
}

/** Everything that depends on styles, colours and assets, and is thrown away when those change. */
interface Base {
  readonly parts: readonly unknown[];
  readonly styles: StyleResolver;
  readonly blocks: BlockCache;
  readonly frames: WeakMap<Frame, Map<string, Remembered>>;
}

export function createFrameLayout({ language, engine, assets }: LayoutOptions): FrameLayout {
  let base: Base | undefined;

  const baseFor = (project: Project): Base => {
    const parts = [
      project.swatches,
      project.paragraphStyles,
      project.characterStyles,
      project.typography,
      project.assets,
      project.slots,
    ];
    if (!base?.parts.every((part, index) => part === parts[index])) {
      base = { parts, styles: createStyleResolver(project, language), blocks: new WeakMap(), frames: new WeakMap() };
    }
    return base;
  };

  return {
    begin(project) {
      const { styles, blocks, frames } = baseFor(project);
      const texts = createTextResolver(project, language, styles, blocks);

      const makeContext = (
        fields: FieldValues,
        contents: readonly ContentsEntry[],
        frame: string,
        report: (diagnostic: Diagnostic) => void,
        used?: Map<string, Text | undefined>,
      ): LayoutContext => {
        let dynamic = false;
        const resolve = (text: string, style: string | undefined): ResolvedText => {
          used?.set(text, project.texts[text]);
          const resolved = texts.resolve(text, style, fields, contents);
          dynamic ||= resolved.dynamic;
          if (resolved.missing) report(missingTranslation({ frame, text, language }, resolved.language));
          return resolved;
        };
        return {
          project,
          language,
          engine,
          assets,
          color: styles.color,
          paint: styles.paint,
          stroke: styles.stroke,
          resolve,
          isDynamic: () => dynamic,
          paragraphs: (text, style) => resolve(text, style).paragraphs,
          plainText: (text) =>
            resolve(text, undefined)
              .paragraphs.map((paragraph) => paragraph.runs.map((run) => run.text).join(""))
              .join("\n"),
          report: (diagnostic) => report({ ...diagnostic, target: { frame, ...diagnostic.target } }),
        };
      };

      const layOut = (frame: Frame, placement: Placement, used: Map<string, Text | undefined>): PlacedFrame => {
        const diagnostics: Diagnostic[] = [];
        const context = makeContext(
          placement.fields,
          placement.contents,
          frame.id,
          (diagnostic) => diagnostics.push(diagnostic),
          used,
        );
        const content = layoutContent(frame, placement, context, (inner) =>
          layOut(inner, { ...placement, mirror: false }, used),
        );
        const x = placement.mirror ? placement.page.width - frame.x - frame.width : frame.x;
        const isEmpty = content.box.length === 0 && content.items.length === 0;
        return {
          item: isEmpty ? undefined : placeFrame({ ...frame, x }, content.box, content.items, context, content.rect),
          diagnostics: [...diagnostics, ...content.diagnostics],
          marks: content.marks.map((mark) => ({ ...mark, y: mark.y + mmToPt(frame.y) })),
          dynamic: context.isDynamic() || content.dynamic,
        };
      };

      return {
        project,
        engine,
        context: makeContext,
        place(frame, placement) {
          if (takesThread(frame, placement)) return layOut(frame, placement, new Map());
          const key = placement.mirror ? `${placement.page.width}` : "";
          const remembered = frames.get(frame) ?? new Map<string, Remembered>();
          const dynamicKey = `${key}\u0000${placement.page.key}`;
          const known = remembered.get(key) ?? remembered.get(dynamicKey);
          if (known && stillTrue(known, project, placement)) return known.placed;
          const used = new Map<string, Text | undefined>();
          const placed = layOut(frame, placement, used);
          const { fields, contents } = placement;
          remembered.delete(key);
          remembered.set(placed.dynamic ? dynamicKey : key, { texts: used, fields, contents, placed });
          frames.set(frame, remembered);
          return placed;
        },
      };
    },
  };
}

function stillTrue(known: Remembered, project: Project, { fields, contents }: Placement): boolean {
  for (const [id, text] of known.texts) if (project.texts[id] !== text) return false;
  if (!known.placed.dynamic) return true;
  return (
    known.fields.page === fields.page &&
    known.fields.pages === fields.pages &&
    known.fields.section === fields.section &&
    known.fields.title === fields.title &&
    known.contents.length === contents.length &&
    known.contents.every(
      (entry, index) => entry.title === contents[index]?.title && entry.folio === contents[index]?.folio,
    )
  );
}

function takesThread(frame: Frame, { page, flowed }: Placement): boolean {
  if (flowed.size === 0) return false;
  for (const one of everyFrame([frame])) {
    if (isFlowFrame(one) && flowed.has(instanceKey(page, one))) return true;
  }
  return false;
}

interface FrameContent {
  /** What lies behind: fill and stroke of the frame itself. */
  readonly box: readonly DisplayItem[];
  readonly items: readonly DisplayItem[];
  readonly marks: readonly FrameMark[];
  /** Points; differs from the frame's own where it has grown. */
  readonly rect: Rect;
  readonly diagnostics: readonly Diagnostic[];
  readonly dynamic: boolean;
}

function layoutContent(
  frame: Frame,
  placement: Placement,
  context: LayoutContext,
  layOut: (inner: Frame) => PlacedFrame,
): FrameContent {
  const rect = frameRect(frame);
  const plain = { box: [], marks: [], rect, diagnostics: [], dynamic: false };
  switch (frame.type) {
    case "text": {
      const thread = placement.flowed.get(instanceKey(placement.page, frame));
      const text = thread ? { ...thread, rect } : layoutText(frame, context);
      return {
        ...plain,
        box: layoutBox(frame, context, text.rect),
        items: text.items,
        marks: thread || !placement.onMaster ? text.marks : [],
        rect: text.rect,
      };
    }
    case "table": {
      const thread = placement.flowed.get(instanceKey(placement.page, frame));
      return { ...plain, items: thread ? thread.items : layoutTable(frame, context) };
    }
    case "group": {
      const children = frame.frames.filter((inner) => inner.hidden !== true).map(layOut);
      return {
        ...plain,
        items: children.flatMap((child) => child.item ?? []),
        diagnostics: children.flatMap((child) => child.diagnostics),
        marks: children.flatMap((child) => child.marks),
        dynamic: children.some((child) => child.dynamic),
      };
    }
    case "image":
      return { ...plain, box: layoutBox(frame, context), items: layoutImage(frame, context) };
    case "chart":
      return { ...plain, box: layoutBox(frame, context), items: layoutChart(frame, context) };
    case "shape":
      return { ...plain, box: layoutShape(frame, context), items: [] };
    case "line":
      return { ...plain, box: layoutLine(frame, context), items: [] };
    case "qr":
      return { ...plain, items: layoutQr(frame, context) };
    case "ornament":
      return { ...plain, items: layoutOrnament(frame, context) };
  }
}

interface TextContent {
  readonly items: readonly DisplayItem[];
  readonly marks: readonly FrameMark[];
  readonly rect: Rect;
}

/** A text that stays in its one frame. */
function layoutText(frame: TextFrame, context: LayoutContext): TextContent {
  const rect = frameRect(frame);
  if (frame.text === undefined) return { items: [], marks: [], rect };
  const resolved = context.resolve(frame.text, frame.style);
  const limit = frame.fit?.mode === "grow" ? mmToPt(frame.fit.maximum ?? LONGEST_FRAME_MM) : rect.height;
  const columns = textColumns(frame, 0, limit);
  const target = { text: frame.text };

  let flowed: FlowedText;
  if (frame.fit?.mode === "shrink") {
    const fitted = fitText(context.engine, resolved.paragraphs, columns, frame.fit.minimum);
    flowed = fitted.flowed;
    if (isShrunk(fitted.scale)) context.report(textShrunk(target, fitted.scale));
  } else {
    flowed = flowText(context.engine, resolved.paragraphs, (index) => columns[index]);
  }
  for (const problem of flowed.problems) context.report(textProblem(problem, target));
  if (flowed.overflow) context.report(textOverflow(target, flowed.overflow.text));

  const inset = mmToPt((frame.inset?.top ?? 0) + (frame.inset?.bottom ?? 0));
  const used = Math.max(0, ...flowed.columnHeights);
  const height = frame.fit?.mode === "grow" ? Math.max(rect.height, used + inset) : rect.height;
  return {
    items: columns.flatMap((_, column) =>
      alignColumn(
        flowed.lines.filter((line) => line.column === column),
        flowed.columnHeights[column] ?? 0,
        height - inset,
        frame.verticalAlign,
      ),
    ),
    marks: outlineMarks(flowed.lines, resolved),
    rect: { ...rect, height },
  };
}
