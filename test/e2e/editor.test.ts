import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { SNAP_REACH } from "../../renderer/editor/constants.ts";
import { compareRasters, decodeRaster, type Raster } from "../raster/compare-rasters.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { createFrom, type OpenScreen, openScreen } from "./support/open-screen.ts";

let screen: OpenScreen;
let page: Page;
beforeEach(async () => {
  screen = await openScreen();
  page = screen.page;
});
afterEach(() => screen.end());

async function design(title: RegExp, language?: string): Promise<void> {
  await createFrom(page, title, language);
  await page.getByRole("radio", { name: "Thiết kế", exact: true }).click();
  await page.getByRole("application", { name: "Bàn dàn trang", exact: true }).waitFor();
  await page.locator(".stage-zoom").waitFor();
}

/** Steps from frame to frame by keys until the one whose name begins so is selected. */
async function pick(name: string): Promise<void> {
  await stage().focus();
  for (let step = 0; step < 60; step += 1) {
    const status = await page.locator("#stage-status").textContent();
    if (status?.includes(` ${name}`)) {
      await page.getByRole("heading", { name: new RegExp(`^${name}`), level: 2 }).waitFor();
      return;
    }
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => page.locator("#stage-status").textContent()).not.toBe(status);
  }
  throw new Error(`no frame ${name}`);
}
const field = (label: string) => page.getByRole("textbox", { name: label, exact: true });
const stage = () => page.getByRole("application", { name: "Bàn dàn trang", exact: true });
/** How many frames of the page Ctrl+A selects. */
async function frames(): Promise<number> {
  await stage().focus();
  await page.keyboard.press("Control+a");
  const found = /^Đã chọn (\d+) khung$/.exec((await page.locator("#stage-status").textContent()) ?? "");
  return Number(found?.[1]);
}
/** What the stage shows once what was last asked for is painted. */
async function picture(): Promise<Raster> {
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  const url = String(await page.evaluate('document.querySelector(".stage-paint").toDataURL()'));
  return decodeRaster(Buffer.from(url.slice(url.indexOf(",") + 1), "base64"));
}
/** Of 255: how smooth an edge comes out depends a little on how much of it is painted at once. */
const TOLERANCE = 32;
const differs = async (before: Raster): Promise<boolean> =>
  compareRasters(before, await picture(), TOLERANCE).beyond > 0;

/** The middle of the selected frame in the window, told by the handles that stand around it. */
async function middleOfSelection(): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator(".stage-window").boundingBox();
  const [x, y, width, height] = await Promise.all(
    ["Trái", "Trên", "Rộng", "Cao"].map(async (label) => Number((await field(label).inputValue()).replace(",", "."))),
  );
  const scale =
    Number(
      await page
        .locator(".stage-zoom .zoom-percent")
        .textContent()
        .then((text) => Number.parseInt(text ?? "", 10)),
    ) / 100;
  const perMm = (scale * 96) / 25.4;
  if (!box || x === undefined || y === undefined || width === undefined || height === undefined)
    throw new Error("nothing selected");
  // The invitation, 148 × 105 mm, stands in the middle of the window.
  return {
    x: box.x + box.width / 2 + (x + width / 2 - 74) * perMm,
    y: box.y + box.height / 2 + (y + height / 2 - 52.5) * perMm,
  };
}

it("drags a frame, gives it up by Escape, and undoes what was let go as one step", async () => {
  await design(/^Giấy mời A6/);
  await pick("Bà Nguyễn Thị Hoa");
  const before = await picture();
  const x = await field("Trái").inputValue();
  const start = await middleOfSelection();
  const drag = async (): Promise<void> => {
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 40, start.y + 21, { steps: 8 });
    await expect.poll(() => differs(before)).toBe(true);
    await expect.poll(() => field("Trái").inputValue()).not.toBe(x);
  };

  await drag();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect.poll(() => field("Trái").inputValue()).toBe(x);
  await expect.poll(() => differs(before)).toBe(false);
  await expect.poll(() => page.getByRole("button", { name: "Hoàn tác", exact: true }).isDisabled()).toBe(true);

  await drag();
  await page.mouse.up();
  const dropped = await picture();
  await page.keyboard.press("Control+z");
  await expect.poll(() => field("Trái").inputValue()).toBe(x);
  await expect.poll(() => differs(before)).toBe(false);
  await expect.poll(() => page.getByRole("button", { name: "Hoàn tác", exact: true }).isDisabled()).toBe(true);
  await page.keyboard.press("Control+y");
  await expect.poll(() => differs(dropped)).toBe(false);
  // The panel has followed too, to where the pointer let go or what the frame snapped to beside it.
  await expect.poll(async () => Math.abs((await middleOfSelection()).x - start.x - 40)).toBeLessThanOrEqual(SNAP_REACH);
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("drags a frame by the very press that selects it", async () => {
  await design(/^Giấy mời A6/);
  await pick("Bà Nguyễn Thị Hoa");
  const x = await field("Trái").inputValue();
  const start = await middleOfSelection();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator("#stage-status").textContent()).toBe("Chưa chọn gì");
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  // A hand takes its time: the selection is drawn before the pointer moves.
  await page.getByRole("heading", { name: /^Bà Nguyễn Thị Hoa/, level: 2 }).waitFor();
  await page.mouse.move(start.x + 40, start.y + 21, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => field("Trái").inputValue()).not.toBe(x);
  await page.keyboard.press("Control+z");
  await expect.poll(() => field("Trái").inputValue()).toBe(x);
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("selects, nudges, copies, groups and removes frames by keys alone", async () => {
  await design(/^Giấy mời A6/);
  await pick("Địa điểm");
  const x = Number((await field("Trái").inputValue()).replace(",", "."));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  const nudged = String(x + 5.25).replace(".", ",");
  await expect.poll(() => field("Trái").inputValue()).toBe(nudged);
  await page.keyboard.press("Control+d");
  await page.keyboard.press("Control+z");
  await expect.poll(frames).toBeGreaterThan(1);
  const count = await frames();
  await pick("Địa điểm");
  await page.keyboard.press("Control+d");
  await expect.poll(frames).toBe(count + 1);
  await page.keyboard.press("Control+g");
  await expect.poll(() => page.getByRole("heading", { name: "Nhóm", exact: true }).count()).toBe(1);
  await page.keyboard.press("Control+Shift+G");
  await expect.poll(() => page.getByRole("heading", { name: /^Đã chọn \d+ khung$/ }).count()).toBe(1);
  await page.keyboard.press("Delete");
  await expect.poll(frames).toBeNaN();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("Control+z");
  await expect.poll(frames).toBe(count);
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("writes Vietnamese and Khmer on the page itself, through an input method too, and prints it", async () => {
  await design(/^Giấy mời A6/);
  await pick("Trưởng ban");
  await page.keyboard.press("Enter");
  const writing = page.getByRole("textbox", { name: /^Chữ trong khung/ });
  await writing.waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Đoàn Kpă");
  // Telex as input methods do it: what is not settled yet is replaced until it is.
  const session = await screen.context.newCDPSession(page);
  for (const text of ["V", "Vi", "Viê", "Việ", "Việt"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send("Input.insertText", { text: "Việt" });
  await page.keyboard.press("Home");
  await page.keyboard.insertText("ក្រុម");
  // One cluster back, over the coeng and what it puts below.
  for (let step = 0; step < 2; step += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.insertText("១");
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "១ក្រុមĐoàn KpăViệ", exact: true }).waitFor();

  await page.getByRole("button", { name: "Xuất", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Xuất", exact: true }).click();
  await page.getByText("Đã xuất xong").waitFor();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tải về", exact: true }).first().click();
  const path = join(temporaryFolder(), "export.pdf");
  await (await waiting).saveAs(path);
  const text = execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" }).normalize("NFC");
  expect(text.replace(/\s/g, "")).toContain("១ក្រុមĐoànKpăViệ");
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("adds, copies, moves and removes pages, and draws frames on them", async () => {
  await design(/^Giấy mời A6/);
  const pages = () => page.locator(".thumbnail").count();
  await page.getByRole("button", { name: "Thêm trang", exact: true }).click();
  await expect.poll(pages).toBe(2);
  await page.getByRole("button", { name: "Trang 2", exact: true }).click();
  await page.getByText("Trang này chưa có khung nào").waitFor();
  await stage().focus();
  await page.keyboard.press("r");
  const box = await page.locator(".stage-window").boundingBox();
  if (!box) throw new Error("no stage");
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2 - 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 40, { steps: 4 });
  await page.mouse.up();
  await page.getByRole("heading", { name: "Hình", exact: true }).waitFor();
  expect(await page.locator(".layers [role=row]").count()).toBe(1);
  await page.getByRole("button", { name: "Việc với trang 2", exact: true }).click();
  await page.getByRole("menuitem", { name: "Nhân đôi trang", exact: true }).click();
  await expect.poll(pages).toBe(3);
  await page.getByRole("button", { name: "Việc với trang 3", exact: true }).click();
  await page.getByRole("menuitem", { name: "Xoá trang", exact: true }).click();
  await expect.poll(pages).toBe(2);
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("has no barrier axe knows of while designing, light or dark, with nothing and with a text selected", async () => {
  onTestFinished(() => screen.context.close());
  await design(/^Tờ rơi A5/);
  const barriers = async (): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
      .analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
  };
  for (const scheme of ["dark", "light"] as const) {
    await page.evaluate(`document.documentElement.dataset.theme = "${scheme}"`);
    expect(await barriers()).toEqual([]);
    await page.locator(".layers [role=row]").first().click();
    await page.getByRole("heading", { level: 2 }).nth(1).waitFor();
    expect(await barriers()).toEqual([]);
  }
}, 120_000);
