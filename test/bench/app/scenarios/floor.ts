/** The best this machine can do now: the same keys and the same movement in a page that does next to nothing. */

import { intervals, markToFrame, traced, workPerFrame } from "../browser-trace.ts";
import { startBrowser } from "../program.ts";
import type { Figure } from "../report.ts";
import { spreadOf } from "../statistics.ts";
import { markSet } from "../watch.ts";
import { boxOf, markPress, sweep, typeKeys, wheel } from "./steps.ts";

const PAGE = `<!doctype html><textarea id="field"></textarea><div id="box"
  style="position: absolute; width: 40px; height: 40px; background: navy"></div><script>
  addEventListener("pointermove", ({ clientX, clientY }) => {
    box.style.translate = clientX + "px " + clientY + "px";
  });
</script>`;

const SHEETS = 64;
/** Painted sheets one below the other, which the compositor scrolls without the page. */
const SCROLLED = `<!doctype html><button id="press">open</button>
<div id="view" style="height: 600px; width: 700px; overflow: auto"></div><script>
  press.onclick = () => {
    for (let sheet = 0; sheet < ${SHEETS}; sheet += 1) {
      const canvas = document.createElement("canvas");
      canvas.width = 420;
      canvas.height = 594;
      canvas.style.cssText = "display: block; margin: 24px auto";
      const context = canvas.getContext("2d", { alpha: false });
      context.fillStyle = sheet % 2 ? "khaki" : "lightblue";
      context.fillRect(0, 0, 420, 594);
      view.append(canvas);
    }
    performance.mark("sheets");
  };
</script>`;

export const KEY_FLOOR = "floor: a key in a plain field, to paint";
export const OPEN_FLOOR = `floor: a press to ${SHEETS} plain sheets`;
export const SCROLL_WORK_FLOOR = "floor: plain sheets scrolled, work per frame";
export const SCROLL_FRAMES_FLOOR = "floor: plain sheets scrolled, frame to frame";

export async function floor(): Promise<readonly Figure[]> {
  const opened = await startBrowser();
  try {
    const { page, browser } = opened;
    await page.setContent(PAGE);
    await page.locator("#field").click();
    const typed = await traced(browser, page, () => typeKeys(opened, [..."nothing but a field"]));
    const moved = await traced(browser, page, async () => {
      await page.evaluate(`performance.mark("begin")`);
      await sweep(page, { x: 100, y: 100 }, { dx: 400, dy: 300 }, 150);
      await page.evaluate(`performance.mark("end")`);
    });
    const [from, to] = [moved.mark("begin") ?? 0, moved.mark("end") ?? 0];
    await page.setContent(SCROLLED);
    await markPress(page, "press");
    const opening = await traced(browser, page, async () => {
      await page.getByRole("button").click();
      await markSet(page, "sheets");
      await page.waitForTimeout(300);
    });
    const view = await boxOf(page, "#view");
    const scrolled = await traced(browser, page, async () => {
      await page.evaluate(`performance.mark("begin")`);
      await wheel(page, view, 150, 120);
      await page.evaluate(`performance.mark("end")`);
    });
    const [begin, end] = [scrolled.mark("begin") ?? 0, scrolled.mark("end") ?? 0];
    return [
      { what: KEY_FLOOR, spread: spreadOf(typed.interactions("keydown")) },
      { what: "floor: a plain box dragged, work per frame", spread: spreadOf(workPerFrame(moved, from, to)) },
      {
        what: "floor: a plain box dragged, frame to frame",
        spread: spreadOf(intervals(moved.frames, from, to, 400)),
      },
      { what: OPEN_FLOOR, spread: spreadOf([markToFrame(opening, "press", "sheets")]) },
      { what: SCROLL_WORK_FLOOR, spread: spreadOf(workPerFrame(scrolled, begin, end)) },
      { what: SCROLL_FRAMES_FLOOR, spread: spreadOf(intervals(scrolled.frames, begin, end, 400)) },
    ];
  } finally {
    await opened.end();
  }
}
