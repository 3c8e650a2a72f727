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
import { type Tool, useEditor, useEditorState } from "./editor.ts";

type ToolEntry = readonly [Tool, LucideIcon, string];

const SELECTING: readonly ToolEntry[] = [
  ["select", MousePointer2, "V"],
  ["hand", Hand, "H"],
];
const CONTENT: readonly ToolEntry[] = [
  ["text", Type, "T"],
  ["image", Image, "I"],
  ["table", Table, "B"],
  ["chart", ChartColumn, "C"],
  ["qr", QrCode, "Q"],
  ["ornament", Sparkle, "O"],
];
const SHAPES: readonly ToolEntry[] = [
  ["rectangle", Square, "R"],
  ["ellipse", Circle, "E"],
  ["polygon", Hexagon, "P"],
  ["line", Slash, "L"],
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
          {group.map(([id, Icon, key]) => (
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
                <kbd className="shortcut">{key}</kbd>
              </AriaTooltip>
            </TooltipTrigger>
          ))}
        </Fragment>
      ))}
    </ToggleButtonGroup>
  );
});
