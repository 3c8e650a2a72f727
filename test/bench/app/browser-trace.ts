/** What Chromium itself records: when keys and the pointer came, when what they led to was drawn, how long the page was busy. */

import type { Browser, Page } from "playwright";

const CATEGORIES = [
  "toplevel",
  "blink.user_timing",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-devtools.timeline.frame",
];

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of the processor, without what others took. */
  readonly tdur?: number;
  readonly id?: string;
  readonly id2?: { readonly local?: string };
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string; readonly startTime?: number } };
}

/** All times are milliseconds on one clock. */
export interface BrowserTrace {
  /** From an input's arrival to the frame that shows what it did, by the type of event. */
  interactions(type: string): readonly number[];
  /** When frames were drawn. */
  readonly frames: readonly number[];
  /** Time of a `performance.mark` in the page. */
  mark(name: string): number | undefined;
  /** When the navigation began to the page in which that mark was set. */
  navigated(name: string): number | undefined;
  /** Tasks of the page's main thread. */
  readonly tasks: readonly Task[];
}

export interface Task {
  readonly start: number;
  readonly duration: number;
  /** Of the processor. */
  readonly processor: number;
}

/** Records what happens while `act` runs. */
export async function traced(browser: Browser, page: Page, act: () => Promise<void>): Promise<BrowserTrace> {
  await browser.startTracing(page, { categories: CATEGORIES });
  try {
    await act();
  } catch (error) {
    await browser.stopTracing();
    throw error;
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return readTrace(traceEvents);
}

function readTrace(events: readonly TraceEvent[]): BrowserTrace {
  const main = mainThread(events);
  const isMain = ({ pid, tid }: TraceEvent): boolean => pid === main?.pid && tid === main.tid;
  const inPage = events.filter(({ pid }) => pid === main?.pid);
  const marked = (wanted: string): TraceEvent | undefined =>
    inPage.findLast(({ cat, name }) => cat.includes("blink.user_timing") && name === wanted);
  return {
    interactions: (type) =>
      asyncSpans(
        inPage.filter(({ name }) => name === "EventTiming"),
        type,
      ),
    frames: inPage
      .filter(({ name }) => name === "DrawFrame")
      .map(({ ts }) => ts / 1000)
      .sort((a, b) => a - b),
    mark(wanted) {
      const found = marked(wanted);
      return found && found.ts / 1000;
    },
    navigated(wanted) {
      const found = marked(wanted);
      return found && found.ts / 1000 - (found.args?.data?.startTime ?? NaN);
    },
    tasks: inPage
      .filter((event) => isMain(event) && isTask(event))
      .map(({ ts, dur = 0, tdur = dur }) => ({ start: ts / 1000, duration: dur / 1000, processor: tdur / 1000 })),
  };
}

/** Chromium records a task twice, under this name and under another of the category for its own tools. */
const isTask = ({ ph, name }: TraceEvent): boolean => ph === "X" && name === "ThreadControllerImpl::RunTask";

/** The renderer that drew most: other processes of the browser have pages of their own. */
function mainThread(events: readonly TraceEvent[]): TraceEvent | undefined {
  const busy = new Map<number, number>();
  const mains = events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  for (const event of events) {
    const { pid, tid, dur = 0 } = event;
    if (isTask(event) && mains.some((one) => one.pid === pid && one.tid === tid)) {
      busy.set(pid, (busy.get(pid) ?? 0) + dur);
    }
  }
  return mains.toSorted((a, b) => (busy.get(b.pid) ?? 0) - (busy.get(a.pid) ?? 0))[0];
}

function asyncSpans(events: readonly TraceEvent[], type: string): readonly number[] {
  const begun = new Map<string, TraceEvent>();
  const spans: number[] = [];
  for (const event of events.toSorted((a, b) => a.ts - b.ts)) {
    const id = event.id ?? event.id2?.local ?? "";
    if (event.ph === "b" && event.args?.data?.type === type) begun.set(id, event);
    const start = event.ph === "e" ? begun.get(id) : undefined;
    if (!start) continue;
    begun.delete(id);
    spans.push((event.ts - start.ts) / 1000);
  }
  return spans;
}

/** From a mark to the first frame drawn after another one. */
export function markToFrame(trace: BrowserTrace, from: string, to: string): number {
  const at = trace.mark(to) ?? NaN;
  return (trace.frames.find((frame) => frame > at) ?? NaN) - (trace.mark(from) ?? NaN);
}

/** From one frame to the next; a pause, in which nothing was to be drawn, is left out. */
export function intervals(frames: readonly number[], from: number, to: number, pause: number): readonly number[] {
  const within = frames.filter((time) => time >= from && time <= to);
  return within.slice(1).flatMap((time, index) => {
    const interval = time - (within[index] ?? time);
    return interval < pause ? [interval] : [];
  });
}

/** Work of the main thread in a span of time, in time of the processor. */
export const workWithin = ({ tasks }: BrowserTrace, from: number, to: number): number =>
  tasks.reduce((sum, { start, processor }) => (start >= from && start < to ? sum + processor : sum), 0);

/** Work of the main thread between one frame and the next, in time of the processor. */
export function workPerFrame({ frames, tasks }: BrowserTrace, from: number, to: number): readonly number[] {
  const within = frames.filter((time) => time >= from && time <= to);
  const work = within.map(() => 0);
  let frame = 0;
  for (const { start, processor } of tasks.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    while (frame < within.length && (within[frame] ?? 0) < start) frame += 1;
    if (frame < within.length) work[frame] = (work[frame] ?? 0) + processor;
  }
  return work;
}
