import { readFileSync } from "node:fs";
import { PHOTOS, photoHandbook } from "../documents.ts";
import { type BenchBrowser, makeHome, openGallery } from "../program.ts";
import type { Figure } from "../report.ts";
import { spreadOf } from "../statistics.ts";
import { boxOf, openInEditor } from "./steps.ts";

/** Megabytes all processes of the browser hold together, memory they share counted once; only Linux tells. */
async function megabytes({ browser }: BenchBrowser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const kilobytes = processInfo.map(({ id }) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    } catch {
      return 0;
    }
  });
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** A handbook with sixty photographs is opened and looked through from end to end. */
export async function memory(): Promise<readonly Figure[]> {
  if (process.platform !== "linux") return [];
  const home = makeHome();
  await home.save("Photos", photoHandbook());
  const opened = await openGallery(home);
  const levels: number[] = [];
  try {
    const { page } = opened;
    const before = await megabytes(opened);
    await openInEditor(opened, "Photos");
    levels.push(await megabytes(opened));
    const box = await boxOf(page, ".stage-window");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    for (let step = 0; step < 180; step += 1) {
      await page.mouse.wheel(0, 300);
      await page.waitForTimeout(60);
      if (step % 6 === 0) levels.push(await megabytes(opened));
    }
    return [
      { what: "memory of the browser in the gallery", spread: spreadOf([before]), unit: "MB" },
      { what: `memory with ${PHOTOS} photographs of 12 megapixels`, spread: spreadOf(levels), unit: "MB" },
    ];
  } finally {
    await opened.end();
    home.remove();
  }
}
