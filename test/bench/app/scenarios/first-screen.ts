import { traced } from "../browser-trace.ts";
import { type BenchHome, makeHome, startBrowser, startProgram } from "../program.ts";
import type { Figure } from "../report.ts";
import { spreadOf } from "../statistics.ts";
import { markSet, markWhen } from "../watch.ts";

const GALLERY = `document.querySelectorAll(".template-card").length > 0`;
export const PREVIEWS = `${GALLERY} && [...document.querySelectorAll(".template-card .preview-paper")].every((paper) => {
  const { top } = paper.getBoundingClientRect();
  const picture = paper.querySelector("img");
  return top > innerHeight || (picture && picture.complete && picture.naturalWidth > 0);
})`;

interface Launch {
  readonly host: number;
  readonly gallery: number;
  readonly previews: number;
}

/** From nothing to the gallery, and to the pictures of its templates. */
async function launch(home: BenchHome): Promise<Launch> {
  const host = await startProgram(home);
  const opened = await startBrowser();
  try {
    const { page, browser } = opened;
    await markWhen(page, "gallery", GALLERY, "next-page");
    await markWhen(page, "previews", PREVIEWS, "next-page");
    const trace = await traced(browser, page, async () => {
      await page.goto(host.address);
      await markSet(page, "previews");
      await page.waitForTimeout(200);
    });
    const start = trace.navigated("gallery") ?? NaN;
    const drawn = (name: string): number => {
      const at = trace.mark(name) ?? NaN;
      return (trace.frames.find((frame) => frame > at) ?? NaN) - start;
    };
    return { host: host.started, gallery: drawn("gallery"), previews: drawn("previews") };
  } finally {
    await opened.end();
    await host.end();
  }
}

/** The first screen in a cold browser: previews never painted before, then painted in an earlier launch. */
export async function firstScreen(runs: number): Promise<readonly Figure[]> {
  const cold: Launch[] = [];
  const warm: Launch[] = [];
  for (let run = 0; run < runs; run += 1) {
    const home = makeHome();
    try {
      cold.push(await launch(home));
      warm.push(await launch(home));
    } finally {
      home.remove();
    }
  }
  const of = (launches: readonly Launch[], part: keyof Launch) => spreadOf(launches.map((one) => one[part]));
  return [
    { what: "npm start to address", spread: of([...cold, ...warm], "host") },
    { what: "gallery usable, no preview painted before", spread: of(cold, "gallery"), bar: 1_500 },
    { what: "all its previews painted for the first time", spread: of(cold, "previews") },
    { what: "gallery with previews, painted before", spread: of(warm, "previews"), bar: 1_500 },
  ];
}
