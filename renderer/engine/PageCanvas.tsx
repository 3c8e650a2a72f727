import { useLayoutEffect, useRef, useState } from "react";
import type { PlacedPage } from "../../core/layout/display-list.ts";
import { changedRegion, paintRegion } from "./paint-region.ts";
import type { PageSources } from "./project-layout.ts";
import { showsPictures, usePicturesVersion } from "./use-pictures.ts";

export interface PageCanvasProps {
  readonly page: PlacedPage;
  readonly sources: PageSources;
  /** CSS pixels per point. */
  readonly scale: number;
  /** What it shows, for those who cannot see it; nothing where something around it says so. */
  readonly label?: string;
}

/** Above it browsers refuse a canvas or grow slow; the page is then painted coarser and stretched. */
const MOST_PIXELS = 32_000_000;

interface Painted {
  readonly page: PlacedPage;
  readonly sources: PageSources;
  /** Of the pictures; the same number where the page shows none. */
  readonly pictures: number;
  readonly width: number;
  readonly height: number;
}

/** Device pixels per CSS pixel, following the window from screen to screen and the browser's own zoom. */
export function useDevicePixelRatio(): number {
  const [ratio, setRatio] = useState(() => window.devicePixelRatio);
  useLayoutEffect(() => {
    const query = window.matchMedia(`(resolution: ${ratio}dppx)`);
    const follow = (): void => setRatio(window.devicePixelRatio);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, [ratio]);
  return ratio;
}

/** A page as it prints, cut at its trim; after a change only what changed is painted again. */
export function PageCanvas({ page, sources, scale, label }: PageCanvasProps) {
  const ratio = useDevicePixelRatio();
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<Painted>(undefined);
  const fine = Math.min(scale * ratio, Math.sqrt(MOST_PIXELS / (page.width * page.height)));
  const width = Math.max(1, Math.round(page.width * fine));
  const height = Math.max(1, Math.round(page.height * fine));

  const version = usePicturesVersion(sources.pictures);
  const pictures = showsPictures(page) ? version : 0;

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d", { alpha: false });
    if (!element || !context) return;
    const before = painted.current;
    const fits = before && before.sources === sources && before.width === width && before.height === height;
    painted.current = { page, sources, pictures, width, height };
    const matrix = [width / page.width, 0, 0, height / page.height, 0, 0] as const;
    if (fits && before.pictures === pictures) {
      const region = changedRegion(before.page, page, sources.fonts);
      if (region) paintRegion(context, page, sources, { matrix, width, height, region });
      return;
    }
    if (!fits) {
      element.width = width;
      element.height = height;
    }
    paintRegion(context, page, sources, { matrix, width, height });
  }, [page, sources, pictures, width, height]);

  return (
    <canvas
      ref={canvas}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
      style={{ display: "block", width: page.width * scale, height: page.height * scale }}
    />
  );
}
