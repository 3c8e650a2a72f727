/** The program for a browser: serves the screen and HostApi on the loopback, to whom it knows. */

import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Dispatcher } from "../../core/api/dispatcher.ts";
import { API_PREFIX } from "../../core/api/http-transport.ts";
import { answerCall, refuse } from "./api-endpoint.ts";
import { cookieName, hostName, isForUs, isSecret, isTrusted, type RequestFacts } from "./request-guard.ts";
import { readResult, resultOf } from "./result-files.ts";
import type { ScreenFiles } from "./screen-files.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

/** Answers in the screen's place while it is being developed. */
export type DevelopmentScreen = (request: IncomingMessage, response: ServerResponse) => void;

export interface LocalHostOptions {
  readonly dispatcher: Dispatcher;
  readonly screen: ScreenFiles | DevelopmentScreen;
  /** Path of an export's result by its handle. */
  readonly resultPath: (file: string) => string | undefined;
  readonly onDefect: (where: string, error: unknown) => void;
  /** Taken where nothing else has it, so that windows a former launch has left open find this one. */
  readonly port?: number | undefined;
}

export interface LocalHost {
  readonly port: number;
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** For programs, as a bearer. */
  readonly secret: string;
  /** An address that opens the screen, once. */
  openLink(): string;
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";
const OPEN_PATH = "/open";
const SECRET_BYTES = 32;
const newSecret = (): string => randomBytes(SECRET_BYTES).toString("base64url");

/** Listens on the port wished for, else on a free one. */
export async function startLocalHost(options: LocalHostOptions): Promise<LocalHost> {
  const secret = newSecret();
  const links = new Set<string>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.onDefect("server", error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });
  if (options.port === undefined || !(await listens(server, options.port))) await listen(server, 0);
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  const { port } = address;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const facts = factsOf(request);
    // Never through `new URL`: it would tidy up the dots of a path before anybody has seen them.
    const [path = "", query = ""] = (request.url ?? "").split("?", 2);
    if (path === OPEN_PATH) return open(facts, query, response);
    if (!isTrusted(facts, { port, secret })) return refuse(response, 403);
    if (path.startsWith(API_PREFIX)) {
      if (facts.method !== "POST") return refuse(response, 405);
      return answerCall(options.dispatcher, path.slice(API_PREFIX.length), request, response);
    }
    if (facts.method !== "GET" && facts.method !== "HEAD") return refuse(response, 405);
    const result = resultOf(path);
    if (result !== undefined) return showResult(options.resultPath(result), facts.method === "HEAD", response);
    if (typeof options.screen === "function") return options.screen(request, response);
    const file = await options.screen.get(path);
    if (!file) return refuse(response, 404);
    response.writeHead(200, { ...SECURITY_HEADERS, ...file.headers, "content-length": file.body.length });
    response.end(facts.method === "HEAD" ? undefined : file.body);
  }

  /** Takes a link's key for the cookie. */
  function open(facts: RequestFacts, query: string, response: ServerResponse): void {
    const key = new URLSearchParams(query).get("key") ?? "";
    const link = [...links].find((known) => isSecret(key, known));
    if (facts.method !== "GET" || !isForUs(facts, port) || link === undefined) {
      refuse(response, 403);
      return;
    }
    links.delete(link);
    const cookie = `${cookieName(port)}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    response.writeHead(303, { ...SECURITY_HEADERS, location: "/", "set-cookie": cookie, "cache-control": "no-store" });
    response.end();
  }

  return {
    port,
    origin: `http://${hostName(port)}`,
    secret,
    openLink() {
      const key = newSecret();
      links.add(key);
      return `http://${hostName(port)}${OPEN_PATH}?key=${key}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function showResult(path: string | undefined, headOnly: boolean, response: ServerResponse): Promise<void> {
  const found = path === undefined ? undefined : await readResult(path);
  if (!found) return refuse(response, 404);
  response.writeHead(200, found.headers);
  if (headOnly) {
    found.body.destroy();
    response.end();
  } else await pipeline(found.body, response).catch(() => response.destroy());
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, LOOPBACK, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** False where the port cannot be had. */
const listens = (server: Server, port: number): Promise<boolean> =>
  listen(server, port).then(
    () => true,
    () => false,
  );

const factsOf = ({ method = "", headers }: IncomingMessage): RequestFacts => {
  const site = headers["sec-fetch-site"];
  return {
    method,
    host: headers.host,
    origin: headers.origin,
    site: typeof site === "string" ? site : undefined,
    cookie: headers.cookie,
    authorization: headers.authorization,
  };
};
