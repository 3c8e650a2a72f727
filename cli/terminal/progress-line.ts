import { textWidth } from "../../host/terminal/text-width.ts";
import type { Terminal } from "./terminal.ts";

export interface ProgressLine {
  /** `done` of `total`; a total of 0 is not known. */
  report(stage: string, done: number, total: number): void;
  /** Takes the line off the screen. */
  clear(): void;
}

const SCREEN_INTERVAL_MS = 80;
const LOG_INTERVAL_MS = 10_000;

/** Progress on standard error: one line written over on a screen, a line every ten seconds in a log. */
export function createProgressLine(terminal: Terminal): ProgressLine {
  let shown = false;
  // A task that is over at once needs no line.
  let last = performance.now();
  const interval = terminal.interactive ? SCREEN_INTERVAL_MS : LOG_INTERVAL_MS;
  return {
    report(stage, done, total) {
      const now = performance.now();
      if (now - last < interval) return;
      last = now;
      const text = total > 0 ? `${stage} ${done}/${total}` : `${stage} ${done}`;
      if (!terminal.interactive) {
        terminal.err(`${text}\n`);
        return;
      }
      const bar = total > 0 ? ` ${progressBar(done / total, terminal.width - textWidth(text) - 4)}` : "";
      terminal.err(`\r\u001b[2K${text}${bar}`);
      shown = true;
    },
    clear() {
      if (shown) terminal.err("\r\u001b[2K");
      shown = false;
    },
  };
}

const GREATEST_BAR = 30;

function progressBar(fraction: number, room: number): string {
  const width = Math.min(GREATEST_BAR, room);
  if (width < 5) return "";
  const filled = Math.round(Math.min(1, fraction) * width);
  return `${"█".repeat(filled)}${"░".repeat(width - filled)}`;
}
