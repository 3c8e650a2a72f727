import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compareRasters, decodeRaster, type Raster } from "../raster/compare-rasters.ts";
import { readCorpus } from "../support/corpus.ts";
import {
  boxOf,
  design as designOn,
  drag as dragOn,
  frameCount,
  saved as savedAs,
  stageOf,
} from "./support/designing.ts";
import { type OpenScreen, openScreen } from "./support/open-screen.ts";

let screen: OpenScreen;
let page: Page;
beforeEach(async () => {
  screen = await openScreen();
  page = screen.page;
  await screen.context.grantPermissions(["clipboard-read", "clipboard-write"]);
});
afterEach(() => screen.end());

const stage = (on = page) => stageOf(on);
const button = (name: string | RegExp, on = page) => on.getByRole("button", { name, exact: true });
const item = (name: string) => page.getByRole("menuitem", { name, exact: true });
const heading = (name: string | RegExp, on = page) => on.getByRole("heading", { name, level: 2, exact: true });
const field = (label: string) => page.getByRole("textbox", { name: label, exact: true });

const design = (title: RegExp, on = page) => designOn(on, title);
const frames = (on = page) => frameCount(on);

/** What the stage shows. */
async function picture(): Promise<Raster> {
  const url = String(await page.evaluate('document.querySelector(".stage-paint").toDataURL()'));
  return decodeRaster(Buffer.from(url.slice(url.indexOf(",") + 1), "base64"));
}
/** Of 255: how smooth an edge comes out depends a little on how much of it is painted at once. */
const TOLERANCE = 32;
const differs = async (before: Raster): Promise<boolean> =>
  compareRasters(before, await picture(), TOLERANCE).beyond > 0;

const saved = (name: string) => savedAs(screen, name);
const box = () => boxOf(page.locator(".stage-window"));
const drag = (from: readonly [number, number], to: readonly [number, number]) => dragOn(page, from, to);

/** A paste event with these kinds of data, as another program would leave them. */
const pasteData = (data: Readonly<Record<string, string>>): Promise<unknown> =>
  page.evaluate(`{
    const carried = new DataTransfer();
    for (const [type, text] of Object.entries(${JSON.stringify(data)})) carried.setData(type, text);
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }));
  }`);

it("carries frames with their texts, colours and pictures into another document in another window, and text to other programs", async () => {
  await design(/^Tờ rơi A5/);
  await expect.poll(() => frames()).toBeGreaterThan(2);
  const count = await frames();
  await page.keyboard.press("Control+c");
  const other = await screen.context.newPage();
  const failures: string[] = [];
  other.on("pageerror", (error) => failures.push(String(error)));
  await other.goto(screen.host.host.origin);
  await other.getByRole("heading", { name: "Mẫu", exact: true }).waitFor();
  await design(/^Giấy mời A6/, other);
  await expect.poll(() => frames(other)).toBeGreaterThan(0);
  const before = await frames(other);
  await other.keyboard.press("Control+v");
  await heading(`Đã chọn ${count} khung`, other).waitFor();
  await expect.poll(() => frames(other)).toBe(before + count);
  // Ctrl+Shift+V brings plain text alone; its words say which frames are meant.
  await other.keyboard.press("Control+Shift+v");
  await expect.poll(() => frames(other)).toBe(before + 2 * count);
  const plain = String(await other.evaluate("navigator.clipboard.readText()"));
  expect(plain.split("\n").length).toBeGreaterThan(1);
  await button("Hoàn tác", other).click();
  await button("Hoàn tác", other).click();
  await expect.poll(() => frames(other)).toBe(before);
  await other.close();
  expect(failures).toEqual([]);
  expect(screen.complaints).toEqual([]);
}, 240_000);

it("takes text and drawings of other programs, and refuses damaged frames without touching the project", async () => {
  await design(/^Giấy mời A6/);
  await expect.poll(() => frames()).toBeGreaterThan(0);
  const count = await frames();
  const clip = (json: string): string => `<div data-xuongtin-clip="${Buffer.from(json).toString("base64")}"></div>`;
  const hostile = [
    "{",
    '{"format":"xuongtin.project","version":1,"__proto__":{"x":1}}',
    '{"format":"xuongtin.project","version":1,"pages":[{"id":"a","frames":[{"type":"script"}]}]}',
    `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
  ];
  for (const json of hostile) {
    await pasteData({ "text/html": clip(json), "text/plain": "x" });
    await page
      .getByText(/các khung trong bảng nhớ tạm bị hỏng/)
      .first()
      .waitFor();
    await button("Đóng").first().click();
  }
  expect(await button("Hoàn tác").isDisabled()).toBe(true);
  expect(await frames()).toBe(count);

  const words =
    readCorpus("vi")
      .split("\n")
      .find((line) => line.trim() !== "")
      ?.trim() ?? "";
  await pasteData({ "text/plain": words });
  await heading(new RegExp(`^${words.slice(0, 12)}`)).waitFor();
  await pasteData({
    "text/plain": '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40"/></svg>',
  });
  await page.getByRole("button", { name: "Đổi ảnh", exact: true }).waitFor();
  await expect.poll(() => frames()).toBe(count + 2);
  expect(screen.complaints).toEqual([]);
}, 240_000);

it("makes a master, puts pages on it, and lets a page take its frames over", async () => {
  await design(/^Giấy mời A6/);
  await button("Thêm trang").click();
  await page.getByText("Trang này chưa có khung nào").waitFor();
  await button("Thêm trang mẫu").click();
  await page.getByText("Đang sửa trang mẫu: Trang mẫu A").waitFor();
  await stage().focus();
  await page.keyboard.press("r");
  await drag([0.4, 0.4], [0.6, 0.6]);
  await heading("Hình").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect.poll(() => button("Về các trang").count()).toBe(0);
  const empty = await picture();
  await button("Việc với trang mẫu Trang mẫu A").click();
  await item("Áp dụng cho trang đang làm").click();
  await expect.poll(() => differs(empty)).toBe(true);
  // What a page has of its master is shown and cannot be taken hold of.
  expect(await frames()).toBe(0);
  const { x, y, width, height } = await box();
  await page.mouse.click(x + width / 2, y + height / 2, { button: "right" });
  await item("Tách ra trang này để sửa").click();
  await expect.poll(() => frames()).toBe(1);
  await page.keyboard.press("Delete");
  await expect.poll(() => differs(empty)).toBe(false);
  await button("Việc với trang 2").click();
  await item("Hiện lại khung của trang mẫu").click();
  await expect.poll(() => differs(empty)).toBe(true);
  await button("Việc với trang mẫu Trang mẫu A").click();
  await item("Xoá trang mẫu").click();
  await expect.poll(() => differs(empty)).toBe(false);
  expect(screen.complaints).toEqual([]);
}, 240_000);

it("pulls guides out of the rulers, places them by figures, takes them off, and holds frames to them", async () => {
  await design(/^Giấy mời A6/);
  const guides = () => page.locator(".guide.own, .guide.selected").count();
  const { x, y, width, height } = await box();
  await page.mouse.move(x + width / 2, y - 10);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2 + 40, { steps: 5 });
  await page.locator(".guide.dragged").waitFor();
  await page.mouse.up();
  await expect.poll(guides).toBe(1);
  await stage().focus();
  await page.keyboard.press("Control+;");
  await expect.poll(guides).toBe(0);
  await page.keyboard.press("Control+;");
  await expect.poll(guides).toBe(1);
  await button("Hiện trên bàn dàn trang").click();
  await item("Đường gióng và lưới…").click();
  const typed = page.getByRole("region", { name: "Đường ngang", exact: true }).getByRole("textbox");
  await typed.fill("30");
  await typed.press("Enter");
  await button("Xong").click();
  const lineAt = () => page.evaluate('document.querySelector(".guide.own").offsetTop').then(Number);
  const before = await lineAt();
  const middle = x + width / 2 + 80;
  await page.mouse.click(middle, y + before + 2);
  await page.locator(".guide.selected").waitFor();
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(() => page.evaluate('document.querySelector(".guide.selected").offsetTop')).toBeGreaterThan(before);
  await page.keyboard.press("Delete");
  await expect.poll(guides).toBe(0);
  await page.keyboard.press("Control+z");
  await expect.poll(guides).toBe(1);
  await page.mouse.move(middle, y + (await lineAt()) + 2);
  await page.mouse.down();
  await page.mouse.move(middle, y - 12, { steps: 6 });
  await page.getByText("Thả để bỏ").waitFor();
  await page.mouse.up();
  await expect.poll(guides).toBe(0);
  expect(screen.complaints).toEqual([]);
}, 240_000);

it("arranges by keys alone, from the menu too", async () => {
  await design(/^Giấy mời A6/);
  await button("Thêm trang").click();
  await page.getByText("Trang này chưa có khung nào").waitFor();
  await stage().focus();
  await page.keyboard.press("r");
  await page.keyboard.press("Enter");
  await heading("Hình").waitFor();
  await stage().focus();
  await page.keyboard.press("Control+Alt+d");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Nhân", exact: true }).click();
  await expect.poll(() => frames()).toBe(4);
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menu").waitFor();
  for (const name of ["Căn hàng", "Căn mép trái"]) {
    await expect
      .poll(async () => {
        await page.keyboard.press("ArrowDown");
        return page.evaluate("document.activeElement.textContent");
      })
      .toBe(name);
    await page.keyboard.press(name === "Căn hàng" ? "ArrowRight" : "Enter");
  }
  await expect.poll(() => field("Trái").inputValue()).not.toBe("");
  await stage().focus();
  await page.keyboard.press("Control+g");
  await heading("Nhóm").waitFor();
  await page.keyboard.press("Control+l");
  await expect.poll(() => field("Trái").isDisabled()).toBe(true);
  await page.keyboard.press("Control+l");
  await expect.poll(() => field("Trái").isDisabled()).toBe(false);
  expect(screen.complaints).toEqual([]);
}, 240_000);

it("comes back exactly to where it was after fifty actions of every kind are undone", async () => {
  await design(/^Giấy mời A6/);
  const start = await saved("Năm mươi việc");
  await stage().focus();
  const before = await picture();
  const keys =
    (...names: readonly string[]) =>
    async (): Promise<void> => {
      await stage().focus();
      for (const name of names) await page.keyboard.press(name);
    };
  const one = keys("Alt+ArrowDown");
  const steps: readonly (() => Promise<void>)[] = [
    keys("Shift+ArrowRight"),
    keys("Control+d"),
    keys("Control+]"),
    keys("Control+d", "Control+d"),
    keys("Control+Shift+]"),
    keys("Control+c", "Control+Shift+v"),
    keys("Control+l", "Control+l"),
    keys("Control+a", "Control+g"),
    keys("Control+Shift+G"),
    keys("Delete"),
  ];
  const undone = async (): Promise<number> => {
    let count = 0;
    for (; !(await button("Hoàn tác").isDisabled()); count += 1) await page.keyboard.press("Control+z");
    return count;
  };
  for (let round = 0; round < 4; round += 1) {
    for (const step of steps) {
      await one();
      await step();
    }
  }
  await button("Thêm trang").click();
  await button("Thêm trang mẫu").click();
  await page.getByText("Đang sửa trang mẫu: Trang mẫu A").waitFor();
  await button("Về các trang").click();
  await stage().focus();
  expect(await differs(before)).toBe(true);
  expect(await undone()).toBeGreaterThanOrEqual(50);
  await button("Trang 1").click();
  await expect.poll(() => differs(before)).toBe(false);
  expect(await saved("Năm mươi việc")).toEqual(start);
  expect(screen.complaints).toEqual([]);
}, 300_000);

it("has no barrier axe knows of in its menus, dialogs and lists", async () => {
  await design(/^Sổ tay A5/);
  const barriers = async (): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
      .analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
  };
  const opened: readonly (readonly [string, () => Promise<void>])[] = [
    ["menu", async () => page.keyboard.press("Shift+F10")],
    ["dialog", async () => page.keyboard.press("Control+Alt+p")],
    ["menu", async () => button("Hiện trên bàn dàn trang").click()],
    ["menu", async () => button("Việc với trang mẫu Trang chữ").click()],
    ["menu", async () => button("Việc với trang 1").click()],
  ];
  for (const scheme of ["dark", "light"] as const) {
    await page.evaluate(`document.documentElement.dataset.theme = "${scheme}"`);
    for (const [role, open] of opened) {
      await stage().focus();
      await open();
      await page
        .getByRole(role as "menu" | "dialog")
        .first()
        .waitFor();
      expect(await barriers()).toEqual([]);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.getByRole(role as "menu" | "dialog").count()).toBe(0);
    }
    await button("Sửa trang mẫu Trang chữ").click();
    await page.getByText("Đang sửa trang mẫu: Trang chữ").waitFor();
    expect(await barriers()).toEqual([]);
    await button("Về các trang").click();
  }
  expect(screen.complaints).toEqual([]);
}, 300_000);
