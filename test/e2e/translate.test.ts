import type { Page } from "playwright";
import { afterEach, beforeEach, expect, it } from "vitest";
import { barriers } from "./support/barriers.ts";
import { createFrom, type OpenScreen, openScreen } from "./support/open-screen.ts";

let screen: OpenScreen;
let page: Page;
beforeEach(async () => {
  screen = await openScreen();
  page = screen.page;
});
afterEach(() => screen.end());

it("leads from a product in one language to the first translation", async () => {
  await createFrom(page, /^Tờ rơi A5/);
  await page.getByRole("radio", { name: "Dịch", exact: true }).click();
  await page.getByRole("heading", { name: "Ấn phẩm mới có một ngôn ngữ", exact: true }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.locator(".one-language").getByRole("button", { name: "Thêm ngôn ngữ", exact: true }).click();
  await page.getByRole("searchbox", { name: "Tìm ngôn ngữ", exact: true }).pressSequentially("khmer");
  await page.getByRole("menuitem", { name: /Tiếng Khmer/ }).click();
  await page.locator(".target-editor[lang=km]").first().waitFor();
  await page.getByRole("radio", { name: "Điền chữ", exact: true }).click();
  await page.getByRole("radio", { name: "Tiếng Việt" }).click();
  await page.getByRole("radio", { name: "Dịch", exact: true }).click();
  await page.locator(".target-editor[lang=km]").first().waitFor();
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("keeps the views in one line beside the longest name", async () => {
  const name = "Tờ rơi phòng chống sốt xuất huyết và tay chân miệng xã Ia Grai bản in lần hai có sửa chữa bổ sung";
  await page.getByRole("button", { name: /^Tờ rơi A5/ }).click();
  await page.getByRole("dialog").getByRole("textbox").first().fill(name);
  await page.getByRole("button", { name: "Tạo ấn phẩm", exact: true }).click();
  const menu = page.getByRole("button", { name: `Tệp: ${name}`, exact: true });
  await menu.waitFor();
  const lines = await page.evaluate(
    `[...document.querySelectorAll(".project-bar .segment > span")].map((view) => {
      const words = document.createRange();
      words.selectNodeContents(view);
      return words.getClientRects().length;
    })`,
  );
  expect(lines).toEqual([1, 1, 1]);
  const bar = await page.locator(".project-bar").boundingBox();
  const print = await page.getByRole("button", { name: /^In/ }).last().boundingBox();
  expect((print?.x ?? 0) + (print?.width ?? 0)).toBeLessThanOrEqual(bar?.width ?? 0);
  await menu.hover();
  await page.getByRole("tooltip").getByText(name).waitFor();
  expect(screen.complaints).toEqual([]);
}, 120_000);

const stale = () => page.getByRole("radio", { name: "ភាសាខ្មែរ" }).getByText(/^cũ/);

it("takes a translation for current when its field is left changed, undone together with what was typed", async () => {
  await createFrom(page, /^Tờ rơi A5/, "ភាសាខ្មែរ");
  const title = page.getByRole("textbox", { name: /^Tên tờ rơi/ });
  await page.getByText("chữ mẫu", { exact: true }).first().waitFor();
  await page.getByRole("radio", { name: "Tiếng Việt" }).click();
  await title.fill("Phòng chống sốt xuất huyết");
  await page.getByRole("radio", { name: "ភាសាខ្មែរ" }).click();
  await stale().waitFor();
  await title.press("End");
  await page.keyboard.insertText("៩៩");
  await expect.poll(() => title.inputValue()).toContain("៩៩");
  await expect.poll(() => stale().count()).toBe(1);
  await page.locator(".slot-source").getByText("Phòng chống sốt xuất huyết").waitFor();
  await page.keyboard.press("Tab");
  await expect.poll(() => stale().count()).toBe(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => stale().count()).toBe(1);
  expect(await title.inputValue()).not.toContain("៩៩");

  await page.getByRole("radio", { name: "Dịch", exact: true }).click();
  const editor = page.locator(".target-editor").and(page.getByRole("textbox", { name: /Phòng chống sốt/ }));
  await editor.press("End");
  await page.keyboard.insertText("៨៨");
  await expect.poll(() => editor.textContent()).toContain("៨៨");
  await expect.poll(() => stale().count()).toBe(1);
  await page.keyboard.press("Enter");
  await expect.poll(() => stale().count()).toBe(0);
  expect(screen.complaints).toEqual([]);
}, 180_000);

it("leads from a message to the very words, wherever they are written", async () => {
  await createFrom(page, /^Tờ rơi A5/);
  const place = page.getByRole("textbox", { name: /^Địa bàn/ });
  await place.fill(`${"Tỉnh Quảng Ngãi và các vùng lân cận, ".repeat(40)}hết`);
  const finding = page.locator(".findings").getByRole("button", { name: /Chữ không vừa khung/ });
  await finding.first().click();
  const selected = async (): Promise<string> =>
    String(
      await page.evaluate(
        "((one) => one.value?.slice(one.selectionStart, one.selectionEnd) ?? '')(document.activeElement)",
      ),
    );
  await expect.poll(selected).toMatch(/^\S/);
  const left = await selected();

  await page.getByRole("radio", { name: "Thiết kế", exact: true }).click();
  await page.getByRole("button", { name: "Kiểm tra trước khi in", exact: true }).click();
  await finding.first().click();
  await page.locator(".writing-caret").waitFor();
  await page.keyboard.insertText("ĐÂY ");
  await page.getByRole("radio", { name: "Điền chữ", exact: true }).click();
  expect(await place.inputValue()).toContain(`ĐÂY ${left.slice(0, 30)}`);
  expect(screen.complaints).toEqual([]);
}, 180_000);

it("prints a language half translated, and says first what it lacks", async () => {
  await createFrom(page, /^Tờ rơi A5/);
  await page.getByRole("radio", { name: "Dịch", exact: true }).click();
  await page.locator(".one-language").getByRole("button", { name: "Thêm ngôn ngữ", exact: true }).click();
  await page.getByRole("searchbox", { name: "Tìm ngôn ngữ", exact: true }).pressSequentially("khmer");
  await page.getByRole("menuitem", { name: /Tiếng Khmer/ }).click();
  await page.locator(".target-editor[lang=km]").first().waitFor();
  await page.getByRole("button", { name: "Kiểm tra trước khi in", exact: true }).click();
  await page.getByText("“Tỉnh Quảng Ngãi” chưa dịch sang tiếng Khmer; đang in bằng tiếng Việt.").waitFor();
  expect(await page.locator(".finding .tone-error").count()).toBe(0);
  await page.getByRole("button", { name: "Xuất", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Đoạn chưa dịch sẽ in bằng bản gốc.").waitFor();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Xuất", exact: true }).click();
  await dialog.getByText(/^Đã xuất xong/).waitFor();
  await dialog.getByRole("button", { name: "Xuất tiếp", exact: true }).click();
  await dialog.getByRole("button", { name: "Chỉ chọn ngôn ngữ đã dịch xong", exact: true }).click();
  expect(await dialog.getByRole("checkbox", { name: /Tiếng Việt/ }).isChecked()).toBe(true);
  expect(await dialog.getByRole("checkbox", { name: /ភាសាខ្មែរ/ }).isChecked()).toBe(false);
  expect(screen.complaints).toEqual([]);
}, 180_000);
