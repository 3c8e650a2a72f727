import type { Page } from "playwright";
import { type BrowserTrace, intervals, traced, workPerFrame } from "../browser-trace.ts";
import { handbook } from "../documents.ts";
import { makeHome, openGallery } from "../program.ts";
import type { Figure } from "../report.ts";
import { spreadOf } from "../statistics.ts";
import { markSet, markWhen } from "../watch.ts";
import { framesWithEmptySheets } from "../white-sheets.ts";
import { boxOf, FILL_SHOWN, pressRecent, rest, showStage } from "./steps.ts";

const LONG_TASK = 50;
const PAUSE = 400;

/** First frame after `mark` and the end of the last long task after it, from `start`. */
function shown(trace: BrowserTrace, mark: string, start: string) {
  const from = trace.mark(start) ?? NaN;
  const at = trace.mark(mark) ?? NaN;
  const painted = (trace.frames.find((frame) => frame > at) ?? NaN) - from;
  const long = trace.tasks.filter((task) => task.duration > LONG_TASK && task.start >= from);
  const usable = Math.max(painted, ...long.map((task) => task.start + task.duration - from));
  return { painted, usable };
}

const clicked = (page: Page, name: string): Promise<unknown> =>
  page.evaluate(
    `document.addEventListener("pointerup", () => performance.mark(${JSON.stringify(name)}), { capture: true, once: true })`,
  );

async function wheel(page: Page, steps: number, delta: number): Promise<void> {
  const start = performance.now();
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.wheel(0, delta);
    await page.waitForTimeout(Math.max(0, start + step * 16 - performance.now()));
  }
}

/** A handbook of more than sixty pages: opened, shown in the editor, scrolled through. */
export async function longHandbook(runs: number): Promise<readonly Figure[]> {
  const opening: { painted: number; usable: number }[] = [];
  const staged: { painted: number; usable: number }[] = [];
  const work: Record<View, number[]> = { fill: [], stage: [] };
  const apart: Record<View, number[]> = { fill: [], stage: [] };
  const blank: Record<View, number[]> = { fill: [], stage: [] };
  for (let run = 0; run < runs; run += 1) {
    const home = makeHome();
    await home.save("Handbook", handbook());
    const opened = await openGallery(home);
    try {
      const { page, browser } = opened;
      await rest(page);
      await markWhen(page, "fill", FILL_SHOWN, "now");
      await clicked(page, "open");
      const open = await traced(browser, page, async () => {
        await pressRecent(page, "Handbook");
        await markSet(page, "fill");
        await page.waitForTimeout(2_500);
      });
      opening.push(shown(open, "fill", "open"));
      await scroll("fill", page, ".page-view");
      await rest(page);
      await clicked(page, "design");
      const design = await traced(browser, page, async () => {
        await showStage(page);
        await page.waitForTimeout(2_500);
      });
      staged.push(shown(design, "stage", "design"));
      await scroll("stage", page, ".stage-window");

      async function scroll(view: View, on: Page, selector: string): Promise<void> {
        const box = await boxOf(on, selector);
        await rest(on);
        await on.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        const trace = await traced(browser, on, async () => {
          await on.evaluate(`performance.mark("begin")`);
          await wheel(on, 150, 120);
          await on.evaluate(`performance.mark("end")`);
        });
        const [from, to] = [trace.mark("begin") ?? 0, trace.mark("end") ?? 0];
        work[view].push(...workPerFrame(trace, from, to));
        apart[view].push(...intervals(trace.frames, from, to, PAUSE));
        if (run === 0) blank[view].push(await framesWithEmptySheets(browser, on, box, () => wheel(on, 100, 400)));
      }
    } finally {
      await opened.end();
      home.remove();
    }
  }
  const of = (measures: typeof opening, part: "painted" | "usable") => spreadOf(measures.map((one) => one[part]));
  const views: readonly View[] = ["fill", "stage"];
  return [
    { what: "handbook: click to first page painted", spread: of(opening, "painted"), bar: 1_000 },
    { what: "handbook: click to usable", spread: of(opening, "usable"), bar: 1_000 },
    { what: "handbook: into the editor, painted", spread: of(staged, "painted"), bar: 1_000 },
    { what: "handbook: into the editor, usable", spread: of(staged, "usable"), bar: 1_000 },
    ...views.flatMap((view): Figure[] => [
      { what: `scrolling (${view}): work per frame`, spread: spreadOf(work[view]) },
      { what: `scrolling (${view}): frame to frame`, spread: spreadOf(apart[view]) },
      {
        what: `scrolling fast (${view}): frames with an empty sheet`,
        spread: spreadOf(blank[view]),
        bar: 1,
        judged: "max",
        unit: "",
      },
    ]),
  ];
}

type View = "fill" | "stage";
