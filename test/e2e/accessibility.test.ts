import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { afterEach, beforeEach, expect, it } from "vitest";
import { barriersInBothThemes } from "./support/axe.ts";
import { type OpenScreen, openScreen } from "./support/open-screen.ts";

const PICTURE = fileURLToPath(new URL("../../templates/leaflet-a5/river-bridge.jpg", import.meta.url));

let screen: OpenScreen;
let page: Page;
beforeEach(async () => {
  screen = await openScreen();
  page = screen.page;
});
afterEach(async () => {
  await screen.context.close();
  await screen.end();
});

const button = (name: RegExp) => page.getByRole("button", { name });
const clean = async (where: string): Promise<void> => expect.soft(await barriersInBothThemes(page), where).toEqual([]);
async function closeDialog(): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

it.each(["vi", "en"] as const)(
  "has no barrier axe knows of on any screen, in any dialog, light or dark, in %s",
  async (language) => {
    await screen.host.api.app.configure({ interfaceLanguage: language });
    await page.reload();
    await button(/^(Tờ rơi A5|Two-sided A5)/).waitFor();
    await clean("gallery with its welcome");

    for (const entry of [/^(Hướng dẫn|Guide)/, /^(Phím tắt|Keyboard)/, /^(Cài đặt|Settings)/, /^(Về|About)/]) {
      await button(/^(Trợ giúp|Help)$/).click();
      await page.getByRole("menuitem", { name: entry }).last().click();
      await page.getByRole("dialog").waitFor();
      await clean(`help ${entry}`);
      await closeDialog();
    }

    await button(/^(Tờ rơi A5|Two-sided A5)/).click();
    await page.getByRole("dialog").getByText("ភាសាខ្មែរ", { exact: true }).click();
    await clean("create");
    await button(/^(Tạo ấn phẩm|Create)$/).click();
    await page.locator(".paper canvas").first().waitFor();
    await clean("fill in");

    await page.locator(".image-slot input[type=file]").first().setInputFiles(PICTURE);
    await button(/^(Chỉnh khung cắt|Adjust the cut)$/)
      .first()
      .click();
    await page.getByRole("slider").waitFor();
    await clean("part of a picture");
    await closeDialog();

    await button(/^(In|Print)$/).click();
    await page.getByRole("dialog").waitFor();
    await clean("print");
    await button(/^(Làm bản in|Make the print file)$/).click();
    await button(/^(Mở để in|Open to print)$/).waitFor();
    await clean("printed");
    await closeDialog();

    for (const open of [/^(Xuất|Export)$/, /^(Làm hàng loạt|Make many)$/]) {
      await button(open).click();
      await page.getByRole("dialog").waitFor();
      await clean(String(open));
      await closeDialog();
    }
    for (const view of [/^(Thiết kế|Design)$/, /^(Dịch|Translate)$/]) {
      await page.getByRole("radio", { name: view }).click();
      await page.locator(".stage-zoom, .translate-view, [class*=translate]").first().waitFor();
      await clean(String(view));
    }
    await page.keyboard.press("Control+s");
    await page.getByRole("dialog").waitFor();
    await clean("save");
    await closeDialog();
    await button(/^(Về trang đầu|Back to)/).click();
    await page.getByRole("dialog").waitFor();
    await clean("leave");
    expect(screen.complaints).toEqual([]);
  },
  600_000,
);

it("leads newcomers through the sample by keys, and goes on where they stopped", async () => {
  await button(/^Xem hướng dẫn hai phút/).click();
  const step = (name: string) => page.getByRole("dialog", { name });
  await step("Điền chữ ở đây").waitFor();
  await clean("tour");
  await expect.poll(() => page.evaluate("document.activeElement.textContent")).toBe("Tiếp");
  await page.keyboard.press("Enter");
  await step("Trang đổi theo ngay").waitFor();
  await page.keyboard.press("Escape");
  await step("Trang đổi theo ngay").waitFor({ state: "detached" });

  await button(/^Về trang đầu/).click();
  await button(/^Xem tiếp hướng dẫn/).click();
  await step("Trang đổi theo ngay").waitFor();
  for (const next of ["Thay ảnh", "Sang ngôn ngữ khác", "Xem còn gì cần sửa", "Bài được giữ sẵn", "In"]) {
    await page.keyboard.press("Enter");
    await step(next).waitFor();
  }
  await page.keyboard.press("Enter");
  await step("In").waitFor({ state: "detached" });
  await expect.poll(async () => (await screen.host.api.app.info({})).settings.tour).toBe("over");
  expect(screen.complaints).toEqual([]);
}, 300_000);

/** Presses Tab until something of that name has the focus; nothing on the way may lose it. */
async function tabTo(name: RegExp, back = false): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const focused = String(
      await page.evaluate(`(() => {
        const one = document.activeElement;
        const label = one.labels?.[0]?.textContent ?? document.getElementById(one.getAttribute("aria-labelledby"))?.textContent;
        return one.getAttribute("aria-label") ?? label ?? one.textContent;
      })()`),
    ).trim();
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}
const focusIsLost = () => page.evaluate("document.activeElement === document.body");

it("takes a template to paper by keys alone, with the focus always somewhere", async () => {
  await tabTo(/^Giấy mời A6/);
  expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  expect(await focusIsLost()).toBe(false);
  await tabTo(/Tiếng Khmer/);
  await page.keyboard.press("Space");
  await tabTo(/^Tạo ấn phẩm/);
  await page.keyboard.press("Enter");
  await page.locator(".paper canvas").first().waitFor();

  await tabTo(/^Họ và tên/);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Bà Y Hʼ Rưng");
  await page.keyboard.press("Tab");
  expect(await focusIsLost()).toBe(false);
  await page.keyboard.press("Control+p");
  await button(/^Làm bản in$/).waitFor();
  await page.keyboard.press("Enter");
  await button(/^Mở để in$/).waitFor();
  expect(await focusIsLost()).toBe(false);
  await tabTo(/^Mở để in/);
  const opened = screen.context.waitForEvent("page");
  await page.keyboard.press("Enter");
  expect(decodeURIComponent((await opened).url())).toMatch(/\/result\/file-[\w-]+\/Giấy mời A6\.pdf$/);
  expect(screen.complaints).toEqual([]);
}, 300_000);

it("can be used at 200 % on the smallest screen, and where the system chooses the colours", async () => {
  // What is left of 1366 × 768 when everything is twice as large.
  await page.setViewportSize({ width: 683, height: 384 });
  const sideways = () => page.evaluate("document.documentElement.scrollWidth > innerWidth + 1");
  expect(await sideways()).toBe(false);
  await button(/^Giấy mời A6/).click();
  await button(/^Tạo ấn phẩm/).click();
  const field = page.getByLabel("Họ và tên");
  await field.fill("Già làng A Thút");
  expect(await sideways()).toBe(false);
  await button(/^In$/).click();
  await button(/^Làm bản in$/).click();
  await button(/^Mở để in$/).waitFor();
  await closeDialog();

  await page.emulateMedia({ forcedColors: "active" });
  const edge = () => page.evaluate("getComputedStyle(document.querySelector('.segment[data-selected]')).outlineStyle");
  await expect.poll(edge).not.toBe("none");
}, 300_000);
