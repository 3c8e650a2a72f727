/** Text copied back out of PDFs by each engine, beside its source. */

import { extractText, runTool } from "../../pdf/support/pdf-tools.ts";
import { printChromium, printOurs, printTypst } from "./print.ts";
import { copySamples } from "./sample.ts";
import { similarity } from "./similarity.ts";

export interface CopyResult {
  /** With its version where its files tell it. */
  readonly engine: string;
  readonly label: string;
  /** 0–1, see {@link similarity}. */
  readonly poppler: number;
  readonly pdfJs: number;
}

const OURS = "Xưởng Tin";
/** A hyphen at the end of a line, which poppler drops from every engine's files, costs Jarai this much at most. */
const LEAST_SIMILARITY = 0.998;

/** One result per engine and language, ours first. */
export async function compareCopies(): Promise<readonly CopyResult[]> {
  const results: CopyResult[] = [];
  for (const print of [printOurs, printChromium, printTypst]) {
    for (const sample of copySamples) {
      const pdf = print(sample);
      const source = sample.paragraphs.join("\n");
      results.push({
        engine: print === printOurs ? OURS : makerOf(pdf),
        label: sample.label,
        poppler: similarity(await extractText("poppler", pdf), source),
        pdfJs: similarity(await extractText("pdf.js", pdf), source),
      });
    }
  }
  return results;
}

function makerOf(pdf: Uint8Array): string {
  const made = /(Chrome|Typst)[/ ]([\d.]+)/.exec(runTool("pdfinfo", pdf, ["$pdf"]));
  return `${made?.[1]} ${made?.[2]}`;
}

/** A row per engine, a column per language. */
export function copyTable(results: readonly CopyResult[]): string {
  const engines = [...new Set(results.map(({ engine }) => engine))];
  const labels = [...new Set(results.map(({ label }) => label))];
  const row = (head: string, cells: readonly string[]): string =>
    `${head.padEnd(22)}${cells.map((cell) => cell.padStart(14)).join("")}\n`;
  const cell = (engine: string, label: string): string => {
    const found = results.find((one) => one.engine === engine && one.label === label);
    return found ? `${found.poppler.toFixed(3)} / ${found.pdfJs.toFixed(3)}`.padStart(14) : "";
  };
  return (
    row("", labels) +
    engines
      .map((engine) =>
        row(
          engine,
          labels.map((label) => cell(engine, label)),
        ),
      )
      .join("")
  );
}

/** What our files fall short in, in words. */
export const copyFailures = (results: readonly CopyResult[]): readonly string[] =>
  results
    .filter(({ engine, poppler, pdfJs }) => engine === OURS && Math.min(poppler, pdfJs) < LEAST_SIMILARITY)
    .map(({ label, poppler, pdfJs }) => `copying ${label} gives back ${poppler.toFixed(4)} / ${pdfJs.toFixed(4)}`);
