/** A whole document as a PDF. */

import type { PlacedDocument } from "../../layout/display-list.ts";
import type { PdfOptions, PdfSources } from "./pdf-options.ts";
import { createPdfWriter } from "./pdf-writer.ts";

/**
 * The same document, sources, options and date give the same bytes. `date` is written as the date of creation.
 * Throws DiagnosticError where a font is not at hand or a picture is damaged.
 */
export function paintPdf(
  document: PlacedDocument,
  sources: PdfSources,
  options: PdfOptions & { readonly date?: Date; readonly subject?: string },
): Uint8Array {
  const writer = createPdfWriter(sources, options);
  for (const page of document.pages) writer.addPage(page);
  const { title, author, keywords, language, outline } = document;
  return writer.finish({
    title,
    author,
    keywords,
    language,
    outline,
    ...(options.subject === undefined ? {} : { subject: options.subject }),
    ...(options.date === undefined ? {} : { date: options.date }),
  });
}

export { createPdfWriter, type PdfWriter } from "./pdf-writer.ts";
