/** One text as a PDF by each engine, with the same fonts on the same page. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateSync } from "node:zlib";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { layoutDocument } from "../../../core/layout/layout-document.ts";
import { paintPdf } from "../../../core/paint/pdf/paint-pdf.ts";
import { createTextEngine } from "../../../core/text/text-engine.ts";
import { openFontLibrary } from "../../../host/fonts/font-library.ts";
import { sampleProject } from "../../support/sample-project.ts";
import { type CopySample, copyPage } from "./sample.ts";

const { width, height, margin, size, leading } = copyPage;
const label = { vi: "", en: "" };

/** Our own layout and PDF. */
export function printOurs({ language, paragraphs }: CopySample): Uint8Array {
  const frame = {
    type: "text" as const,
    x: margin,
    y: margin,
    width: width - 2 * margin,
    height: height - 2 * margin,
    style: "body",
  };
  const project = sampleProject({
    languages: { source: language, variants: [language] },
    page: { width, height, bleed: 0, margins: { top: margin, right: margin, bottom: margin, left: margin } },
    paragraphStyles: [{ id: "body", name: label, character: { size }, paragraph: { leading } }],
    masters: [{ id: "more", name: label, frames: [{ ...frame, id: "continued", continues: true }] }],
    pages: [{ id: "p1", frames: [{ ...frame, id: "body", text: "body", addPages: { master: "more" } }] }],
    texts: { body: { variants: { [language]: { blocks: paragraphs.map((text) => ({ runs: [text] })) } } } },
  });
  const fonts = openFontLibrary();
  const assets = { asset: () => undefined };
  const placed = layoutDocument(project, { language, engine: createTextEngine(fonts), assets });
  const sources = { fonts, assets, deflate: (bytes: Uint8Array) => deflateSync(bytes) };
  return paintPdf(placed, sources, { colour: "rgb", bleed: false, marks: false });
}

const quotedFamilies = (sample: CopySample): string =>
  [...new Set(sample.fonts.map(({ family }) => family))].map((family) => JSON.stringify(family)).join(", ");

/** A web page printed by headless Chromium. */
export function printChromium(sample: CopySample): Uint8Array {
  const faces = sample.fonts.map(({ bytes }, index) => {
    const data = Buffer.from(bytes).toString("base64");
    return `@font-face { font-family: "f${index}"; src: url(data:font/sfnt;base64,${data}) }`;
  });
  const family = sample.fonts.map((_, index) => `"f${index}"`).join(", ");
  const html = `<!doctype html><html lang="${sample.language}"><meta charset="utf-8"><style>
${faces.join("\n")}
@page { size: ${width}mm ${height}mm; margin: ${margin}mm }
body { margin: 0; font: ${size}pt/${leading} ${family} } p { margin: 0 }
</style>${sample.paragraphs.map((text) => `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`).join("")}`;
  const folder = mkdtempSync(join(tmpdir(), "copy-bench-"));
  try {
    const page = join(folder, "page.html");
    const out = join(folder, "page.pdf");
    writeFileSync(page, html);
    execFileSync(
      process.env.XUONGTIN_CHROMIUM ?? "chromium",
      [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-first-run",
        "--disable-component-update",
        "--disable-sync",
        "--no-pdf-header-footer",
        `--user-data-dir=${join(folder, "profile")}`,
        `--print-to-pdf=${out}`,
        pathToFileURL(page).href,
      ],
      { stdio: "ignore" },
    );
    return new Uint8Array(readFileSync(out));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The same in Typst. */
export function printTypst(sample: CopySample): Uint8Array {
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontBlobs: sample.fonts.map(({ bytes }) => Buffer.from(bytes)) }],
  });
  const paragraphs = sample.paragraphs.map((text) => `par(${JSON.stringify(text)})`);
  const mainFileContent = `
#set page(width: ${width}mm, height: ${height}mm, margin: ${margin}mm)
#set text(size: ${size}pt, lang: "${sample.language}", font: (${quotedFamilies(sample)},))
#set par(leading: ${(leading - 1) * size}pt)
#{ ${paragraphs.join("; ")} }
`;
  return new Uint8Array(compiler.pdf({ mainFileContent }));
}
