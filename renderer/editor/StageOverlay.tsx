import type { ReactNode } from "react";
import { findFrame } from "../../core/document/commands/edit-frames.ts";
import { type FramePlacement, placementMatrix } from "../../core/document/frame-geometry.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { IDENTITY, type Matrix, multiply, transformPoint } from "../../core/units/geometry.ts";
import { useEditorState } from "./editor.ts";
import { guidesOf, typeArea } from "./snap-targets.ts";
import type { SmartGuide } from "./snapping.ts";
import { type StageFrame, stageLists } from "./stage-frames.ts";
import { isInView, type StagePage, type StageView, toView } from "./stage-pages.ts";

export interface StageOverlayProps {
  readonly project: Project;
  readonly pages: readonly StagePage[];
  /** The frame whose text is being written. */
  readonly written: StageFrame | undefined;
}

/** Lines that help and never print: margins, guides, what things rest on, the group being worked in. */
export function StageOverlay({ project, pages, written }: StageOverlayProps) {
  const view = useEditorState((state) => state.view);
  const size = useEditorState((state) => state.size);
  const guides = useEditorState((state) => state.guides);
  const entered = useEditorState((state) => state.entered);
  if (!view) return null;
  const shown = pages.filter((page) => isInView(view, size, page));
  return (
    <svg className="stage-overlay" width={size.width} height={size.height} aria-hidden="true">
      {shown.map((page) => (
        <PageLines key={page.placed.index} project={project} page={page} view={view} />
      ))}
      {entered !== undefined && <GroupOutline project={project} pages={pages} group={entered} view={view} />}
      {written && <Outline placement={written.placement} matrix={IDENTITY} view={view} />}
      {guides.map((guide) => (
        <SmartGuideLine key={`${guide.axis} ${guide.at}`} guide={guide} view={view} />
      ))}
    </svg>
  );
}

/** Sharp lines lie on the middle of pixels. */
const sharp = (value: number): number => Math.round(value) + 0.5;

function PageLines({
  project,
  page,
  view,
}: {
  readonly project: Project;
  readonly page: StagePage;
  readonly view: StageView;
}) {
  const source = project.pages.find((one) => one.id === page.page);
  const area = typeArea(project, source, page);
  const corner = toView(view, area);
  const start = toView(view, page);
  const end = toView(view, { x: page.x + page.width, y: page.y + page.height });
  const hasMargins = area.width < page.width || area.height < page.height;
  return (
    <g>
      {hasMargins && (
        <rect
          className="margin-line"
          x={sharp(corner.x)}
          y={sharp(corner.y)}
          width={Math.max(0, Math.round(area.width * view.scale))}
          height={Math.max(0, Math.round(area.height * view.scale))}
        />
      )}
      {source &&
        guidesOf(project, source).map(({ axis, at }): ReactNode => {
          const place = toView(view, { x: page.x + at, y: page.y + at });
          return axis === "x" ? (
            <line
              key={`x${at}`}
              className="guide-line"
              x1={sharp(place.x)}
              x2={sharp(place.x)}
              y1={start.y}
              y2={end.y}
            />
          ) : (
            <line
              key={`y${at}`}
              className="guide-line"
              y1={sharp(place.y)}
              y2={sharp(place.y)}
              x1={start.x}
              x2={end.x}
            />
          );
        })}
    </g>
  );
}

function SmartGuideLine({ guide, view }: { readonly guide: SmartGuide; readonly view: StageView }) {
  const { axis, at, from, to } = guide;
  const one = toView(view, axis === "x" ? { x: at, y: from } : { x: from, y: at });
  const other = toView(view, axis === "x" ? { x: at, y: to } : { x: to, y: at });
  const across = axis === "x" ? { x1: sharp(one.x), x2: sharp(one.x) } : { x1: one.x, x2: other.x };
  const down = axis === "x" ? { y1: one.y, y2: other.y } : { y1: sharp(one.y), y2: sharp(one.y) };
  return <line className="smart-guide" {...across} {...down} />;
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
}

function Outline({ placement, matrix, view }: OutlineProps) {
  const { width, height } = placement;
  const toStage = multiply(matrix, placementMatrix(placement));
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ].map((corner) => toView(view, transformPoint(toStage, corner)));
  return <polygon className="frame-outline" points={corners.map(({ x, y }) => `${x},${y}`).join(" ")} />;
}
