/** When what need not follow at once is drawn: together, when there is time, and so seldom that it never holds up typing or dragging. */

import { startTransition } from "react";

/** While changes keep coming, from one drawing to the next: so long that drawing takes no more than a quarter of the time. Milliseconds. */
const SHORTEST_PACE = 100;
const LONGEST_PACE = 500;
const SHARE = 4;
/** However busy the page is, drawing waits no longer. Milliseconds. */
const LONGEST_WAIT = 250;
/** After a movement or a key, until hands count as resting. Milliseconds. */
const REST = 150;

const waiting = new Set<() => void>();
let isPlanned = false;
let nextTime = Number.NEGATIVE_INFINITY;
let restsAt = Number.NEGATIVE_INFINITY;
let longestHeld = Number.POSITIVE_INFINITY;
let waitingSince = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says that somebody types, or holds or moves something: what is drawn calmly waits until hands rest, yet no longer than `longest` ms. */
export function stir(longest = Number.POSITIVE_INFINITY): void {
  restsAt = performance.now() + REST;
  longestHeld = longest;
}

/** Says that the pointer has let go. */
export function settle(): void {
  restsAt = Number.NEGATIVE_INFINITY;
  if (timer !== undefined) plan();
}

/** Calls `draw` once, with all others that wait, as one change React may interrupt. */
export function drawCalmly(draw: () => void): void {
  waiting.add(draw);
  if (isPlanned) return;
  isPlanned = true;
  waitingSince = performance.now();
  plan();
}

function plan(): void {
  clearTimeout(timer);
  timer = undefined;
  const pause = Math.max(nextTime, heldUntil()) - performance.now();
  if (pause > 0) timer = setTimeout(plan, pause);
  else requestIdleCallback(drawAll, { timeout: LONGEST_WAIT });
}

/** What waits no longer because it is gone. */
export function forgetCalmly(draw: () => void): void {
  waiting.delete(draw);
}

const heldUntil = (): number => Math.min(restsAt, waitingSince + longestHeld);

function drawAll(): void {
  if (heldUntil() > performance.now()) {
    plan();
    return;
  }
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
