/** The editor as a designer has it: where things are on its stage, and what has been kept of them. */

import type { Locator, Page } from "playwright";
import type { Project } from "../../../core/document/schema/project.ts";
import { createFrom, type OpenScreen } from "./open-screen.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const stageOf = (page: Page): Locator => page.getByRole("application", { name: "Bàn dàn trang", exact: true });

/** Makes a project from a template and opens it for designing. */
export async function design(page: Page, title: RegExp): Promise<void> {
  await createFrom(page, title);
  await page.getByRole("radio", { name: "Thiết kế", exact: true }).click();
  await stageOf(page).waitFor();
  await page.locator(".stage-zoom").waitFor();
}

/** The same, on a page added for it. */
export async function designEmptyPage(page: Page, title: RegExp): Promise<void> {
  await design(page, title);
  await page.getByRole("button", { name: "Thêm trang", exact: true }).click();
  await page.getByText("Trang này chưa có khung nào").waitFor();
}

/** How many frames of the page Ctrl+A selects. */
export async function frameCount(page: Page): Promise<number> {
  await stageOf(page).focus();
  await page.keyboard.press("Control+a");
  const status = await page.locator("#stage-status").textContent();
  if (status === "Chưa chọn gì") return 0;
  return Number(/^Đã chọn (\d+) khung$/.exec(status ?? "")?.[1] ?? 1);
}

/** Where something is in the window, CSS pixels. */
export async function boxOf(found: Locator): Promise<Box> {
  const box = await found.boundingBox();
  if (!box) throw new Error("it is not shown");
  return box;
}

/** A place of the stage by fractions of its window, CSS pixels. */
export async function onStage(page: Page, across: number, down: number): Promise<readonly [number, number]> {
  const { x, y, width, height } = await boxOf(page.locator(".stage-window"));
  return [x + across * width, y + down * height];
}

/** Presses at one place of the stage and lets go at another; fractions of its window. */
export async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...(await onStage(page, ...from)));
  await page.mouse.down();
  await page.mouse.move(...(await onStage(page, ...to)), { steps: 6 });
  await page.mouse.up();
}

/** Saves, the first time under that name, and reads what is in the file. */
export async function saved({ page, host: { api } }: OpenScreen, name: string): Promise<Project> {
  const said = page.getByText(/^Đã lưu/).first();
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog");
  await Promise.race([dialog.waitFor(), said.waitFor()]);
  if (await dialog.isVisible()) {
    await dialog.getByRole("textbox").first().fill(name);
    await dialog.getByRole("button", { name: "Lưu", exact: true }).click();
  }
  await said.waitFor();
  const { files } = await api.projects.recent({});
  const found = files.find((one) => one.name === name);
  if (!found) throw new Error(`no file ${name}`);
  const opened = await api.projects.open({ file: found.file, copy: true });
  await api.projects.close({ session: opened.session, changes: "discard" });
  return opened.project;
}
