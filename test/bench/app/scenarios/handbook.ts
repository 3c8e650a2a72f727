import type { Page } from "playwright";
import { type BrowserTrace, intervals, markToFrame, traced, workPerFrame, workWithin } from "../browser-trace.ts";
import { handbook } from "../documents.ts";
import { makeHome, openGallery } from "../program.ts";
import type { Figure } from "../report.ts";
import { spreadOf } from "../statistics.ts";
import { markSet, markWhen } from "../watch.ts";
import { framesWithEmptySheets } from "../white-sheets.ts";
import { PREVIEWS } from "./first-screen.ts";
import { OPEN_FLOOR, SCROLL_FRAMES_FLOOR, SCROLL_WORK_FLOOR } from "./floor.ts";
import { boxOf, FILL_SHOWN, markPress, pressRecent, rest, showStage, wheel } from "./steps.ts";

const LONG_TASK = 50;
const PAUSE = 400;
/** After what is shown first, for what follows it. */
const FOLLOWS_MS = 2_500;

interface Shown {
  /** To the first frame that shows a page. */
  readonly painted: number;
  /** Work of the page until then. */
  readonly work: number;
  /** To the end of the last long task. */
  readonly usable: number;
}

function shown(trace: BrowserTrace, mark: string, start: string): Shown {
  const from = trace.mark(start) ?? NaN;
  const painted = markToFrame(trace, start, mark);
  const long = trace.tasks.filter((task) => task.duration > LONG_TASK && task.start >= from);
  const usable = Math.max(painted, ...long.map((task) => task.start + task.duration - from));
  return { painted, usable, work: workWithin(trace, from, from + painted) };
}

type View = "fill" | "stage";
const VIEWS: readonly View[] = ["fill", "stage"];
const WINDOWS: Readonly<Record<View, string>> = { fill: ".page-view", stage: ".stage-window" };

interface Scrolled {
  readonly work: number[];
  readonly apart: number[];
  readonly blank: number[];
  looked: number;
}

/** A handbook of more than sixty pages: opened, shown in the editor, scrolled through. */
export async function longHandbook(runs: number): Promise<readonly Figure[]> {
  const opening: Shown[] = [];
  const staged: Shown[] = [];
  const nothing = (): Scrolled => ({ work: [], apart: [], blank: [], looked: 0 });
  const scrolled: Readonly<Record<View, Scrolled>> = { fill: nothing(), stage: nothing() };
  for (let run = 0; run < runs; run += 1) {
    const home = makeHome();
    await home.save("Handbook", handbook());
    const opened = await openGallery(home);
    try {
      const { page, browser } = opened;
      const scroll = async (view: View): Promise<void> => {
        const box = await boxOf(page, WINDOWS[view]);
        await rest(page);
        const trace = await traced(browser, page, () => wheelThrough(page, () => wheel(page, box, 150, 120)));
        const [from, to] = [trace.mark("begin") ?? 0, trace.mark("end") ?? 0];
        const seen = scrolled[view];
        seen.work.push(...workPerFrame(trace, from, to));
        seen.apart.push(...intervals(trace.frames, from, to, PAUSE));
        if (run > 0) return;
        const { frames, empty } = await framesWithEmptySheets(browser, page, box, () => wheel(page, box, 60, 400));
        seen.blank.push(empty);
        seen.looked += frames;
      };
      // On most days the pictures of the first screen have been painted long ago.
      while (!(await page.evaluate(PREVIEWS))) await page.waitForTimeout(100);
      await rest(page);
      await markWhen(page, "fill", FILL_SHOWN, "now");
      await markPress(page, "open");
      const open = await traced(browser, page, async () => {
        await pressRecent(page, "Handbook");
        await markSet(page, "fill");
        await page.waitForTimeout(FOLLOWS_MS);
      });
      opening.push(shown(open, "fill", "open"));
      await scroll("fill");
      await rest(page);
      await markPress(page, "design");
      const design = await traced(browser, page, async () => {
        await showStage(page);
        await page.waitForTimeout(FOLLOWS_MS);
      });
      staged.push(shown(design, "stage", "design"));
      await scroll("stage");
    } finally {
      await opened.end();
      home.remove();
    }
  }
  const of = (measures: readonly Shown[], part: keyof Shown) => spreadOf(measures.map((one) => one[part]));
  return [
    { what: "handbook: click to first page painted", spread: of(opening, "painted"), bar: 1_000, floor: OPEN_FLOOR },
    { what: "   work of the page until then", spread: of(opening, "work") },
    { what: "handbook: click to usable", spread: of(opening, "usable"), bar: 1_000, floor: OPEN_FLOOR },
    { what: "handbook: into the editor, painted", spread: of(staged, "painted"), bar: 1_000, floor: OPEN_FLOOR },
    { what: "   work of the page until then", spread: of(staged, "work") },
    { what: "handbook: into the editor, usable", spread: of(staged, "usable"), bar: 1_000, floor: OPEN_FLOOR },
    ...VIEWS.flatMap((view): Figure[] => [
      {
        what: `scrolling (${view}): work per frame`,
        spread: spreadOf(scrolled[view].work),
        floor: SCROLL_WORK_FLOOR,
      },
      {
        what: `scrolling (${view}): frame to frame`,
        spread: spreadOf(scrolled[view].apart),
        floor: SCROLL_FRAMES_FLOOR,
      },
      {
        what: `scrolling fast (${view}): frames with an empty sheet`,
        spread: spreadOf(scrolled[view].blank),
        bar: 1,
        judged: "max",
        unit: "",
        note: `of ${scrolled[view].looked} looked at`,
      },
    ]),
  ];
}

async function wheelThrough(page: Page, act: () => Promise<void>): Promise<void> {
  await page.evaluate(`performance.mark("begin")`);
  await act();
  await page.evaluate(`performance.mark("end")`);
}
