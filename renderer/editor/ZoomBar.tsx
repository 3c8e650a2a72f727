import { Maximize, MoveHorizontal, ZoomIn, ZoomOut } from "lucide-react";
import { memo } from "react";
import { Button, Toolbar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/Button.tsx";
import { useEditor, useEditorState } from "./editor.ts";
import { editorKeyLabel } from "./keys.ts";
import { fitPage, zoomIn, zoomOut, zoomToActualSize } from "./navigate.ts";
import { ACTUAL_SCALE } from "./stage-pages.ts";
import { ViewMenu } from "./ViewMenu.tsx";

/** How large the stage is shown. */
export const ZoomBar = memo(function ZoomBar() {
  const { t } = useTranslation();
  const editor = useEditor();
  const percent = useEditorState(({ view }) => (view ? Math.round((view.scale / ACTUAL_SCALE) * 100) : 100));
  return (
    <Toolbar className="stage-zoom" aria-label={t("editor.zoom.level", { percent })}>
      <IconButton
        icon={ZoomOut}
        size="small"
        label={t("editor.zoom.out")}
        shortcut={editorKeyLabel("zoomOut")}
        onPress={() => zoomOut(editor)}
      />
      <Button className="zoom-percent" aria-label={t("editor.zoom.actual")} onPress={() => zoomToActualSize(editor)}>
        {percent} %
      </Button>
      <IconButton
        icon={ZoomIn}
        size="small"
        label={t("editor.zoom.in")}
        shortcut={editorKeyLabel("zoomIn")}
        onPress={() => zoomIn(editor)}
      />
      <IconButton
        icon={Maximize}
        size="small"
        label={t("editor.zoom.page")}
        shortcut={editorKeyLabel("zoomPage")}
        onPress={() => fitPage(editor, "whole")}
      />
      <IconButton
        icon={MoveHorizontal}
        size="small"
        label={t("editor.zoom.width")}
        shortcut={editorKeyLabel("zoomWidth")}
        onPress={() => fitPage(editor, "width")}
      />
      <span className="divider" />
      <ViewMenu />
    </Toolbar>
  );
});
