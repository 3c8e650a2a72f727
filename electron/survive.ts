/** What the program does when a part of the browser within it dies. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { App, WebContents } from "electron";

/** A page that dies again so soon is not brought back: it would only die once more. Milliseconds. */
const SOON_MS = 10_000;
const MOST_SOON = 3;

/** Loads a page whose process has died anew; its changes are with the host. After dying over and over, `giveUp` is called instead. */
export function reviveContents(
  contents: Pick<WebContents, "on" | "reload">,
  giveUp: () => void,
  now: () => number = Date.now,
): void {
  let deaths: readonly number[] = [];
  contents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return;
    const time = now();
    deaths = [...deaths.filter((one) => time - one < SOON_MS), time];
    if (deaths.length < MOST_SOON) contents.reload();
    else giveUp();
  });
}

/** Remembers in `file` that the graphics processor failed, so that the next launch draws without it. */
export function rememberGraphicsFailure(app: Pick<App, "on">, file: string): void {
  app.on("child-process-gone", (_event, { type, reason }) => {
    if (type !== "GPU" || reason === "clean-exit" || reason === "killed") return;
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${reason}\n`);
    } catch {
      // The browser draws without it for this launch anyway.
    }
  });
}
