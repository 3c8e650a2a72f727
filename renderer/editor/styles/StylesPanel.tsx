import "./styles.css";
import { ArrowLeft, Copy, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type StyleKind, stylesOf } from "../../../core/document/commands/edit-styles.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { useCalmSessionState } from "../../session/use-session.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { useEditor } from "../editor.ts";
import { RemoveStyleDialog } from "./RemoveStyleDialog.tsx";
import { StyleForm } from "./StyleForm.tsx";
import { addStyle, copyStyle, hideStyles, showStyle } from "./style-actions.ts";

/** All styles of the project, and the form of the one that is chosen; what is changed shows on the pages at once. */
export function StylesPanel({ shown }: { readonly shown: { readonly kind: StyleKind; readonly id: string } }) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const editor = useEditor();
  const project = useCalmSessionState((state) => state.project);
  const [removing, setRemoving] = useState(false);
  const { kind, id } = shown;
  const styles = stylesOf(project, kind);
  const style = styles.find((one) => one.id === id);
  return (
    <section className="styles-panel" aria-label={t("styles.title")}>
      <header className="styles-head">
        <IconButton icon={ArrowLeft} size="small" label={t("styles.back")} onPress={() => hideStyles(editor)} />
        <h2>{t("styles.title")}</h2>
      </header>
      <div className="styles-bar">
        <Segments
          label={t("styles.list")}
          value={kind}
          onChange={(next) => showStyle(editor, next, stylesOf(project, next)[0]?.id ?? "")}
          segments={[
            { value: "paragraph", text: t("styles.paragraphs") },
            { value: "character", text: t("styles.characters") },
          ]}
        />
        <span className="grow" />
        <IconButton icon={Plus} size="small" label={t("styles.create")} onPress={() => addStyle(editor, kind)} />
        <IconButton
          icon={Copy}
          size="small"
          label={t("styles.duplicate")}
          isDisabled={!style}
          onPress={() => copyStyle(editor, kind, id)}
        />
        <IconButton
          icon={Trash2}
          size="small"
          label={t("styles.remove")}
          isDisabled={!style}
          onPress={() => setRemoving(true)}
        />
      </div>
      <ListBox
        className="styles-list"
        aria-label={t("styles.list")}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={style ? [id] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : keys;
          if (key !== undefined) showStyle(editor, kind, String(key));
        }}
        renderEmptyState={() => <p className="panel-hint">{t("styles.empty")}</p>}
      >
        {styles.map(({ id: own, name }) => (
          <ListBoxItem key={own} id={own} className="styles-item" textValue={pick(name)}>
            {pick(name)}
          </ListBoxItem>
        ))}
      </ListBox>
      {style && <StyleForm key={style.id} project={project} kind={kind} style={style} />}
      {style && removing && (
        <RemoveStyleDialog kind={kind} style={style} project={project} onClose={() => setRemoving(false)} />
      )}
    </section>
  );
}
