/** How large pages are shown. */

/** Either a factor on the size of the paper, or what of the page is to fit the view. */
export type Zoom = number | "page" | "width";

/** CSS pixels per point where a page has the size of its paper. */
export const ACTUAL_SIZE = 96 / 72;
/** Pixels left free around a page that fits the view. */
export const PAGE_MARGIN = 32;

const STEPS = [0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4] as const;

interface ViewSize {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels per point of pages that are as wide and high as `page`, in points. */
export function scaleOf(zoom: Zoom, page: ViewSize, view: ViewSize): number {
  if (typeof zoom === "number") return zoom * ACTUAL_SIZE;
  const width = Math.max(1, view.width - 2 * PAGE_MARGIN) / page.width;
  if (zoom === "width") return width;
  return Math.min(width, Math.max(1, view.height - 2 * PAGE_MARGIN) / page.height);
}

/** The next factor above or below. */
export function stepZoom(factor: number, direction: 1 | -1): number {
  const next =
    direction === 1 ? STEPS.find((step) => step > factor * 1.01) : STEPS.findLast((step) => step < factor * 0.99);
  return next ?? factor;
}
