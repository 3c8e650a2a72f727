import { type Diagnostic, hasErrors } from "../../core/diagnostics/diagnostic.ts";
import { breathe, type JobOptions } from "../jobs/progress.ts";
import { checkFontNames } from "./check-font-names.ts";
import { chooseLanguage } from "./choose-language.ts";
import { joinAssetErrors } from "./join-asset-errors.ts";
import { STAGES } from "./make-request.ts";
import { openSource } from "./open-source.ts";
import { createPlacer } from "./place-project.ts";
import { openWorkshop } from "./workshop.ts";

export interface CheckRequest {
  /** Id of a template, or path of an `.xtin` or JSON file. */
  readonly source: string;
  /** All languages of the project where empty. */
  readonly languages: readonly string[];
  /** Folders of the user's own fonts. */
  readonly fontFolders: readonly string[];
  /** Inks are looked at for `cmyk` only. */
  readonly colour: "rgb" | "cmyk";
}

export interface CheckReport {
  readonly ok: boolean;
  readonly languages: readonly { readonly language: string; readonly pages: number }[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Preflight of a project in several languages. Throws a `DiagnosticError` where it cannot be opened. */
export async function checkProject(
  request: CheckRequest,
  { signal, onProgress }: JobOptions = {},
): Promise<CheckReport> {
  const { project, assets, diagnostics: opening } = await openSource(request.source);
  const asked = request.languages.length > 0 ? request.languages : project.languages.variants;
  const languages = [...new Set(asked)].map((language) => chooseLanguage(language, project));
  const workshop = openWorkshop(request.fontFolders);
  const found: Diagnostic[] = [];
  const checked: { language: string; pages: number }[] = [];
  for (const language of languages) {
    await breathe(signal);
    const { placed, diagnostics } = createPlacer(workshop, { language, assets, colour: request.colour })(project);
    checked.push({ language, pages: placed.pages.length });
    found.push(...diagnostics.map((one) => ({ ...one, target: { language, ...one.target } })));
    onProgress?.({ stage: STAGES.layout, done: checked.length, total: languages.length });
  }
  const diagnostics = [
    ...workshop.fonts.diagnostics,
    ...checkFontNames(project, workshop.fonts.catalog),
    ...joinAssetErrors(opening, found),
  ];
  return { ok: !hasErrors(diagnostics), languages: checked, diagnostics };
}
