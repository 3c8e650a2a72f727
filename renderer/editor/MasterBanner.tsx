import { ArrowLeft, BookCopy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { useSessionState } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { useEditor, useEditorState } from "./editor.ts";
import { backToPages } from "./master-actions.ts";

/** Says over the stage that masters are on it rather than pages, and leads back. */
export function MasterBanner() {
  const { t } = useTranslation();
  const say = useBilingual();
  const editor = useEditor();
  const holders = useEditorState((state) => state.holders);
  const page = useEditorState((state) => state.page);
  const masters = useSessionState((state) => state.project.masters);
  const master = masters.find(({ id }) => id === page);
  if (holders !== "masters" || !master) return null;
  return (
    <aside className="master-banner" aria-label={t("stage.masters.editing")}>
      <BookCopy aria-hidden size={16} strokeWidth={1.75} />
      <p>
        <strong>
          {t("stage.masters.editing")}: {say(master.name)}
        </strong>{" "}
        <span className="hint">{t("stage.masters.editingHint")}</span>
      </p>
      <Button size="small" icon={ArrowLeft} onPress={() => backToPages(editor)}>
        {t("stage.masters.backToPages")}
      </Button>
    </aside>
  );
}
