import type { TFunction } from "i18next";
import {
  AlignStartVertical,
  ClipboardPaste,
  Copy,
  CopyPlus,
  EyeOff,
  Group,
  Layers,
  Lock,
  RulerDimensionLine,
  Scissors,
  Trash2,
  Ungroup,
  Unlink,
} from "lucide-react";
import { useRef } from "react";
import { Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Alignment } from "../../core/document/commands/align-frames.ts";
import type { OrderStep } from "../../core/document/commands/order-frames.ts";
import { type MenuEntry, MenuList } from "../ui/Menu.tsx";
import {
  align,
  duplicateSelected,
  group,
  order,
  removeSelected,
  selectedFrames,
  setHidden,
  setLocked,
  ungroup,
} from "./actions.ts";
import { copyNow, pasteNow } from "./clipboard/use-clipboard.ts";
import { type Editor, useEditor, useEditorState } from "./editor.ts";
import { editorKeyLabel } from "./keys.ts";
import { detachFromMaster } from "./master-actions.ts";

const STEPS: readonly OrderStep[] = ["front", "forward", "backward", "back"];
const ALIGNMENTS: readonly Alignment[] = ["left", "center", "right", "top", "middle", "bottom"];

/** What can be done here, by the right button or Shift+F10. */
export function StageMenu() {
  const { t } = useTranslation();
  const editor = useEditor();
  const place = useEditorState((state) => state.menu);
  const anchor = useRef<HTMLSpanElement>(null);
  const entries = useEntries(editor);
  const close = (): void => editor.store.setState({ menu: undefined });
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: place?.x ?? 0, top: place?.y ?? 0 }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen={place !== undefined}
        onOpenChange={(open) => !open && close()}
        placement="bottom start"
        offset={0}
      >
        <MenuList
          label={t("stage.menu.title")}
          autoFocus
          onClose={close}
          entries={closing([...(place?.ofMaster ? masterEntries(editor, t, place.ofMaster) : []), ...entries], close)}
        />
      </Popover>
    </>
  );
}

/** Entries of menus beside this one close it as well; no button that opened them does. */
const closing = (entries: readonly MenuEntry[], close: () => void): readonly MenuEntry[] =>
  entries.map((entry) => ({
    ...entry,
    ...(entry.entries && { entries: closing(entry.entries, close) }),
    ...(entry.run && {
      run: () => {
        close();
        entry.run?.();
      },
    }),
  }));

const masterEntries = (
  editor: Editor,
  t: TFunction,
  { page, frame }: { readonly page: string; readonly frame: string },
): readonly MenuEntry[] => [
  {
    id: "override",
    text: t("stage.masters.override"),
    icon: Unlink,
    aside: t("stage.masters.overrideKeys"),
    run: () => detachFromMaster(editor, page, new Set([frame])),
  },
];

function useEntries(editor: Editor): readonly MenuEntry[] {
  const { t } = useTranslation();
  const selection = useEditorState((state) => state.selection);
  const keys = (words: Parameters<typeof editorKeyLabel>[0]) => {
    const label = editorKeyLabel(words);
    return label === undefined ? {} : { aside: label };
  };
  const pasting: readonly MenuEntry[] = [
    {
      id: "paste",
      text: t("keys.what.paste"),
      icon: ClipboardPaste,
      ...keys("paste"),
      run: () => void pasteNow(editor, "beside"),
    },
    {
      id: "inPlace",
      text: t("keys.what.pasteInPlace"),
      ...keys("pasteInPlace"),
      run: () => void pasteNow(editor, "inPlace"),
    },
    {
      id: "everywhere",
      text: t("keys.what.pasteEverywhere"),
      ...keys("pasteEverywhere"),
      run: () => void pasteNow(editor, "everywhere"),
    },
  ];
  const ofPage: readonly MenuEntry[] = [
    {
      id: "page",
      text: t("stage.page.open"),
      icon: RulerDimensionLine,
      startsGroup: true,
      ...keys("pageSetup"),
      run: () => editor.store.setState({ asked: "page" }),
    },
    { id: "guides", text: t("stage.guides.open"), run: () => editor.store.setState({ asked: "guides" }) },
  ];
  if (selection.size === 0) return [...pasting, ...ofPage];

  const frames = selectedFrames(editor);
  const isLocked = frames.every(({ locked }) => locked === true);
  const isGroup = frames.some(({ type }) => type === "group");
  return [
    {
      id: "cut",
      text: t("keys.what.cut"),
      icon: Scissors,
      isDisabled: isLocked,
      ...keys("cut"),
      run: () => copyNow("cut"),
    },
    { id: "copy", text: t("keys.what.copy"), icon: Copy, ...keys("copy"), run: () => copyNow("copy") },
    ...pasting,
    {
      id: "duplicate",
      text: t("editor.action.duplicate"),
      icon: CopyPlus,
      startsGroup: true,
      ...keys("duplicate"),
      run: () => duplicateSelected(editor),
    },
    {
      id: "repeat",
      text: t("stage.repeat.open"),
      ...keys("repeat"),
      run: () => editor.store.setState({ asked: "repeat" }),
    },
    {
      id: "order",
      text: t("editor.action.order"),
      icon: Layers,
      startsGroup: true,
      entries: STEPS.map((step) => ({
        id: step,
        text: t(`editor.action.${step}`),
        ...keys(step),
        run: () => order(editor, step),
      })),
    },
    {
      id: "align",
      text: t("editor.action.align"),
      icon: AlignStartVertical,
      isDisabled: isLocked,
      entries: ALIGNMENTS.map((alignment) => ({
        id: alignment,
        text: t(`editor.align.${alignment}`),
        run: () => align(editor, alignment),
      })),
    },
    isGroup
      ? {
          id: "ungroup",
          text: t("editor.action.ungroup"),
          icon: Ungroup,
          isDisabled: isLocked,
          ...keys("ungroup"),
          run: () => ungroup(editor),
        }
      : {
          id: "group",
          text: t("editor.action.group"),
          icon: Group,
          isDisabled: isLocked || frames.length < 2,
          ...keys("group"),
          run: () => group(editor),
        },
    {
      id: "lock",
      text: isLocked ? t("editor.action.unlock") : t("editor.action.lock"),
      icon: Lock,
      startsGroup: true,
      ...keys("lock"),
      run: () => setLocked(editor, selection, !isLocked),
    },
    {
      id: "hide",
      text: t("editor.action.hide"),
      icon: EyeOff,
      ...keys("hide"),
      run: () => setHidden(editor, selection, true),
    },
    {
      id: "remove",
      text: t("editor.action.remove"),
      icon: Trash2,
      danger: true,
      startsGroup: true,
      isDisabled: isLocked,
      ...keys("remove"),
      run: () => removeSelected(editor),
    },
  ];
}
