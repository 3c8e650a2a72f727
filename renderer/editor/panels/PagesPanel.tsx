import type { TFunction } from "i18next";
import {
  ArrowDown,
  ArrowUp,
  BookCopy,
  Copy,
  FilePlus,
  MoreHorizontal,
  RotateCcw,
  RulerDimensionLine,
  Trash2,
  Unlink,
} from "lucide-react";
import { type DragEvent, type KeyboardEvent, memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { pageRef } from "../../../core/document/commands/holders.ts";
import type { Page, Project } from "../../../core/document/schema/project.ts";
import type { PlacedPage } from "../../../core/layout/display-list.ts";
import type { PageSources } from "../../engine/project-layout.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Menu, type MenuEntry } from "../../ui/Menu.tsx";
import { addPageAfter, copyPage, deletePage, movePageBeside, shiftPage } from "../actions.ts";
import { type Editor, useCalmLayouts, useEditor, useEditorState, workOn } from "../editor.ts";
import { editorKeyLabel } from "../keys.ts";
import { detachFromMaster, putOnMaster, showFramesOfMaster } from "../master-actions.ts";
import { goToPage } from "../navigate.ts";
import { MastersList } from "./MastersList.tsx";
import { MASTER_DRAG, PAGE_DRAG } from "./page-drag.ts";
import { Thumbnail } from "./Thumbnail.tsx";

/** CSS pixels a thumbnail may be wide and high. */
const ROOM = { width: 96, height: 112 };

/** Masters, and every page small: to go to them, add, copy, move and remove them. */
export const PagesPanel = memo(function PagesPanel() {
  const { t } = useTranslation();
  const editor = useEditor();
  const { pages, masters } = useCalmLayouts();
  const current = useEditorState((state) => (state.holders === "pages" ? state.page : undefined));
  const known = new Map(pages?.project.pages.map((page) => [page.id, page]));
  const last = pages?.project.pages.at(-1);
  return (
    <nav className="pages-panel" aria-label={t("editor.pages.title")}>
      <div className="pages-lists">
        {masters && <MastersList laidOut={masters} />}
        <div className="panel-bar">
          <h2>{t("editor.pages.title")}</h2>
          <IconButton
            icon={RulerDimensionLine}
            size="small"
            label={t("stage.page.open")}
            shortcut={editorKeyLabel("pageSetup")}
            onPress={() => editor.store.setState({ asked: "page" })}
          />
          <IconButton icon={FilePlus} size="small" label={t("editor.pages.add")} onPress={() => addPageAfter(editor)} />
        </div>
        <ol className="thumbnails">
          {pages?.placed.pages.map((placed) => {
            const page = placed.key === undefined ? undefined : known.get(placed.key);
            return (
              <PageItem
                key={placed.key ?? placed.index}
                placed={placed}
                page={page}
                masters={pages.project.masters}
                isFirst={page === pages.project.pages[0]}
                isLast={page === last}
                sources={pages.sources}
                isCurrent={placed.key === current}
              />
            );
          })}
        </ol>
      </div>
    </nav>
  );
});

interface PageItemProps {
  readonly placed: PlacedPage;
  /** Undefined for one that flowing text has added. */
  readonly page: Page | undefined;
  readonly masters: Project["masters"];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly sources: PageSources;
  readonly isCurrent: boolean;
}

/** There may be a hundred of them, of which a letter typed changes one. */
const PageItem = memo(function PageItem(props: PageItemProps) {
  const { placed, page, masters, isFirst, isLast, sources, isCurrent } = props;
  const { t } = useTranslation();
  const say = useBilingual();
  const editor = useEditor();
  const [over, setOver] = useState<"before" | "after" | "onto">();
  const isDesigned = page !== undefined;
  const number = placed.index + 1;
  const name = isDesigned ? t("editor.pages.number", { number }) : t("editor.pages.added", { number });
  const id = placed.key ?? "";
  const master = masters.find((one) => one.id === page?.master);
  const actions = t("editor.pages.actions", { number });

  const press = (event: KeyboardEvent): void => {
    if (!isDesigned) return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      shiftPage(editor, id, event.key === "ArrowUp" ? -1 : 1);
    } else if (event.key === "Delete") deletePage(editor, id);
    else return;
    event.preventDefault();
  };
  const drag = (event: DragEvent): void => {
    const { types } = event.dataTransfer;
    if (!isDesigned || !(types.includes(PAGE_DRAG) || types.includes(MASTER_DRAG))) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const isHigh = event.clientY < top + height / 2;
    setOver(types.includes(MASTER_DRAG) ? "onto" : isHigh ? "before" : "after");
  };
  const drop = (event: DragEvent): void => {
    const dragged = event.dataTransfer.getData(PAGE_DRAG);
    const dropped = event.dataTransfer.getData(MASTER_DRAG);
    if (dropped !== "") putOnMaster(editor, [id], dropped);
    else if (dragged !== "" && over !== undefined) movePageBeside(editor, dragged, id, over === "after");
    setOver(undefined);
  };

  return (
    <li
      className={isCurrent ? "thumbnail current" : "thumbnail"}
      data-over={over}
      onDragOver={drag}
      onDragLeave={() => setOver(undefined)}
      onDrop={drop}
    >
      <button
        type="button"
        className="thumbnail-paper"
        aria-label={name}
        aria-current={isCurrent ? "page" : undefined}
        {...(isDesigned && { "aria-description": t("stage.pages.keysHint") })}
        draggable={isDesigned}
        onDragStart={(event) => {
          event.dataTransfer.setData(PAGE_DRAG, id);
          event.dataTransfer.effectAllowed = "move";
        }}
        onKeyDown={press}
        onClick={() => {
          if (editor.store.getState().holders === "masters") workOn(editor, pageRef(id));
          else goToPage(editor, placed.index);
        }}
      >
        <Thumbnail page={placed} sources={sources} room={ROOM} />
      </button>
      <span className="thumbnail-foot">
        <span className={isDesigned ? undefined : "aside"}>{placed.folio || number}</span>
        {page && (
          <Menu
            label={actions}
            trigger={<IconButton icon={MoreHorizontal} size="small" label={actions} />}
            entries={pageEntries(editor, t, say, { page, masters, isFirst, isLast })}
          />
        )}
      </span>
      {master && <span className="thumbnail-master">{say(master.name)}</span>}
    </li>
  );
});

function pageEntries(
  editor: Editor,
  t: TFunction,
  say: ReturnType<typeof useBilingual>,
  { page, masters, isFirst, isLast }: Pick<PageItemProps, "masters" | "isFirst" | "isLast"> & { readonly page: Page },
): readonly MenuEntry[] {
  const { id } = page;
  const choices: readonly MenuEntry[] = [
    {
      id: "none",
      text: t("stage.masters.noMaster"),
      isOn: page.master === undefined,
      run: () => putOnMaster(editor, [id], undefined),
    },
    ...masters.map((master) => ({
      id: `master ${master.id}`,
      text: say(master.name),
      isOn: page.master === master.id,
      run: () => putOnMaster(editor, [id], master.id),
    })),
  ];
  return [
    { id: "copy", text: t("editor.pages.duplicate"), icon: Copy, run: () => copyPage(editor, id) },
    {
      id: "up",
      text: t("editor.pages.up"),
      icon: ArrowUp,
      aside: "Alt+↑",
      isDisabled: isFirst,
      run: () => shiftPage(editor, id, -1),
    },
    {
      id: "down",
      text: t("editor.pages.down"),
      icon: ArrowDown,
      aside: "Alt+↓",
      isDisabled: isLast,
      run: () => shiftPage(editor, id, 1),
    },
    ...(masters.length > 0
      ? [{ id: "master", text: t("stage.masters.ofPage"), icon: BookCopy, startsGroup: true, entries: choices }]
      : []),
    ...(page.master !== undefined
      ? [
          {
            id: "override",
            text: t("stage.masters.overrideAll"),
            icon: Unlink,
            run: () => {
              workOn(editor, pageRef(id));
              detachFromMaster(editor, id);
            },
          },
        ]
      : []),
    ...(page.overrides !== undefined
      ? [
          {
            id: "restore",
            text: t("stage.masters.restore"),
            icon: RotateCcw,
            run: () => showFramesOfMaster(editor, id),
          },
        ]
      : []),
    ...(!(isFirst && isLast)
      ? [
          {
            id: "remove",
            text: t("editor.pages.remove"),
            icon: Trash2,
            aside: "Delete",
            danger: true,
            startsGroup: true,
            run: () => deletePage(editor, id),
          },
        ]
      : []),
  ];
}
