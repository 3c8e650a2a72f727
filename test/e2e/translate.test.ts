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
