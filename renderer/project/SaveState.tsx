import { Save } from "lucide-react";
import { TooltipTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { formatTime } from "../i18n/format.ts";
import { useBilingual, useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { hasUnsavedChanges } from "../session/project-session.ts";
import { useSessionState } from "../session/use-session.ts";
import { tourPlace } from "../tour/tour-store.ts";
import { Button } from "../ui/Button.tsx";
import { Tooltip } from "../ui/Tooltip.tsx";
import { projectKeyLabel } from "./project-keys.ts";

/** Whether the work is in its file, and that it is safe where it is not. */
export function SaveState({ onSave }: { readonly onSave: () => void }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const language = useInterfaceLanguage();
  const unsaved = useSessionState(hasUnsavedChanges);
  const saving = useSessionState((state) => state.saving);
  const savedAt = useSessionState((state) => state.savedAt);
  const inFile = useSessionState((state) => state.file !== undefined);
  const journal = useSessionState((state) => state.journal);
  const trouble = useSessionState((state) => state.trouble[0]);
  const words = (): string => {
    if (saving) return t("project.saving");
    if (journal === "waiting") return t("project.journalWaiting");
    if (unsaved || !inFile) return t("project.unsaved");
    return savedAt ? t("project.saved", { time: formatTime(savedAt, language) }) : t("project.savedBefore");
  };
  const pending = unsaved || !inFile;
  const explained = (): string => {
    if (journal === "waiting" && trouble) return say(trouble.message);
    return pending ? t("project.unsavedSafe") : words();
  };
  return (
    <span className="save-state" {...tourPlace("keep")}>
      <TooltipTrigger delay={500} closeDelay={0}>
        <Button icon={Save} variant="quiet" isDisabled={!pending || saving} onPress={onSave}>
          {t("project.save")}
        </Button>
        <Tooltip shortcut={projectKeyLabel("save")}>{explained()}</Tooltip>
      </TooltipTrigger>
      <span className={journal === "waiting" ? "save-words tone-error" : "save-words"} role="status">
        {words()}
      </span>
    </span>
  );
}
