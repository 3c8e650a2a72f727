/** Several windows on the same pages, zoomed and scrolled together. */

import type { Zoom } from "./zoom.ts";

export interface PreviewLink {
  readonly zoom: Zoom;
  readonly setZoom: (zoom: Zoom) => void;
  readonly scroll: ScrollLink;
}

export interface ScrollLink {
  /** Takes a window in; gives back what lets it go. */
  join(view: HTMLElement): () => void;
}

/** Pages are told apart by their place: page three of one language stands beside page three of the other. */
export function createScrollLink(): ScrollLink {
  const views = new Set<HTMLElement>();
  /** Where a window was scrolled to by another: its own event then moves nobody. */
  const expected = new WeakMap<HTMLElement, number>();

  const follow = (leader: HTMLElement): void => {
    if (Math.abs((expected.get(leader) ?? Number.NaN) - leader.scrollTop) < 2) {
      expected.delete(leader);
      return;
    }
    const papers = papersOf(leader);
    const index = Math.max(
      0,
      papers.findLastIndex((paper) => paper.offsetTop <= leader.scrollTop),
    );
    const paper = papers[index];
    if (!paper) return;
    const share = (leader.scrollTop - paper.offsetTop) / Math.max(1, paper.offsetHeight);
    for (const view of views) {
      const twin = view === leader ? undefined : papersOf(view)[index];
      if (!twin) continue;
      const top = Math.round(twin.offsetTop + share * twin.offsetHeight);
      const reachable = Math.max(0, Math.min(top, view.scrollHeight - view.clientHeight));
      if (Math.abs(view.scrollTop - reachable) < 2 && view.scrollLeft === leader.scrollLeft) continue;
      expected.set(view, reachable);
      view.scrollTo({ top: reachable, left: leader.scrollLeft, behavior: "instant" });
    }
  };

  return {
    join(view) {
      const listen = (): void => follow(view);
      views.add(view);
      view.addEventListener("scroll", listen, { passive: true });
      return () => {
        views.delete(view);
        view.removeEventListener("scroll", listen);
      };
    },
  };
}

const papersOf = (view: HTMLElement): readonly HTMLElement[] => [...view.querySelectorAll<HTMLElement>(".paper")];
