/** Painting that can wait, one page at a time, whenever the screen has nothing else to do. */

type Paint = () => void;

/** What is nearly in view, and what is painted only so that it is there some day. */
export type Urgency = "soon" | "some-day";

const waiting: Readonly<Record<Urgency, Map<object, Paint>>> = { soon: new Map(), "some-day": new Map() };
let planned = false;

/** However busy the screen is, something is painted in this time. Milliseconds. */
const LONGEST_WAIT = 1_000;

/** `owner` has one thing waiting at a time. */
export function paintWhenIdle(owner: object, urgency: Urgency, paint: Paint): void {
  forgetPaint(owner);
  waiting[urgency].set(owner, paint);
  plan();
}

/** What is not to be painted any more. */
export function forgetPaint(owner: object): void {
  for (const paints of Object.values(waiting)) paints.delete(owner);
}

function plan(): void {
  if (planned) return;
  planned = true;
  requestIdleCallback(paintOne, { timeout: LONGEST_WAIT });
}

function paintOne(): void {
  planned = false;
  const [owner, paint] = waiting.soon.entries().next().value ?? waiting["some-day"].entries().next().value ?? [];
  if (!owner || !paint) return;
  forgetPaint(owner);
  paint();
  plan();
}
