import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { record } from "../../core/document/history/record.ts";
import { lockPath } from "../../host/sessions/file-lock.ts";
import { barriers } from "./support/barriers.ts";
import { createFrom, type OpenScreen, openScreen } from "./support/open-screen.ts";

let screen: OpenScreen;
beforeEach(async () => {
  screen = await openScreen();
});
afterEach(() => screen.end());

const NAME = "Họ và tên";
const projectFile = (name: string) => join(screen.host.home.projects, `${name}.xtin`);
const projectFiles = () =>
  readdirSync(screen.host.home.projects)
    .filter((name) => name.endsWith(".xtin"))
    .sort();

async function saveAs(page: Page, name: string): Promise<void> {
  await page.getByRole("dialog").getByLabel("Tên tệp", { exact: true }).fill(name);
  await page.getByRole("dialog").getByRole("button", { name: "Lưu", exact: true }).click();
}

/** An invitation saved under this name. */
async function invitation(page: Page, name: string): Promise<void> {
  await createFrom(page, /^Giấy mời A6/);
  await page.keyboard.press("Control+s");
  await saveAs(page, name);
  await page.getByText("Đã lưu lúc").waitFor();
}

async function fileMenu(page: Page, entry: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: /^Tệp:/ }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

const toGallery = (page: Page) => page.getByRole("button", { name: "Về trang đầu", exact: true }).click();
const card = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name} Sửa`) });

describe("a project's file", () => {
  it("is saved as another one, never over a file that is there without a word", async () => {
    const { page, complaints } = screen;
    await invitation(page, "Mời họp");
    await page.getByLabel(NAME).fill("Già làng A Thút");
    await page.keyboard.press("Control+Shift+S");
    await saveAs(page, "Mời họp khác");
    await expect.poll(projectFiles).toEqual(["Mời họp khác.xtin", "Mời họp.xtin"]);
    const before = readFileSync(projectFile("Mời họp"));
    await fileMenu(page, /^Lưu thành tệp khác/);
    await saveAs(page, "Mời họp");
    await page.getByText("Đã có tệp mang tên này.").waitFor();
    expect(readFileSync(projectFile("Mời họp")).equals(before)).toBe(true);
    const save = page.getByRole("dialog").getByRole("button", { name: "Lưu", exact: true });
    expect(await save.isDisabled()).toBe(true);
    await page.getByText("Ghi đè tệp đó").click();
    await save.click();
    await page.getByRole("button", { name: "Tệp: Mời họp", exact: true }).waitFor();
    expect(readFileSync(projectFile("Mời họp")).equals(before)).toBe(false);
    expect(complaints).toEqual([]);
  }, 120_000);

  it("is renamed from the bar, with its lock, and keeps what is unsaved", async () => {
    const { page, complaints } = screen;
    await invitation(page, "Tên cũ");
    await page.getByLabel(NAME).fill("Bà Y Hʼ Rưng");
    await fileMenu(page, "Đổi tên…");
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("dialog").getByLabel("Tên mới", { exact: true }).fill("Tên mới: CON?");
    await page.getByRole("dialog").getByRole("button", { name: "Đổi tên", exact: true }).click();
    await page.getByRole("button", { name: "Tệp: Tên mới- CON", exact: true }).waitFor();
    expect(projectFiles()).toEqual(["Tên mới- CON.xtin"]);
    expect([existsSync(lockPath(projectFile("Tên cũ"))), existsSync(lockPath(projectFile("Tên mới- CON")))]).toEqual([
      false,
      true,
    ]);
    await page.getByText("Đã giữ nháp, chưa lưu tệp").waitFor();
    expect(await page.getByLabel(NAME).inputValue()).toBe("Bà Y Hʼ Rưng");
    expect(complaints).toEqual([]);
  }, 120_000);

  it("gives back an earlier version, which can be undone", async () => {
    const { page, complaints } = screen;
    await invitation(page, "Nhiều bản");
    const original = await page.getByLabel(NAME).inputValue();
    await page.getByLabel(NAME).fill("Ông Lò Văn Ún");
    await page.getByText("Đã giữ nháp, chưa lưu tệp").waitFor();
    await page.keyboard.press("Control+s");
    await fileMenu(page, "Các bản trước…");
    const versions = page.getByRole("dialog").getByRole("option");
    await expect.poll(() => versions.count()).toBe(2);
    await versions.last().click();
    await page.getByRole("img", { name: /^Trang đầu của bản lưu/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: "Lấy lại bản này", exact: true }).click();
    await expect.poll(() => page.getByLabel(NAME).inputValue()).toBe(original);
    await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
    await expect.poll(() => page.getByLabel(NAME).inputValue()).toBe("Ông Lò Văn Ún");
    await fileMenu(page, "Các bản trước…");
    await versions.last().click();
    await page.getByRole("button", { name: "Mở thành bài riêng", exact: true }).click();
    await page.getByRole("button", { name: /^Tệp: Nhiều bản, bản/ }).waitFor();
    await expect.poll(() => page.getByLabel(NAME).inputValue()).toBe(original);
    expect(complaints).toEqual([]);
  }, 120_000);

  it("that another program has written is not saved over unasked", async () => {
    const { page, complaints } = screen;
    await invitation(page, "Của chung");
    const mine = readFileSync(projectFile("Của chung"));
    const theirs = Buffer.concat([readFileSync(projectFile("Của chung"))]);
    await page.getByLabel(NAME).fill("Bài của tôi");
    writeFileSync(projectFile("Của chung"), Buffer.concat([theirs, Buffer.from("\n")]));
    await page.evaluate("window.dispatchEvent(new Event('focus'))");
    await page.getByText("Chương trình khác vừa sửa tệp “Của chung” trên đĩa.").waitFor();
    await page.keyboard.press("Control+s");
    await page.getByRole("dialog").getByText("Tệp trên đĩa không còn như lần bạn lưu.").waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(readFileSync(projectFile("Của chung")).length).toBe(mine.length + 1);
    await page.getByRole("button", { name: "Lưu đè bằng bài của tôi", exact: true }).click();
    await page.getByText("Đã lưu lúc").waitFor();
    await page.getByText("Chương trình khác vừa sửa tệp").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  }, 120_000);
});

describe("opening", () => {
  it("says who has a file open, and offers a look and a copy", async () => {
    const { page, complaints } = screen;
    await invitation(page, "Ở máy khác");
    await toGallery(page);
    await card(page, "Ở máy khác").waitFor();
    const lock = { pid: 1, machine: "KHTT-02", token: "khác", user: "lan", since: "2026-11-20T01:15:00.000Z" };
    writeFileSync(lockPath(projectFile("Ở máy khác")), JSON.stringify(lock));
    await card(page, "Ở máy khác").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("KHTT-02").waitFor();
    await dialog.getByText("lan", { exact: true }).waitFor();
    expect(await dialog.getByRole("button", { name: "Giành quyền sửa", exact: true }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Chỉ xem", exact: true }).click();
    await dialog.getByRole("img", { name: "Trang 1", exact: true }).waitFor();
    await dialog.getByRole("button", { name: "Mở bản sao", exact: true }).click();
    await page.getByRole("button", { name: "Tệp: Ở máy khác", exact: true }).waitFor();
    await page.getByText("Đã giữ nháp, chưa lưu tệp").waitFor();
    expect(complaints).toEqual([]);
  }, 120_000);

  it("a damaged file offers the version kept of it", async () => {
    const { page, complaints } = screen;
    await invitation(page, "Bị hỏng");
    await toGallery(page);
    await card(page, "Bị hỏng").waitFor();
    writeFileSync(projectFile("Bị hỏng"), readFileSync(projectFile("Bị hỏng")).subarray(0, 500));
    await card(page, "Bị hỏng").click();
    await page.getByText("Xưởng Tin còn giữ 1 bản lưu trước của tệp này.").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: /^Mở bản lưu/ }).click();
    await page.getByRole("button", { name: /^Tệp: Bị hỏng, bản/ }).waitFor();
    expect(complaints).toEqual([]);
  }, 120_000);

  it("a file the system hands over takes the place of what is open, whose changes are kept", async () => {
    const { page, complaints, host } = screen;
    await invitation(page, "Nhấp đúp");
    await toGallery(page);
    await createFrom(page, /^Tờ rơi A5/);
    await page.getByRole("textbox").first().fill("Bản nháp giữ lại");
    host.handFile(projectFile("Nhấp đúp"));
    await page.getByRole("button", { name: "Tệp: Nhấp đúp", exact: true }).waitFor();
    await page.getByText(/^Bản nháp của “.+” đã được giữ/).waitFor();
    await toGallery(page);
    await page.getByRole("button", { name: "Mở lại", exact: true }).click();
    await expect.poll(() => page.getByRole("textbox").first().inputValue()).toBe("Bản nháp giữ lại");
    expect(complaints).toEqual([]);
  }, 120_000);
});

describe("the first screen", () => {
  it("copies, renames and forgets files by their menu, and finds them by words", async () => {
    const { page, complaints } = screen;
    await invitation(page, "Chợ phiên");
    await toGallery(page);
    await card(page, "Chợ phiên").click({ button: "right" });
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("menuitem", { name: "Nhân bản", exact: true }).click();
    await page.getByText("Đã nhân bản “Chợ phiên”.").waitFor();
    await card(page, "Chợ phiên \\(2\\)").waitFor();
    await page.getByRole("button", { name: "Việc với “Chợ phiên (2)”", exact: true }).click();
    await page.getByRole("menuitem", { name: "Đổi tên…", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Tên mới", { exact: true }).fill("Chợ phiên");
    await page.getByRole("dialog").getByRole("button", { name: "Đổi tên", exact: true }).click();
    await page.getByText("Đã có dự án tên “Chợ phiên”.").waitFor();
    await page.getByRole("dialog").getByLabel("Tên mới", { exact: true }).fill("Họp dân");
    await page.getByRole("dialog").getByRole("button", { name: "Đổi tên", exact: true }).click();
    await card(page, "Họp dân").waitFor();
    await page.getByRole("searchbox").fill("hop dan");
    await card(page, "Chợ phiên").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Việc với “Họp dân”", exact: true }).click();
    await page.getByRole("menuitem", { name: "Bỏ khỏi danh sách", exact: true }).click();
    await card(page, "Họp dân").waitFor({ state: "detached" });
    expect(projectFiles()).toEqual(["Chợ phiên.xtin", "Họp dân.xtin"]);
    expect(complaints).toEqual([]);
  }, 120_000);

  it("shows unsaved work before it is restored", async () => {
    const { page, complaints } = screen;
    await createFrom(page, /^Giấy mời A6/);
    await page.getByLabel(NAME).fill("Già làng A Thút");
    await page.getByText("Đã giữ nháp, chưa lưu tệp").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Xem", exact: true }).click();
    await page.getByRole("img", { name: "Trang 1", exact: true }).waitFor();
    await page.getByRole("button", { name: "Trang sau", exact: true }).click();
    await expect.poll(() => page.getByRole("button", { name: "Trang sau", exact: true }).isDisabled()).toBe(true);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Mở lại", exact: true }).click();
    await expect.poll(() => page.getByLabel(NAME).inputValue()).toBe("Già làng A Thút");
    expect(complaints).toEqual([]);
  }, 120_000);
});

it("goes on from what the host has where another window has changed the project, and puts its own work aside", async () => {
  const { page, complaints, host } = screen;
  await invitation(page, "Hai cửa sổ");
  const [listed] = (await host.api.projects.recent({})).files;
  if (!listed) throw new Error("not listed");
  const opened = await host.api.projects.open({ file: listed.file });
  const { change } = record(opened.project, "title.edit", (now) => ({
    ...now,
    title: { ...now.title, vi: "Cửa sổ kia" },
  }));
  await host.api.journal.append({ session: opened.session, sequence: opened.sequence + 1, change });
  await page.getByLabel(NAME).fill("Già làng A Thút");
  await page.getByText("Có thay đổi không ghi được").waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Làm tiếp với bản còn tốt", exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await page.getByLabel(NAME).inputValue()).toBe("Già làng A Thút");
  expect(projectFiles()).toEqual(["Hai cửa sổ (chưa ghi được).xtin", "Hai cửa sổ.xtin"]);
  await page.keyboard.press("Control+s");
  await page.getByText("Đã lưu lúc").waitFor();
  const now = await host.api.projects.current({ session: opened.session });
  expect([now.project.title.vi, now.saved]).toEqual(["Cửa sổ kia", 2]);
  expect(complaints).toEqual([]);
}, 120_000);
