/** The programs the PDF tests look at our files with; a test fails, and says what to install, where one is missing. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const PACKAGES = {
  pdftotext: "poppler-utils",
  pdftoppm: "poppler-utils",
  pdffonts: "poppler-utils",
  pdfinfo: "poppler-utils",
  mutool: "mupdf-tools",
  qpdf: "qpdf",
} as const;
type Tool = keyof typeof PACKAGES;

/** Runs a tool on the PDF, in a folder of its own; `$pdf` in the arguments stands for the file. */
export function runTool(tool: Tool, pdf: Uint8Array, args: readonly string[]): string {
  return inFolder(pdf, (path) => runOn(tool, path, args));
}

/** Pictures of all pages, as PNG files, painted by poppler or MuPDF. */
export function renderPages(tool: "pdftoppm" | "mutool", pdf: Uint8Array, ppi: number): readonly Uint8Array[] {
  return inFolder(pdf, (path, folder) => {
    const pages = Number(/^Pages:\s+(\d+)/m.exec(runOn("pdfinfo", path, ["$pdf"]))?.[1]);
    if (tool === "mutool") runOn(tool, path, ["draw", "-q", "-r", String(ppi), "-o", join(folder, "%d.png"), "$pdf"]);
    else {
      for (let page = 1; page <= pages; page++) {
        const numbers = ["-f", String(page), "-l", String(page)];
        runOn(tool, path, ["-png", "-r", String(ppi), ...numbers, "-singlefile", "$pdf", join(folder, String(page))]);
      }
    }
    return Array.from({ length: pages }, (_, index) => new Uint8Array(readFileSync(join(folder, `${index + 1}.png`))));
  });
}

export type Extractor = "poppler" | "mupdf" | "pdf.js";
export const EXTRACTORS: readonly Extractor[] = ["poppler", "mupdf", "pdf.js"];

export interface ExtractionOptions {
  /** Order of poppler's text: as a reader goes over the page, which it guesses, or as the file paints it. */
  readonly order?: "reading" | "painting";
  /** What pdf.js does to text that is copied from its viewer, beyond reading it. */
  readonly asCopied?: boolean;
}

/** All text of the file as that program hands it to a reader. */
export async function extractText(extractor: Extractor, pdf: Uint8Array, options?: ExtractionOptions): Promise<string> {
  return (await extractPages(extractor, pdf, options)).join("\n");
}

/** The same page by page. */
export async function extractPages(
  extractor: Extractor,
  pdf: Uint8Array,
  { order = "reading", asCopied = false }: ExtractionOptions = {},
): Promise<readonly string[]> {
  if (extractor === "poppler") {
    const mode = order === "painting" ? ["-raw"] : [];
    return splitPages(runTool("pdftotext", pdf, ["-enc", "UTF-8", ...mode, "$pdf", "-"]));
  }
  if (extractor === "mupdf") return splitPages(runTool("mutool", pdf, ["draw", "-q", "-F", "text", "$pdf"]));
  const loading = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false });
  const document = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: !asCopied });
    pages.push(items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join(""));
  }
  await loading.destroy();
  return pages;
}

/** Both programs end every page with a form feed. */
const splitPages = (text: string): readonly string[] => text.split("\f").slice(0, -1);

/** Throws with qpdf's words unless it finds the file sound and has nothing to remark. */
export function checkStructure(pdf: Uint8Array): void {
  runTool("qpdf", pdf, ["--check", "$pdf"]);
}

function inFolder<Result>(pdf: Uint8Array, work: (path: string, folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "xuongtin-pdf-"));
  try {
    const path = join(folder, "test.pdf");
    writeFileSync(path, pdf);
    return work(path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runOn(tool: Tool, path: string, args: readonly string[]): string {
  try {
    return execFileSync(
      tool,
      args.map((arg) => (arg === "$pdf" ? path : arg)),
      {
        encoding: "utf8",
        maxBuffer: 1 << 28,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new Error(`“${tool}” is needed to test PDF files; on Debian: apt install ${PACKAGES[tool]}`);
    }
    if (error instanceof Error && "stderr" in error) throw new Error(`${tool}: ${error.stderr}`, { cause: error });
    throw error;
  }
}
