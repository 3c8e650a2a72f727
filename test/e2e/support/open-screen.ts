import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright";
import { findBrowser } from "../../../host/shell/find-browser.ts";
import { buildScreen } from "../../../scripts/build/build-screen.ts";
import { type RunningHost, startHost } from "../../support/running-host.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** The program as a user has it before him: the built screen in Chromium, over a host of its own. */
export interface OpenScreen {
  readonly host: RunningHost;
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: errors, refused resources, requests to anywhere but the host. */
  readonly complaints: readonly string[];
  end(): Promise<void>;
}

/** The size of the smallest screens offices have. */
const VIEWPORT = { width: 1366, height: 768 };

export async function openScreen(): Promise<OpenScreen> {
  const screen = await buildScreen(ROOT);
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("no Chromium, Chrome or Edge on this machine");
  const host = await startHost({ screen: screen.folder });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const context = await browser.newContext({ viewport: VIEWPORT, colorScheme: "light" });
  // Says only how long a failure takes, as for `expect.poll`.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== host.host.origin) complaints.push(`request to ${request.url()}`);
  });
  await page.goto(host.host.openLink());
  await page.getByRole("heading", { name: "Mẫu", exact: true }).waitFor();
  return {
    host,
    page,
    context,
    complaints,
    async end() {
      await browser.close();
      await host.end();
    },
  };
}

/** Makes a project from a template whose title begins so, in its source and in `language`, which is then shown, and waits for its first page. */
export async function createFrom(page: Page, title: RegExp, language?: string): Promise<void> {
  await page.getByRole("button", { name: title }).click();
  const card = page.getByRole("dialog").getByText(language ?? "", { exact: true });
  if (language !== undefined) await card.click();
  await page.getByRole("button", { name: "Tạo ấn phẩm", exact: true }).click();
  if (language !== undefined) await page.getByRole("radio", { name: language }).click();
  await page.locator(".paper canvas").first().waitFor();
}

/** Changes with what the first page shows. */
export const firstPagePicture = async (page: Page): Promise<string> =>
  String(await page.evaluate('document.querySelector(".paper canvas").toDataURL()'));
