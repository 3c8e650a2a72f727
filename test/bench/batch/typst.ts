/** The same batch in Typst: one source with the rows as data, one compilation. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { peakMegabytes, reportRun, rowCount } from "./report.ts";
import { sheetFonts, sheetPage, sheetParagraphs, sheetRows } from "./sheet.ts";

const require = createRequire(import.meta.url);
const { width, height, margin, size, leading } = sheetPage;
const rows = sheetRows(rowCount());

const quoted = (text: string): string => JSON.stringify(text);

const paragraphs = sheetParagraphs.map(({ language, parts }) => {
  const pieces = parts.map((part) => (typeof part === "string" ? quoted(part) : `row.${part.value}`));
  const gap = ((leading[language] - 1) * size).toFixed(2);
  return `par(leading: ${gap}pt, text(font: "${sheetFonts[language].family}", lang: "${language}", ${pieces.join(" + ")}))`;
});

const source = `
#set page(width: ${width}mm, height: ${height}mm, margin: ${margin}mm)
#set text(size: ${size}pt, fallback: true)
#let rows = (${rows.map((row) => `(name: ${quoted(row.name)}, number: ${quoted(row.number)})`).join(", ")},)
#for row in rows {
  page({ ${paragraphs.join("; ")} })
}
`;

const fontBlobs = Object.values(sheetFonts).map(({ file }) => readFileSync(require.resolve(file)));
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });

const started = performance.now();
const bytes = compiler.pdf({ mainFileContent: source });
const seconds = (performance.now() - started) / 1000;

reportRun(
  { engine: "Typst", pages: rows.length, seconds, peakMegabytes: peakMegabytes(), kilobytes: bytes.length >> 10 },
  bytes,
);
