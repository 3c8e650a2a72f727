/** The best this machine can do now: the same keys and the same movement in a page that does next to nothing. */

import { intervals, traced, workPerFrame } from "../browser-trace.ts";
import { startBrowser } from "../program.ts";
import type { Figure } from "../report.ts";
import { spreadOf } from "../statistics.ts";
import { sweep, typeKeys } from "./steps.ts";

const PAGE = `<!doctype html><textarea id="field"></textarea><div id="box"
  style="position: absolute; width: 40px; height: 40px; background: navy"></div><script>
  addEventListener("pointermove", ({ clientX, clientY }) => {
    box.style.translate = clientX + "px " + clientY + "px";
  });
</script>`;

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
    return [
      { what: "floor: a key in a plain field, to paint", spread: spreadOf(typed.interactions("keydown")) },
      { what: "floor: a plain box dragged, work per frame", spread: spreadOf(workPerFrame(moved, from, to)) },
      {
        what: "floor: a plain box dragged, frame to frame",
        spread: spreadOf(intervals(moved.frames, from, to, 400)),
      },
    ];
  } finally {
    await opened.end();
  }
}
