import { traced } from "../browser-trace.ts";
import { khmerThread, THREAD_WORDS } from "../documents.ts";
import { makeHome, openGallery } from "../program.ts";
import type { Figure } from "../report.ts";
import { spreadOf } from "../statistics.ts";
import { boxOf, openInEditor, typeKeys } from "./steps.ts";

const LETTERS = [..."ការទទួលស្គាល់សិទ្ធិមនុស្សនិងសេរីភាពក្នុងពិភពលោក"];

/** Khmer written into the first of many linked frames, everything after it moving. */
export async function typing(runs: number): Promise<readonly Figure[]> {
  const home = makeHome();
  await home.save("Khmer", khmerThread());
  const opened = await openGallery(home);
  const latencies: number[] = [];
  const perKey: number[] = [];
  try {
    const { page, browser } = opened;
    await openInEditor(opened, "Khmer");
    const stage = await boxOf(page, ".stage-window");
    await page.mouse.dblclick(stage.x + stage.width / 2, stage.y + stage.height / 2);
    await page.getByRole("textbox", { name: /^Chữ trong khung/ }).waitFor({ state: "attached" });
    for (let run = 0; run < runs; run += 1) {
      await page.waitForTimeout(500);
      const trace = await traced(browser, page, () => typeKeys(opened, [...LETTERS, ...LETTERS]));
      latencies.push(...trace.interactions("keydown"));
      const work = trace.tasks.reduce((sum, { processor }) => sum + processor, 0);
      perKey.push(work / (2 * LETTERS.length));
    }
  } finally {
    await opened.end();
    home.remove();
  }
  return [
    { what: `a key in ${THREAD_WORDS} Khmer words, to paint`, spread: spreadOf(latencies), bar: 50 },
    { what: "   work of the page per key, panels included", spread: spreadOf(perKey) },
  ];
}
