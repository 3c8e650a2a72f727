import { Circle, Hand, Image, type LucideIcon, MousePointer2, Slash, Square, Type } from "lucide-react";
import { memo } from "react";
import { Tooltip as AriaTooltip, ToggleButton, ToggleButtonGroup, TooltipTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type Tool, useEditor, useEditorState } from "./editor.ts";

const TOOLS: readonly (readonly [Tool, LucideIcon, string])[] = [
  ["select", MousePointer2, "V"],
  ["hand", Hand, "H"],
  ["text", Type, "T"],
  ["image", Image, "I"],
  ["rectangle", Square, "R"],
  ["ellipse", Circle, "E"],
  ["line", Slash, "L"],
];

/** What the pointer does on the stage. */
export const ToolStrip = memo(function ToolStrip() {
  const { t } = useTranslation();
  const { store } = useEditor();
  const tool = useEditorState((state) => state.tool);
  return (
    <ToggleButtonGroup
      className="tool-strip"
      aria-label={t("editor.tools")}
      orientation="vertical"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[tool]}
      onSelectionChange={(keys) => {
        const chosen = TOOLS.find(([id]) => keys.has(id));
        if (chosen) store.setState({ tool: chosen[0], writing: undefined, caret: undefined });
      }}
    >
      {TOOLS.map(([id, Icon, key]) => (
        <TooltipTrigger key={id} delay={500} closeDelay={0}>
          <ToggleButton id={id} className="tool-button" aria-label={t(`editor.tool.${id}`)}>
            <Icon aria-hidden size={18} strokeWidth={1.75} />
          </ToggleButton>
          <AriaTooltip className="tooltip" placement="right" offset={6}>
            {t(`editor.tool.${id}`)}
            <kbd className="shortcut">{key}</kbd>
          </AriaTooltip>
        </TooltipTrigger>
      ))}
    </ToggleButtonGroup>
  );
});
