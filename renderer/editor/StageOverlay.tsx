import { memo, useMemo } from "react";
import { findFrame } from "../../core/document/commands/edit-frames.ts";
import { type FramePlacement, placementMatrix } from "../../core/document/frame-geometry.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { IDENTITY, type Matrix, multiply, type Point, transformPoint } from "../../core/units/geometry.ts";
import { CellOutline } from "./data/CellOutline.tsx";
import { useDisplay } from "./display.ts";
import { useEditorState } from "./editor.ts";
import { PageLines } from "./PageLines.tsx";
import { type StageFrame, stageLists } from "./stage-frames.ts";
import { isInView, type StagePage, type StageView, toView } from "./stage-pages.ts";

export interface StageOverlayProps {
  readonly project: Project;
  readonly pages: readonly StagePage[];
  readonly frames: readonly StageFrame[];
  /** The frame whose text is being written. */
  readonly written: StageFrame | undefined;
}

/** Lines that help and never print: margins, the grid, edges of frames, what things rest on, the group being worked in. */
export function StageOverlay({ project, pages, frames, written }: StageOverlayProps) {
  const view = useEditorState((state) => state.view);
  const size = useEditorState((state) => state.size);
  const entered = useEditorState((state) => state.entered);
  const mode = useDisplay((state) => state.mode);
  const hasEdges = useDisplay(({ edges }) => edges) && mode === "normal";
  if (!view) return null;
  const shown = pages.filter((page) => isInView(view, size, page));
  return (
    <svg className="stage-overlay" width={size.width} height={size.height} aria-hidden="true">
      {mode !== "preview" &&
        shown.map((page) => <PageLines key={page.placed.index} project={project} page={page} view={view} />)}
      {hasEdges && <FrameEdges frames={frames} view={view} />}
      {entered !== undefined && <GroupOutline project={project} pages={pages} group={entered} view={view} />}
      {written && <Outline placement={written.placement} matrix={IDENTITY} view={view} />}
      <KeyOutline frames={frames} view={view} />
      <CellOutline pages={pages} view={view} />
    </svg>
  );
}

/** One path in millimetres of the stage, however many frames there are; the view only moves it. */
const FrameEdges = memo(function FrameEdges({ frames, view }: EdgesProps) {
  const path = useMemo(() => frames.map(({ placement }) => outlineOf(placement)).join(""), [frames]);
  const { scale, x, y } = view;
  return (
    <path
      className="frame-edges"
      d={path}
      transform={`matrix(${scale} 0 0 ${scale} ${-x * scale} ${-y * scale})`}
      vectorEffect="non-scaling-stroke"
    />
  );
});

interface EdgesProps {
  readonly frames: readonly StageFrame[];
  readonly view: StageView;
}

function outlineOf(placement: FramePlacement): string {
  const matrix = placementMatrix(placement);
  return `M${cornersOf(placement)
    .map((corner) => transformPoint(matrix, corner))
    .map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)
    .join("L")}Z`;
}

const cornersOf = ({ width, height }: FramePlacement): readonly Point[] => [
  { x: 0, y: 0 },
  { x: width, y: 0 },
  { x: width, y: height },
  { x: 0, y: height },
];

/** Around the frame the others line up with. */
function KeyOutline({ frames, view }: EdgesProps) {
  const id = useEditorState((state) => state.keyFrame);
  const key = frames.find(({ frame }) => frame.id === id);
  return key ? <Outline placement={key.placement} matrix={IDENTITY} view={view} className="key-outline" /> : null;
}

interface GroupOutlineProps {
  readonly project: Project;
  readonly pages: readonly StagePage[];
  readonly group: string;
  readonly view: StageView;
}

function GroupOutline({ project, pages, group, view }: GroupOutlineProps) {
  const frame = findFrame(project, group);
  const [inside] = stageLists(project, pages, group);
  if (frame?.type !== "group" || !inside) return null;
  const { width, height } = frame;
  const placement = { x: 0, y: 0, width, height, rotation: 0 };
  return <Outline placement={placement} matrix={inside.parent} view={view} />;
}

interface OutlineProps {
  readonly placement: FramePlacement;
  /** To the stage. */
  readonly matrix: Matrix;
  readonly view: StageView;
  readonly className?: string;
}

function Outline({ placement, matrix, view, className = "frame-outline" }: OutlineProps) {
  const toStage = multiply(matrix, placementMatrix(placement));
  const corners = cornersOf(placement).map((corner) => toView(view, transformPoint(toStage, corner)));
  return <polygon className={className} points={corners.map(({ x, y }) => `${x},${y}`).join(" ")} />;
}
