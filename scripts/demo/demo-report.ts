import { relative } from "node:path";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { RenderReport } from "../../host/programme/render-output.ts";
import { formatTarget } from "../../host/terminal/format-diagnostics.ts";
import { textTable } from "../../host/terminal/text-width.ts";
import type { DemoProduct } from "./demo-product.ts";

/** What was made, how large it is and how long it took. */
export function printProducts(products: readonly DemoProduct[], out: string, milliseconds: number): void {
  const rows = products.map(({ name, report }) => {
    const bytes = report.files.reduce((sum, file) => sum + file.bytes, 0);
    const [first] = report.files;
    const more = report.files.length > 1 ? ` … (${report.files.length})` : "";
    return [
      name,
      report.language,
      `${report.pages}`,
      `${(report.milliseconds / 1000).toFixed(2)} s`,
      `${Math.ceil(bytes / 1000)} kB`,
      first ? `${relative(process.cwd(), first.path)}${more}` : "–",
    ];
  });
  console.log(textTable([["product", "language", "pages", "time", "size", "file"], ...rows]));
  const pages = products.reduce((sum, { report }) => sum + report.pages, 0);
  console.log(
    `${products.length} products, ${pages} pages in ${(milliseconds / 1000).toFixed(1)} s: ${relative(process.cwd(), out)}\n`,
  );
}

/** Clips and bulletins with their loudness, and how long each took. */
export function printProgrammes(reports: readonly RenderReport[]): void {
  if (reports.length === 0) return;
  const rows = reports.flatMap(({ programme, language, milliseconds, files }) =>
    files.map(({ path, preset, seconds, bytes, loudness }, index) => [
      programme,
      language,
      preset,
      `${seconds} s`,
      index === 0 ? `${(milliseconds / 1000).toFixed(1)} s` : "",
      `${Math.ceil(bytes / 1000)} kB`,
      `${loudness.after.toFixed(1)} LUFS`,
      `${loudness.truePeak.toFixed(1)} dBTP`,
      relative(process.cwd(), path),
    ]),
  );
  console.log(
    textTable([["programme", "language", "preset", "length", "time", "size", "loudness", "peak", "file"], ...rows]),
  );
}

/** Made without values on purpose. */
const EXPECTED = "merge.slot-not-set";

/** Errors and warnings on a line each, notes as counts; what PDF and PNG of the same product both say is told once. */
export function printDiagnostics(
  products: readonly DemoProduct[],
  programmes: readonly RenderReport[],
  opening: readonly Diagnostic[],
): void {
  const rows = new Map<string, readonly string[]>();
  const notes = new Map<string, Set<string>>();
  const add = (product: string, one: Diagnostic) => {
    const { file, ...target } = one.target;
    const place = formatTarget(file === undefined ? target : { ...target, file: relative(process.cwd(), file) });
    const row = [one.severity, one.code, product, place, one.message.vi];
    const key = row.join("\u0000");
    if (one.severity !== "info") rows.set(key, row);
    else if (one.code !== EXPECTED) notes.set(one.code, (notes.get(one.code) ?? new Set()).add(key));
  };
  for (const one of opening) add("", one);
  for (const { name, report } of products) {
    for (const one of report.diagnostics) add(`${name.split(" ")[0]} ${report.language}`, one);
  }
  for (const { programme, language, diagnostics } of programmes) {
    for (const one of diagnostics) add(`${programme} ${language}`, one);
  }
  if (rows.size > 0) console.log(textTable([["severity", "code", "product", "place", "message"], ...rows.values()]));
  const counts = [...notes].map(([code, found]) => `${code} × ${found.size}`).join(", ");
  if (counts) console.log(`notes: ${counts}`);
}
