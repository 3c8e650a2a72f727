import { BookCopy, Copy, FileCheck, Files, MoreHorizontal, Pencil, Plus, Trash2 } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { masterRef } from "../../../core/document/commands/holders.ts";
import type { Master } from "../../../core/document/schema/project.ts";
import type { LaidOut } from "../../engine/project-layout.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { useEditor, useEditorState, workOn } from "../editor.ts";
import { backToPages, copyMaster, deleteMaster, newMaster, putOnMaster } from "../master-actions.ts";
import { ApplyMasterDialog, MasterNameDialog } from "./MasterDialogs.tsx";
import { MASTER_DRAG } from "./page-drag.ts";
import { Thumbnail } from "./Thumbnail.tsx";

/** CSS pixels. */
const ROOM = { width: 30, height: 36 };

type Asked = { readonly what: "name" | "apply"; readonly id: string } | undefined;

/** The masters above the pages: to edit, apply, copy and remove them. */
export const MastersList = memo(function MastersList({ laidOut }: { readonly laidOut: LaidOut }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const editor = useEditor();
  const current = useEditorState((state) => (state.holders === "masters" ? state.page : undefined));
  const [asked, setAsked] = useState<Asked>();
  const { project, placed, sources } = laidOut;
  const askedOf = project.masters.find(({ id }) => id === asked?.id);

  const entries = (master: Master) => [
    {
      id: "here",
      text: t("stage.masters.applyHere"),
      icon: FileCheck,
      run: () => {
        const { holders, page } = editor.store.getState();
        const target = holders === "pages" ? page : editor.lastPage;
        if (target === undefined) return;
        putOnMaster(editor, [target], master.id);
        if (holders === "masters") backToPages(editor, target);
      },
    },
    {
      id: "apply",
      text: t("stage.masters.applyTo"),
      icon: Files,
      run: () => setAsked({ what: "apply", id: master.id }),
    },
    {
      id: "name",
      text: t("stage.masters.rename"),
      icon: Pencil,
      startsGroup: true,
      run: () => setAsked({ what: "name", id: master.id }),
    },
    {
      id: "copy",
      text: t("stage.masters.duplicate"),
      icon: Copy,
      run: () =>
        copyMaster(editor, master.id, {
          vi: `${master.name.vi} (bản sao)`,
          en: `${master.name.en} (copy)`,
        }),
    },
    {
      id: "remove",
      text: t("stage.masters.remove"),
      icon: Trash2,
      danger: true,
      startsGroup: true,
      run: () => deleteMaster(editor, master.id),
    },
  ];

  return (
    <section className="masters" aria-label={t("stage.masters.title")}>
      <div className="panel-bar">
        <h2>{t("stage.masters.title")}</h2>
        <IconButton icon={Plus} size="small" label={t("stage.masters.add")} onPress={() => newMaster(editor)} />
      </div>
      {project.masters.length === 0 && <p className="panel-hint masters-none">{t("stage.masters.none")}</p>}
      <ul className="master-rows">
        {project.masters.map((master) => {
          const page = placed.pages.find(({ key }) => key === master.id);
          const name = say(master.name);
          return (
            <li key={master.id} className={current === master.id ? "master-row current" : "master-row"}>
              <button
                type="button"
                className="master-open"
                aria-label={t("stage.masters.edit", { name })}
                aria-current={current === master.id ? "page" : undefined}
                title={name}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.setData(MASTER_DRAG, master.id);
                  event.dataTransfer.effectAllowed = "link";
                }}
                onClick={() => workOn(editor, masterRef(master.id))}
              >
                {page ? <Thumbnail page={page} sources={sources} room={ROOM} /> : <BookCopy aria-hidden size={18} />}
                <span className="master-name">{name}</span>
              </button>
              <Menu
                label={t("stage.masters.actions", { name })}
                trigger={<IconButton icon={MoreHorizontal} size="small" label={t("stage.masters.actions", { name })} />}
                entries={entries(master)}
              />
            </li>
          );
        })}
      </ul>
      {askedOf && asked?.what === "name" && (
        <MasterNameDialog project={project} master={askedOf} onClose={() => setAsked(undefined)} />
      )}
      {askedOf && asked?.what === "apply" && (
        <ApplyMasterDialog
          project={editor.session.store.getState().project}
          master={askedOf}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
});
