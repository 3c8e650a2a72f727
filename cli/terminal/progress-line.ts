import type { Bilingual } from "../../core/diagnostics/diagnostic.ts";
import { textWidth } from "../../host/terminal/text-width.ts";
import type { Terminal } from "./terminal.ts";

export interface ProgressLine {
  /** `done` of `total`; a total of 0 is not known. */
  report(stage: string, done: number, total: number): void;
  /** The whole work: `fraction` from 0 to 1, and seconds until its end where they are known. */
  reportWhole(stage: string, fraction: number, secondsLeft: number | undefined): void;
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
  const show = (text: string, fraction: number | undefined): void => {
    const now = performance.now();
    if (now - last < interval) return;
    last = now;
    if (!terminal.interactive) {
      terminal.err(`${text}\n`);
      return;
    }
    const bar = fraction === undefined ? "" : ` ${progressBar(fraction, terminal.width - textWidth(text) - 4)}`;
    terminal.err(`\r\u001b[2K${text}${bar}`);
    shown = true;
  };
  return {
    report: (stage, done, total) =>
      total > 0 ? show(`${stage} ${done}/${total}`, done / total) : show(`${stage} ${done}`, undefined),
    reportWhole: (stage, fraction, secondsLeft) =>
      show(
        `${stage} ${Math.floor(fraction * 100)} %${secondsLeft === undefined ? "" : ` · ${timeLeft(secondsLeft)}`}`,
        fraction,
      ),
    clear() {
      if (shown) terminal.err("\r\u001b[2K");
      shown = false;
    },
  };
}

/** `còn khoảng 40 giây / about 40 s left` */
function timeLeft(seconds: number): string {
  const { vi, en } = roughTime(seconds);
  return `còn khoảng ${vi} / about ${en} left`;
}

/** As exact as a guess can be: to five seconds, and beyond a minute and a half to minutes. */
export function roughTime(seconds: number): Bilingual {
  const short = seconds < 90;
  const rounded = short ? Math.max(5, Math.ceil(seconds / 5) * 5) : Math.round(seconds / 60);
  return { vi: `${rounded} ${short ? "giây" : "phút"}`, en: `${rounded} ${short ? "s" : "min"}` };
}

const GREATEST_BAR = 30;

function progressBar(fraction: number, room: number): string {
  const width = Math.min(GREATEST_BAR, room);
  if (width < 5) return "";
  const filled = Math.round(Math.min(1, fraction) * width);
  return `${"█".repeat(filled)}${"░".repeat(width - filled)}`;
}
