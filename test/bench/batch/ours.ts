/** The batch through the program's own path: slots filled row by row, laid out, painted into one PDF. */

import { deflateSync } from "node:zlib";
import { Project } from "../../../core/document/schema/project.ts";
import { createDocumentLayout } from "../../../core/layout/layout-document.ts";
import { applySlots } from "../../../core/merge/apply-slots.ts";
import { createPdfWriter } from "../../../core/paint/pdf/paint-pdf.ts";
import { createTextEngine } from "../../../core/text/text-engine.ts";
import { openFontLibrary } from "../../../host/fonts/font-library.ts";
import { peakMegabytes, reportRun, rowCount } from "./report.ts";
import { sheetPage, sheetParagraphs, sheetRows } from "./sheet.ts";

const label = (text: string) => ({ vi: text, en: text });
const { width, height, margin, size } = sheetPage;

const project = Project.parse({
  format: "xuongtin.project",
  version: 1,
  id: "sheet",
  kind: "template",
  title: { vi: "Giấy mời" },
  product: "invitation",
  languages: { source: "vi", variants: ["vi"] },
  page: { width, height, bleed: 0, margins: { top: margin, right: margin, bottom: margin, left: margin } },
  swatches: [],
  paragraphStyles: [{ id: "body", name: label("body"), character: { size }, paragraph: { spaceAfter: 4 } }],
  characterStyles: [],
  masters: [],
  pages: [
    {
      id: "page",
      frames: [
        {
          type: "text",
          id: "text",
          x: margin,
          y: margin,
          width: width - 2 * margin,
          height: height - 2 * margin,
          text: "text",
          style: "body",
        },
      ],
    },
  ],
  texts: {
    text: {
      variants: {
        vi: {
          blocks: sheetParagraphs.map(({ language, parts }) => ({
            runs: parts.map((part) => (typeof part === "string" ? { text: part, language } : { slot: part.value })),
          })),
        },
      },
    },
  },
  assets: [],
  slots: [
    { kind: "text", name: "name", label: label("name") },
    { kind: "text", name: "number", label: label("number") },
  ],
});

const rows = sheetRows(rowCount());
const fonts = openFontLibrary();
const assets = { asset: () => undefined };
const layout = createDocumentLayout({ language: "vi", engine: createTextEngine(fonts), assets });

const started = performance.now();
const writer = createPdfWriter(
  { fonts, assets, deflate: (data) => deflateSync(data) },
  { colour: "rgb", bleed: false, marks: false },
);
for (const { name, number } of rows) {
  const placed = layout(applySlots(project, { name, number }, "vi").project);
  if (placed.diagnostics.length > 0) throw new Error(placed.diagnostics.map((one) => one.message.en).join("\n"));
  for (const page of placed.pages) writer.addPage(page);
}
const bytes = writer.finish({ title: "Giấy mời", author: "", keywords: [], language: "vi", outline: [] });
const seconds = (performance.now() - started) / 1000;

reportRun(
  { engine: "Xưởng Tin", pages: rows.length, seconds, peakMegabytes: peakMegabytes(), kilobytes: bytes.length >> 10 },
  bytes,
);
