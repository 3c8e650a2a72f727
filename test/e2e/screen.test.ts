import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { createFrom, firstPagePicture, type OpenScreen, openScreen } from "./support/open-screen.ts";

let screen: OpenScreen;
beforeEach(async () => {
  screen = await openScreen();
});
afterEach(() => screen.end());

const EVENT = "ទិវាសិទ្ធិមនុស្សអន្តរជាតិ ២០២៦";

/** Downloads the first file of the report that is shown, and reads its text as `pdftotext` does. */
async function downloadedText(page: Page): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tải về", exact: true }).first().click();
  const path = join(temporaryFolder(), "export.pdf");
  await (await waiting).saveAs(path);
  return execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" }).normalize("NFC");
}

async function exportHere(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Xuất", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Xuất", exact: true }).click();
  await page.getByText("Đã xuất xong").waitFor();
}

it("takes Khmer from a field over the page into a PDF, asking nobody but the host", async () => {
  const { page, complaints } = screen;
  await createFrom(page, /^Giấy mời A6/, "ភាសាខ្មែរ");
  const before = await firstPagePicture(page);
  const field = page.getByLabel("Sự kiện", { exact: true });
  expect(await field.getAttribute("lang")).toBe("km");
  await field.fill("");
  await field.pressSequentially(EVENT);
  expect(await field.inputValue()).toBe(EVENT);
  await expect.poll(() => firstPagePicture(page)).not.toBe(before);
  await exportHere(page);
  expect((await downloadedText(page)).replace(/\s/g, "")).toContain(EVENT.replace(/\s/g, ""));
  expect(complaints).toEqual([]);
}, 120_000);

it("undoes and redoes by key what a field and the page show", async () => {
  const { page } = screen;
  await createFrom(page, /^Giấy mời A6/);
  const before = await firstPagePicture(page);
  const field = page.getByLabel("Đơn vị mời", { exact: true });
  const original = await field.inputValue();
  await field.fill(`${original} tỉnh Gia Lai`);
  await expect.poll(() => firstPagePicture(page)).not.toBe(before);
  await page.keyboard.press("Control+z");
  await expect.poll(() => field.inputValue()).toBe(original);
  await expect.poll(() => firstPagePicture(page)).toBe(before);
  await page.keyboard.press("Control+y");
  await expect.poll(() => field.inputValue()).toBe(`${original} tỉnh Gia Lai`);
}, 120_000);

it("keeps unsaved work over a reload and offers it again", async () => {
  const { page } = screen;
  await createFrom(page, /^Giấy mời A6/);
  await page.getByLabel("Họ và tên").fill("Già làng A Thút");
  await page.getByText("Đã giữ nháp, chưa lưu tệp").waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Mở lại", exact: true }).click();
  await page.locator(".paper canvas").first().waitFor();
  expect(await page.getByLabel("Họ và tên").inputValue()).toBe("Già làng A Thút");
}, 120_000);

it("counts what a new language still lacks, and shows it in the source's words meanwhile", async () => {
  const { page } = screen;
  await createFrom(page, /^Giấy mời A6/);
  await page.getByRole("button", { name: "Thêm ngôn ngữ", exact: true }).click();
  await page.keyboard.type("gia rai");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const tab = page.getByRole("radio", { name: /^Jơrai/ });
  await expect.poll(() => tab.textContent()).toMatch(/thiếu \d+/);
  const missing = Number(/\d+/.exec((await tab.textContent()) ?? "")?.[0]);
  const field = page.getByLabel("Họ và tên");
  expect(await field.inputValue()).toBe("");
  await field.fill("Yă Hʼ Blao");
  await expect.poll(() => tab.textContent()).toContain(`thiếu ${missing - 1}`);
}, 120_000);

it("makes a batch from a sheet whose columns the user has put right", async () => {
  const { page } = screen;
  await createFrom(page, /^Giấy mời A6/);
  await page.getByRole("button", { name: "Làm hàng loạt", exact: true }).click();
  const names = ["Ông A Lơng", "Bà Y Hʼ Rưng", "Ông Lò Văn Ún"];
  const sheet = ["Khách,Chức danh", ...names.map((name) => `${name},Trưởng thôn`)].join("\n");
  await page
    .locator("[role=dialog] input[type=file]")
    .setInputFiles({ name: "khach.csv", mimeType: "text/csv", buffer: Buffer.from(sheet) });
  await page.getByRole("button", { name: /Họ và tên/ }).click();
  await page.getByRole("option", { name: "Khách", exact: true }).click();
  await page.getByRole("button", { name: "Làm 3 bản", exact: true }).click();
  await page.getByText("Đã làm 3/3 dòng").waitFor();
  const text = await downloadedText(page);
  for (const name of names) expect(text).toContain(name);
}, 120_000);

it("switches the interface's language at once and remembers it", async () => {
  const { page } = screen;
  const kept = page.waitForResponse((response) => response.url().endsWith("app.configure"));
  await page.getByRole("radio", { name: "English", exact: true }).click();
  expect(await page.getByRole("heading", { name: "Templates", exact: true }).count()).toBe(1);
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await (await kept).finished();
  await page.reload();
  await page.getByRole("heading", { name: "Templates", exact: true }).waitFor();
}, 120_000);

it("has no barrier axe knows of, light or dark, on the first screen, while filling in and while exporting", async () => {
  const { page, context } = screen;
  const barriers = async (): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
      .analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
  };
  onTestFinished(() => context.close());
  for (const theme of ["Nền sáng", "Nền tối"]) {
    await page.getByRole("radio", { name: theme }).click();
    expect(await barriers()).toEqual([]);
  }
  await createFrom(page, /^Tờ rơi A5/);
  for (const scheme of ["dark", "light"] as const) {
    await page.evaluate(`document.documentElement.dataset.theme = "${scheme}"`);
    expect(await barriers()).toEqual([]);
    await page.getByRole("button", { name: "Xuất", exact: true }).click();
    expect(await barriers()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
}, 120_000);
