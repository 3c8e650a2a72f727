import "./page-preview.css";
import { Maximize, MoveHorizontal, ZoomIn, ZoomOut } from "lucide-react";
import { type CSSProperties, type MouseEvent, memo, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FontSource } from "../../core/fonts/font-face.ts";
import type { PlacedPage } from "../../core/layout/display-list.ts";
import type { Rect } from "../../core/units/geometry.ts";
import { forgetPaint, paintWhenIdle } from "../engine/idle-paints.ts";
import { PageCanvas } from "../engine/PageCanvas.tsx";
import type { ShownPages } from "../engine/project-layout.ts";
import { SmallPage } from "../engine/SmallPage.tsx";
import { scrollBehavior } from "../theme/motion.ts";
import { tourPlace } from "../tour/tour-store.ts";
import { IconButton } from "../ui/Button.tsx";
import { useElementSize } from "../ui/use-element-size.ts";
import type { PreviewLink } from "./preview-link.ts";
import { frameBounds, type SlotPlace, slotAt, slotPlaces } from "./slot-places.ts";
import { ACTUAL_SIZE, scaleOf, stepZoom, type Zoom } from "./zoom.ts";

export interface PagePreviewProps {
  readonly laidOut: ShownPages;
  /** Only the first page is there yet. */
  readonly isPart?: boolean;
  /** Its places are marked, and the first one comes into view. */
  readonly activeSlot: string | undefined;
  readonly onSlot: (slot: string) => void;
  /** A page to bring into view, from 1; a new object asks again. */
  readonly wanted: { readonly page: number } | undefined;
  /** Frames that are marked, and the first one brought into view. */
  readonly marked?: readonly string[] | undefined;
  /** Other windows on the same pages, which this one goes with. */
  readonly link?: PreviewLink | undefined;
}

const NONE: readonly string[] = [];

/** The pages as they print, one below the other. A click on what a slot shows leads to its field. */
export const PagePreview = memo(
  ({ laidOut, isPart = false, activeSlot, onSlot, wanted, marked = NONE, link }: PagePreviewProps) => {
    const { t } = useTranslation();
    const { pages } = laidOut.placed;
    const view = useRef<HTMLDivElement>(null);
    const size = useElementSize(view);
    const [ownZoom, setOwnZoom] = useState<Zoom>("page");
    const zoom = link?.zoom ?? ownZoom;
    const setZoom = link?.setZoom ?? setOwnZoom;
    const [current, setCurrent] = useState(1);

    const scrollLink = link?.scroll;
    useEffect(() => (view.current ? scrollLink?.join(view.current) : undefined), [scrollLink]);

    const largest = {
      width: Math.max(...pages.map((page) => page.width)),
      height: Math.max(...pages.map((page) => page.height)),
    };
    const scale = scaleOf(zoom, largest, size);
    const factor = scale / ACTUAL_SIZE;

    const pageOfSlot = activeSlot === undefined ? undefined : firstPageOf(activeSlot, laidOut);
    useEffect(() => {
      if (pageOfSlot !== undefined) bringIntoView(view.current, pageOfSlot);
    }, [pageOfSlot]);
    useEffect(() => {
      if (wanted) bringIntoView(view.current, wanted.page);
    }, [wanted]);

    const findCurrent = (): void => {
      const element = view.current;
      if (!element) return;
      const middle = element.scrollTop + element.clientHeight / 2;
      const papers = [...element.querySelectorAll<HTMLElement>(".paper")];
      const shown = papers.findLastIndex((paper) => paper.offsetTop <= middle);
      setCurrent(Math.max(0, shown) + 1);
    };

    return (
      <section {...tourPlace("page")} className="page-preview" aria-label={t("fill.preview")} aria-busy={isPart}>
        <div
          ref={view}
          className="page-view"
          onScroll={findCurrent}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys as well.
          tabIndex={0}
        >
          <div className="page-stack">
            {size.width > 0 &&
              pages.map((page) => (
                <Paper
                  key={page.index}
                  page={page}
                  laidOut={laidOut}
                  scale={scale}
                  activeSlot={activeSlot}
                  onSlot={onSlot}
                  marked={marked}
                />
              ))}
          </div>
        </div>
        <div className="zoom-bar">
          <span className="figure">{t("fill.pageOf", { page: current, pages: isPart ? "…" : pages.length })}</span>
          <span className="divider" />
          <IconButton
            icon={ZoomOut}
            size="small"
            label={t("fill.zoomOut")}
            onPress={() => setZoom(stepZoom(factor, -1))}
          />
          <span className="figure zoom-figure">{Math.round(factor * 100)} %</span>
          <IconButton
            icon={ZoomIn}
            size="small"
            label={t("fill.zoomIn")}
            onPress={() => setZoom(stepZoom(factor, 1))}
          />
          <IconButton icon={Maximize} size="small" label={t("fill.fitPage")} onPress={() => setZoom("page")} />
          <IconButton icon={MoveHorizontal} size="small" label={t("fill.fitWidth")} onPress={() => setZoom("width")} />
        </div>
      </section>
    );
  },
);

/** The place of a frame on a page, if it shows something there. */
function markOf(frame: string, page: PlacedPage, fonts: FontSource): readonly SlotPlace[] {
  const rect = frameBounds(page, fonts).get(frame);
  return rect ? [{ slot: frame, rect }] : [];
}

function firstPageOf(slot: string, { project, placed, sources }: ShownPages): number | undefined {
  const page = placed.pages.find((one) => slotPlaces(project, one, sources.fonts).some((place) => place.slot === slot));
  return page && page.index + 1;
}

const bringIntoView = (view: HTMLElement | null, page: number): void =>
  view?.querySelectorAll(".paper")[page - 1]?.scrollIntoView({ block: "nearest", behavior: scrollBehavior() });

interface PaperProps {
  readonly page: PlacedPage;
  readonly laidOut: ShownPages;
  readonly scale: number;
  readonly activeSlot: string | undefined;
  readonly onSlot: (slot: string) => void;
  readonly marked: readonly string[];
}

/** Whether a page that stayed the same object shows the same slots in the same places. */
const sameProps = (one: PaperProps, other: PaperProps): boolean =>
  one.page === other.page &&
  one.laidOut.sources === other.laidOut.sources &&
  one.laidOut.project.slots === other.laidOut.project.slots &&
  one.scale === other.scale &&
  one.activeSlot === other.activeSlot &&
  one.onSlot === other.onSlot &&
  one.marked === other.marked;

/** Whether some of it is in the view itself, which is as high as what is watched above it and below it. */
function isSeen({ boundingClientRect: { top, bottom }, rootBounds }: IntersectionObserverEntry): boolean {
  if (!rootBounds) return true;
  const view = rootBounds.height / 3;
  return bottom > rootBounds.top + view && top < rootBounds.bottom - view;
}

/** One page; painted sharp only while it is near the view, what is in view first. */
const Paper = memo(({ page, laidOut, scale, activeSlot, onSlot, marked }: PaperProps) => {
  const { t } = useTranslation();
  const paper = useRef<HTMLDivElement>(null);
  // The first page is in view from the first, and shown there already while the others are laid out.
  const [near, setNear] = useState(page.index === 0 ? true : undefined);
  useEffect(() => {
    const element = paper.current;
    if (!element) return;
    const follow = ([entry]: readonly IntersectionObserverEntry[]): void => {
      forgetPaint(element);
      const seen = entry?.isIntersecting === true && isSeen(entry);
      setNear(seen);
      if (entry?.isIntersecting && !seen) paintWhenIdle(element, "soon", () => setNear(true));
    };
    const observer = new IntersectionObserver(follow, { root: element.closest(".page-view"), rootMargin: "100% 0px" });
    observer.observe(element);
    return () => {
      observer.disconnect();
      forgetPaint(element);
    };
  }, []);

  const { project, sources } = laidOut;
  const places = near ? slotPlaces(project, page, sources.fonts) : [];
  const marks = near ? marked.flatMap((frame) => markOf(frame, page, sources.fonts)) : [];
  const [pointed, setPointed] = useState<string>();
  const slotUnder = ({ currentTarget, clientX, clientY }: MouseEvent<HTMLDivElement>): string | undefined => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return slotAt(places, { x: (clientX - left) / scale, y: (clientY - top) / scale });
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut for the pointer; the form has every field in reach of the keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: the same
    <div
      ref={paper}
      className={pointed === undefined ? "paper" : "paper pointing"}
      style={{ width: page.width * scale, height: page.height * scale }}
      onClick={(event) => {
        const slot = slotUnder(event);
        if (slot !== undefined) onSlot(slot);
      }}
      onMouseMove={(event) => setPointed(slotUnder(event))}
      onMouseLeave={() => setPointed(undefined)}
    >
      {near === false && (
        <SmallPage className="small-page" page={page} sources={sources} pages={laidOut.placed.pages.length} />
      )}
      {near && (
        <PageCanvas page={page} sources={sources} scale={scale} label={t("common.page", { page: page.index + 1 })} />
      )}
      {[...places.filter((place) => place.slot === activeSlot), ...marks].map(({ slot, rect }) => (
        <div key={slot} className="slot-mark" style={markStyle(rect, page, scale)} />
      ))}
      {places
        .filter((place) => place.slot === pointed && place.slot !== activeSlot)
        .map(({ slot, rect }) => (
          <div key={`pointed ${slot}`} className="slot-mark pointed" style={markStyle(rect, page, scale)} />
        ))}
    </div>
  );
}, sameProps);

/** Pixels a mark stands off what it marks. */
const MARK_GAP = 4;

/** Around the place, and never beyond the paper, which pictures that bleed are. */
function markStyle(rect: Rect, page: PlacedPage, scale: number): CSSProperties {
  const left = Math.max(0, rect.x * scale - MARK_GAP);
  const top = Math.max(0, rect.y * scale - MARK_GAP);
  return {
    left,
    top,
    width: Math.min(page.width * scale, (rect.x + rect.width) * scale + MARK_GAP) - left,
    height: Math.min(page.height * scale, (rect.y + rect.height) * scale + MARK_GAP) - top,
  };
}
