/** What a user does on the screen, as the scenarios need it. */

import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright";
import type { BenchBrowser } from "../program.ts";
import { markSet, markWhen } from "../watch.ts";

export const FILL_SHOWN = `document.querySelector(".paper canvas:not(.small-page)")`;
/** A canvas is 300 wide until something is painted on it. */
export const STAGE_SHOWN = `document.querySelector(".stage-paint").width !== 300`;

export const pressRecent = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name: new RegExp(`^${name}`) }).click();

/** Opens a saved project in the editor, and waits until its first page is painted and the screen has come to rest. */
export async function openInEditor({ page }: BenchBrowser, name: string): Promise<void> {
  await markWhen(page, "fill", FILL_SHOWN, "now");
  await pressRecent(page, name);
  await markSet(page, "fill");
  await showStage(page);
  await rest(page);
}

export async function showStage(page: Page): Promise<void> {
  await markWhen(page, "stage", STAGE_SHOWN, "now");
  await page.getByRole("radio", { name: "Thiết kế" }).click();
  await markSet(page, "stage");
}

/** Others may keep a machine so busy that a page never seems idle. */
const LONGEST_REST_MS = 15_000;

/** Until the page has been idle for a while. */
export async function rest(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    let calm = 0;
    setTimeout(resolve, ${LONGEST_REST_MS});
    const look = (deadline) => {
      calm = deadline.timeRemaining() > 20 ? calm + 1 : 0;
      if (calm > 10) resolve(); else requestIdleCallback(look);
    };
    requestIdleCallback(look);
  })`);
  await pause(500);
}

/** The wheel is turned in the middle of `box`, `steps` times by `delta` CSS pixels. */
export async function wheel(page: Page, box: Box, steps: number, delta: number): Promise<void> {
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const start = performance.now();
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.wheel(0, delta);
    await page.waitForTimeout(Math.max(0, start + step * WHEEL_PACE - performance.now()));
  }
}

/** Milliseconds between the reports of a wheel that is kept turning. */
const WHEEL_PACE = 16;

/** Has the page set `performance.mark(name)` with the next press of the pointer. */
export const markPress = (page: Page, name: string): Promise<unknown> =>
  page.evaluate(
    `document.addEventListener("pointerup", () => performance.mark(${JSON.stringify(name)}), { capture: true, once: true })`,
  );

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export async function boxOf(page: Page, selector: string): Promise<Box> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`nothing is ${selector}`);
  return box;
}

/** Milliseconds between the reports of an office mouse. */
const POINTER_PACE = 8;

/** Moves the pointer as a hand does: `steps` reports on the way to (dx, dy), which do not wait for what the page makes of them. */
export async function sweep(
  page: Page,
  from: { x: number; y: number },
  way: { dx: number; dy: number },
  steps: number,
) {
  const start = performance.now();
  const reports: Promise<void>[] = [];
  for (let step = 1; step <= steps; step += 1) {
    const share = step / steps;
    reports.push(page.mouse.move(from.x + way.dx * share, from.y + way.dy * share));
    await pause(Math.max(0, start + step * POINTER_PACE - performance.now()));
  }
  await Promise.all(reports);
}

/** Milliseconds from key to key of somebody who types fast. */
const TYPING_PACE = 90;

/** Types real keys, each with its letter, whatever the script. */
export async function typeKeys({ devtools }: BenchBrowser, letters: readonly string[]): Promise<void> {
  const start = performance.now();
  for (const [index, text] of letters.entries()) {
    const key = { key: text, code: "KeyK", windowsVirtualKeyCode: 75 };
    await devtools.send("Input.dispatchKeyEvent", { type: "keyDown", text, ...key });
    await devtools.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
    await pause(Math.max(0, start + (index + 1) * TYPING_PACE - performance.now()));
  }
}
