import { Label, Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { TemplateSummary } from "../../core/api/project-contract.ts";
import { languages } from "../../core/script/language-registry.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { Button } from "../ui/Button.tsx";
import { OwnName } from "../ui/LanguageName.tsx";
import { Select } from "../ui/Select.tsx";
import { NO_FILTER, OTHER_SIZE, sizeKey, type TemplateFilter } from "./filter-templates.ts";

const ANY = "any";

export interface FilterPanelProps {
  readonly templates: readonly TemplateSummary[];
  readonly filter: TemplateFilter;
  readonly onFilter: (filter: TemplateFilter) => void;
}

/** Only what the templates at hand have is offered. */
export function FilterPanel({ templates, filter, onFilter }: FilterPanelProps) {
  const { t } = useTranslation();
  const interfaceLanguage = useInterfaceLanguage();
  const products = [...new Set(templates.map((template) => template.product))];
  const tags = new Set(templates.flatMap((template) => template.languages));
  const sizes = [...new Set(templates.map(sizeKey))].sort();
  const countOf = (product: TemplateSummary["product"]): number =>
    templates.filter((template) => template.product === product).length;

  return (
    <aside className="filters" aria-label={t("gallery.filters")}>
      <RadioGroup
        className="filter-products"
        value={filter.product ?? ANY}
        onChange={(value) => onFilter({ ...filter, product: products.find((product) => product === value) })}
      >
        <Label className="field-label">{t("gallery.product")}</Label>
        <Radio value={ANY} className="filter-product">
          <span>{t("gallery.allProducts")}</span>
          <span className="count">{templates.length}</span>
        </Radio>
        {products.map((product) => (
          <Radio key={product} value={product} className="filter-product">
            <span>{t(`product.${product}`)}</span>
            <span className="count">{countOf(product)}</span>
          </Radio>
        ))}
      </RadioGroup>
      <Select
        label={t("gallery.language")}
        value={filter.language ?? ANY}
        onChange={(value) => onFilter({ ...filter, language: value === ANY ? undefined : value })}
        options={[
          { value: ANY, text: t("gallery.anyLanguage") },
          ...languages
            .filter(({ tag }) => tags.has(tag))
            .map(({ tag, names }) => ({
              value: tag,
              text: names[interfaceLanguage],
              content: <OwnName tag={tag} />,
              aside: names[interfaceLanguage],
            })),
        ]}
      />
      <Select
        label={t("gallery.size")}
        value={filter.size ?? ANY}
        onChange={(value) => onFilter({ ...filter, size: value === ANY ? undefined : value })}
        options={[
          { value: ANY, text: t("gallery.anySize") },
          ...sizes.map((size) => ({ value: size, text: size === OTHER_SIZE ? t("size.other") : size })),
        ]}
      />
      {filter !== NO_FILTER && Object.values(filter).some(Boolean) && (
        <Button size="small" onPress={() => onFilter(NO_FILTER)}>
          {t("gallery.clearFilters")}
        </Button>
      )}
    </aside>
  );
}
