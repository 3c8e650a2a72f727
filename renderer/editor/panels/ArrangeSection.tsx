import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  ArrowUpToLine,
  Copy,
  Group,
  Lock,
  LockOpen,
  type LucideIcon,
  Trash2,
  Ungroup,
} from "lucide-react";
import { Toolbar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Alignment } from "../../../core/document/commands/align-frames.ts";
import type { OrderStep } from "../../../core/document/commands/order-frames.ts";
import type { Frame } from "../../../core/document/schema/frames.ts";
import { IconButton } from "../../ui/Button.tsx";
import { align, distribute, duplicateSelected, group, order, removeSelected, setLocked, ungroup } from "../actions.ts";
import { useEditor } from "../editor.ts";
import { editorKeyLabel } from "../keys.ts";

const ALIGNMENTS: readonly (readonly [Alignment, LucideIcon])[] = [
  ["left", AlignStartVertical],
  ["center", AlignCenterVertical],
  ["right", AlignEndVertical],
  ["top", AlignStartHorizontal],
  ["middle", AlignCenterHorizontal],
  ["bottom", AlignEndHorizontal],
];

const STEPS: readonly (readonly [OrderStep, LucideIcon])[] = [
  ["front", ArrowUpToLine],
  ["forward", ArrowUp],
  ["backward", ArrowDown],
  ["back", ArrowDownToLine],
];

/** Lining up, stacking, grouping, copying and removing the selected frames. */
export function ArrangeSection({ frames }: { readonly frames: readonly Frame[] }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const isLocked = frames.some((frame) => frame.locked === true);
  const ids = new Set(frames.map(({ id }) => id));
  return (
    <section className="panel-section" aria-label={t("editor.action.align")}>
      <Toolbar className="tool-row" aria-label={t("editor.action.align")}>
        {ALIGNMENTS.map(([alignment, icon]) => (
          <IconButton
            key={alignment}
            icon={icon}
            size="small"
            label={t(`editor.align.${alignment}`)}
            isDisabled={isLocked}
            onPress={() => align(editor, alignment)}
          />
        ))}
        <IconButton
          icon={AlignHorizontalSpaceBetween}
          size="small"
          label={t("editor.align.spreadX")}
          isDisabled={isLocked || frames.length < 3}
          onPress={() => distribute(editor, "x")}
        />
        <IconButton
          icon={AlignVerticalSpaceBetween}
          size="small"
          label={t("editor.align.spreadY")}
          isDisabled={isLocked || frames.length < 3}
          onPress={() => distribute(editor, "y")}
        />
      </Toolbar>
      <Toolbar className="tool-row" aria-label={t("editor.action.order")}>
        {STEPS.map(([step, icon]) => (
          <IconButton
            key={step}
            icon={icon}
            size="small"
            label={t(`editor.action.${step}`)}
            shortcut={editorKeyLabel(step)}
            onPress={() => order(editor, step)}
          />
        ))}
        {frames.some((frame) => frame.type === "group") ? (
          <IconButton
            icon={Ungroup}
            size="small"
            label={t("editor.action.ungroup")}
            shortcut={editorKeyLabel("ungroup")}
            isDisabled={isLocked}
            onPress={() => ungroup(editor)}
          />
        ) : (
          <IconButton
            icon={Group}
            size="small"
            label={t("editor.action.group")}
            shortcut={editorKeyLabel("group")}
            isDisabled={isLocked || frames.length < 2}
            onPress={() => group(editor)}
          />
        )}
        <IconButton
          icon={isLocked ? LockOpen : Lock}
          size="small"
          label={isLocked ? t("editor.action.unlock") : t("editor.action.lock")}
          shortcut={editorKeyLabel("lock")}
          onPress={() => setLocked(editor, ids, !isLocked)}
        />
        <IconButton
          icon={Copy}
          size="small"
          label={t("editor.action.duplicate")}
          shortcut={editorKeyLabel("duplicate")}
          onPress={() => duplicateSelected(editor)}
        />
        <IconButton
          icon={Trash2}
          size="small"
          label={t("editor.action.remove")}
          shortcut={editorKeyLabel("remove")}
          isDisabled={isLocked}
          onPress={() => removeSelected(editor)}
        />
      </Toolbar>
    </section>
  );
}
