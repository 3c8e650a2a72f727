import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeMedia } from "../programme/support/make-media.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { firstPagePicture, type OpenScreen, openScreen } from "./support/open-screen.ts";

const PICTURE = fileURLToPath(new URL("../../templates/leaflet-a5/river-bridge.jpg", import.meta.url));
/** “Human rights”, as the Declaration has it. */
const KHMER = "សិទ្ធិមនុស្ស";
const LAO = "ສິດທິມະນຸດ";

/** What buttons and fields are called, in the languages of the interface. */
const words = {
  vi: {
    templates: "Mẫu",
    leaflet: /^Tờ rơi A5/,
    create: "Tạo ấn phẩm",
    title: /^Tên tờ rơi/,
    addLanguage: "Thêm ngôn ngữ",
    lao: "lào",
    empty: /bắt buộc nhưng còn trống/,
    untranslated: /“Tuyên ngôn toàn[^”]*” chưa dịch sang tiếng Lào/,
    print: "In",
    make: "Làm bản in",
    open: "Mở để in",
    save: "Lưu",
    fileName: "Tên tệp",
    close: "Đóng",
    home: /^Về trang đầu/,
  },
  en: {
    templates: "Templates",
    leaflet: /^Two-sided A5/,
    create: "Create",
    title: /^Title/,
    addLanguage: "Add a language",
    lao: "lao",
    empty: /required but empty/,
    untranslated: /“Tuyên ngôn toàn[^”]*” is not translated into Lao/,
    print: "Print",
    make: "Make the print file",
    open: "Open to print",
    save: "Save",
    fileName: "File name",
    close: "Close",
    home: /^Back to/,
  },
} as const;

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

const focusedLabel = async (): Promise<string> =>
  String(await page.evaluate("document.activeElement.labels?.[0]?.textContent ?? ''"));

/** Text of the PDF in the folder for exports whose name says that language, without white space. */
function printed(language: string): string {
  const folder = screen.host.home.exports;
  const name = readdirSync(folder).find((one) => one.includes(`(${language})`));
  if (name === undefined) throw new Error(`nothing printed in ${language}`);
  const text = execFileSync("pdftotext", ["-raw", join(folder, name), "-"], { encoding: "utf8" });
  return text.normalize("NFC").replace(/\s/g, "");
}

it.each(["vi", "en"] as const)(
  "a newcomer makes a leaflet in Khmer and Lao with a picture and prints it, in %s",
  async (language) => {
    const say = words[language];
    await screen.host.api.app.configure({ interfaceLanguage: language });
    await page.reload();
    await page.getByRole("heading", { name: say.templates, exact: true }).waitFor();

    await page.getByRole("button", { name: say.leaflet }).click();
    await page.getByRole("dialog").getByText("ភាសាខ្មែរ", { exact: true }).click();
    await page.getByRole("button", { name: say.create, exact: true }).click();
    await page.locator(".paper canvas").first().waitFor();

    // The page itself leads to the field.
    await page.getByRole("radio", { name: "ភាសាខ្មែរ" }).click();
    const title = page.getByLabel(say.title);
    await expect.poll(() => title.getAttribute("lang")).toBe("km");
    const paper = await page.locator(".paper").first().boundingBox();
    if (!paper) throw new Error("no page");
    await page.mouse.click(paper.x + paper.width * 0.3, paper.y + paper.height * 0.12);
    await expect.poll(() => page.evaluate("document.activeElement.lang")).toBe("km");
    await expect.poll(focusedLabel).toMatch(say.title);
    const before = await firstPagePicture(page);
    await page.keyboard.press("Control+a");
    await page.keyboard.type(KHMER);
    await expect.poll(() => firstPagePicture(page)).not.toBe(before);

    // One as the web has it, which is converted on the way in, and one as a camera has it.
    const webp = (): string => makeMedia(join(temporaryFolder(), "river-bridge.webp"), ["-i", PICTURE]);
    const picture = language === "vi" ? webp() : PICTURE;
    await page.locator(".image-slot input[type=file]").first().setInputFiles(picture);
    await page.getByText(basename(picture)).waitFor();
    const isSeen = "document.querySelector('.image-slot img')?.naturalWidth > 0";
    await expect.poll(() => page.evaluate(isSeen)).toBe(true);

    await page.getByRole("button", { name: say.addLanguage, exact: true }).click();
    await page.keyboard.type(say.lao);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => title.getAttribute("lang")).toBe("lo");
    expect(await title.inputValue()).toBe("");

    // What is not translated is said, leads to its field, and goes once it is written.
    const findings = page.locator(".preflight");
    await findings.getByRole("button", { name: say.untranslated }).first().click();
    await expect.poll(focusedLabel).toMatch(say.title);
    await page.keyboard.type(LAO);
    for (const field of await page.locator(".slot textarea").all()) {
      if ((await field.inputValue()) === "") await field.fill(LAO);
    }
    await expect.poll(() => findings.getByText(say.untranslated).count()).toBe(0);

    // So does an error, which would keep the leaflet from being printed.
    await page.getByRole("radio", { name: "Tiếng Việt" }).click();
    await expect.poll(() => title.getAttribute("lang")).toBe("vi");
    const vietnamese = await title.inputValue();
    await title.fill("");
    await findings.getByRole("button", { name: say.empty }).first().click();
    await expect.poll(focusedLabel).toMatch(say.title);
    await page.keyboard.type(vietnamese);
    await expect.poll(() => findings.getByText(say.empty).count()).toBe(0);
    await page.getByRole("radio", { name: "ພາສາລາວ" }).click();
    await expect.poll(() => title.getAttribute("lang")).toBe("lo");

    await page.getByRole("button", { name: say.print, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("ភាសាខ្មែរ", { exact: true }).click();
    await dialog.getByRole("button", { name: say.make, exact: true }).click();
    await expect.poll(() => dialog.getByRole("button", { name: say.open, exact: true }).count()).toBe(2);
    expect(printed("km")).toContain(KHMER);
    expect(printed("lo")).toContain(LAO);
    const opened = screen.context.waitForEvent("page");
    await dialog.getByRole("button", { name: say.open, exact: true }).first().click();
    expect((await opened).url()).toContain(`${screen.host.host.origin}/result/`);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });

    await page.keyboard.press("Control+s");
    await page.getByLabel(say.fileName).fill("Quyền con người");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: say.home }).click();
    await page.getByRole("heading", { name: say.templates, exact: true }).waitFor();
    await page
      .getByRole("button", { name: /Quyền con người/ })
      .first()
      .click();
    await page.locator(".paper canvas").first().waitFor();
    await page.getByRole("radio", { name: "ភាសាខ្មែរ" }).click();
    await expect.poll(() => title.inputValue()).toBe(KHMER);
    await page.getByRole("radio", { name: "ພາສາລາວ" }).click();
    await expect.poll(() => title.inputValue()).toBe(LAO);
    await page.getByText(basename(picture)).waitFor();
    expect(screen.complaints).toEqual([]);
  },
  300_000,
);
