/** The print engine beside its peers: pages per second, memory, and what comes back when text is copied. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BatchResult } from "./batch/report.ts";
import { compareCopies, copyFailures, copyTable } from "./copy/compare-copies.ts";

const PAGES = 2000;
/** Peers may be this fast at most beside us. */
const LEAST_RATIO = { "Chromium printToPDF": 1, Typst: 2 } as const;
const MEMORY_LIMIT_MEGABYTES = 400;

const runEngine = (name: string, folder: string): BatchResult => {
  process.stderr.write(`${name}: ${PAGES} pages…\n`);
  const entry = new URL(`./batch/${name}.ts`, import.meta.url).pathname;
  const output = execFileSync(process.execPath, [entry, String(PAGES), join(folder, `${name}.pdf`)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as BatchResult;
};

/** False where a promise was not kept. */
export async function benchEngine(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "xuongtin-bench-"));
  try {
    const ours = runEngine("ours", folder);
    const peers = [runEngine("chromium", folder), runEngine("typst", folder)];
    const speed = (result: BatchResult) => result.pages / result.seconds;

    process.stdout.write(`\nA6 sheet, 330 Vietnamese and 440 Khmer characters, ${PAGES} rows in one PDF\n\n`);
    for (const result of [ours, ...peers]) {
      const memory = result.peakMegabytes === undefined ? "" : `${result.peakMegabytes} MB`;
      process.stdout.write(
        `${result.engine.padEnd(22)}${speed(result).toFixed(0).padStart(7)} pages/s${(speed(ours) / speed(result)).toFixed(2).padStart(8)}×` +
          `${memory.padStart(9)}${`${result.kilobytes} KB`.padStart(11)}\n`,
      );
    }

    process.stderr.write("copying…\n");
    const copies = await compareCopies();
    process.stdout.write(`\nText copied back, poppler / pdf.js; 1 is every letter in order\n\n${copyTable(copies)}`);

    const failures = peers
      .filter((peer) => speed(ours) / speed(peer) < (LEAST_RATIO[peer.engine as keyof typeof LEAST_RATIO] ?? 1))
      .map((peer) => `slower beside ${peer.engine} than promised`);
    if ((ours.peakMegabytes ?? 0) > MEMORY_LIMIT_MEGABYTES)
      failures.push(`more than ${MEMORY_LIMIT_MEGABYTES} MB of memory`);
    failures.push(...copyFailures(copies));
    for (const failure of failures) process.stdout.write(`FAILED: ${failure}\n`);
    return failures.length === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
