import { useEffect, useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type ColorTheme, colorThemes } from "../../../core/document/color-themes.ts";
import { applyColorTheme } from "../../../core/document/commands/apply-color-theme.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { Button } from "../../ui/Button.tsx";
import { projectOf, useEditor } from "../editor.ts";

/** The whole document in other colours: tried on the page itself, and taken as one step. */
export function ThemePicker({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const editor = useEditor();
  const [theme, setTheme] = useState<ColorTheme>();
  useEffect(() => () => editor.store.setState({ preview: undefined }), [editor]);
  const tryOn = (id: string | undefined): void => {
    const chosen = colorThemes.find((one) => one.id === id);
    setTheme(chosen);
    editor.store.setState({ preview: chosen && applyColorTheme(projectOf(editor), chosen) });
  };
  const take = (): void => {
    if (theme) editor.session.edit("swatch.theme", (project) => applyColorTheme(project, theme));
    onClose();
  };
  return (
    <>
      <p className="panel-hint">{t("frames.theme.hint")}</p>
      <ListBox
        className="themes"
        aria-label={t("frames.theme.title")}
        selectionMode="single"
        selectedKeys={theme ? [theme.id] : []}
        onSelectionChange={(keys) => tryOn(keys === "all" ? undefined : String([...keys][0] ?? ""))}
      >
        {colorThemes.map(({ id, name, colors, paper }) => (
          <ListBoxItem key={id} id={id} textValue={pick(name)} className="theme">
            <span className="theme-colors" aria-hidden="true">
              {colors.map(({ rgb }) => (
                <span key={rgb} style={{ background: rgb }} />
              ))}
              <span style={{ background: paper }} />
            </span>
            <span>{pick(name)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
      <div className="swatch-actions">
        <Button size="small" variant="quiet" onPress={onClose}>
          {t("common.cancel")}
        </Button>
        <Button size="small" variant="primary" isDisabled={!theme} onPress={take}>
          {t("frames.theme.apply")}
        </Button>
      </div>
    </>
  );
}
