import { useDeferredValue, useEffect, useMemo } from "react";
import { findFrame } from "../../core/document/commands/edit-frames.ts";
import { shownBlocks } from "../../core/document/commands/edit-text.ts";
import { textsOfFrames } from "../../core/document/commands/frame-texts.ts";
import type { Hit } from "../../core/document/find/find-in-project.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { TextRange } from "../../core/document/text-range.ts";
import { inlineLength } from "../../core/document/text-range.ts";
import { type Rect, transformPoint } from "../../core/units/geometry.ts";
import type { LaidOut } from "../engine/project-layout.ts";
import { currentHit, useFindState } from "../find/find-state.ts";
import { type Editor, select, useEditor } from "./editor.ts";
import { bringIntoView } from "./navigate.ts";
import { stageBounds } from "./stage-frames.ts";
import type { StagePage, StageView } from "./stage-pages.ts";
import { type CaretLine, type CaretMap, textMaps } from "./writing/caret-map.ts";
import { svgTransform } from "./writing/WritingMarks.tsx";

interface FindMarksProps {
  readonly laidOut: LaidOut;
  readonly pages: readonly StagePage[];
  readonly view: StageView;
}

/** Marks on the pages what was found, and brings the hit that is asked for into view. */
export function FindMarks(props: FindMarksProps) {
  const shown = useFindState((state) => state.shown && state.hits.length > 0);
  return shown ? <ShownMarks {...props} /> : null;
}

interface Mark {
  readonly line: CaretLine;
  readonly rect: Rect;
  readonly hit: Hit;
}

function ShownMarks({ laidOut, pages, view }: FindMarksProps) {
  const editor = useEditor();
  const hits = useFindState((state) => state.hits);
  const current = useFindState((state) => state.current);
  const hit = useFindState(currentHit);
  const calm = useDeferredValue(laidOut);
  const calmPages = useDeferredValue(pages);

  const marks = useMemo(() => marksOf(calm, calmPages, hits), [calm, calmPages, hits]);
  const own = hit ? marks.filter((mark) => mark.hit === hit) : [];

  // biome-ignore lint/correctness/useExhaustiveDependencies: a hit is brought into view when it is asked for, and when its language has come
  useEffect(() => {
    if (!hit || !current) return;
    const [first] = own;
    if (!first) showFrame(editor, laidOut.project, hit);
    else {
      bringIntoView(editor, withRoom(boundsOf(own), view.scale));
      const frame = editor.onStage.frames.find((one) => one.frame.id === first.line.frame);
      if (frame && editor.store.getState().writing === undefined) select(editor, [frame.frame.id]);
    }
  }, [editor, current, hit, own.length > 0]);

  return (
    <svg className="find-marks" aria-hidden="true">
      {marks.map(({ line, rect, hit: marked }) => (
        <rect
          key={`${line.frame} ${line.block} ${line.first} ${rect.x}`}
          className={marked === hit ? "find-mark current" : "find-mark"}
          transform={svgTransform(line, view)}
          x={rect.x}
          y={rect.y}
          width={rect.width}
          height={rect.height}
        />
      ))}
    </svg>
  );
}

function marksOf({ project, language, sources }: LaidOut, pages: readonly StagePage[], hits: readonly Hit[]): Mark[] {
  const maps = new Map<string, readonly CaretMap[]>();
  const mapsOf = (text: string): readonly CaretMap[] => {
    const known = maps.get(text) ?? textMaps(pages, text, shownBlocks(project, { text, language }), sources.fonts);
    maps.set(text, known);
    return known;
  };
  return hits.flatMap((hit): readonly Mark[] => {
    if (hit.kind === "text") {
      const range = rangeOfHit(hit);
      return mapsOf(hit.text).flatMap((map) => map.rects(range).map((mark) => ({ ...mark, hit })));
    }
    return placesOfSlot(project, hit.slot, language).flatMap(({ text, range }) =>
      mapsOf(text).flatMap((map) => map.rects(range).map((mark) => ({ ...mark, hit }))),
    );
  });
}

const rangeOfHit = ({ block, start, end }: Extract<Hit, { kind: "text" }>): TextRange => ({
  from: { block, offset: start },
  to: { block, offset: end },
});

/** Where a slot without a text of its own is shown. */
function placesOfSlot(project: Project, slot: string, language: string) {
  const places: { readonly text: string; readonly range: TextRange }[] = [];
  for (const text of Object.keys(project.texts)) {
    for (const [block, content] of shownBlocks(project, { text, language }).entries()) {
      if (!("runs" in content)) continue;
      let offset = 0;
      for (const inline of content.runs) {
        const end = offset + inlineLength(inline);
        if (typeof inline !== "string" && "slot" in inline && inline.slot === slot) {
          places.push({ text, range: { from: { block, offset }, to: { block, offset: end } } });
        }
        offset = end;
      }
    }
  }
  return places;
}

/** Texts of tables and charts have no places of their own on the stage: their frame is shown. */
function showFrame(editor: Editor, project: Project, hit: Hit): void {
  const found = editor.onStage.frames.find(({ frame }) => {
    const whole = findFrame(project, frame.id);
    return whole && hit.kind === "text" && textsOfFrames([whole]).has(hit.text);
  });
  if (!found) return;
  select(editor, [found.frame.id]);
  bringIntoView(editor, stageBounds(found));
}

function boundsOf(marks: readonly Mark[]): Rect {
  const corners = marks.flatMap(({ line, rect }) => [
    transformPoint(line.matrix, rect),
    transformPoint(line.matrix, { x: rect.x + rect.width, y: rect.y + rect.height }),
  ]);
  const x = Math.min(...corners.map((corner) => corner.x));
  const y = Math.min(...corners.map((corner) => corner.y));
  return {
    x,
    y,
    width: Math.max(...corners.map((corner) => corner.x)) - x,
    height: Math.max(...corners.map((corner) => corner.y)) - y,
  };
}

/** CSS pixels around a hit, so that it sits neither at the very edge of the window nor under the field it was looked for with. */
const ROOM = 40;
const ROOM_ABOVE = 150;
const withRoom = ({ x, y, width, height }: Rect, scale: number): Rect => ({
  x: x - ROOM / scale,
  y: y - ROOM_ABOVE / scale,
  width: width + (2 * ROOM) / scale,
  height: height + (ROOM_ABOVE + ROOM) / scale,
});
