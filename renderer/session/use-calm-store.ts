import { startTransition, useEffect, useRef, useState } from "react";
import type { StoreApi } from "zustand/vanilla";

/** Changes are drawn this long after the first of them at the latest, however busy the page is. Milliseconds. */
const LONGEST_WAIT = 250;

/**
 * A part of a store's state for what may follow a moment later: it is drawn when typing and dragging leave time for it, and not once for
 * every letter. `select` gives a value that stays the same as long as nothing changes.
 */
export function useCalmStore<State, Part>(store: StoreApi<State>, select: (state: State) => Part): Part {
  const chosen = useRef(select);
  chosen.current = select;
  const [part, setPart] = useState(() => select(store.getState()));
  useEffect(() => {
    let waiting: number | undefined;
    const draw = (): void => {
      waiting = undefined;
      startTransition(() => setPart(() => chosen.current(store.getState())));
    };
    const follow = (): void => {
      waiting ??= requestIdleCallback(draw, { timeout: LONGEST_WAIT });
    };
    draw();
    const stop = store.subscribe(follow);
    return () => {
      stop();
      if (waiting !== undefined) cancelIdleCallback(waiting);
    };
  }, [store]);
  return part;
}
