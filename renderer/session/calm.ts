/** When what need not follow at once is drawn: together, when there is time, and so seldom that it never holds up typing or dragging. */

import { startTransition } from "react";

/** While changes keep coming, from one drawing to the next: so long that drawing takes no more than a quarter of the time. Milliseconds. */
const SHORTEST_PACE = 100;
const LONGEST_PACE = 500;
const SHARE = 4;
/** However busy the page is, drawing waits no longer. Milliseconds. */
const LONGEST_WAIT = 250;

const waiting = new Set<() => void>();
let isPlanned = false;
let nextTime = Number.NEGATIVE_INFINITY;

/** Calls `draw` once, with all others that wait, as one change React may interrupt. */
export function drawCalmly(draw: () => void): void {
  waiting.add(draw);
  if (isPlanned) return;
  isPlanned = true;
  const pause = nextTime - performance.now();
  if (pause > 0) setTimeout(whenIdle, pause);
  else whenIdle();
}

/** What waits no longer because it is gone. */
export function forgetCalmly(draw: () => void): void {
  waiting.delete(draw);
}

function whenIdle(): void {
  requestIdleCallback(drawAll, { timeout: LONGEST_WAIT });
}

function drawAll(): void {
  const draws = [...waiting];
  waiting.clear();
  isPlanned = false;
  const start = performance.now();
  nextTime = start + SHORTEST_PACE;
  startTransition(() => {
    for (const draw of draws) draw();
  });
  // What was begun is done when the page has time again.
  requestIdleCallback(() => {
    nextTime = start + Math.min(LONGEST_PACE, Math.max(SHORTEST_PACE, SHARE * (performance.now() - start)));
  });
}
