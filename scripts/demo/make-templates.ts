import { join } from "node:path";
import type { TemplateSummary } from "../../host/make/list-templates.ts";
import { makeProduct } from "../../host/make/make-product.ts";
import { type DemoProduct, demoSettings } from "./demo-product.ts";

const LANGUAGES_EACH = 3;

/** Every template in three of its languages, as PDF and as pictures. */
export async function makeTemplates(templates: readonly TemplateSummary[], out: string): Promise<DemoProduct[]> {
  const products: DemoProduct[] = [];
  for (const [turn, { id, languages }] of templates.entries()) {
    for (const language of languagesToShow(languages, turn)) {
      for (const format of ["pdf", "png"] as const) {
        const report = await makeProduct({
          source: id,
          language,
          slots: [],
          fontFolders: [],
          out: join(out, id, `${id}-${language}.${format}`),
          settings: demoSettings(format),
        });
        products.push({ name: `${id} ${format}`, report, expectedFailures: 0 });
      }
    }
  }
  return products;
}

/** The first language and two others; each template starts where the one before ended, so that many languages are seen. */
function languagesToShow(languages: readonly string[], turn: number): readonly string[] {
  const [first, ...rest] = languages;
  if (first === undefined) return [];
  const local = rest.filter((language) => language !== "en");
  const others = local.length >= LANGUAGES_EACH - 1 ? local : rest;
  const count = Math.min(LANGUAGES_EACH - 1, others.length);
  const chosen = Array.from({ length: count }, (_, index) => others[(turn * count + index) % others.length] ?? first);
  return [first, ...chosen];
}
