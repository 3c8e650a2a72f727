import { useEffect, useRef } from "react";
import type { DisplayItem } from "../../core/layout/display-list.ts";
import type { LaidOut } from "../engine/project-layout.ts";
import { currentHit, useFindState } from "../find/find-state.ts";
import { slotOfText } from "./slot-values.ts";

/** Where what was found can be seen while filling in: in the field of a slot, or else on a page, from 1. */
export type FoundPlace = { readonly slot: string } | { readonly page: number };

/** Calls `show` whenever another place found is asked for. */
export function useFoundPlace(laidOut: LaidOut | undefined, show: (place: FoundPlace) => void): void {
  const current = useFindState((state) => state.current);
  const hit = useFindState(currentHit);
  const latest = useRef({ laidOut, show });
  latest.current = { laidOut, show };
  useEffect(() => {
    const { laidOut: shown, show: go } = latest.current;
    if (!hit || !current || !shown) return;
    if (hit.kind === "slot") {
      go({ slot: hit.slot });
      return;
    }
    const slot = slotOfText(shown.project, hit.text);
    if (slot) go({ slot: slot.name });
    else {
      const page = shown.placed.pages.findIndex(({ items }) => shows(items, hit.text));
      if (page >= 0) go({ page: page + 1 });
    }
  }, [current, hit]);
}

const shows = (items: readonly DisplayItem[], text: string): boolean =>
  items.some((item) => item.kind === "group" && (item.written?.text === text || shows(item.items, text)));
