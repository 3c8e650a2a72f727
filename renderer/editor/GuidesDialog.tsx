import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSessionState } from "../session/use-session.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { display, useDisplay } from "./display.ts";
import { useEditor, useEditorState } from "./editor.ts";
import { putGuide, shiftGuide, takeAllGuidesOff, takeGuideOff } from "./guide-actions.ts";
import { MeasureField } from "./panels/MeasureField.tsx";
import { workedProject } from "./worked-pages.ts";

/** Guides of the page being worked on by their exact places, and the grid. */
export function GuidesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const saved = useSessionState((state) => state.project);
  const holders = useEditorState((state) => state.holders);
  const id = useEditorState((state) => state.page);
  const gridStep = useDisplay((state) => state.gridStep);
  const project = workedProject(saved, holders);
  const page = project.pages.find((one) => one.id === id);
  const { width, height } = page?.size ?? project.page;
  const guides = (page?.guides ?? []).map((guide, index) => ({ ...guide, index }));
  const mm = t("editor.properties.mm");

  const list = (axis: "x" | "y") => (
    <section className="guide-list" aria-label={t(`stage.guides.${axis}`)}>
      <h3>{t(`stage.guides.${axis}`)}</h3>
      {guides
        .filter((guide) => guide.axis === axis)
        .map(({ at, index }) => (
          <div key={index} className="guide-row">
            <MeasureField
              label={t(axis === "x" ? "stage.guides.fromLeft" : "stage.guides.fromTop")}
              unit={mm}
              value={at}
              onChange={(value) => shiftGuide(editor, { page: id, index }, value, `guide:${id}:${index}`)}
            />
            <IconButton
              icon={Trash2}
              size="small"
              label={t("stage.guides.remove")}
              onPress={() => takeGuideOff(editor, { page: id, index })}
            />
          </div>
        ))}
      <Button
        icon={Plus}
        size="small"
        onPress={() => putGuide(editor, id, { axis, at: (axis === "x" ? width : height) / 2 })}
      >
        {t("stage.guides.add")}
      </Button>
    </section>
  );

  return (
    <Dialog
      title={t("stage.guides.title")}
      onClose={onClose}
      footer={
        <>
          <Button isDisabled={guides.length === 0} onPress={() => takeAllGuidesOff(editor, id)}>
            {t("stage.guides.clear")}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t("stage.done")}
          </Button>
        </>
      }
    >
      <div className="guide-lists">
        {list("x")}
        {list("y")}
      </div>
      <div className="guide-grid">
        <MeasureField
          label={t("stage.guides.gridStep")}
          unit={mm}
          least={0.5}
          most={200}
          value={gridStep}
          onChange={(step) => display.setState({ gridStep: step })}
        />
      </div>
    </Dialog>
  );
}
