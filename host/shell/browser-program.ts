/** The whole program for a browser: service, loopback host and, where there is one, the window. */

import { join } from "node:path";
import { z } from "zod";
import { createJsonStore } from "../files/json-store.ts";
import type { AppHome } from "../home/app-home.ts";
import { type DevelopmentScreen, type LocalHost, startLocalHost } from "../server/local-host.ts";
import { createScreenFiles } from "../server/screen-files.ts";
import { createErrorLog } from "../service/error-log.ts";
import { createHostService } from "../service/host-service.ts";
import { takeLock } from "../sessions/file-lock.ts";
import { openBrowserWindow } from "./browser-window.ts";
import { revealFile, showFolder } from "./reveal-file.ts";

export interface BrowserProgram {
  readonly host: LocalHost;
  /** Takes a file for the screen to open. */
  handFile(path: string): void;
  /** Opens a window of this browser and resolves when no window is left. Throws where the browser does not start. */
  showIn(binary: string): Promise<void>;
  /** Ends everything; unsaved changes stay to be recovered. */
  close(): Promise<void>;
}

export interface BrowserProgramOptions {
  readonly home: AppHome;
  /** Folder of the built screen, or what answers in its place. */
  readonly screen: string | DevelopmentScreen;
  /** How long a browser may take to hand a window over, and a screen to load itself anew. Milliseconds. */
  readonly handOver?: number;
}

/** Starts to serve. */
export async function startBrowserProgram(options: BrowserProgramOptions): Promise<BrowserProgram> {
  const { home, handOver = HAND_OVER_MS } = options;
  const onDefect = createErrorLog(join(home.data, "errors.log"));
  const service = createHostService({ home, shell: "browser", reveal: revealFile, showFolder, onDefect });
  const { dispatcher, resultPath } = service;
  const screen = typeof options.screen === "function" ? options.screen : createScreenFiles(options.screen);
  const address = createJsonStore(join(home.data, "address.json"), Address, {});
  const { port } = await address.read();
  const host = await startLocalHost({ dispatcher, screen, resultPath, onDefect, port });
  // Another program that runs now keeps the port it had first.
  if (port === undefined) await address.update(() => ({ port: host.port }));
  void service.warm();
  return {
    host,
    handFile: (path) => service.handFile(path),
    async showIn(binary) {
      const profile = await freeProfile(home.data);
      const started = performance.now();
      try {
        const window = openBrowserWindow({ binary, address: host.openLink(), profile: profile.folder });
        await new Promise<void>((resolve, reject) => {
          window.once("error", reject);
          window.once("exit", () => resolve());
        });
        // A window that a killed launch has left open takes the new one in, and the new process ends at once.
        const isHandedOver = performance.now() - started < handOver;
        await service.left(isHandedOver ? handOver : CLOSING_MS);
      } finally {
        await profile.release();
      }
    },
    async close() {
      await host.close();
      await service.close();
    },
  };
}

const Address = z.object({ port: z.number().int().min(1_024).max(65_535).exactOptional() });

/** A browser takes no longer to hand a window over, and a screen to be there or to load itself anew. */
const HAND_OVER_MS = 15_000;
/** A closed window's connections end a moment after its process. */
const CLOSING_MS = 500;

/** A browser hands a second window with the same profile to the first one and ends; so every running program has its own. */
async function freeProfile(data: string): Promise<{ readonly folder: string; readonly release: () => Promise<void> }> {
  for (let count = 1; ; count += 1) {
    const folder = join(data, `browser-${count}`);
    const taken = await takeLock(folder);
    if (taken.state === "taken") return { folder, release: () => taken.lock.release() };
  }
}
