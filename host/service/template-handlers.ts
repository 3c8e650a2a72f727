import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { HostHandlers } from "../../core/api/host-contract.ts";
import type { TemplateSummary } from "../../core/api/project-contract.ts";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { diagnosticsOf } from "../make/diagnostics-of.ts";
import { openSource } from "../make/open-source.ts";
import { templateFile, templateIds } from "../make/product-source.ts";
import type { OpenedProject } from "../package/open-project.ts";
import type { ServiceContext } from "./service-context.ts";
import { unknownTemplate } from "./service-diagnostics.ts";

/** A template read once; templates do not change while the program runs. */
export type TemplateReader = (id: string) => Promise<OpenedProject>;

/** Reads templates, each once. Throws a `DiagnosticError` for an id there is none of. */
export function createTemplateReader(): TemplateReader {
  const opened = new Map<string, Promise<OpenedProject>>();
  return (id) => {
    if (!templateIds().includes(id)) throw new DiagnosticError([unknownTemplate(id)]);
    const known = opened.get(id) ?? openSource(id);
    opened.set(id, known);
    return known;
  };
}

/** Calls about templates. */
export function templateHandlers(context: ServiceContext, read: TemplateReader): HostHandlers["templates"] {
  const digests = new Map<string, Promise<string>>();
  const digestOf = (id: string): Promise<string> => {
    const known = digests.get(id) ?? digestTemplate(id, read);
    digests.set(id, known);
    return known;
  };
  return {
    async list() {
      const templates: TemplateSummary[] = [];
      const diagnostics: Diagnostic[] = [];
      for (const id of templateIds()) {
        try {
          templates.push(summaryOf(id, await read(id)));
        } catch (error) {
          diagnostics.push(...diagnosticsOf(error));
        }
      }
      return { templates, diagnostics };
    },
    preview: async ({ template, language, width, page }) =>
      context.previews.get({ source: template, digest: await digestOf(template), language, page, width }),
  };
}

function summaryOf(id: string, { project }: OpenedProject): TemplateSummary {
  const { title, description, product, page, pages, languages, slots } = project;
  const source = title[languages.source] ?? id;
  return {
    id,
    title: { vi: title.vi ?? source, en: title.en ?? source },
    ...(description && { description }),
    product,
    size: { width: page.width, height: page.height },
    pages: pages.length,
    source: languages.source,
    languages: languages.variants,
    slots,
  };
}

async function digestTemplate(id: string, read: TemplateReader): Promise<string> {
  const { project, assets } = await read(id);
  const hash = createHash("sha256").update(await readFile(templateFile(id)));
  for (const asset of project.assets) hash.update(assets.bytes(asset.id) ?? "");
  return hash.digest("hex");
}
