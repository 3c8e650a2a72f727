/** Whether a page shows as an empty sheet while it comes into view, judged by the pictures Chromium takes of the frames it draws. */

import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Browser, Page } from "playwright";
import type { Box } from "./scenarios/steps.ts";

/** Of 255. Pictures are JPEGs. */
const WHITE = 250;
/** Share of the view's height that is white without a break from edge to edge of a page before a sheet counts as empty. */
const EMPTY = 0.5;

export interface SheetsSeen {
  readonly frames: number;
  /** Those of them that show an empty sheet. */
  readonly empty: number;
}

/** What the frames drawn while `act` runs show in `view`, a box of the window. */
export async function framesWithEmptySheets(
  browser: Browser,
  page: Page,
  view: Box,
  act: () => Promise<void>,
): Promise<SheetsSeen> {
  const viewport = page.viewportSize();
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.screenshot"] });
  await act();
  await page.waitForTimeout(500);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as {
    readonly traceEvents: readonly { readonly name: string; readonly args?: { readonly snapshot?: string } }[];
  };
  let frames = 0;
  let empty = 0;
  for (const { name, args } of traceEvents) {
    if (name !== "Screenshot" || args?.snapshot === undefined) continue;
    frames += 1;
    const image = await loadImage(Buffer.from(args.snapshot, "base64"));
    const ratio = image.width / (viewport?.width ?? image.width);
    const canvas = createCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    // The middle of the view is in every page.
    const x = Math.round((view.x + view.width * 0.42) * ratio);
    const width = Math.round(view.width * 0.16 * ratio);
    const top = Math.round(view.y * ratio);
    const height = Math.round(view.height * ratio);
    const { data } = context.getImageData(x, top, width, height);
    if (longestRun(data, width, height) > height * EMPTY) empty += 1;
  }
  return { frames, empty };
}

/** Rows one after the other that are white as a whole. */
function longestRun(data: Uint8ClampedArray, width: number, height: number): number {
  let longest = 0;
  let run = 0;
  for (let row = 0; row < height; row += 1) {
    let white = true;
    for (let at = row * width * 4; white && at < (row + 1) * width * 4; at += 1) white = (data[at] ?? 0) >= WHITE;
    run = white ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
