import { FileOutput, Home, Keyboard, PanelRight, Printer, Redo2, Rows3, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ProjectView } from "../app/screen.ts";
import { HelpMenu } from "../help/HelpMenu.tsx";
import { askForLetters } from "../letters/letters-state.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { tourPlace } from "../tour/tour-store.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Segments } from "../ui/Segments.tsx";
import { ProjectMenu } from "./ProjectMenu.tsx";
import { projectKeyLabel } from "./project-keys.ts";
import { SaveState } from "./SaveState.tsx";
import type { FileWork } from "./use-file-work.ts";

export interface ProjectBarProps {
  readonly view: ProjectView;
  readonly onView: (view: ProjectView) => void;
  readonly preflightShown: boolean;
  readonly onPreflight: (shown: boolean) => void;
  readonly work: FileWork;
  readonly onExport: () => void;
  readonly onPrint: () => void;
  readonly onTour: () => void;
  readonly onBatch: () => void;
}

export function ProjectBar(props: ProjectBarProps) {
  const { view, onView, preflightShown, onPreflight, work, onExport, onPrint, onTour, onBatch } = props;
  const { t } = useTranslation();
  const session = useSession();
  const canUndo = useSessionState((state) => state.history.done.length > 0);
  const canRedo = useSessionState((state) => state.history.undone.length > 0);
  return (
    <header className="project-bar">
      <IconButton icon={Home} label={t("project.toGallery")} onPress={() => work.leave()} />
      <ProjectMenu work={work} />
      <SaveState onSave={() => void work.save()} />
      <span className="divider" />
      <IconButton
        icon={Undo2}
        label={t("project.undo")}
        shortcut={projectKeyLabel("undo")}
        isDisabled={!canUndo}
        onPress={() => session.undo()}
      />
      <IconButton
        icon={Redo2}
        label={t("project.redo")}
        shortcut={projectKeyLabel("redo")}
        isDisabled={!canRedo}
        onPress={() => session.redo()}
      />
      <IconButton
        icon={Keyboard}
        label={t("letters.open")}
        shortcut={projectKeyLabel("letters")}
        onPress={askForLetters}
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
        <HelpMenu onTour={onTour} />
        <IconButton
          icon={PanelRight}
          label={preflightShown ? t("preflight.hide") : t("preflight.show")}
          onPress={() => onPreflight(!preflightShown)}
        />
        <Button icon={Rows3} onPress={onBatch}>
          {t("project.batch")}
        </Button>
        <Button icon={FileOutput} shortcut={projectKeyLabel("export")} onPress={onExport}>
          {t("project.export")}
        </Button>
        <Button
          {...tourPlace("print")}
          icon={Printer}
          variant="primary"
          shortcut={projectKeyLabel("print")}
          onPress={onPrint}
        >
          {t("print.print")}
        </Button>
      </span>
    </header>
  );
}
