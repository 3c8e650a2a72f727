/** The same batch as one HTML page per sheet, printed by Chromium; loading the document stays out of its time. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { reportRun, rowCount } from "./report.ts";
import { partText, sheetFonts, sheetPage, sheetParagraphs, sheetRows } from "./sheet.ts";

const require = createRequire(import.meta.url);
const { width, height, margin, size, leading } = sheetPage;
const rows = sheetRows(rowCount());

const fontFaces = Object.values(sheetFonts).map(({ family, file }) => {
  const data = readFileSync(require.resolve(file)).toString("base64");
  return `@font-face { font-family: "${family}"; src: url(data:font/ttf;base64,${data}) }`;
});

const html = `<!doctype html><meta charset="utf-8"><style>
${fontFaces.join("\n")}
@page { size: ${width}mm ${height}mm; margin: ${margin}mm }
body { margin: 0; font-size: ${size}pt }
section { break-after: page } p { margin: 0 0 4pt }
${Object.entries(sheetFonts)
  .map(
    ([language, { family }]) =>
      `p:lang(${language}) { font-family: "${family}", "Noto Sans"; line-height: ${leading[language as "vi" | "km"]} }`,
  )
  .join("\n")}
</style>${rows
  .map((row) => {
    const paragraphs = sheetParagraphs.map(
      ({ language, parts }) => `<p lang="${language}">${parts.map((part) => partText(part, row)).join("")}</p>`,
    );
    return `<section>${paragraphs.join("")}</section>`;
  })
  .join("")}`;

const folder = mkdtempSync(join(tmpdir(), "chromium-bench-"));
const document = join(folder, "sheet.html");
writeFileSync(document, html);

const browser = spawn(
  process.env.XUONGTIN_CHROMIUM ?? "chromium",
  [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    `--user-data-dir=${join(folder, "profile")}`,
    "--remote-debugging-port=0",
    "about:blank",
  ],
  { stdio: ["ignore", "ignore", "pipe"] },
);

try {
  const port = await new Promise<string>((resolve, reject) => {
    let output = "";
    browser.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    browser.once("exit", () => reject(new Error(`Chromium ended: ${output}`)));
  });
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as readonly {
    readonly type: string;
    readonly webSocketDebuggerUrl: string;
  }[];
  const page = targets.find((target) => target.type === "page");
  if (!page) throw new Error("Chromium shows no page");
  const devtools = await connect(page.webSocketDebuggerUrl);

  await devtools.call("Page.enable");
  const loaded = devtools.event("Page.loadEventFired");
  await devtools.call("Page.navigate", { url: pathToFileURL(document).href });
  await loaded;
  await devtools.call("Runtime.evaluate", { expression: "document.fonts.ready", awaitPromise: true });

  const started = performance.now();
  const printed = await devtools.call("Page.printToPDF", { preferCSSPageSize: true, transferMode: "ReturnAsStream" });
  const bytes = await devtools.readStream(String(printed.stream));
  const seconds = (performance.now() - started) / 1000;

  reportRun(
    {
      engine: "Chromium printToPDF",
      pages: rows.length,
      seconds,
      peakMegabytes: undefined,
      kilobytes: bytes.length >> 10,
    },
    bytes,
  );
  devtools.close();
} finally {
  browser.kill();
  await once(browser, "exit");
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

interface DevTools {
  call(method: string, params?: Record<string, unknown>): Promise<Record<string, unknown>>;
  event(method: string): Promise<void>;
  readStream(handle: string): Promise<Uint8Array>;
  close(): void;
}

async function connect(url: string): Promise<DevTools> {
  const socket = new WebSocket(url);
  await once(socket, "open");
  const waiting = new Map<number, (result: Record<string, unknown>) => void>();
  const listening = new Map<string, () => void>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as { id?: number; method?: string; result?: Record<string, unknown> };
    if (message.id !== undefined) waiting.get(message.id)?.(message.result ?? {});
    else if (message.method !== undefined) listening.get(message.method)?.();
  });
  const call: DevTools["call"] = (method, params = {}) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  return {
    call,
    event: (method) => new Promise((resolve) => listening.set(method, () => resolve())),
    async readStream(handle) {
      const chunks: Buffer[] = [];
      for (;;) {
        const part = await call("IO.read", { handle });
        chunks.push(Buffer.from(String(part.data), part.base64Encoded ? "base64" : "utf8"));
        if (part.eof) return Buffer.concat(chunks);
      }
    },
    close: () => socket.close(),
  };
}
