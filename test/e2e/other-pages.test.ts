/** A page of another program on this computer, in the same browser and with the same cookies, tries to reach the host. */

import { createServer, type Server } from "node:http";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MESSAGE_TYPE } from "../../core/api/http-transport.ts";
import { findBrowser } from "../../host/shell/find-browser.ts";
import { buildScreen } from "../../scripts/build/build-screen.ts";
import { type RunningHost, startHost } from "../support/running-host.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** A name an attacker owns, made to lead to this computer. */
const REBOUND = "rebound.example";

let host: RunningHost;
let evil: Server;
let evilPort: number;
let browser: Browser;
let context: BrowserContext;
let link: string;
beforeAll(async () => {
  const { folder } = await buildScreen(ROOT);
  host = await startHost({ screen: folder });
  evil = createServer((_request, response) => {
    const { port } = new URL(host.host.origin);
    response.writeHead(200, {
      "content-type": "text/html",
      // Browsers share cookies among the ports of an address.
      "set-cookie": `xuongtin-${port}=stolen; Path=/api`,
    });
    response.end("<!doctype html><title>Trang lạ</title>");
  });
  await new Promise<void>((resolve) => evil.listen(0, "127.0.0.1", resolve));
  const address = evil.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  evilPort = address.port;
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("no Chromium, Chrome or Edge on this machine");
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", `--host-resolver-rules=MAP ${REBOUND} 127.0.0.1`],
  });
  context = await browser.newContext();
  const page = await context.newPage();
  link = host.host.openLink();
  await page.goto(link);
  await page.getByRole("heading", { name: "Mẫu", exact: true }).waitFor();
});
afterAll(async () => {
  await browser.close();
  evil.close();
  await host.end();
});

/** Each in its own words, in the page; resolves when the browser has done what it does. */
const ATTACKS: Readonly<Record<string, string>> = {
  "a call without being told the answer": `fetch(host + "/api/app.configure", { method: "POST", mode: "no-cors", credentials: "include", body })`,
  "a call with our type": `fetch(host + "/api/app.configure", { method: "POST", credentials: "include", headers: { "content-type": "${MESSAGE_TYPE}" }, body })`,
  "reading the page": `fetch(host + "/", { credentials: "include" })`,
  "reading it without being told": `fetch(host + "/", { mode: "no-cors", credentials: "include" })`,
  "a beacon": `Promise.resolve(navigator.sendBeacon(host + "/api/app.configure", body)).then(() => new Promise((done) => setTimeout(done, 300)))`,
  "a picture": `loaded(Object.assign(new Image(), { src: host + "/" }))`,
  "a script": `loaded(Object.assign(document.createElement("script"), { src: host + script }))`,
  "a style sheet": `loaded(Object.assign(document.createElement("link"), { rel: "stylesheet", href: host + "/" }))`,
  "a frame": `loaded(Object.assign(document.createElement("iframe"), { src: host + "/" }))`,
  "a form in a frame": `form("text/plain")`,
  "a form with files": `form("multipart/form-data")`,
  "a socket": `new Promise((done, fail) => { const socket = new WebSocket(host.replace("http", "ws") + "/"); socket.onopen = done; socket.onerror = fail; })`,
  "a stream": `new Promise((done, fail) => { const source = new EventSource(host + "/api/jobs.watch", { withCredentials: true }); source.onopen = done; source.onerror = () => { source.close(); fail(); }; })`,
};

const PRELUDE = `
  const body = new Uint8Array([16, 0, 0, 0, ...new TextEncoder().encode('{"theme":"dark"}')]);
  const loaded = (element) => new Promise((done, fail) => { element.onload = done; element.onerror = fail; document.body.append(element); });
  const form = (type) => {
    const frame = Object.assign(document.createElement("iframe"), { name: "to" });
    const form = Object.assign(document.createElement("form"), { method: "post", enctype: type, target: "to", action: host + "/api/app.configure" });
    form.append(Object.assign(document.createElement("input"), { name: '{"theme":"dark"}', value: "" }));
    document.body.append(frame, form);
    return new Promise((done) => { frame.onload = done; form.submit(); });
  };`;

describe("a page of another program", () => {
  it.each(Object.keys(ATTACKS))("gets nothing and changes nothing by %s", async (attack) => {
    const script = await builtScript();
    const page = await context.newPage();
    const got: number[] = [];
    page.on("response", (response) => {
      if (response.url().startsWith(host.host.origin)) got.push(response.status());
    });
    await page.goto(`http://127.0.0.1:${evilPort}/`);
    const before = await host.api.app.info({});
    const outcome: unknown = await page.evaluate(
      `(async () => { const host = ${JSON.stringify(host.host.origin)}; const script = ${JSON.stringify(script)}; ${PRELUDE}
        try { const answer = await ${ATTACKS[attack]}; return answer instanceof Response ? answer.type + " " + (await answer.text()) : "done"; }
        catch { return "refused"; } })()`,
    );
    // An answer no page may look into comes as nothing; frames tell of an error page as of any other.
    expect(["refused", "opaque ", "done"]).toContain(outcome);
    expect(got.filter((status) => status !== 403)).toEqual([]);
    for (const frame of page.frames().slice(1)) expect(await frame.content()).not.toContain("csp-nonce");
    expect((await host.api.app.info({})).settings).toEqual(before.settings);
    await page.close();
  });

  it("cannot open the program in a window of its own, nor by the link that was used", async () => {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${evilPort}/`);
    for (const address of [`${host.host.origin}/`, link]) {
      const opening = context.waitForEvent("page");
      await page.evaluate(`void window.open(${JSON.stringify(address)})`);
      const popup = await opening;
      await popup.waitForLoadState();
      expect(await popup.content()).not.toContain("csp-nonce");
      await popup.close();
    }
    await page.close();
  });

  it("does not get in by a name that leads to this computer", async () => {
    const { port } = new URL(host.host.origin);
    const page = await context.newPage();
    const answered = page.waitForEvent("response");
    // An answer without content is an error to the browser.
    await page.goto(`http://${REBOUND}:${port}/`).catch(() => undefined);
    expect((await answered).status()).toBe(403);
    await page.close();
  });

  it("would have changed something, had it been the program's own", async () => {
    const [page] = context.pages();
    if (!page) throw new Error("no page");
    const status: unknown = await page.evaluate(`(async () => { const host = location.origin; ${PRELUDE}
      return (await ${ATTACKS["a call with our type"]}).status; })()`);
    expect(status).toBe(200);
    expect((await host.api.app.info({})).settings.theme).toBe("dark");
  });

  it("has not kept the program's own page from working, whatever cookies it has set", async () => {
    const [page] = context.pages();
    if (!page) throw new Error("no page");
    await page.reload();
    await page.getByRole("heading", { name: "Mẫu", exact: true }).waitFor();
  });
});

/** Address of a script of the built screen. */
async function builtScript(): Promise<string> {
  const { origin, secret } = host.host;
  const page = await (await fetch(origin, { headers: { authorization: `Bearer ${secret}` } })).text();
  const found = /src="\.?(\/assets\/[^"]+\.js)"/.exec(page)?.[1];
  if (!found) throw new Error("the page has no script");
  return found;
}
