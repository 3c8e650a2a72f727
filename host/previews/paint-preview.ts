/** Paints one page of a template or a project, with no more of the program and of the document than that takes. */

import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { layoutPage } from "../../core/layout/layout-document.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";
import { chooseLanguage } from "../make/choose-language.ts";
import { openSource } from "../make/open-source.ts";
import { openWorkshop } from "../make/workshop.ts";
import { rasterizePage } from "../raster/rasterize.ts";
import { pageMissing } from "./preview-diagnostics.ts";

/** A page as a picture. */
export interface PreviewRequest {
  /** Id of a template, or path of a project. */
  readonly source: string;
  readonly language: string | undefined;
  /** From 1. */
  readonly page: number;
  /** Pixels. */
  readonly width: number;
  readonly fontFolders: readonly string[];
  /** PNG file to write. */
  readonly out: string;
}

const POINTS_PER_INCH = 72;

/** Writes the picture. Throws a `DiagnosticError` where there is no such page. */
export async function paintPreview(request: PreviewRequest): Promise<undefined> {
  const { source, language, page, width, fontFolders, out } = request;
  const { project, assets } = await openSource(source);
  const { fonts, engine } = openWorkshop(fontFolders);
  const { shown, pages } = layoutPage(
    project,
    { language: chooseLanguage(language, project), engine, assets },
    page - 1,
  );
  if (!shown) throw new DiagnosticError([pageMissing(page, pages)]);
  const png = await rasterizePage(
    shown,
    { ppi: (width / shown.width) * POINTS_PER_INCH, format: "png" },
    { fonts, assets },
  );
  await mkdir(dirname(out), { recursive: true });
  await writeFileAtomically(out, png);
  return undefined;
}
