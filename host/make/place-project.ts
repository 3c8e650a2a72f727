import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { AssetSource } from "../../core/layout/asset-source.ts";
import type { PlacedDocument } from "../../core/layout/display-list.ts";
import { createDocumentLayout } from "../../core/layout/layout-document.ts";
import { preflight } from "../../core/preflight/preflight.ts";
import type { Workshop } from "./workshop.ts";

export interface PlaceOptions {
  readonly language: string;
  readonly assets: AssetSource;
  readonly colour: "rgb" | "cmyk";
}

export interface CheckedDocument {
  readonly placed: PlacedDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lays out and looks over one project after the other, keeping what does not change between them. */
export function createPlacer(
  { fonts, engine }: Workshop,
  options: PlaceOptions,
): (project: Project) => CheckedDocument {
  const layout = createDocumentLayout({ language: options.language, engine, assets: options.assets });
  return (project) => {
    const placed = layout(project);
    return {
      placed,
      diagnostics: preflight(project, placed, { fonts, assets: options.assets, colour: options.colour }),
    };
  };
}

/** The project with another bleed, in millimetres, or as it is. */
export const withBleed = (project: Project, bleed: number | undefined): Project =>
  bleed === undefined ? project : { ...project, page: { ...project.page, bleed } };
