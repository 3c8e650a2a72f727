import "./data.css";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { findFrame } from "../../../core/document/commands/edit-frames.ts";
import type { Frame } from "../../../core/document/schema/frames.ts";
import { useSessionState } from "../../session/use-session.ts";
import { IconButton } from "../../ui/Button.tsx";
import { useEditor, useEditorState } from "../editor.ts";
import { ownName } from "../frame-names.ts";
import { bringIntoView } from "../navigate.ts";
import { stageBounds } from "../stage-frames.ts";
import { ChartSheet } from "./ChartSheet.tsx";
import { TableSheet } from "./TableSheet.tsx";

/** The words and figures of the selected table or chart below the stage, where the page shows what comes of them. */
export function DataDrawer({ language }: { readonly language: string }) {
  const editor = useEditor();
  const project = useSessionState((state) => state.project);
  const selection = useEditorState((state) => state.selection);
  const isShown = useEditorState((state) => state.dataShown);
  const [only, ...more] = selection;
  const frame = only === undefined || more.length > 0 ? undefined : findFrame(project, only);
  if (!isShown || (frame?.type !== "table" && frame?.type !== "chart")) return null;
  if (frame.type === "table" && !frame.table) return null;
  const leave = (): void => {
    editor.store.setState({ dataShown: false });
    document.querySelector<HTMLElement>(".stage")?.focus();
  };
  return (
    <Drawer key={frame.id} frame={frame} name={ownName(project, frame, language)} onLeave={leave}>
      {frame.type === "table" && frame.table && (
        <TableSheet frame={frame} table={frame.table} project={project} language={language} onLeave={leave} />
      )}
      {frame.type === "chart" && <ChartSheet frame={frame} project={project} language={language} onLeave={leave} />}
    </Drawer>
  );
}

/** CSS pixels left above the frame, and below it for the bar that lies over the stage. */
const MARGIN = 16;
const ZOOM_BAR = 60;

interface DrawerProps {
  readonly frame: Frame;
  readonly name: string | undefined;
  readonly onLeave: () => void;
  readonly children: React.ReactNode;
}

function Drawer({ frame, name, onLeave, children }: DrawerProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const drawer = useRef<HTMLElement>(null);
  const asked = useEditorState((state) => state.dataAsked);
  const size = useEditorState((state) => state.size);
  useEffect(() => {
    if (editor.dataAnswered === asked) return;
    editor.dataAnswered = asked;
    drawer.current?.querySelector<HTMLElement>("textarea")?.focus();
  }, [editor, asked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the stage has made room
  useEffect(() => {
    const shown = editor.onStage.frames.find((one) => one.frame.id === frame.id);
    const { view } = editor.store.getState();
    if (!shown || !view) return;
    const { x, y, width, height } = stageBounds(shown);
    const margin = MARGIN / view.scale;
    bringIntoView(editor, { x, y: y - margin, width, height: height + margin + ZOOM_BAR / view.scale });
  }, [editor, frame.id, size.height]);
  const kind = t(`editor.kind.${frame.type}`);
  return (
    <section ref={drawer} className="data-drawer" aria-label={t("frames.data", { kind })}>
      <header className="data-head">
        <h2>{kind}</h2>
        {name !== undefined && <span className="aside">{name}</span>}
        <span className="data-hint">{t("frames.dataHint")}</span>
        <IconButton icon={X} size="small" label={t("common.close")} shortcut="Esc" onPress={onLeave} />
      </header>
      {children}
    </section>
  );
}
