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
  Frame,
  Group,
  Lock,
  LockOpen,
  type LucideIcon,
  MoreHorizontal,
  Trash2,
  Ungroup,
} from "lucide-react";
import { Toolbar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Alignment } from "../../../core/document/commands/align-frames.ts";
import type { OrderStep } from "../../../core/document/commands/order-frames.ts";
import { placementBounds, placementOf, roundMm } from "../../../core/document/frame-geometry.ts";
import type { Frame as FrameType } from "../../../core/document/schema/frames.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Menu } from "../../ui/Menu.tsx";
import {
  align,
  distribute,
  duplicateSelected,
  group,
  matchSize,
  order,
  removeSelected,
  setLocked,
  ungroup,
} from "../actions.ts";
import { type AlignTo, type Editor, useCalmEditorState, useEditor } from "../editor.ts";
import { editorKeyLabel } from "../keys.ts";
import { MeasureField } from "./MeasureField.tsx";

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

const ALIGN_TO: readonly AlignTo[] = ["selection", "page", "margins"];
const SPREADS: readonly (readonly ["x" | "y", "start" | "middle" | "end"])[] = [
  ["x", "start"],
  ["x", "middle"],
  ["x", "end"],
  ["y", "start"],
  ["y", "middle"],
  ["y", "end"],
];
const SIZES = [
  ["sameWidth", ["width"]],
  ["sameHeight", ["height"]],
  ["sameSize", ["width", "height"]],
] as const;

/** Lining up, stacking, grouping, copying and removing the selected frames. */
export function ArrangeSection({ frames }: { readonly frames: readonly FrameType[] }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const alignTo = useCalmEditorState((state) => state.alignTo);
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
        <Menu
          label={t("stage.arrange.alignTo")}
          trigger={<IconButton icon={Frame} size="small" label={t("stage.arrange.alignTo")} />}
          entries={ALIGN_TO.map((to) => ({
            id: to,
            text: t(`stage.arrange.to.${to}`),
            isOn: alignTo === to,
            run: () => editor.store.setState({ alignTo: to }),
          }))}
        />
      </Toolbar>
      {frames.length > 1 && (
        <Toolbar className="tool-row" aria-label={t("stage.arrange.more")}>
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
          <Menu
            label={t("stage.arrange.more")}
            trigger={
              <IconButton icon={MoreHorizontal} size="small" label={t("stage.arrange.more")} isDisabled={isLocked} />
            }
            entries={[
              ...SPREADS.map(([axis, spread], index) => ({
                id: `${axis} ${spread}`,
                text: t(`stage.arrange.spread.${axis}.${spread}`),
                isDisabled: frames.length < 3,
                startsGroup: index === 3,
                run: () => distribute(editor, axis, spread),
              })),
              ...SIZES.map(([id, sides], index) => ({
                id,
                text: t(`stage.arrange.${id}`),
                startsGroup: index === 0,
                run: () => matchSize(editor, sides),
              })),
            ]}
          />
        </Toolbar>
      )}
      {frames.length > 1 && !isLocked && <GapFields editor={editor} frames={frames} />}
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

/** The distance from one frame to the next; undefined where it is not the same between all. */
function sharedGap(frames: readonly FrameType[], axis: "x" | "y"): number | undefined {
  const size = axis === "x" ? "width" : "height";
  const bounds = frames.map((frame) => placementBounds(placementOf(frame))).sort((a, b) => a[axis] - b[axis]);
  const gaps = bounds.slice(1).map((rect, index) => {
    const before = bounds[index];
    return before ? roundMm(rect[axis] - before[axis] - before[size]) : 0;
  });
  return gaps.every((gap) => Math.abs(gap - (gaps[0] ?? 0)) < 0.01) ? gaps[0] : undefined;
}

/** Equal gaps by their width. */
function GapFields({ editor, frames }: { readonly editor: Editor; readonly frames: readonly FrameType[] }) {
  const { t } = useTranslation();
  const mm = t("editor.properties.mm");
  return (
    <div className="measures">
      <MeasureField
        label={t("stage.arrange.gapX")}
        unit={mm}
        value={sharedGap(frames, "x")}
        onChange={(gap) => distribute(editor, "x", "gaps", gap)}
      />
      <MeasureField
        label={t("stage.arrange.gapY")}
        unit={mm}
        value={sharedGap(frames, "y")}
        onChange={(gap) => distribute(editor, "y", "gaps", gap)}
      />
    </div>
  );
}
