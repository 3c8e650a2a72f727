import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createFrom, type OpenScreen, openScreen } from "./support/open-screen.ts";

let screen: OpenScreen;
let page: Page;
beforeEach(async () => {
  screen = await openScreen();
  page = screen.page;
  await createFrom(page, /^Giấy mời A6/);
});
afterEach(() => screen.end());

const stage = () => page.getByRole("application", { name: "Bàn dàn trang", exact: true });
const heading = (name: string | RegExp) => page.getByRole("heading", { name, level: 2 });
const writing = () => page.getByRole("textbox", { name: /^Chữ trong khung/ });

async function design(): Promise<void> {
  await page.getByRole("radio", { name: "Thiết kế", exact: true }).click();
  await stage().waitFor();
  await page.locator(".stage-zoom").waitFor();
}

/** Steps by keys to the frame whose name begins so, and writes into it from the start, without what it said. */
async function writeInto(name: string): Promise<void> {
  const status = page.locator("#stage-status");
  await stage().focus();
  for (let step = 0; !(await status.textContent())?.includes(` ${name}`); step += 1) {
    if (step === 60) throw new Error(`no frame ${name}`);
    const before = await status.textContent();
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => status.textContent()).not.toBe(before);
  }
  await heading(new RegExp(`^${name}`)).waitFor();
  await page.keyboard.press("Enter");
  await writing().waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.locator(".writing-caret").waitFor();
}

/** What the frame says, told by the name it goes by once its text is left. */
async function says(text: string): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: text, exact: true }).waitFor();
}

/** The place of the caret in the window. */
async function caret(): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.locator(".writing-caret").boundingBox();
  if (!box) throw new Error("no caret");
  return { x: box.x, y: box.y + box.height / 2 };
}

async function barriers(): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

it("chooses words by dictionary, paragraphs and ranges by pointer and keys, and writes what is not settled yet", async () => {
  await design();
  await writeInto("Trưởng ban");
  await page.keyboard.insertText("សាលារៀននិងផ្សារ");
  await page.keyboard.press("Home");
  const start = await caret();
  await page.mouse.dblclick(start.x + 6, start.y);
  await expect.poll(() => page.locator(".writing-selection").count()).toBe(1);
  await page.keyboard.insertText("រៀន ");
  await says("រៀន និងផ្សារ");

  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Home");
  // The first word with the space behind it, then back by one word.
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await page.keyboard.press("Backspace");
  await says("និងផ្សារ");

  await page.keyboard.press("Enter");
  await page.keyboard.press("Home");
  const place = await caret();
  await page.mouse.click(place.x + 6, place.y, { clickCount: 3 });
  // Khmer and Lao as input methods give them, each one in the place of the one before.
  const session = await screen.context.newCDPSession(page);
  for (const text of ["ក", "ក្", "ក្រ", "ក្រុម"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send("Input.insertText", { text: "ក្រុម" });
  await page.keyboard.insertText(" ນ້ຳ ꪼꪕ");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Delete");
  await says("ក្រុ");
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("finds without accents, shows the place, and replaces everywhere as one step", async () => {
  await design();
  await page.keyboard.press("Control+h");
  const query = page.getByRole("textbox", { name: "Tìm chữ", exact: true });
  await query.fill("kinh moi");
  await page.getByText("Không thấy").waitFor();
  await page.getByRole("button", { name: /^Bỏ qua dấu/ }).click();
  await page.getByText("1 / 1", { exact: true }).waitFor();
  await page.locator(".find-mark.current").waitFor();
  expect(await barriers()).toEqual([]);
  await query.fill("a");
  const count = async (): Promise<number> =>
    Number(/\/ (\d+)$/.exec((await page.locator(".find-count").textContent()) ?? "")?.[1]);
  await expect.poll(count).toBeGreaterThan(5);
  const total = await count();
  await page.getByRole("textbox", { name: "Thay bằng", exact: true }).fill("⁂");
  await page.getByRole("button", { name: "Thay", exact: true }).click();
  await page.getByText(`1 / ${total - 1}`, { exact: true }).waitFor();
  await page.getByRole("button", { name: "Thay hết", exact: true }).click();
  await page.getByText("Không thấy").waitFor();
  await query.fill("⁂");
  await page.getByText(`1 / ${total}`, { exact: true }).waitFor();
  await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
  await page.getByText("1 / 1", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
  await page.getByText("Không thấy").waitFor();
  await page.getByRole("radio", { name: "Điền chữ", exact: true }).click();
  await query.fill("Kính mời");
  await page.locator(".find-count").getByText("1 / 1", { exact: true }).waitFor();
  await query.press("Escape");
  await expect.poll(() => query.count()).toBe(0);
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("says where a text differs from its style, makes the style so, and takes another away", async () => {
  await design();
  await writeInto("Trưởng ban");
  await page.keyboard.insertText("Chủ tịch");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+i");
  const differs = page.getByText(/^Khác với kiểu: nghiêng$/);
  await differs.waitFor();
  await page.getByRole("button", { name: "Bỏ chỗ khác kiểu", exact: true }).click();
  await expect.poll(() => differs.count()).toBe(0);
  await writing().focus();
  await page.keyboard.press("Control+i");
  await differs.waitFor();
  await page.getByRole("button", { name: "Việc với kiểu đoạn", exact: true }).click();
  await page.getByRole("menuitem", { name: "Tạo kiểu mới từ chữ này", exact: true }).click();
  const name = page.getByRole("textbox", { name: "Tên kiểu", exact: true });
  await name.fill("Người ký");
  await page.getByRole("option", { name: "Người ký", exact: true }).waitFor();
  await page.getByRole("radio", { name: "Vào giữa", exact: true }).click();
  expect(await barriers()).toEqual([]);
  await page.getByRole("button", { name: "Xoá kiểu", exact: true }).click();
  await page.getByText(/^Đang dùng ở 1 chỗ/).waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Xoá kiểu", exact: true }).click();
  await expect.poll(() => page.getByRole("option", { name: "Người ký", exact: true }).count()).toBe(0);
  await page.getByRole("button", { name: "Trở lại thuộc tính", exact: true }).click();
  await page.getByRole("heading", { name: "Chủ tịch", exact: true }).waitFor();
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("marks text that does not fit, makes it fit, and leads it into another frame", async () => {
  await design();
  await writeInto("Trưởng ban");
  await page.getByRole("button", { name: /Khi chữ không vừa khung/ }).click();
  await page.getByRole("option", { name: "Giữ nguyên cỡ, báo chữ thừa", exact: true }).click();
  await writing().focus();
  await page.keyboard.insertText("Thay mặt ban tổ chức. ".repeat(12).trimEnd());
  const port = page.getByRole("button", { name: /^Thừa khoảng \d+ dòng/ });
  await port.click();
  await page.getByRole("menuitem", { name: "Nới khung xuống cho đủ chữ", exact: true }).click();
  await expect.poll(() => port.count()).toBe(0);
  await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
  await port.click();
  await page.getByRole("menuitem", { name: "Cho chữ chảy sang khung khác…", exact: true }).click();
  const hint = page.getByRole("button", { name: /^Bấm vào khung chữ/ });
  await hint.press("Escape");
  await expect.poll(() => hint.count()).toBe(0);

  await stage().focus();
  await page.keyboard.press("t");
  const box = await page.locator(".stage-window").boundingBox();
  if (!box) throw new Error("no stage");
  await page.mouse.move(box.x + 20, box.y + box.height - 160);
  await page.mouse.down();
  await page.mouse.move(box.x + 180, box.y + box.height - 90, { steps: 4 });
  await page.mouse.up();
  await writing().waitFor();
  await page.keyboard.press("Escape");
  await port.click();
  await page.getByRole("menuitem", { name: "Cho chữ chảy sang khung khác…", exact: true }).click();
  await hint.waitFor();
  await page.mouse.click(box.x + 100, box.y + box.height - 120);
  const arrows = () => page.locator(".thread-arrow").count();
  await expect.poll(arrows).toBe(1);
  await page.getByRole("button", { name: "Hoàn tác", exact: true }).click();
  await expect.poll(arrows).toBe(0);
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("keeps what is bold of what is pasted, and offers to convert what an old font wrote", async () => {
  await screen.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const put = (type: string, words: string): Promise<unknown> =>
    page.evaluate(
      `navigator.clipboard.write([new ClipboardItem({ ${JSON.stringify(type)}: new Blob([${JSON.stringify(words)}], { type: ${JSON.stringify(type)} }) })])`,
    );
  await design();
  await writeInto("Trưởng ban");
  await put("text/html", "<p>Kính <b>mời</b></p><script>document.title = 'x'</script>");
  await page.keyboard.press("Control+v");
  await page.keyboard.press("ArrowLeft");
  await expect
    .poll(() => page.getByRole("button", { name: "Đậm", exact: true }).getAttribute("aria-pressed"))
    .toBe("true");
  await page.keyboard.press("Control+a");
  await put("text/plain", "Céng hoµ x· héi chñ nghÜa ViÖt Nam");
  await page.keyboard.press("Control+v");
  await page.getByText("Chữ vừa dán có vẻ theo bảng mã cũ").waitFor();
  await page.getByRole("button", { name: "Chuyển mã", exact: true }).click();
  await writing().focus();
  await says("Cộng hoà xã hội chủ nghĩa Việt Nam");

  await page.getByRole("radio", { name: "Điền chữ", exact: true }).click();
  const field = page.locator(".slot textarea").first();
  await field.fill("");
  await field.focus();
  await page.keyboard.press("Control+v");
  await page.getByRole("button", { name: "Chuyển mã", exact: true }).click();
  await expect.poll(() => field.inputValue()).toBe("Cộng hoà xã hội chủ nghĩa Việt Nam");
  expect(screen.complaints).toEqual([]);
}, 120_000);

it("puts letters of the panel at the caret, on the page and in fields, and types on a keyboard shown", async () => {
  const add = async (words: string, language: string): Promise<void> => {
    await page.getByRole("button", { name: "Thêm ngôn ngữ", exact: true }).click();
    await page.getByRole("searchbox", { name: "Tìm ngôn ngữ", exact: true }).fill(words);
    await page.getByRole("menuitem", { name: new RegExp(`^${language}`) }).click();
  };
  await add("khmer", "Tiếng Khmer");
  const field = page.locator(".slot textarea").first();
  await field.click();
  await page.keyboard.press("Control+k");
  const panel = page.getByRole("region", { name: "Chữ và bàn phím", exact: true });
  await panel.getByRole("button", { name: "ក", exact: true }).click();
  await panel.getByRole("button", { name: "Shift", exact: true }).click();
  await panel.getByRole("button", { name: "គ", exact: true }).click();
  await expect.poll(() => field.inputValue()).toBe("កគ");
  await panel.getByText("Gõ phím của máy ra các chữ này").click();
  await field.focus();
  await page.keyboard.press("j");
  await page.keyboard.press("r");
  await page.keyboard.press("Shift+a");
  await expect.poll(() => field.inputValue()).toBe("កគ្រាំ");
  expect(await barriers()).toEqual([]);
  await page.getByRole("radio", { name: "Vừa dùng", exact: true }).click();
  await panel.getByRole("button", { name: "ក", exact: true }).click();
  await expect.poll(() => field.inputValue()).toBe("កគ្រាំក");
  expect(screen.complaints).toEqual([]);
}, 120_000);
