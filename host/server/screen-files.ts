/** The built screen: files by their address. What is not in the folder has none, so no address leads out of it. */

import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { contentSecurityPolicy } from "./security-headers.ts";

export interface ScreenFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ScreenFiles {
  /** The file at an address path such as `/` or `/assets/index-4f2a.js`; undefined where there is none. */
  get(path: string): Promise<ScreenFile | undefined>;
}

const PAGE = "/index.html";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".ttf": "font/ttf",
  ".otf": "font/otf",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/** Files below `folder`; a screen built anew is noticed. */
export function createScreenFiles(folder: string): ScreenFiles {
  let known = new Map<string, string>();
  const find = async (path: string): Promise<string | undefined> => {
    if (!known.has(path)) known = await listFiles(folder);
    return known.get(path);
  };
  return {
    async get(path) {
      const address = path === "/" ? PAGE : path;
      const file = await find(address);
      const type = TYPES[extname(address)];
      const content =
        file === undefined || type === undefined ? undefined : await readFile(file).catch(() => undefined);
      if (!content || type === undefined) return undefined;
      const nonce = randomBytes(16).toString("base64");
      const policy = { "content-type": type, "content-security-policy": contentSecurityPolicy(nonce) };
      if (address === PAGE) {
        return {
          body: withNonce(content.toString("utf8"), nonce),
          headers: { ...policy, "cache-control": "no-store" },
        };
      }
      // Built files are named by their content.
      const cache = address.startsWith("/assets/") ? "private, max-age=31536000, immutable" : "no-cache";
      return { body: new Uint8Array(content), headers: { ...policy, "cache-control": cache } };
    },
  };
}

/** Tells the page's own scripts which nonce styles they add must carry. */
function withNonce(html: string, nonce: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(html.replace("<head>", `<head><meta property="csp-nonce" nonce="${nonce}">`));
}

async function listFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length).replaceAll("\\", "/").replace(/^\/*/, "/"), path];
      }),
  );
}
