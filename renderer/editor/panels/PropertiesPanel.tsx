import { Type } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { findFrame } from "../../../core/document/commands/edit-frames.ts";
import { threadOf } from "../../../core/document/commands/thread-frames.ts";
import { useCalmSessionState } from "../../session/use-session.ts";
import { Button } from "../../ui/Button.tsx";
import { useCalmEditorState, useEditor } from "../editor.ts";
import { ChartSection } from "../forms/ChartSection.tsx";
import { OrnamentSection } from "../forms/OrnamentSection.tsx";
import { QrSection } from "../forms/QrSection.tsx";
import { ShapeSection } from "../forms/ShapeSection.tsx";
import { TableSection } from "../forms/TableSection.tsx";
import { ownName } from "../frame-names.ts";
import { showStyle } from "../styles/style-actions.ts";
import { ArrangeSection } from "./ArrangeSection.tsx";
import { LookSection } from "./LookSection.tsx";
import { PictureSection } from "./PictureSection.tsx";
import { PlaceSection } from "./PlaceSection.tsx";
import { TextSection } from "./TextSection.tsx";

/** What the selected frames are like, to be changed. */
export const PropertiesPanel = memo(function PropertiesPanel() {
  const { t } = useTranslation();
  const editor = useEditor();
  const project = useCalmSessionState((state) => state.project);
  const selection = useCalmEditorState((state) => state.selection);
  const frames = [...selection].flatMap((id) => findFrame(project, id) ?? []);
  const [only] = frames;
  if (!only) {
    return (
      <div className="panel-empty">
        <p>{t("editor.properties.none")}</p>
        <p className="panel-hint">{t("editor.properties.noneHint")}</p>
        <Button
          icon={Type}
          size="small"
          onPress={() => showStyle(editor, "paragraph", project.paragraphStyles[0]?.id ?? "")}
        >
          {t("styles.title")}
        </Button>
      </div>
    );
  }
  const isOne = frames.length === 1;
  // A frame text is led into shows that of the first.
  const text = isOne && only.type === "text" ? threadOf(project, only.id)[0]?.text : undefined;
  const kind = t(`editor.kind.${only.type}`);
  const title = isOne
    ? (ownName(project, only, editor.language) ?? kind)
    : t("editor.selected", { count: frames.length });
  return (
    <div className="properties">
      <header className="properties-title">
        <h2>{title}</h2>
        {isOne && title !== kind && <span className="aside">{kind}</span>}
      </header>
      <PlaceSection frames={frames} />
      <ArrangeSection frames={frames} />
      {isOne && only.type === "text" && text !== undefined && (
        <TextSection key={only.id} frame={only} text={text} project={project} />
      )}
      {isOne && only.type === "image" && <PictureSection key={only.id} frame={only} project={project} />}
      {isOne && only.type === "shape" && <ShapeSection frame={only} />}
      {isOne && only.type === "table" && only.table && (
        <TableSection key={only.id} frame={only} table={only.table} project={project} />
      )}
      {isOne && only.type === "chart" && <ChartSection key={only.id} frame={only} project={project} />}
      {isOne && only.type === "qr" && <QrSection key={only.id} frame={only} project={project} />}
      {isOne && only.type === "ornament" && <OrnamentSection key={only.id} frame={only} project={project} />}
      <LookSection frames={frames} project={project} />
    </div>
  );
});
