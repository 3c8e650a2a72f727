import { useEffect, useRef, useState } from "react";
import type { PlacedPage } from "../../../core/layout/display-list.ts";
import { PageCanvas } from "../../engine/PageCanvas.tsx";
import type { PageSources } from "../../engine/project-layout.ts";

export interface ThumbnailProps {
  readonly page: PlacedPage;
  readonly sources: PageSources;
  /** CSS pixels it may be wide and high. */
  readonly room: { readonly width: number; readonly height: number };
}

/** A page small; painted only while it is near the part of its panel that is in view. */
export function Thumbnail({ page, sources, room }: ThumbnailProps) {
  const element = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const paper = element.current;
    if (!paper) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: paper.closest(".pages-lists"),
      rootMargin: "50% 0px",
    });
    observer.observe(paper);
    return () => observer.disconnect();
  }, []);
  const scale = Math.min(room.width / page.width, room.height / page.height);
  return (
    <span ref={element} className="thumbnail-sheet" style={{ width: page.width * scale, height: page.height * scale }}>
      {near && <PageCanvas page={page} sources={sources} scale={scale} />}
    </span>
  );
}
