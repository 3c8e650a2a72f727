import { useEffect, useRef, useState } from "react";
import type { StoreApi } from "zustand/vanilla";
import { drawCalmly, forgetCalmly } from "./calm.ts";

/**
 * A part of a store's state for what may follow a moment later: it is drawn when typing and dragging leave time for it, and not once for
 * every letter. `select` gives a value that stays the same as long as nothing changes.
 */
export function useCalmStore<State, Part>(store: StoreApi<State>, select: (state: State) => Part): Part {
  const chosen = useRef(select);
  chosen.current = select;
  const [part, setPart] = useState(() => select(store.getState()));
  useEffect(() => {
    let drawn: Part | undefined;
    const draw = (): void => {
      drawn = chosen.current(store.getState());
      setPart(() => chosen.current(store.getState()));
    };
    const follow = (): void => {
      if (chosen.current(store.getState()) !== drawn) drawCalmly(draw);
    };
    follow();
    const stop = store.subscribe(follow);
    return () => {
      stop();
      forgetCalmly(draw);
    };
  }, [store]);
  return part;
}
