import { useTranslation } from "react-i18next";
import type { Project } from "../../core/document/schema/project.ts";
import { formatNumber } from "../i18n/format.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { useDisplay } from "./display.ts";
import { useEditor, useEditorState } from "./editor.ts";
import { guidesOf, type PageGuide } from "./page-lines.ts";
import { isInView, type StagePage, type StageView, toView } from "./stage-pages.ts";
import { useGuideDrag } from "./use-guide-drag.ts";

export interface GuideLayerProps {
  readonly project: Project;
  readonly pages: readonly StagePage[];
}

/** The guides of the pages in the window, to be taken hold of. Typed places and removing by keys are in the dialog of guides too. */
export function GuideLayer({ project, pages }: GuideLayerProps) {
  const view = useEditorState((state) => state.view);
  const size = useEditorState((state) => state.size);
  const isShown = useDisplay(({ guides, mode }) => guides && mode !== "preview");
  if (!view) return null;
  return (
    <div className="guide-layer" aria-hidden="true">
      {isShown &&
        pages
          .filter((page) => isInView(view, size, page))
          .flatMap((page) => {
            const source = project.pages.find((one) => one.id === page.page);
            return (source ? guidesOf(project, source, page) : []).map((guide) => (
              <GuideLine
                key={`${page.page} ${guide.axis} ${guide.index ?? `master ${guide.at}`}`}
                guide={guide}
                page={page}
                view={view}
              />
            ));
          })}
      <DraggedLine pages={pages} view={view} />
    </div>
  );
}

interface GuideLineProps {
  readonly guide: PageGuide;
  readonly page: StagePage;
  readonly view: StageView;
}

function GuideLine({ guide: { axis, at, index }, page, view }: GuideLineProps) {
  const editor = useEditor();
  const isLocked = useDisplay((state) => state.guidesLocked);
  const id = page.page ?? "";
  const isSelected = useEditorState(({ guide }) => guide !== undefined && guide.page === id && guide.index === index);
  const isDragged = useEditorState((state) => state.draggedGuide !== undefined) && isSelected;
  const drag = useGuideDrag(axis, index === undefined ? undefined : { page: id, index });
  const holds = index !== undefined && !isLocked;
  const state = index === undefined ? "inherited" : isSelected ? "selected" : "own";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a handle for the pointer; the dialog of guides does the same by keys
    <div
      className={`guide guide-${axis} ${state}`}
      data-locked={!holds || undefined}
      style={{ ...lineStyle(axis, at, page, view), opacity: isDragged ? 0.3 : undefined }}
      {...(holds && drag)}
      onDoubleClick={() => holds && editor.store.setState({ asked: "guides" })}
    />
  );
}

/** A guide as it is pulled, with the place it would have. */
function DraggedLine({ pages, view }: { readonly pages: readonly StagePage[]; readonly view: StageView }) {
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const dragged = useEditorState((state) => state.draggedGuide);
  const page = pages.find((one) => one.page === dragged?.page);
  if (!dragged || !page) return null;
  const { axis, at, away } = dragged;
  const style = lineStyle(axis, at, page, view);
  return (
    <div className={`guide guide-${axis} dragged`} style={style} data-away={away || undefined}>
      <span className="measure-tag">
        {away ? t("stage.guides.letGo") : `${formatNumber(at, language)} ${t("editor.properties.mm")}`}
      </span>
    </div>
  );
}

function lineStyle(axis: "x" | "y", at: number, page: StagePage, view: StageView) {
  const place = toView(view, { x: page.x + at, y: page.y + at });
  const corner = toView(view, page);
  return axis === "x"
    ? { left: Math.round(place.x), top: corner.y, height: page.height * view.scale }
    : { top: Math.round(place.y), left: corner.x, width: page.width * view.scale };
}
