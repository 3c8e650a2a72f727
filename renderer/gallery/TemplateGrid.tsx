import { ChevronDown, LayoutTemplate, SearchX } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { HostApi } from "../../core/api/host-contract.ts";
import type { OpenSession, TemplateSummary } from "../../core/api/project-contract.ts";
import { useHost } from "../host/host-context.ts";
import type { CallState } from "../host/use-call.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { DiagnosticList } from "../ui/DiagnosticList.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { OwnName, useLanguageName } from "../ui/LanguageName.tsx";
import { Menu } from "../ui/Menu.tsx";
import { filterTemplates, type TemplateFilter } from "./filter-templates.ts";
import { Preview } from "./Preview.tsx";
import { describeSize } from "./page-size.ts";
import { projectName } from "./project-name.ts";

/** Pixels: twice what cards show, for dense screens. */
const PREVIEW_WIDTH = 480;
const MOST_LANGUAGES_SHOWN = 2;

export interface TemplateGridProps {
  readonly templates: CallState<Awaited<ReturnType<HostApi["templates"]["list"]>>> & { readonly reload: () => void };
  readonly filter: TemplateFilter;
  readonly onClearFilter: () => void;
  readonly onChoose: (template: TemplateSummary) => void;
  readonly onOpen: (opening: Promise<OpenSession>) => Promise<void>;
}

export function TemplateGrid({ templates, filter, onClearFilter, onChoose, onOpen }: TemplateGridProps) {
  const { t } = useTranslation();
  const all = templates.state === "ready" ? templates.value.templates : [];
  const found = filterTemplates(all, filter, (product) => t(`product.${product}`));
  return (
    <section aria-labelledby="templates-title">
      <div className="section-head">
        <h2 id="templates-title">{t("gallery.templates")}</h2>
        {templates.state === "ready" && <span className="count">{t("gallery.found", { count: found.length })}</span>}
      </div>
      {templates.state === "failed" && (
        <>
          <DiagnosticList diagnostics={templates.diagnostics} />
          <Button onPress={templates.reload}>{t("common.tryAgain")}</Button>
        </>
      )}
      {templates.state === "ready" && templates.value.diagnostics.length > 0 && (
        <details className="template-trouble">
          <summary>{t("gallery.someTemplatesFailed", { count: templates.value.diagnostics.length })}</summary>
          <DiagnosticList diagnostics={templates.value.diagnostics} />
        </details>
      )}
      {templates.state === "ready" && all.length === 0 && (
        <EmptyState icon={LayoutTemplate} title={t("gallery.noTemplates")}>
          {t("gallery.noTemplatesHint")}
        </EmptyState>
      )}
      {all.length > 0 && found.length === 0 && (
        <EmptyState
          icon={SearchX}
          title={t("gallery.nothingFound")}
          actions={<Button onPress={onClearFilter}>{t("gallery.clearFilters")}</Button>}
        >
          {t("gallery.nothingFoundHint")}
        </EmptyState>
      )}
      <ul className="template-grid">
        {found.map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} language={filter.language} onChoose={onChoose} />
            <QuickCreate template={template} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TemplateCardProps {
  readonly template: TemplateSummary;
  /** The language looked for, which the preview then shows. */
  readonly language: string | undefined;
  readonly onChoose: (template: TemplateSummary) => void;
}

function TemplateCard({ template, language, onChoose }: TemplateCardProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const shown = language ?? template.source;
  const more = template.languages.length - MOST_LANGUAGES_SHOWN;
  return (
    <AriaButton className="template-card" onPress={() => onChoose(template)}>
      <span className="template-desk">
        <Preview
          name={`template ${template.id} ${shown} 1 ${PREVIEW_WIDTH}`}
          alt=""
          load={() => host.templates.preview({ template: template.id, language: shown, width: PREVIEW_WIDTH })}
          size={template.size}
        />
      </span>
      <span className="template-words">
        <span className="template-title">{say(template.title)}</span>
        <span className="template-facts">
          {t(`product.${template.product}`)} · {describeSize(template.size, t)} ·{" "}
          {t("common.pages", { count: template.pages })}
        </span>
        <span className="template-languages">
          {template.languages.slice(0, MOST_LANGUAGES_SHOWN).map((tag) => (
            <OwnName key={tag} tag={tag} />
          ))}
          {more > 0 && <span>+{more}</span>}
        </span>
      </span>
    </AriaButton>
  );
}

interface QuickCreateProps {
  readonly template: TemplateSummary;
  readonly onOpen: (opening: Promise<OpenSession>) => Promise<void>;
}

/** The shortest way from a template to a project, in its source alone or with one language more. */
function QuickCreate({ template, onOpen }: QuickCreateProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const languageName = useLanguageName();
  const { id, source } = template;
  const title = say(template.title);
  const create = (languages: readonly string[]): void =>
    void onOpen(host.projects.create({ template: id, language: source, languages, name: projectName(title) }));
  const others = template.languages.filter((tag) => tag !== source);
  return (
    <div className="template-quick">
      <Button size="small" aria-label={t("create.nowFrom", { title })} onPress={() => create([source])}>
        {t("create.now")}
      </Button>
      {others.length > 0 && (
        <Menu
          label={t("create.withLanguage", { title })}
          trigger={
            <IconButton icon={ChevronDown} size="small" variant="plain" label={t("create.withLanguage", { title })} />
          }
          entries={others.map((tag) => ({
            id: tag,
            text: t("create.together", { source: languageName(source), language: languageName(tag) }),
            run: () => create([source, tag]),
          }))}
        />
      )}
    </div>
  );
}
