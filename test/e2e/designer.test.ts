import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright";
import { afterEach, beforeEach, expect, it } from "vitest";
import { barriersInBothThemes } from "./support/axe.ts";
import { boxOf, designEmptyPage, drag, frameCount, onStage, saved, stageOf } from "./support/designing.ts";
import { type OpenScreen, openScreen } from "./support/open-screen.ts";

let screen: OpenScreen;
let page: Page;
beforeEach(async () => {
  screen = await openScreen();
  page = screen.page;
  await screen.context.grantPermissions(["clipboard-read", "clipboard-write"]);
});
afterEach(() => screen.end());

const stage = () => stageOf(page);
const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const heading = (name: string) => page.getByRole("heading", { name, level: 2, exact: true }).first();
const field = (label: string) => page.getByRole("textbox", { name: label, exact: true });
const tab = (name: string) => page.getByRole("tab", { name, exact: true });
const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element.matches(":focus"));

/** A rectangle drawn from one place of the stage to another, and then how far it is from the left of the page. */
async function rectangle(from: readonly [number, number], to: readonly [number, number]): Promise<string> {
  await stage().focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await drag(page, from, to);
  await heading("Hình").waitFor();
  // The panel follows the stage: it is there once it tells a place not told before.
  const told = new Set(places);
  await expect.poll(async () => told.has(await field("Trái").inputValue())).toBe(false);
  const place = await field("Trái").inputValue();
  places.push(place);
  return place;
}
let places: string[];
beforeEach(() => {
  places = [""];
});

it("clicks through to the frame below, copies by Alt and dragging, and lines up with a key frame", async () => {
  await designEmptyPage(page, /^Giấy mời A6/);
  const below = await rectangle([0.36, 0.36], [0.48, 0.48]);
  const above = await rectangle([0.42, 0.42], [0.54, 0.54]);
  await page.mouse.click(...(await onStage(page, 0.45, 0.45)));
  await expect.poll(() => field("Trái").inputValue()).toBe(above);
  await page.keyboard.down("Control");
  await page.mouse.click(...(await onStage(page, 0.45, 0.45)));
  await page.keyboard.up("Control");
  await expect.poll(() => field("Trái").inputValue()).toBe(below);

  await page.mouse.move(...(await onStage(page, 0.38, 0.38)));
  await page.mouse.down();
  await page.keyboard.down("Alt");
  await page.mouse.move(...(await onStage(page, 0.38, 0.62)), { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up("Alt");
  await expect.poll(() => frameCount(page)).toBe(3);
  expect(await page.locator(".key-outline").count()).toBe(0);

  await page.mouse.click(...(await onStage(page, 0.52, 0.52)));
  await page.locator(".key-outline").waitFor();
  await button("Căn mép trái").click();
  await expect.poll(() => field("Trái").inputValue()).toBe(above);
  await stage().focus();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(() => frameCount(page)).toBe(2);
  expect(screen.complaints).toEqual([]);
}, 240_000);

it("takes hold of a thin line that the pointer just misses, far away and near, and of no more", async () => {
  await designEmptyPage(page, /^Giấy mời A6/);
  await page.keyboard.press("Control+;");
  await stage().focus();
  await page.keyboard.press("l");
  await drag(page, [0.42, 0.5], [0.58, 0.5]);
  await heading("Đường kẻ").waitFor();
  for (const zoom of ["Control+-", "Control+=", "Control+=", "Control+="]) {
    await stage().focus();
    await page.keyboard.press(zoom);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("#stage-status").textContent()).toBe("Chưa chọn gì");
    const [x, y] = await onStage(page, 0.5, 0.5);
    await page.mouse.click(x + 15, y + 12);
    expect(await page.locator("#stage-status").textContent()).toBe("Chưa chọn gì");
    await page.mouse.click(x + 15, y + 4);
    await expect.poll(() => page.locator("#stage-status").textContent()).toContain("Đường kẻ");
  }
  expect(screen.complaints).toEqual([]);
}, 240_000);

it("carries formatted words within a text, onto the page and to other programs", async () => {
  await designEmptyPage(page, /^Giấy mời A6/);
  await stage().focus();
  await page.keyboard.press("t");
  await page.keyboard.press("Enter");
  const writing = page.locator(".writing-field");
  await writing.waitFor();
  await page.keyboard.type("Kính mời bà Bưởi");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await page.keyboard.press("Control+b");
  // What is written next waits for what is shown.
  await expect.poll(() => button("Đậm").getAttribute("aria-pressed")).toBe("true");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  const html = String(
    await page.evaluate(`(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType("text/html")).text();
    })()`),
  );
  expect(html).toMatch(/Kính mời <b[^>]*>bà Bưởi<\/b>/);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+v");
  await page.keyboard.press("Escape");
  await writing.waitFor({ state: "detached" });
  await page.keyboard.press("Control+v");
  await expect.poll(() => frameCount(page)).toBe(2);
  const { texts, pages } = await saved(screen, "Chép chữ");
  const shown = pages.at(-1)?.frames.flatMap((frame) => (frame.type === "text" ? (frame.text ?? []) : [])) ?? [];
  const line = ["Kính mời ", { text: "bà Bưởi", format: { weight: 700 } }];
  expect(shown.map((id) => texts[id]?.variants.vi?.blocks.map((block) => ("runs" in block ? block.runs : [])))).toEqual(
    [[line, line], [line]],
  );
  expect(screen.complaints).toEqual([]);
}, 240_000);

it("goes to the cell of a table that is pressed on the page", async () => {
  await designEmptyPage(page, /^Giấy mời A6/);
  await stage().focus();
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  const cell = (name: string) => page.getByRole("textbox", { name, exact: true });
  await expect.poll(() => cell("A 1").count()).toBe(1);
  await expect.poll(() => hasFocus(cell("A 1"))).toBe(true);
  const first = await boxOf(page.locator(".cell-outline"));
  const at = [first.x + first.width * 1.5, first.y + first.height * 1.5] as const;
  await page.keyboard.press("Escape");
  await page.locator(".data-drawer").waitFor({ state: "detached" });
  expect(await page.locator(".cell-outline").count()).toBe(0);
  await page.mouse.dblclick(...at);
  await expect.poll(() => cell("B 2").count()).toBe(1);
  await expect.poll(() => hasFocus(cell("B 2"))).toBe(true);
  const second = await boxOf(page.locator(".cell-outline"));
  expect(second.x).toBeLessThan(at[0]);
  expect(second.x + second.width).toBeGreaterThan(at[0]);
  await page.keyboard.type("Ia Grai");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".sheet .sheet-text").allTextContents()).toContain("Ia Grai");
  await page.mouse.click(first.x + first.width / 2, first.y + first.height / 2);
  await expect.poll(() => cell("A 1").count()).toBe(1);
  await expect.poll(() => hasFocus(cell("A 1"))).toBe(true);
  expect(screen.complaints).toEqual([]);
}, 240_000);

it("places dropped files, and pictures and ornaments chosen from their galleries", async () => {
  await designEmptyPage(page, /^Tờ rơi A5/);
  const bytes = readFileSync(new URL("../../templates/leaflet-a5/river-bridge.jpg", import.meta.url)).toString(
    "base64",
  );
  const [x, y] = await onStage(page, 0.5, 0.3);
  await page.evaluate(`{
    const bytes = Uint8Array.from(atob(${JSON.stringify(bytes)}), (one) => one.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], "cầu Kon Klor.jpg", { type: "image/jpeg" }));
    const init = { dataTransfer, clientX: ${x}, clientY: ${y}, bubbles: true, cancelable: true };
    const target = document.elementFromPoint(${x}, ${y});
    target.dispatchEvent(new DragEvent("dragover", init));
    target.dispatchEvent(new DragEvent("drop", init));
  }`);
  await button("Đổi ảnh").waitFor();
  expect(await frameCount(page)).toBe(1);

  await stage().focus();
  await page.keyboard.press("Delete");
  await page.keyboard.press("i");
  await drag(page, [0.4, 0.3], [0.6, 0.6]);
  await button("Chọn ảnh").waitFor();
  await tab("Ảnh").click();
  const grip = page.locator(".asset").filter({ hasText: "cầu Kon Klor" });
  await grip.scrollIntoViewIfNeeded();
  const from = await boxOf(grip);
  await page.mouse.move(from.x + 12, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x - 40, from.y, { steps: 4 });
  await page.mouse.move(...(await onStage(page, 0.5, 0.45)), { steps: 8 });
  await page.mouse.up();
  await button("Đổi ảnh").waitFor();
  expect(await frameCount(page)).toBe(1);

  await stage().focus();
  await page.keyboard.press("Delete");
  await page.keyboard.press("o");
  await page.keyboard.press("Enter");
  const gallery = page.getByRole("dialog", { name: "Hoa văn", exact: true });
  await gallery.waitFor();
  const motif = gallery.getByRole("option").nth(3);
  const name = (await motif.locator(".motif-name").textContent()) ?? "";
  await motif.click();
  await page.keyboard.press("Enter");
  await gallery.waitFor({ state: "detached" });
  await page.getByText(name, { exact: true }).first().waitFor();
  expect(screen.complaints).toEqual([]);
}, 300_000);

it("makes a colour of the document, changes and removes it, and sets the page up as one step", async () => {
  await designEmptyPage(page, /^Giấy mời A6/);
  await tab("Màu").click();
  const rows = page.locator(".swatch-row");
  const before = await rows.count();
  await button("Thêm màu").click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Tên màu", { exact: true }).fill("Đỏ cờ");
  await form.getByLabel("Mã màu", { exact: true }).fill("#c8102e");
  await page.keyboard.press("Enter");
  const row = page.getByRole("button", { name: /^Đỏ cờ, #c8102e/ });
  await expect.poll(() => row.count()).toBe(1);
  expect(await barriersInBothThemes(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await form.waitFor({ state: "detached" });
  const chip = await page.evaluate(
    'getComputedStyle(document.querySelector(".swatch-row[aria-label*=c8102e] .color-chip span")).backgroundColor',
  );
  expect(chip).toBe("rgb(200, 16, 46)");
  await row.click();
  await form.getByRole("button", { name: "Xoá màu", exact: true }).click();
  await expect.poll(() => rows.count()).toBe(before);

  await stage().focus();
  await page.keyboard.press("Control+Alt+p");
  const width = page.getByRole("dialog").getByRole("textbox", { name: "Rộng", exact: true });
  const old = await width.inputValue();
  await width.fill("120");
  await width.press("Tab");
  await page.getByRole("dialog").getByRole("button", { name: "Áp dụng", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await stage().focus();
  await page.keyboard.press("Control+Alt+p");
  await expect.poll(() => width.inputValue()).toBe("120");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await stage().focus();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Alt+p");
  await expect.poll(() => width.inputValue()).toBe(old);
  expect(screen.complaints).toEqual([]);
}, 240_000);

it("pulls a gradient about on the page, each pull as one step, and by keys", async () => {
  await designEmptyPage(page, /^Giấy mời A6/);
  await rectangle([0.36, 0.36], [0.56, 0.5]);
  await page.getByRole("radio", { name: "Dải thẳng", exact: true }).click();
  const angle = () => field("Góc").inputValue();
  await expect.poll(angle).toBe("90");
  await stage().focus();
  await page.keyboard.press("g");
  const end = page.getByRole("slider", { name: "Cuối dải màu, góc", exact: true });
  const start = page.getByRole("slider", { name: "Đầu dải màu, góc", exact: true });
  await expect.poll(() => hasFocus(start)).toBe(true);
  expect(await barriersInBothThemes(page)).toEqual([]);
  const from = await boxOf(end);
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(...(await onStage(page, 0.7, 0.43)), { steps: 6 });
  await page.mouse.up();
  await expect.poll(angle).toBe("0");
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(angle).toBe("15");
  await page.keyboard.press("Escape");
  await end.waitFor({ state: "detached" });
  await expect.poll(() => hasFocus(stage())).toBe(true);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect.poll(angle).toBe("90");
  expect(screen.complaints).toEqual([]);
}, 240_000);
