/** The whole program for a browser: service, loopback host and, where there is one, the window. */

import { join } from "node:path";
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
  /** Opens a window of this browser and resolves when it is closed. Throws where the browser does not start. */
  showIn(binary: string): Promise<void>;
  /** Ends everything; unsaved changes stay to be recovered. */
  close(): Promise<void>;
}

export interface BrowserProgramOptions {
  readonly home: AppHome;
  /** Folder of the built screen, or what answers in its place. */
  readonly screen: string | DevelopmentScreen;
}

/** Starts to serve. */
export async function startBrowserProgram(options: BrowserProgramOptions): Promise<BrowserProgram> {
  const { home } = options;
  const onDefect = createErrorLog(join(home.data, "errors.log"));
  const service = createHostService({ home, shell: "browser", reveal: revealFile, showFolder, onDefect });
  const { dispatcher, resultPath } = service;
  const screen = typeof options.screen === "function" ? options.screen : createScreenFiles(options.screen);
  const host = await startLocalHost({ dispatcher, screen, resultPath, onDefect });
  return {
    host,
    async showIn(binary) {
      const profile = await freeProfile(home.data);
      try {
        const window = openBrowserWindow({ binary, address: host.openLink(), profile: profile.folder });
        await new Promise<void>((resolve, reject) => {
          window.once("error", reject);
          window.once("exit", () => resolve());
        });
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

/** A browser hands a second window with the same profile to the first one and ends; so every running program has its own. */
async function freeProfile(data: string): Promise<{ readonly folder: string; readonly release: () => Promise<void> }> {
  for (let count = 1; ; count += 1) {
    const folder = join(data, `browser-${count}`);
    const taken = await takeLock(folder);
    if (taken.state === "taken") return { folder, release: () => taken.lock.release() };
  }
}
