import { useId } from "react";
import type { Project } from "../../core/document/schema/project.ts";
import type { Rect } from "../../core/units/geometry.ts";
import { ptToMm } from "../../core/units/units.ts";
import { shownGridStep, useDisplay } from "./display.ts";
import { columnEdges, typeArea } from "./page-lines.ts";
import { type StagePage, type StageView, toView } from "./stage-pages.ts";

/** Sharp lines lie on the middle of pixels. */
export const sharp = (value: number): number => Math.round(value) + 0.5;

interface PageLinesProps {
  readonly project: Project;
  readonly page: StagePage;
  readonly view: StageView;
}

/** Bleed, safe area, margins, columns and grid of a page. */
export function PageLines({ project, page, view }: PageLinesProps) {
  const { mode, margins, grid, gridStep } = useDisplay((state) => state);
  const source = project.pages.find((one) => one.id === page.page);
  const area = typeArea(project, source, page);
  const hasMargins = margins && (area.width < page.width || area.height < page.height);
  const { bleed, safe } = page.placed;
  return (
    <g>
      {grid && mode === "normal" && <Grid page={page} view={view} step={shownGridStep(gridStep, view.scale)} />}
      {bleed.top > 0 && <Box className="bleed-line" view={view} rect={around(page, ptToMm(bleed.top))} />}
      {mode === "bleed" && <Box className="trim-line" view={view} rect={page} />}
      {mode === "bleed" && <Box className="safe-line" view={view} rect={around(page, -ptToMm(safe.top))} />}
      {hasMargins && <Box className="margin-line" view={view} rect={area} />}
      {margins &&
        columnEdges(project, area).map((at) => {
          const start = toView(view, { x: at, y: area.y });
          const end = toView(view, { x: at, y: area.y + area.height });
          return (
            <line key={at} className="column-line" x1={sharp(start.x)} x2={sharp(start.x)} y1={start.y} y2={end.y} />
          );
        })}
    </g>
  );
}

const around = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

interface BoxProps {
  readonly className: string;
  readonly rect: Rect;
  readonly view: StageView;
}

function Box({ className, rect, view }: BoxProps) {
  const { x, y } = toView(view, rect);
  return (
    <rect
      className={className}
      x={sharp(x)}
      y={sharp(y)}
      width={Math.max(0, Math.round(rect.width * view.scale))}
      height={Math.max(0, Math.round(rect.height * view.scale))}
    />
  );
}

function Grid({ page, view, step }: { readonly page: StagePage; readonly view: StageView; readonly step: number }) {
  const id = useId();
  const { x, y } = toView(view, page);
  const side = step * view.scale;
  return (
    <>
      <pattern id={id} x={x} y={y} width={side} height={side} patternUnits="userSpaceOnUse">
        <path className="grid-line" d={`M0 0H${side}M0 0V${side}`} />
      </pattern>
      <rect x={x} y={y} width={page.width * view.scale} height={page.height * view.scale} fill={`url(#${id})`} />
    </>
  );
}
