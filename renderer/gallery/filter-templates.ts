import type { TemplateSummary } from "../../core/api/project-contract.ts";
import { foldName } from "../../core/document/fold-name.ts";
import { paperName } from "./page-size.ts";

export interface TemplateFilter {
  readonly words: string;
  readonly product: TemplateSummary["product"] | undefined;
  readonly language: string | undefined;
  /** A paper's name, `other` for sizes without one. */
  readonly size: string | undefined;
}

export const NO_FILTER: TemplateFilter = { words: "", product: undefined, language: undefined, size: undefined };

export const OTHER_SIZE = "other";

export const sizeKey = ({ size }: TemplateSummary): string => paperName(size) ?? OTHER_SIZE;

/** Words are looked for in titles and descriptions of both languages and in `productName`, whatever the accents and capitals. */
export function filterTemplates(
  templates: readonly TemplateSummary[],
  filter: TemplateFilter,
  productName: (product: TemplateSummary["product"]) => string,
): readonly TemplateSummary[] {
  const words = foldName(filter.words).split(/\s+/).filter(Boolean);
  return templates.filter((template) => {
    const { title, description, product, languages } = template;
    if (filter.product !== undefined && product !== filter.product) return false;
    if (filter.language !== undefined && !languages.includes(filter.language)) return false;
    if (filter.size !== undefined && sizeKey(template) !== filter.size) return false;
    if (words.length === 0) return true;
    const told = foldName(
      [title.vi, title.en, description?.vi ?? "", description?.en ?? "", productName(product)].join(" "),
    );
    return words.every((word) => told.includes(word));
  });
}
