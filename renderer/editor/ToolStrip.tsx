import {
  ChartColumn,
  Circle,
  Hand,
  Hexagon,
  Image,
  type LucideIcon,
  MousePointer2,
  QrCode,
  Slash,
  Sparkle,
  Square,
  Table,
  Type,
} from "lucide-react";
import { Fragment, memo } from "react";
import {
  Tooltip as AriaTooltip,
  Separator,
  ToggleButton,
  ToggleButtonGroup,
  TooltipTrigger,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { ShortcutWords } from "../keys/shortcut-table.ts";
import { type Tool, useEditor, useEditorState } from "./editor.ts";
import { editorKeyLabel } from "./keys.ts";

type ToolEntry = readonly [Tool, LucideIcon, ShortcutWords];

const SELECTING: readonly ToolEntry[] = [
  ["select", MousePointer2, "toolSelect"],
  ["hand", Hand, "toolHand"],
];
const CONTENT: readonly ToolEntry[] = [
  ["text", Type, "toolText"],
  ["image", Image, "toolImage"],
  ["table", Table, "toolTable"],
  ["chart", ChartColumn, "toolChart"],
  ["qr", QrCode, "toolQr"],
  ["ornament", Sparkle, "toolOrnament"],
];
const SHAPES: readonly ToolEntry[] = [
  ["rectangle", Square, "toolRectangle"],
  ["ellipse", Circle, "toolEllipse"],
  ["polygon", Hexagon, "toolPolygon"],
  ["line", Slash, "toolLine"],
];
const GROUPS = [SELECTING, CONTENT, SHAPES] as const;
const TOOLS = GROUPS.flat();

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
        if (chosen) store.setState({ tool: chosen[0], writing: undefined, caret: undefined, cropping: undefined });
      }}
    >
      {GROUPS.map((group) => (
        <Fragment key={group[0]?.[0]}>
          {group !== SELECTING && <Separator className="tool-separator" />}
          {group.map(([id, Icon, words]) => (
            <TooltipTrigger key={id} delay={500} closeDelay={0}>
              <ToggleButton
                id={id}
                className="tool-button"
                aria-label={t(`editor.tool.${id}`)}
                onPress={({ pointerType }) => {
                  // Who takes a tool by keys goes on by keys: Enter on the stage puts the frame down.
                  if (pointerType === "keyboard") document.querySelector<HTMLElement>(".stage")?.focus();
                }}
              >
                <Icon aria-hidden size={18} strokeWidth={1.75} />
              </ToggleButton>
              <AriaTooltip className="tooltip" placement="right" offset={6}>
                {t(`editor.tool.${id}`)}
                <kbd className="shortcut">{editorKeyLabel(words)}</kbd>
              </AriaTooltip>
            </TooltipTrigger>
          ))}
        </Fragment>
      ))}
    </ToggleButtonGroup>
  );
});
