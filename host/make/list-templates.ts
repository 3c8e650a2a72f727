import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Project, Slot } from "../../core/document/schema/project.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";
import { openSource } from "./open-source.ts";
import { templateIds } from "./product-source.ts";

/** A template as a list shows it. */
export interface TemplateSummary {
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual | undefined;
  readonly product: Project["product"];
  /** Millimetres. */
  readonly size: { readonly width: number; readonly height: number };
  readonly pages: number;
  readonly languages: readonly string[];
  readonly slots: readonly Slot[];
}

export interface TemplateList {
  readonly templates: readonly TemplateSummary[];
  /** Why some template is not in the list. */
  readonly diagnostics: readonly Diagnostic[];
}

/** All templates at hand that can be opened. */
export async function listTemplates(): Promise<TemplateList> {
  const templates: TemplateSummary[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const id of templateIds()) {
    try {
      const { project } = await openSource(id);
      templates.push(summarize(id, project));
    } catch (error) {
      diagnostics.push(...diagnosticsOf(error));
    }
  }
  return { templates, diagnostics };
}

function summarize(id: string, project: Project): TemplateSummary {
  const { title, description, product, page, pages, languages, slots } = project;
  const source = title[languages.source] ?? id;
  return {
    id,
    title: { vi: title.vi ?? source, en: title.en ?? source },
    description,
    product,
    size: { width: page.width, height: page.height },
    pages: pages.length,
    languages: languages.variants,
    slots,
  };
}
