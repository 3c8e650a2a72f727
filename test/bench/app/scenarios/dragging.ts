import { intervals, traced, workPerFrame } from "../browser-trace.ts";
import { fiveHundredFrames } from "../documents.ts";
import { makeHome, openGallery } from "../program.ts";
import type { Figure } from "../report.ts";
import { spreadOf } from "../statistics.ts";
import { boxOf, openInEditor, sweep } from "./steps.ts";

const FRAME = 16.7;
/** Nobody sees two frames that lie further apart as one movement. */
const PAUSE = 400;
const STEPS = 300;
/** Millimetres of the page, and pixels the stage leaves free around it. */
const PAGE = { width: 420, height: 594 };
const MARGIN = 32;

/** One of 500 frames follows the pointer across the page. */
export async function dragging(runs: number): Promise<readonly Figure[]> {
  const home = makeHome();
  await home.save("Khung", fiveHundredFrames());
  const opened = await openGallery(home);
  const work: number[] = [];
  const apart: number[] = [];
  try {
    const { page, browser } = opened;
    await openInEditor(opened, "Khung");
    const stage = await boxOf(page, ".stage-window");
    const scale = Math.min((stage.width - 2 * MARGIN) / PAGE.width, (stage.height - 2 * MARGIN) / PAGE.height);
    // The frame in the fifth column of the twelfth row holds words.
    const start = {
      x: stage.x + stage.width / 2 + (4.5 * 21 - PAGE.width / 2) * scale,
      y: stage.y + stage.height / 2 + (11.5 * 23.76 - PAGE.height / 2) * scale,
    };
    for (let run = 0; run < runs; run += 1) {
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      const trace = await traced(browser, page, async () => {
        await page.evaluate(`performance.mark("begin")`);
        await sweep(page, start, { dx: 220, dy: 90 }, STEPS);
        await page.evaluate(`performance.mark("end")`);
      });
      await page.mouse.up();
      await page.keyboard.press("Control+z");
      await page.waitForTimeout(500);
      const [from, to] = [trace.mark("begin") ?? 0, trace.mark("end") ?? 0];
      work.push(...workPerFrame(trace, from, to));
      apart.push(...intervals(trace.frames, from, to, PAUSE));
    }
  } finally {
    await opened.end();
    home.remove();
  }
  return [
    { what: "dragging one of 500 frames: work per frame", spread: spreadOf(work), bar: FRAME },
    { what: "dragging one of 500 frames: frame to frame", spread: spreadOf(apart) },
  ];
}
