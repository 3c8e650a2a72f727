import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readXlsx } from "../../host/spreadsheet/read-xlsx.ts";
import { xlsxBytes } from "../../host/spreadsheet/write-table.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { createFrom, type OpenScreen, openScreen } from "./support/open-screen.ts";

let screen: OpenScreen;
let page: Page;
beforeEach(async () => {
  screen = await openScreen();
  page = screen.page;
});
afterEach(() => screen.end());

const lao = readFileSync(new URL("../fixtures/corpus/lo.txt", import.meta.url), "utf8")
  .trim()
  .split(/\s+/u)
  .map((words) => words.slice(0, 24));

const tab = (name: string) => page.getByRole("radio", { name });
const editors = () => page.locator(".target-editor");
const row = (index: number) => page.locator(".unit-rows > li").nth(index);
const openTable = async (): Promise<void> => {
  await page.getByRole("radio", { name: "Dịch", exact: true }).click();
  await editors().first().waitFor();
};

/** An invitation in Vietnamese with Lao to be translated. */
async function withLao(): Promise<void> {
  await createFrom(page, /^Giấy mời A6/);
  await page.getByRole("button", { name: "Thêm ngôn ngữ", exact: true }).click();
  await page.getByRole("searchbox", { name: "Tìm ngôn ngữ", exact: true }).pressSequentially("chữ lào");
  await page.getByRole("menuitem", { name: /Tiếng Lào/ }).click();
  await tab("ພາສາລາວ").waitFor();
}

async function barriers(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

/** Makes the file of one kind and gives its path. */
async function sendOut(kind: "xlsx" | "xliff"): Promise<string> {
  await page.getByRole("button", { name: "Gửi người dịch", exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (kind === "xliff") await dialog.getByText("XLIFF 1.2 (.xliff)").click();
  await dialog.getByRole("button", { name: /^Tạo \d+ tệp/ }).click();
  const waiting = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Tải về", exact: true }).click();
  const path = join(temporaryFolder(), `sent.${kind}`);
  await (await waiting).saveAs(path);
  await dialog.getByRole("button", { name: "Đóng", exact: true }).last().click();
  return path;
}

async function takeBack(path: string): Promise<void> {
  await page.getByRole("button", { name: "Nhận bản dịch", exact: true }).click();
  await page.getByRole("dialog").locator("input[type=file]").setInputFiles(path);
  await page.getByText("là bản dịch sang Tiếng Lào").waitFor();
}

it("adds Lao and translates it row by row with keys alone, with nothing in the way of anybody", async () => {
  await withLao();
  await openTable();
  await expect.poll(() => tab("ພາສາລາວ").textContent()).toMatch(/thiếu \d+/);
  const total = await editors().count();
  expect(total).toBeGreaterThan(4);
  expect(await barriers()).toEqual([]);
  await editors().first().focus();
  for (let index = 0; index < total; index += 1) {
    await expect.poll(() => row(index).getAttribute("class")).toContain("active");
    if (index === 1) {
      await page.keyboard.press("Alt+c");
      await expect.poll(() => editors().nth(1).textContent()).not.toBe("");
    } else await page.keyboard.insertText(lao[index % lao.length] ?? "");
    await page.keyboard.press("Control+Enter");
  }
  await tab("ພາສາລາວ").getByLabel("đủ chữ", { exact: true }).waitFor();
  expect(await editors().first().textContent()).toBe(lao[0]);
  await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
  await expect.poll(() => tab("ພາສາລາວ").textContent()).toContain("thiếu 1");
  expect(screen.complaints).toEqual([]);
}, 180_000);

it("says which translations are behind once the source is edited, and with what", async () => {
  await withLao();
  await openTable();
  await editors().first().focus();
  await page.keyboard.insertText(lao[0] ?? "");
  await tab("Tiếng Việt").click();
  await editors().first().focus();
  const source = (await editors().first().textContent()) ?? "";
  await page.keyboard.press("End");
  await page.keyboard.insertText(" tỉnh Gia Lai");
  await expect.poll(() => tab("ພາສາລາວ").textContent()).toContain("cũ 1");
  await page.getByRole("button", { name: "Tiến độ dịch", exact: true }).click();
  await page.getByText("là bản gốc. Chọn").waitFor();
  await page.keyboard.press("Escape");
  await tab("ພາສາລາວ").click();
  await expect.poll(() => row(0).locator("ins").textContent()).toContain("tỉnh Gia Lai");
  expect(await row(0).locator(".unit-source").textContent()).toBe(`${source} tỉnh Gia Lai`);
  await row(0).getByRole("button", { name: "Còn đúng", exact: true }).click();
  await expect.poll(() => row(0).locator("ins").count()).toBe(0);
  await expect.poll(() => tab("ພາສາລາວ").textContent()).not.toContain("cũ");
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("sends texts out as a sheet and as XLIFF and takes them back, looked over first, in one step", async () => {
  await withLao();
  await openTable();
  const sheet = await sendOut("xlsx");
  const { cells } = await readXlsx(readFileSync(sheet), "sent.xlsx", { decimalMark: "," });
  const [headers = [], ...rows] = cells;
  const translated = rows.map((cellsOf, index) => cellsOf.with(3, lao[index % lao.length] ?? ""));
  const foreign = ["không có ở đây", "", "x", "y", "", ""];
  writeFileSync(sheet, await xlsxBytes({ sheet: "lo", headers, rows: [...translated, foreign] }));
  await takeBack(sheet);
  expect(await barriers()).toEqual([]);
  await page.getByText("Ấn phẩm không có đoạn chữ mang mã “không có ở đây”").waitFor();
  await page.getByRole("button", { name: `Nhập ${rows.length} đoạn` }).click();
  await tab("ພາສາລາວ").getByLabel("đủ chữ", { exact: true }).waitFor();
  expect(await editors().first().textContent()).toBe(lao[0]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => tab("ພາສາລາວ").textContent()).toContain(`thiếu ${rows.length}`);
  await page.keyboard.press("Control+y");
  await tab("ພາສາລາວ").getByLabel("đủ chữ", { exact: true }).waitFor();

  const xliff = await sendOut("xliff");
  await takeBack(xliff);
  await page.getByRole("button", { name: "Không có gì để nhập", exact: true }).waitFor();
  await page.getByRole("button", { name: "Huỷ", exact: true }).click();
  writeFileSync(xliff, readFileSync(xliff, "utf8").replace(`>${lao[0]}<`, `>${lao[1]}<`));
  await takeBack(xliff);
  await page.getByRole("button", { name: "Nhập 1 đoạn", exact: true }).click();
  await expect.poll(() => editors().first().textContent()).toBe(lao[1]);
  expect(screen.complaints).toEqual([]);
}, 180_000);

it("mends an error at a press, undoes it, and looks every language over", async () => {
  await withLao();
  await openTable();
  await tab("Tiếng Việt").click();
  await editors().first().focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("Trân trọng kính mời quý vị đại biểu về dự buổi lễ ".repeat(40));
  await page.getByRole("button", { name: "Kiểm tra trước khi in", exact: true }).click();
  const mend = page.locator(".findings").getByRole("button", { name: "Cho khung cao theo chữ", exact: true });
  await mend.first().waitFor();
  const before = await mend.count();
  expect(await barriers()).toEqual([]);
  await mend.first().click();
  await expect.poll(() => mend.count()).toBeLessThan(before);
  await page.keyboard.press("Control+z");
  await expect.poll(() => mend.count()).toBe(before);
  await page.getByRole("radio", { name: "Mọi ngôn ngữ", exact: true }).click();
  await expect.poll(() => page.locator(".every-language-row").first().textContent()).toContain("lỗi");
  await expect.poll(() => page.locator(".every-language-row").nth(1).textContent()).not.toContain("Đang kiểm tra");
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("shows two languages side by side and sets the type of one", async () => {
  await withLao();
  await page.getByRole("button", { name: "So sánh", exact: true }).click();
  await page.getByRole("menuitem", { name: /Tiếng Việt/ }).click();
  await expect.poll(() => page.locator(".paper canvas").count()).toBe(2);
  await page.getByRole("button", { name: "Phóng to", exact: true }).first().click();
  const widths = async (): Promise<readonly (number | undefined)[]> =>
    Promise.all((await page.locator(".paper").all()).map(async (paper) => (await paper.boundingBox())?.width));
  await expect.poll(async () => new Set(await widths()).size).toBe(1);
  await page.getByRole("button", { name: "Phông chữ", exact: true }).click();
  const size = page.getByRole("textbox", { name: "Cỡ chữ", exact: true }).first();
  await size.fill("80");
  await size.press("Enter");
  await page.getByRole("button", { name: "Đưa về mặc định", exact: true }).and(page.locator(":enabled")).waitFor();
  expect(await barriers()).toEqual([]);
  await page.getByRole("radio", { name: "Thiết kế", exact: true }).click();
  await page.getByRole("region", { name: /Trang bằng Tiếng Việt/ }).waitFor();
  expect(await barriers()).toEqual([]);
  await page.getByRole("button", { name: "Đưa về mặc định", exact: true }).click();
  await expect.poll(() => page.getByRole("textbox", { name: "Cỡ chữ", exact: true }).first().inputValue()).toBe("100");
  expect(screen.complaints).toEqual([]);
}, 120_000);
