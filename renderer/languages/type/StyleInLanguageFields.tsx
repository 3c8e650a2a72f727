import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type StyleInLanguage, setStyleInLanguage } from "../../../core/document/commands/edit-typography.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { createStyleResolver } from "../../../core/layout/resolve-style.ts";
import { languageOr } from "../../../core/script/language-registry.ts";
import { MeasureField } from "../../editor/panels/MeasureField.tsx";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { useSession } from "../../session/use-session.ts";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/Select.tsx";
import { FamilySelect } from "./FamilySelect.tsx";

export interface StyleInLanguageFieldsProps {
  readonly project: Project;
  readonly language: string;
  /** Names of families that serve the language. */
  readonly families: readonly string[];
}

const DEFAULT_SIZE_PT = 10;

/** One paragraph style as the language has it. */
export function StyleInLanguageFields({ project, language, families }: StyleInLanguageFieldsProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const session = useSession();
  const [chosen, setChosen] = useState<string>();
  const style = project.paragraphStyles.find(({ id }) => id === chosen) ?? project.paragraphStyles[0];
  if (!style) return null;
  const own = style.languages?.[language];
  const { paragraph, character } = createStyleResolver(project, language).paragraphFormat(style.id);
  const font = own?.character?.font;
  const isOwn = (id: string): boolean =>
    project.paragraphStyles.find((one) => one.id === id)?.languages?.[language] !== undefined;
  const set = (change: StyleInLanguage, merge?: string): void =>
    session.edit("language.style", (one) => setStyleInLanguage(one, style.id, language, change), merge);

  return (
    <section className="language-type-part" aria-label={t("type.byStyle")}>
      <h3>{t("type.byStyle")}</h3>
      <Select
        label={t("type.style")}
        value={style.id}
        onChange={setChosen}
        options={project.paragraphStyles.map(({ id, name }) => ({
          value: id,
          text: say(name),
          ...(isOwn(id) && { aside: t("type.own") }),
        }))}
      />
      <FamilySelect
        label={t("type.family")}
        otherwise={t("type.asEverywhere")}
        families={families}
        chosen={font && "name" in font ? font.name : undefined}
        onChoose={(name) => set({ character: { font: name === undefined ? undefined : { name } } })}
      />
      <div className="language-type-measures">
        <MeasureField
          label={t("editor.properties.size")}
          unit="pt"
          least={1}
          most={2_000}
          step={0.5}
          value={character.size ?? DEFAULT_SIZE_PT}
          onChange={(size) => set({ character: { size } }, `type-size:${style.id}:${language}`)}
        />
        <MeasureField
          label={t("type.lineHeight")}
          unit="×"
          least={0.5}
          most={5}
          step={0.05}
          value={typeof paragraph.leading === "number" ? paragraph.leading : languageOr(language).lineHeight}
          onChange={(leading) => set({ paragraph: { leading } }, `type-line:${style.id}:${language}`)}
        />
      </div>
      {own && (
        <Button
          size="small"
          variant="quiet"
          onPress={() =>
            set({
              character: { font: undefined, size: undefined },
              paragraph: { leading: undefined },
            })
          }
        >
          {t("type.resetStyle")}
        </Button>
      )}
    </section>
  );
}
