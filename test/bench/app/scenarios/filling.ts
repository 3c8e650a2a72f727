import { traced } from "../browser-trace.ts";
import { makeHome, openGallery } from "../program.ts";
import type { Figure } from "../report.ts";
import { spreadOf } from "../statistics.ts";
import { markSet, markWhen } from "../watch.ts";
import { KEY_FLOOR } from "./floor.ts";
import { FILL_SHOWN, rest, typeKeys } from "./steps.ts";

const LETTERS = [..."trung tam van hoa thong tin va the thao xa"];

/** A clerk fills the slots of the sixteen-page handbook. */
export async function filling(runs: number): Promise<readonly Figure[]> {
  const home = makeHome();
  const opened = await openGallery(home);
  const latencies: number[] = [];
  const perKey: number[] = [];
  try {
    const { page, browser } = opened;
    await page.getByRole("button", { name: /^Sổ tay/ }).click();
    await markWhen(page, "fill", FILL_SHOWN, "now");
    await page.getByRole("button", { name: "Tạo ấn phẩm" }).click();
    await markSet(page, "fill");
    await rest(page);
    for (let run = 0; run < runs; run += 1) {
      await page
        .locator(".slot-form textarea, .slot-form input:not([type=file])")
        .nth(run % 2)
        .click();
      await page.waitForTimeout(500);
      const trace = await traced(browser, page, () => typeKeys(opened, LETTERS));
      latencies.push(...trace.interactions("keydown"));
      const work = trace.tasks.reduce((sum, { processor }) => sum + processor, 0);
      perKey.push(work / LETTERS.length);
    }
  } finally {
    await opened.end();
    home.remove();
  }
  return [
    { what: "a key in a slot of the handbook, to paint", spread: spreadOf(latencies), bar: 50, floor: KEY_FLOOR },
    { what: "   work of the page per key, panels included", spread: spreadOf(perKey) },
  ];
}
