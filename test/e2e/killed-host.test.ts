import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findBrowser } from "../../host/shell/find-browser.ts";
import { type HostProcess, startHostProcess } from "../support/host-process.ts";
import { barriers } from "./support/barriers.ts";
import { createFrom } from "./support/open-screen.ts";

const NAME = "Họ và tên";
const LOST = "Phần chạy nền của Xưởng Tin đã dừng.";

let home = "";
let browser: Browser;
let context: BrowserContext;
const started: HostProcess[] = [];

beforeEach(async () => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("no Chromium, Chrome or Edge on this machine");
  home = mkdtempSync(join(tmpdir(), "xuongtin-killed-"));
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
});
afterEach(async () => {
  await browser.close();
  for (const host of started.splice(0)) await host.kill();
  rmSync(home, { recursive: true, force: true });
});

async function start(): Promise<HostProcess> {
  const host = await startHostProcess(home);
  started.push(host);
  return host;
}

async function openWindow({ address }: HostProcess): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole("heading", { name: "Mẫu", exact: true }).waitFor();
  return page;
}

/** Types a name, and waits until the host has answered that it is kept. */
async function writeName(page: Page, name: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith("journal.append"));
  await page.getByLabel(NAME).fill(name);
  await (await answered).finished();
}

it("lets a window go on while the host is gone, and brings everything back to the next one", async () => {
  const first = await start();
  const page = await openWindow(first);
  await createFrom(page, /^Giấy mời A6/);
  await writeName(page, "Già làng A Thút");
  await first.kill();
  await page.getByText(LOST).waitFor();
  await page.getByLabel(NAME).fill("Bà Y Hʼ Rưng");
  await page.getByLabel("Địa điểm", { exact: true }).fill("Chợ phiên Bắc Hà");
  await page.getByText("2 thay đổi đang giữ trong cửa sổ này.").waitFor();
  expect(await barriers(page)).toEqual([]);
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tải bài về", exact: true }).click();
  expect((await waiting).suggestedFilename()).toBe("Giấy mời A6.xtin");

  // The next launch has another secret, which its own window brings.
  const second = await start();
  await page.getByText("Xưởng Tin đã được mở lại.").waitFor();
  const other = await openWindow(second);
  await page.getByText("Xưởng Tin đã được mở lại.").waitFor({ state: "detached" });
  await page.getByText("Đã giữ nháp, chưa lưu tệp").waitFor();
  expect(await page.getByLabel(NAME).inputValue()).toBe("Bà Y Hʼ Rưng");
  // Work that a window has open is not offered in another one.
  await other.reload();
  await other.getByRole("heading", { name: "Mẫu", exact: true }).waitFor();
  expect(await other.getByRole("button", { name: "Mở lại", exact: true }).count()).toBe(0);

  await page.close();
  await other.reload();
  await other.getByRole("button", { name: "Mở lại", exact: true }).click();
  await expect.poll(() => other.getByLabel(NAME).inputValue()).toBe("Bà Y Hʼ Rưng");
  expect(await other.getByLabel("Địa điểm", { exact: true }).inputValue()).toBe("Chợ phiên Bắc Hà");
}, 240_000);

it("keeps in the browser what a closed window could not give to the host", async () => {
  const first = await start();
  const page = await openWindow(first);
  await createFrom(page, /^Giấy mời A6/);
  await writeName(page, "Già làng A Thút");
  await first.kill();
  await page.getByText(LOST).waitFor();
  await page.getByLabel(NAME).fill("Ông Lò Văn Ún");
  await page.getByText("1 thay đổi đang giữ trong cửa sổ này.").waitFor();
  await expect
    .poll(() =>
      page.evaluate(
        `new Promise((resolve) => {
          const opening = indexedDB.open("xuongtin", 1);
          opening.onsuccess = () => {
            const all = opening.result.transaction("unsent").objectStore("unsent").getAll();
            all.onsuccess = () => resolve(all.result.map((one) => one.unsent.length));
          };
        })`,
      ),
    )
    .toEqual([1]);
  await page.close({ runBeforeUnload: false });

  const next = await openWindow(await start());
  await next.getByText("cùng 1 thay đổi chưa kịp ghi").waitFor();
  await next.getByRole("button", { name: "Mở lại", exact: true }).click();
  await expect.poll(() => next.getByLabel(NAME).inputValue()).toBe("Ông Lò Văn Ún");
  await next.getByText("Đã giữ nháp, chưa lưu tệp").waitFor();
  // It has reached the host now: the next window has nothing to add.
  await next.reload();
  await next.getByRole("button", { name: "Mở lại", exact: true }).waitFor();
  expect(await next.getByText("chưa kịp ghi").count()).toBe(0);
}, 240_000);

it("opens in one place what two programs of the same user want, and says so", async () => {
  const page = await openWindow(await start());
  await createFrom(page, /^Giấy mời A6/);
  await page.keyboard.press("Control+s");
  await page.getByRole("dialog").getByRole("button", { name: "Lưu", exact: true }).click();
  await page.getByText("Đã lưu lúc").waitFor();
  const other = await openWindow(await start());
  await other.getByRole("button", { name: /^Giấy mời A6 Sửa/ }).click();
  await other.getByText("máy này").waitFor();
  expect(await other.getByRole("button", { name: "Giành quyền sửa", exact: true }).count()).toBe(0);
  await other.getByRole("button", { name: "Mở bản sao", exact: true }).click();
  await other.getByText("Đã giữ nháp, chưa lưu tệp").waitFor();
}, 240_000);
