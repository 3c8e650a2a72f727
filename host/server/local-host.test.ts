import { mkdirSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "../../core/api/client.ts";
import type { Dispatcher } from "../../core/api/dispatcher.ts";
import { hostContract } from "../../core/api/host-contract.ts";
import { createHttpTransport, MESSAGE_TYPE } from "../../core/api/http-transport.ts";
import { encodeMessage } from "../../core/api/message-codec.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { type LocalHost, startLocalHost } from "./local-host.ts";
import { resultAddress } from "./result-files.ts";
import { createScreenFiles } from "./screen-files.ts";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let host: LocalHost;
let called: string[];
let defects: unknown[];

beforeEach(async () => {
  called = [];
  defects = [];
  const folder = temporaryFolder();
  mkdirSync(join(folder, "screen", "assets"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "bí mật");
  writeFileSync(join(folder, "screen", "index.html"), "<!doctype html><head><title>Xưởng Tin</title></head>");
  writeFileSync(join(folder, "screen", "assets", "index-1a2b.js"), "export {};");
  writeFileSync(join(folder, "screen", "notes.secret"), "bí mật");
  writeFileSync(join(folder, "to-roi.pdf"), "%PDF-1.7 …");
  writeFileSync(join(folder, "tranh.svg"), "<svg/>");
  const dispatcher: Dispatcher = {
    kindOf: (name) => (name === "jobs.watch" ? "stream" : "call"),
    async call(name) {
      called.push(name);
      return { ok: true, value: { interfaceLanguage: "vi", theme: "system", motion: "system" } };
    },
    async *open(name, _input, signal) {
      called.push(name);
      yield { ok: true, value: { kind: "progress", stage: { vi: "Vẽ trang", en: "Painting" }, fraction: 0.5 } };
      if (!signal.aborted) yield { ok: true, value: { kind: "canceled" } };
    },
  };
  host = await startLocalHost({
    dispatcher,
    screen: createScreenFiles(join(folder, "screen")),
    resultPath: (file) => (file.startsWith("file-") ? join(folder, file.slice("file-".length)) : undefined),
    onDefect: (_where, error) => defects.push(error),
  });
});
afterEach(async () => {
  await host.close();
  expect(defects).toEqual([]);
});

const port = () => Number(new URL(host.origin).port);

/** By hand, since `fetch` writes some headers itself. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: Uint8Array } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = "GET", headers = {}, body } = options;
    const sent = httpRequest({ host: "127.0.0.1", port: port(), path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** What comes back for these bytes until the connection ends or is idle. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let got = "";
    const socket = connect(port(), "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (data) => {
      got += data.toString();
      // One answer is enough; nothing follows it.
      if (got.includes("\r\n\r\n")) socket.end();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(got));
  });
}

const bearer = () => ({ authorization: `Bearer ${host.secret}` });
const message = { "content-type": MESSAGE_TYPE };
const post = (path: string, headers: Record<string, string>, body = encodeMessage({})) =>
  ask(path, { method: "POST", headers, body });

async function openedCookie(): Promise<string> {
  const { headers } = await ask(host.openLink().slice(host.origin.length));
  return headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
}

describe("a page that was opened by its link", () => {
  it("gets a cookie scripts cannot read, once", async () => {
    const link = host.openLink().slice(host.origin.length);
    const first = await ask(link);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe("/");
    expect(first.headers["set-cookie"]?.[0]).toMatch(/^xuongtin-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    const second = await ask(link);
    expect([second.status, second.headers["set-cookie"], second.body]).toEqual([403, undefined, ""]);
  });

  it("shows results an export has made, to nobody without the cookie, and nothing that could run", async () => {
    const cookie = await openedCookie();
    const address = resultAddress("file-to-roi.pdf", "Tờ rơi.pdf");
    const { status, headers, body } = await ask(address, { headers: { cookie } });
    expect([status, headers["content-type"], body]).toEqual([200, "application/pdf", "%PDF-1.7 …"]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect((await ask(address)).status).toBe(403);
    expect((await ask(address, { method: "HEAD", headers: { cookie } })).body).toBe("");
    for (const other of ["file-tranh.svg", "file-secret.txt", "file-away.pdf", "x", "../secret.txt"]) {
      expect((await ask(resultAddress(other, "a.pdf"), { headers: { cookie } })).status, other).toBe(404);
    }
  });

  it("is served under a policy that lets nothing from elsewhere in", async () => {
    const { status, body, headers } = await ask("/", { headers: { cookie: await openedCookie() } });
    expect(status).toBe(200);
    const policy = String(headers["content-security-policy"]);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
    expect(body).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toMatch(/unsafe-inline|http|\*/);
    expect(headers["cache-control"]).toBe("no-store");
    expect((await ask("/", { headers: { cookie: await openedCookie() } })).body).not.toContain(nonce);
  });

  it("can call, from its own origin", async () => {
    const cookie = await openedCookie();
    const headers = { ...message, cookie, origin: host.origin, "sec-fetch-site": "same-origin" };
    expect((await post("/api/app.configure", headers)).status).toBe(200);
    expect(called).toEqual(["app.configure"]);
  });

  it("is known whatever other cookies of that name programs of this machine have set", async () => {
    const cookie = `xuongtin-${port()}=bad; ${await openedCookie()}; xuongtin-${port()}=`;
    expect((await ask("/", { headers: { cookie } })).status).toBe(200);
  });

  it("gets the built files with their types", async () => {
    const { headers, body } = await ask("/assets/index-1a2b.js", { headers: bearer() });
    expect(headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(body).toBe("export {};");
  });
});

describe("nothing is given", () => {
  const refused = async (answer: Promise<Answer>, status: number) => {
    const { status: got, body, headers } = await answer;
    expect([got, body, headers["set-cookie"]]).toEqual([status, "", undefined]);
    expect(called).toEqual([]);
  };

  it("without the secret", async () => {
    await refused(ask("/"), 403);
    await refused(ask("/assets/index-1a2b.js"), 403);
    await refused(post("/api/app.configure", { ...message, origin: host.origin }), 403);
  });

  it("with a wrong secret", async () => {
    await refused(ask("/", { headers: { authorization: "Bearer x" } }), 403);
    await refused(ask("/", { headers: { cookie: `xuongtin-${port()}=${"a".repeat(43)}` } }), 403);
    await refused(ask("/", { headers: { cookie: `xuongtin-1=${host.secret}` } }), 403);
    await refused(ask("/open?key="), 403);
    await refused(ask(`/open?key=${host.secret}`), 403);
  });

  it.each(["localhost", "xuongtin.example", "127.0.0.1", "127.0.0.1:1", "[::1]"])("to the name %s", async (name) => {
    const named = name === "localhost" ? `localhost:${port()}` : name;
    await refused(ask("/", { headers: { ...bearer(), host: named } }), 403);
    await refused(post("/api/app.configure", { ...message, ...bearer(), host: named }), 403);
    await refused(ask(host.openLink().slice(host.origin.length), { headers: { host: named } }), 403);
  });

  it.each(["http://evil.example", "null", "http://127.0.0.1:1", "http://localhost:80", "https://127.0.0.1"])(
    "to pages of %s",
    async (origin) => {
      const cookie = await openedCookie();
      await refused(post("/api/app.configure", { ...message, cookie, origin }), 403);
      await refused(ask("/", { headers: { cookie, origin } }), 403);
    },
  );

  it("to pages of other sites that send no origin", async () => {
    const cookie = await openedCookie();
    for (const site of ["cross-site", "same-site"]) {
      await refused(ask("/", { headers: { cookie, "sec-fetch-site": site } }), 403);
      await refused(ask(host.openLink().slice(host.origin.length), { headers: { "sec-fetch-site": site } }), 403);
    }
    await refused(post("/api/app.configure", { ...message, cookie }), 403);
  });

  it.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "//etc/passwd",
    "/etc/passwd",
    "/C:/Windows/win.ini",
    "/notes.secret",
    "/index.html%00.js",
    "/__proto__",
  ])("at %s", async (path) => refused(ask(path, { headers: bearer() }), 404));

  it("for other methods and types", async () => {
    await refused(ask("/", { method: "PUT", headers: bearer() }), 405);
    await refused(ask("/api/app.info", { headers: bearer() }), 405);
    await refused(ask("/api/app.info", { method: "OPTIONS", headers: { ...bearer(), origin: host.origin } }), 405);
    await refused(post("/api/app.info", { ...bearer(), "content-type": "application/json" }), 415);
    await refused(post("/api/app.info", { ...bearer(), "content-type": "text/plain" }), 415);
  });

  it("for bodies that are no message", async () => {
    const send = (body: Uint8Array<ArrayBuffer>) => post("/api/app.info", { ...bearer(), ...message }, body);
    await refused(send(new Uint8Array(2)), 400);
    await refused(send(new Uint8Array([255, 255, 255, 255, 1])), 400);
    await refused(send(Uint8Array.from([9, 0, 0, 0, ...Buffer.from("[not json")])), 400);
  });

  it("for a body that says it is too large, before it comes", async () => {
    await refused(
      post("/api/app.info", { ...bearer(), ...message, "content-length": "64000001" }, new Uint8Array(8)),
      413,
    );
  });

  it("for a body that turns out too large", async () => {
    const head = [
      "POST /api/app.info HTTP/1.1",
      `Host: 127.0.0.1:${port()}`,
      `Authorization: Bearer ${host.secret}`,
      `Content-Type: ${MESSAGE_TYPE}`,
      "Transfer-Encoding: chunked",
    ];
    const answer = await new Promise<string>((resolve) => {
      let got = "";
      const socket = connect(port(), "127.0.0.1", () => {
        socket.write(`${head.join("\r\n")}\r\n\r\n`);
        pump(80);
      });
      const chunk = Buffer.concat([Buffer.from("100000\r\n"), Buffer.alloc(0x100000), Buffer.from("\r\n")]);
      const pump = (left: number): void => {
        if (left > 0 && !socket.destroyed) socket.write(chunk, () => pump(left - 1));
      };
      socket.on("data", (data) => {
        got += data.toString();
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(got));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(called).toEqual([]);
  });

  it.each([
    ["an address with a name in it", (host) => `GET http://${host}/secret.txt HTTP/1.1\r\nHost: ${host}\r\n`],
    ["an address with another name in it", (host) => `GET http://evil.example/ HTTP/1.1\r\nHost: ${host}\r\n`],
    ["two names", (host) => `GET / HTTP/1.1\r\nHost: evil.example\r\nHost: ${host}\r\n`],
    ["no name", () => "GET / HTTP/1.1\r\n"],
    [
      "two lengths",
      (host) => `POST /api/app.info HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4\r\nContent-Length: 9\r\n`,
    ],
    [
      "a length and pieces",
      (host) => `POST /api/app.info HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n`,
    ],
    ["a tunnel", (host) => `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${host}\r\n`],
    [
      "another protocol",
      (host) =>
        `GET / HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://evil.example\r\n`,
    ],
    ["an echo", (host) => `TRACE / HTTP/1.1\r\nHost: ${host}\r\n`],
    ["what is no HTTP", () => "EHLO evil.example\r\n"],
    ["headers without end", (host) => `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Filler: ${"x".repeat(100_000)}\r\n`],
  ] satisfies readonly [string, (host: string) => string][])("to requests with %s", async (_name, head) => {
    const answer = await raw(`${head(`127.0.0.1:${port()}`)}Authorization: Bearer ${host.secret}\r\n\r\n`);
    expect(answer).not.toMatch(/^HTTP\/1\.1 (?:1|2|3)/);
    expect(answer).not.toContain("bí mật");
    expect(called).toEqual([]);
  });

  it("to a link that was used, tried by many at once", async () => {
    const link = host.openLink().slice(host.origin.length);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(link)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ headers }) => headers["set-cookie"] !== undefined)).toHaveLength(1);
  });

  it("while hundreds of connections send nothing, others are answered", async () => {
    const idle = await Promise.all(
      Array.from({ length: 300 }, () => {
        const socket = connect(port(), "127.0.0.1");
        socket.on("error", () => undefined);
        return new Promise<typeof socket>((resolve) => socket.once("connect", () => resolve(socket)));
      }),
    );
    for (const socket of idle) socket.write("GET / HTTP/1.1\r\nHost: 127.");
    expect((await ask("/", { headers: bearer() })).status).toBe(200);
    for (const socket of idle) socket.destroy();
  });

  it("on other addresses of this machine", async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4")
      .map(({ address }) => address);
    for (const address of [...outside, "127.0.0.2"]) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect(port(), address, () => resolve(true));
        socket.on("error", () => resolve(false));
      });
      expect(reached).toBe(false);
    }
  });
});

it("carries calls and streams to a client with the secret", async () => {
  const transport = createHttpTransport({ fetch, origin: host.origin, headers: bearer() });
  const api = createClient(hostContract, transport);
  expect(await api.app.configure({ theme: "dark" })).toEqual({
    interfaceLanguage: "vi",
    theme: "system",
    motion: "system",
  });
  const kinds: string[] = [];
  for await (const event of api.jobs.watch({ job: `job-${"a".repeat(32)}` })) kinds.push(event.kind);
  expect(kinds).toEqual(["progress", "canceled"]);
});
