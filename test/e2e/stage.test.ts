import type { Page } from "playwright";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createFrom, type OpenScreen, openScreen } from "./support/open-screen.ts";

let screen: OpenScreen;
let page: Page;
beforeEach(async () => {
  screen = await openScreen();
  page = screen.page;
  await screen.context.grantPermissions(["clipboard-read", "clipboard-write"]);
});
afterEach(() => screen.end());

const STAGE = "Bàn dàn trang";
const stage = (on = page) => on.getByRole("application", { name: STAGE });

async function design(title: RegExp, on = page): Promise<void> {
  await createFrom(on, title);
  await on.getByRole("radio", { name: "Thiết kế" }).click();
  await stage(on).waitFor();
  await on.locator(".stage-zoom").waitFor();
}

/** How many frames of the page Ctrl+A selects. */
async function frames(on = page): Promise<number> {
  await stage(on).focus();
  await on.keyboard.press("Control+a");
  const status = await on.locator("#stage-status").textContent();
  if (status === "Chưa chọn gì") return 0;
  return Number(/^Đã chọn (\d+) khung$/.exec(status ?? "")?.[1] ?? 1);
}
const heading = (name: string | RegExp, on = page) => on.getByRole("heading", { name, level: 2, exact: true });

it("carries frames with their texts, colours and pictures into another document in another window, and text to other programs", async () => {
  await design(/^Tờ rơi A5/);
  await expect.poll(() => frames()).toBeGreaterThan(2);
  const count = await frames();
  await page.keyboard.press("Control+c");
  const other = await screen.context.newPage();
  other.on("pageerror", (error) => expect.fail(String(error)));
  await other.goto(screen.host.host.origin);
  await other.getByRole("heading", { name: "Mẫu", exact: true }).waitFor();
  await design(/^Giấy mời A6/, other);
  await expect.poll(() => frames(other)).toBeGreaterThan(0);
  const before = await frames(other);
  await other.keyboard.press("Control+v");
  await heading(`Đã chọn ${count} khung`, other).waitFor();
  await expect.poll(() => frames(other)).toBe(before + count);
  const plain = String(await other.evaluate("navigator.clipboard.readText()"));
  expect(plain.split("\n").length).toBeGreaterThan(1);
  // Nothing is missing: neither pictures nor styles nor colours.
  await other.getByRole("button", { name: "Hoàn tác" }).click();
  await expect.poll(() => frames(other)).toBe(before);
  await other.close();
  expect(screen.complaints).toEqual([]);
}, 240_000);
