/** Where the window stood when it was last closed, so that it opens there again. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { BrowserWindow, Rectangle, Screen } from "electron";
import { z } from "zod";

/** Pixels of the screen that do not depend on its density. */
export interface WindowPlace extends Rectangle {
  readonly isMaximized: boolean;
}

const WindowPlaceSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
  isMaximized: z.boolean(),
});

/** So much of the window's head has to be on a screen for somebody to take hold of it. */
const LEAST_SEEN = { width: 200, height: 40 };

/** The place kept in `file`; undefined where there is none, or where no screen shows it any more. */
export function readWindowPlace(file: string, screen: Pick<Screen, "getAllDisplays">): WindowPlace | undefined {
  try {
    const place = WindowPlaceSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    return screen.getAllDisplays().some(({ workArea }) => showsHead(workArea, place)) ? place : undefined;
  } catch {
    return undefined;
  }
}

function showsHead(area: Rectangle, { x, y, width }: Rectangle): boolean {
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return across >= LEAST_SEEN.width && y >= area.y && y + LEAST_SEEN.height <= area.y + area.height;
}

/** Keeps in `file` where the window stands when it is closed. */
export function rememberWindowPlace(
  window: Pick<BrowserWindow, "on" | "getNormalBounds" | "isMaximized">,
  file: string,
): void {
  window.on("close", () => {
    const place: WindowPlace = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(place)}\n`);
    } catch {
      // It opens in the middle of the screen next time.
    }
  });
}
