import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright";
import { afterEach, beforeEach, expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { createFrom, type OpenScreen, openScreen } from "./support/open-screen.ts";

let screen: OpenScreen;
let page: Page;
beforeEach(async () => {
  screen = await openScreen();
  page = screen.page;
});
afterEach(() => screen.end());

const stage = () => page.getByRole("application", { name: "Bàn dàn trang", exact: true });
const axe = async (): Promise<unknown> => {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag22aa"]).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
};

/** The editor on an empty page with a new frame of a tool put down by keys. */
async function withFrame(key: string, name: string): Promise<void> {
  await createFrom(page, /^Tờ rơi/);
  await page.getByRole("radio", { name: "Thiết kế", exact: true }).click();
  await page.locator(".stage-zoom").waitFor();
  await page.getByRole("button", { name: "Thêm trang", exact: true }).click();
  await page.getByText("Trang này chưa có khung nào").waitFor();
  await stage().focus();
  await page.keyboard.press(key);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name, exact: true, level: 2 }).first().waitFor();
}

/** Puts text on the clipboard of the page as a spreadsheet does, and pastes it where one is. */
const paste = (text: string): Promise<unknown> =>
  page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }`);
/** Whether the focus is in what is meant. */
const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element.matches(":focus"));

it("fills a table from a spreadsheet, which grows with its rows, as one step", async () => {
  await withFrame("b", "Bảng");
  const cell = () => page.getByRole("textbox", { name: "A 1", exact: true });
  await cell().waitFor();
  await expect.poll(() => hasFocus(cell())).toBe(true);
  const height = page.getByRole("textbox", { name: "Cao", exact: true });
  const before = await height.inputValue();
  await paste(
    "Xã\tDân số\nIa Kha\t12.400\nIa Grai\t9.870\nĐăk Blà\t6.204\nIa Der\t7.310\nIa O\t5.118\nIa Khươl\t8.020",
  );
  const words = () => page.locator(".sheet .sheet-text").allTextContents();
  await expect.poll(words).toContain("Ia Khươl");
  await expect.poll(() => height.inputValue()).not.toBe(before);
  expect(await axe()).toEqual([]);
  await stage().focus();
  await page.keyboard.press("Control+z");
  await expect.poll(words).not.toContain("Ia Khươl");
  await expect.poll(() => height.inputValue()).toBe(before);
  expect(screen.complaints).toEqual([]);
}, 180_000);

it("changes a chart's figures, and keeps what is no number out of them", async () => {
  await withFrame("c", "Biểu đồ");
  const cell = page.getByRole("textbox", { name: "A 1", exact: true });
  await expect.poll(() => hasFocus(cell)).toBe(true);
  await page.keyboard.type("1.250,5");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".sheet .sheet-text").allTextContents()).toContain("1.250,5");
  await page.keyboard.type("nhiều");
  await page.getByText("“nhiều” không phải là số, giữ số cũ.").waitFor();
  expect(await axe()).toEqual([]);
  expect(screen.complaints).toEqual([]);
}, 180_000);

it("makes a QR code that another program reads from the exported picture", async () => {
  await withFrame("q", "Mã QR");
  const address = page.getByRole("textbox", { name: "Địa chỉ trang", exact: true });
  await expect.poll(() => hasFocus(address)).toBe(true);
  await page.keyboard.type("gialai.gov.vn/y-te");
  await page.getByText("dễ quét").waitFor();
  expect(await axe()).toEqual([]);
  await page.getByRole("button", { name: "Xuất", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Xuất", exact: true }).click();
  await page.getByText("Đã xuất xong").waitFor();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tải về", exact: true }).first().click();
  const folder = temporaryFolder();
  const pdf = join(folder, "qr.pdf");
  await (await waiting).saveAs(pdf);
  execFileSync("pdftoppm", ["-r", "200", "-f", "2", "-l", "2", "-png", pdf, join(folder, "qr")]);
  const read = execFileSync("sh", ["-c", `zbarimg -q --raw "${folder}"/qr*.png`], { encoding: "utf8" });
  expect(read.trim()).toBe("https://gialai.gov.vn/y-te");
  expect(screen.complaints).toEqual([]);
}, 180_000);

it("tries a colour theme on the page, takes it and takes it back as one step", async () => {
  await withFrame("r", "Hình");
  await page.getByRole("tab", { name: "Màu", exact: true }).click();
  const names = () => page.locator(".swatch-list .color-name").allTextContents();
  const before = await names();
  await page.getByRole("button", { name: "Bộ màu", exact: true }).click();
  await page.getByRole("option", { name: "Tranh Đông Hồ", exact: true }).click();
  expect(await axe()).toEqual([]);
  await page.getByRole("button", { name: "Dùng bộ màu này", exact: true }).click();
  await expect.poll(names).toContain("Son tranh");
  await stage().focus();
  await page.keyboard.press("Control+z");
  await expect.poll(names).toEqual(before);
  expect(screen.complaints).toEqual([]);
}, 180_000);

it("crops a picture by keys as one step, and moves its focal point", async () => {
  await withFrame("i", "Khung ảnh");
  const waiting = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Chọn ảnh", exact: true }).click();
  await (await waiting).setFiles(join(import.meta.dirname, "../fixtures/images/progressive.jpg"));
  const crop = page.getByRole("button", { name: "Cắt ảnh", exact: true });
  await crop.click();
  const layer = page.getByRole("group", { name: /^Cắt ảnh/ });
  await layer.waitFor();
  expect(await axe()).toEqual([]);
  await expect.poll(() => hasFocus(layer)).toBe(true);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("+");
  await page.keyboard.press("ArrowLeft");
  const whole = page.getByRole("button", { name: "Bỏ cắt, bỏ điểm chính", exact: true });
  await page.keyboard.press("Enter");
  await layer.waitFor({ state: "detached" });
  await whole.waitFor();
  await page.keyboard.press("Control+z");
  await whole.waitFor({ state: "detached" });
  const focus = page.getByRole("button", { name: /^Điểm chính của ảnh/ });
  await focus.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.getByRole("button", { name: "Điểm chính của ảnh: ngang 60 %, dọc 50 %", exact: true }).waitFor();
  expect(screen.complaints).toEqual([]);
}, 180_000);
