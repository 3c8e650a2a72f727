import { useLayoutEffect, useRef } from "react";
import type { PlacedPage } from "../../core/layout/display-list.ts";
import { forgetPaint, paintWhenIdle } from "./idle-paints.ts";
import { paintRegion } from "./paint-region.ts";
import type { PageSources } from "./project-layout.ts";
import { showsPictures, usePicturesVersion } from "./use-pictures.ts";

export interface SmallPageProps {
  readonly page: PlacedPage;
  readonly sources: PageSources;
  /** Of the document, which shares one amount of memory among them. */
  readonly pages: number;
  readonly className: string;
}

/** Pixels of all small pages together, four bytes each, and the most of one along its longer side. */
const MOST_PIXELS = 4_000_000;
const LONGEST_SIDE = 240;

interface Painted {
  readonly canvas: OffscreenCanvas;
  readonly sources: PageSources;
  /** Of the pictures; the same number where the page shows none. */
  readonly pictures: number;
}

/** As long as a page stays the same object it is painted small but once. */
const known = new WeakMap<PlacedPage, Painted>();

/** A page painted small when there is time. It is stretched where the page comes into view faster than it can be painted sharp. */
export function SmallPage({ page, sources, pages, className }: SmallPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const version = usePicturesVersion(sources.pictures);
  const pictures = showsPictures(page) ? version : 0;
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const painted = known.get(page);
    if (painted?.sources === sources && painted.pictures === pictures) {
      copy(painted.canvas, element);
      return;
    }
    paintWhenIdle(element, "some-day", () => {
      const small = paintSmall(page, sources, pages);
      known.set(page, { canvas: small, sources, pictures });
      copy(small, element);
    });
    return () => forgetPaint(element);
  }, [page, sources, pages, pictures]);
  return <canvas ref={canvas} className={className} aria-hidden />;
}

function paintSmall(page: PlacedPage, sources: PageSources, pages: number): OffscreenCanvas {
  const side = LONGEST_SIDE / Math.max(page.width, page.height);
  const share = Math.sqrt(MOST_PIXELS / Math.max(1, pages) / (page.width * page.height));
  const scale = Math.min(side, share);
  const width = Math.max(1, Math.round(page.width * scale));
  const height = Math.max(1, Math.round(page.height * scale));
  const small = new OffscreenCanvas(width, height);
  const context = small.getContext("2d", { alpha: false });
  if (!context) return small;
  const matrix = [width / page.width, 0, 0, height / page.height, 0, 0] as const;
  paintRegion(context, page, sources, { matrix, width, height });
  return small;
}

function copy(from: OffscreenCanvas, to: HTMLCanvasElement): void {
  to.width = from.width;
  to.height = from.height;
  to.getContext("2d", { alpha: false })?.drawImage(from, 0, 0);
}
