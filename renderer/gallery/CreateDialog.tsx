import "./create-dialog.css";
import { Check, ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Checkbox, CheckboxGroup, Form, Label } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { OpenSession, TemplateSummary } from "../../core/api/project-contract.ts";
import { useHost } from "../host/host-context.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { OwnName, useLanguageName } from "../ui/LanguageName.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Preview } from "./Preview.tsx";
import { describeSize } from "./page-size.ts";
import { projectName } from "./project-name.ts";

const PREVIEW_WIDTH = 960;

export interface CreateDialogProps {
  readonly template: TemplateSummary;
  /** The language the templates were filtered by. */
  readonly preferredLanguage: string | undefined;
  readonly onClose: () => void;
  readonly onOpen: (opening: Promise<OpenSession>) => Promise<void>;
}

/** A template looked at closely, page by page and in each of its languages, and made a project. */
export function CreateDialog({ template, preferredLanguage, onClose, onOpen }: CreateDialogProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const languageName = useLanguageName();
  const first = template.languages.find((tag) => tag === preferredLanguage) ?? template.source;
  const [chosen, setChosen] = useState<readonly string[]>([...new Set([template.source, first])]);
  /** The one looked at: the language ticked last. */
  const [shown, setShown] = useState(first);
  const [name, setName] = useState(() => projectName(say(template.title)));
  const [page, setPage] = useState(1);
  const [creating, setCreating] = useState(false);

  const create = async (): Promise<void> => {
    setCreating(true);
    const trimmed = name.trim();
    const languages = template.languages.filter((tag) => chosen.includes(tag));
    await onOpen(
      host.projects.create({
        template: template.id,
        language: first,
        languages,
        ...(trimmed !== "" && { name: trimmed }),
      }),
    );
    setCreating(false);
  };

  const choose = (tags: readonly string[]): void => {
    const added = tags.find((tag) => !chosen.includes(tag));
    const isShown = tags.includes(shown) || shown === template.source;
    setChosen([...new Set([template.source, ...tags])]);
    setShown(added ?? (isShown ? shown : template.source));
  };

  return (
    <Dialog title={t("create.title")} size="wide" flush onClose={onClose}>
      <div className="create">
        <div className="create-desk">
          <Preview
            name={`template ${template.id} ${shown} ${page} ${PREVIEW_WIDTH}`}
            alt={t("gallery.previewOf", { title: say(template.title) })}
            load={() => host.templates.preview({ template: template.id, language: shown, width: PREVIEW_WIDTH, page })}
            size={template.size}
          />
          {template.pages > 1 && (
            <div className="create-pages">
              <IconButton
                icon={ChevronLeft}
                size="small"
                label={t("create.previousPage")}
                isDisabled={page === 1}
                onPress={() => setPage(page - 1)}
              />
              <span>{t("fill.pageOf", { page, pages: template.pages })}</span>
              <IconButton
                icon={ChevronRight}
                size="small"
                label={t("create.nextPage")}
                isDisabled={page === template.pages}
                onPress={() => setPage(page + 1)}
              />
            </div>
          )}
        </div>
        <Form
          className="create-form"
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <div>
            <h3>{say(template.title)}</h3>
            <p className="create-facts">
              {t(`product.${template.product}`)} · {describeSize(template.size, t)} ·{" "}
              {t("common.pages", { count: template.pages })} · {t("create.slots", { count: template.slots.length })}
            </p>
            {template.description && <p className="create-description">{say(template.description)}</p>}
          </div>
          <CheckboxGroup className="create-languages" value={[...chosen]} onChange={choose}>
            <Label className="field-label">{t("create.languages")}</Label>
            <div className="create-language-list">
              {template.languages.map((tag) => (
                <Checkbox key={tag} value={tag} className="create-language" isDisabled={tag === template.source}>
                  <span className="box" aria-hidden>
                    <Check size={14} strokeWidth={2.5} />
                  </span>
                  <span className="create-language-words">
                    <OwnName tag={tag} />
                    <span className="aside">{tag === template.source ? t("create.original") : languageName(tag)}</span>
                  </span>
                </Checkbox>
              ))}
            </div>
            <p className="field-help">{t("create.languagesHint")}</p>
          </CheckboxGroup>
          <TextField label={t("create.name")} help={t("create.nameHint")} value={name} onChange={setName} />
          <Button type="submit" variant="primary" isDisabled={creating}>
            {creating ? t("create.creating") : t("create.create")}
          </Button>
        </Form>
      </div>
    </Dialog>
  );
}
