import { FileOutput, Home, PanelRight, Redo2, Rows3, Settings2, Undo2 } from "lucide-react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Preferences } from "../app/Preferences.tsx";
import type { ProjectView } from "../app/screen.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Segments } from "../ui/Segments.tsx";
import { SaveState } from "./SaveState.tsx";

export interface ProjectBarProps {
  readonly view: ProjectView;
  readonly onView: (view: ProjectView) => void;
  readonly preflightShown: boolean;
  readonly onPreflight: (shown: boolean) => void;
  readonly onHome: () => void;
  readonly onSave: () => void;
  readonly onExport: () => void;
  readonly onBatch: () => void;
}

export function ProjectBar(props: ProjectBarProps) {
  const { view, onView, preflightShown, onPreflight, onHome, onSave, onExport, onBatch } = props;
  const { t } = useTranslation();
  const session = useSession();
  const name = useSessionState((state) => state.name);
  const canUndo = useSessionState((state) => state.history.done.length > 0);
  const canRedo = useSessionState((state) => state.history.undone.length > 0);
  return (
    <header className="project-bar">
      <IconButton icon={Home} label={t("project.toGallery")} onPress={onHome} />
      <h1 className="project-name">{name}</h1>
      <SaveState onSave={onSave} />
      <span className="divider" />
      <IconButton
        icon={Undo2}
        label={t("project.undo")}
        shortcut="Ctrl+Z"
        isDisabled={!canUndo}
        onPress={() => session.undo()}
      />
      <IconButton
        icon={Redo2}
        label={t("project.redo")}
        shortcut="Ctrl+Y"
        isDisabled={!canRedo}
        onPress={() => session.redo()}
      />
      <span className="divider" />
      <Segments
        label={t("project.view")}
        value={view}
        onChange={onView}
        segments={[
          { value: "fill", text: t("project.fillView") },
          { value: "edit", text: t("project.editView") },
          { value: "translate", text: t("languages.translateView") },
        ]}
      />
      <span className="project-bar-end">
        <DialogTrigger>
          <IconButton icon={Settings2} label={t("common.preferences")} />
          <Popover className="popover" offset={4} placement="bottom end">
            <Dialog className="preferences" aria-label={t("common.preferences")}>
              <Preferences />
            </Dialog>
          </Popover>
        </DialogTrigger>
        <IconButton
          icon={PanelRight}
          label={preflightShown ? t("preflight.hide") : t("preflight.show")}
          onPress={() => onPreflight(!preflightShown)}
        />
        <Button icon={Rows3} onPress={onBatch}>
          {t("project.batch")}
        </Button>
        <Button icon={FileOutput} variant="primary" onPress={onExport}>
          {t("project.export")}
        </Button>
      </span>
    </header>
  );
}
