import "./language-type.css";
import { RotateCcw, X } from "lucide-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { resetTypography, setTypography, type Typography } from "../../../core/document/commands/edit-typography.ts";
import type { CatalogFamily } from "../../../core/fonts/catalog.ts";
import { buildCatalog } from "../../../core/fonts/catalog.ts";
import { languageFonts } from "../../../core/fonts/font-chain.ts";
import { languageOr } from "../../../core/script/language-registry.ts";
import { MeasureField } from "../../editor/panels/MeasureField.tsx";
import { useCall } from "../../host/use-call.ts";
import { useCalmSessionState, useSession } from "../../session/use-session.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { useLanguageName } from "../../ui/LanguageName.tsx";
import { FamilySelect } from "./FamilySelect.tsx";
import { StyleInLanguageFields } from "./StyleInLanguageFields.tsx";

export interface LanguageTypePanelProps {
  readonly language: string;
  readonly onClose: () => void;
}

/** What families, sizes and leadings the shown language takes, in the whole document and style by style. */
export function LanguageTypePanel({ language, onClose }: LanguageTypePanelProps) {
  const { t } = useTranslation();
  const session = useSession();
  const project = useCalmSessionState((state) => state.project);
  const name = useLanguageName()(language);
  const fonts = useFonts(language);
  const own: Typography = project.typography?.[language] ?? {};
  const isOwn = resetTypography(project, language) !== project;

  const set = (change: { [Key in keyof Typography]?: Typography[Key] | undefined }, merge?: string): void =>
    session.edit("language.type", (one) => setTypography(one, language, change), merge);

  const families = (role: "text" | "heading") => {
    return (
      <FamilySelect
        label={t(`type.${role}`)}
        otherwise={t("type.ownFamily", { family: fonts[role] })}
        families={fonts.families}
        chosen={own[role]}
        onChoose={(family) => set({ [role]: family })}
      />
    );
  };

  return (
    <aside className="language-type" aria-labelledby="language-type-title">
      <div className="panel-head">
        <h2 id="language-type-title">{t("type.title", { language: name })}</h2>
        <IconButton icon={X} size="small" label={t("common.close")} onPress={onClose} />
      </div>
      <div className="language-type-body">
        <section className="language-type-part" aria-label={t("type.document")}>
          <h3>{t("type.document")}</h3>
          {families("text")}
          {families("heading")}
          <div className="language-type-measures">
            <MeasureField
              label={t("type.scale")}
              unit="%"
              least={30}
              most={300}
              step={5}
              digits={1}
              value={Math.round((own.scale ?? 1) * 1000) / 10}
              onChange={(percent) => set({ scale: percent / 100 }, `type-scale:${language}`)}
            />
            <MeasureField
              label={t("type.leading")}
              unit="%"
              least={50}
              most={300}
              step={5}
              digits={1}
              value={Math.round((own.leading ?? 1) * 1000) / 10}
              onChange={(percent) => set({ leading: percent / 100 }, `type-leading:${language}`)}
            />
          </div>
          <p className="language-type-hint">{t("type.hint", { language: name })}</p>
        </section>
        <StyleInLanguageFields project={project} language={language} families={fonts.families} />
      </div>
      <div className="language-type-foot">
        <Button
          size="small"
          icon={RotateCcw}
          isDisabled={!isOwn}
          onPress={() => session.edit("language.type", (one) => resetTypography(one, language))}
        >
          {t("type.reset")}
        </Button>
      </div>
    </aside>
  );
}

interface LanguageFamilies {
  /** Names of families meant for the language's script. */
  readonly families: readonly string[];
  /** The program's own choice for the two roles. */
  readonly text: string;
  readonly heading: string;
}

const NO_FAMILIES: LanguageFamilies = { families: [], text: "", heading: "" };

function useFonts(language: string): LanguageFamilies {
  const { host } = useSession();
  const listed = useCall(useCallback(() => host.fonts.list({}), [host]));
  if (listed.state !== "ready") return NO_FAMILIES;
  const { script, tag } = languageOr(language);
  const added: readonly CatalogFamily[] = listed.value.userFamilies;
  const catalog = buildCatalog(listed.value.catalog, added);
  const fonts = languageFonts(catalog, tag);
  const nameOf = (id: string): string => catalog.familyById.get(id)?.name ?? "";
  return {
    families: catalog.families.filter(({ scripts }) => scripts.includes(script)).map((family) => family.name),
    text: nameOf(fonts.text),
    heading: nameOf(fonts.heading),
  };
}
