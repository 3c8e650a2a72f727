import { useTranslation } from "react-i18next";
import { mayBeBasedOn, type StyleKind, stylesOf } from "../../../core/document/commands/edit-styles.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { CharacterStyle, ParagraphStyle } from "../../../core/document/schema/text.ts";
import { createStyleResolver } from "../../../core/layout/resolve-style.ts";
import { useBilingual, useInterfaceLanguage } from "../../i18n/use-bilingual.ts";
import { useLanguageName } from "../../ui/LanguageName.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useEditor } from "../editor.ts";
import { LetterFields } from "./LetterFields.tsx";
import { ParagraphFields } from "./ParagraphFields.tsx";
import { changeStyle } from "./style-actions.ts";

export interface StyleFormProps {
  readonly project: Project;
  readonly kind: StyleKind;
  readonly style: ParagraphStyle | CharacterStyle;
}

/** What a style says, with what it takes from the style it is based on shown where it says nothing itself. */
export function StyleForm({ project, kind, style }: StyleFormProps) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const interfaceLanguage = useInterfaceLanguage();
  const editor = useEditor();
  const languageName = useLanguageName();
  // Of no language: what the style says for all of them.
  const styles = createStyleResolver(project, "");
  const whole =
    kind === "paragraph"
      ? styles.paragraphFormat(style.id)
      : { paragraph: {}, character: styles.characterFormat(style.id) };
  const ownLanguages = "languages" in style ? Object.keys(style.languages ?? {}) : [];
  const bases = stylesOf(project, kind).filter(({ id }) => mayBeBasedOn(project, kind, style.id, id));

  return (
    <div className="style-form">
      <div className="panel-section">
        <TextField
          label={t("styles.name")}
          value={pick(style.name)}
          onChange={(name) => {
            // A name in one language alone is the name in both.
            const other = style.name.vi === style.name.en ? { vi: name, en: name } : style.name;
            changeStyle(editor, kind, style.id, { name: { ...other, [interfaceLanguage]: name } }, "name");
          }}
          onBlur={() => editor.session.endMerging()}
        />
        <Select
          label={t("styles.basedOn")}
          value={style.basedOn ?? ""}
          onChange={(base) => changeStyle(editor, kind, style.id, { basedOn: base === "" ? null : base })}
          options={[
            { value: "", text: t("styles.noBase") },
            ...bases.map(({ id, name }) => ({ value: id, text: pick(name) })),
          ]}
        />
        {ownLanguages.length > 0 && (
          <p className="panel-hint">
            {t("styles.ownLanguages", { languages: ownLanguages.map(languageName).join(", ") })}
          </p>
        )}
      </div>
      <LetterFields
        project={project}
        own={style.character ?? {}}
        whole={whole.character}
        hasBase={style.basedOn !== undefined}
        onChange={(character, merge) => changeStyle(editor, kind, style.id, { character }, merge)}
      />
      {kind === "paragraph" && (
        <ParagraphFields
          own={("paragraph" in style ? style.paragraph : undefined) ?? {}}
          whole={whole.paragraph}
          hasBase={style.basedOn !== undefined}
          onChange={(paragraph, merge) => changeStyle(editor, kind, style.id, { paragraph }, merge)}
        />
      )}
    </div>
  );
}
