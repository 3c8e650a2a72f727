import {
  Copy,
  Eye,
  FilePenLine,
  FileWarning,
  FolderOpen,
  ListX,
  MoreHorizontal,
  SquareArrowOutUpRight,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../../core/api/project-contract.ts";
import type { Bilingual } from "../../core/diagnostics/diagnostic.ts";
import { openFile } from "../app/opening.ts";
import { PEEK_WIDTH, PeekDialog } from "../app/PeekDialog.tsx";
import { useAppInfo } from "../app/settings.ts";
import { useHost } from "../host/host-context.ts";
import { formatAgo } from "../i18n/format.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button, IconButton } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Menu, type MenuEntry } from "../ui/Menu.tsx";
import { NameDialog } from "../ui/NameDialog.tsx";
import { showFailure, showToast } from "../ui/toasts.ts";
import { Preview } from "./Preview.tsx";

const PREVIEW_WIDTH = 240;
/** Pictures are cut to a square of the card, so their shape need not be known before they are there. */
const SQUARE = { width: 1, height: 1 };

export interface RecentCardProps {
  readonly file: ProjectFile;
  /** The list is another one now. */
  readonly onChanged: () => void;
}

/** One of the user's projects: a press opens it, and a menu, by its button or the right mouse button, does the rest. */
export function RecentCard({ file: recent, onChanged }: RecentCardProps) {
  const { t } = useTranslation();
  const host = useHost();
  const language = useInterfaceLanguage();
  const { trash } = useAppInfo();
  const { file, name } = recent;
  const [asked, setAsked] = useState<"peek" | "rename" | "trash">();
  const [menu, setMenu] = useState(false);
  const done = (): void => setAsked(undefined);
  /** A sound project has a language at least. */
  const isReadable = recent.languages.length > 0;
  const open = (): void => void openFile(host, { file, name });

  const change = async (work: Promise<unknown>, message: Bilingual): Promise<void> => {
    try {
      await work;
      showToast({ tone: "good", message });
      onChanged();
    } catch (failure) {
      showFailure(failure);
    }
  };

  const entries: readonly MenuEntry[] = [
    { id: "open", text: t("life.open"), icon: SquareArrowOutUpRight, run: open },
    { id: "peek", text: t("life.look"), icon: Eye, run: () => setAsked("peek") },
    {
      id: "duplicate",
      text: t("life.duplicate"),
      icon: Copy,
      startsGroup: true,
      run: () =>
        void change(host.projects.duplicate({ file }), {
          vi: `Đã nhân bản “${name}”.`,
          en: `“${name}” was duplicated.`,
        }),
    },
    { id: "rename", text: t("life.rename"), icon: FilePenLine, run: () => setAsked("rename") },
    {
      id: "reveal",
      text: t("life.reveal"),
      icon: FolderOpen,
      run: () => void host.files.reveal({ file }).catch(showFailure),
    },
    {
      id: "forget",
      text: t("life.forget"),
      icon: ListX,
      startsGroup: true,
      run: () =>
        void change(host.projects.forget({ file }), {
          vi: `Đã bỏ “${name}” khỏi danh sách. Tệp vẫn còn trên đĩa.`,
          en: `“${name}” was removed from the list. The file is still on disk.`,
        }),
    },
    ...(trash
      ? [{ id: "trash", text: t("life.trash"), icon: Trash2, danger: true, run: () => setAsked("trash") } as const]
      : []),
  ];

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same menu has a button.
    <div
      className="recent-item"
      onContextMenu={(event) => {
        event.preventDefault();
        setMenu(true);
      }}
    >
      <AriaButton className="recent-card" onPress={open}>
        <span className="recent-thumb" aria-hidden="true">
          {isReadable ? (
            <Preview
              name={`file ${file} ${recent.modified}`}
              alt=""
              load={() => host.projects.preview({ file, width: PREVIEW_WIDTH })}
              size={SQUARE}
            />
          ) : (
            <FileWarning size={24} strokeWidth={1.5} />
          )}
        </span>
        <span className="recent-words">
          <span className="recent-name">{name}</span>
          <span className="recent-facts">
            {t("gallery.modified", {
              when: formatAgo(new Date(recent.modified), new Date(), language) ?? t("gallery.justNow"),
            })}
          </span>
          <span className="recent-facts">
            {isReadable ? (
              t("gallery.filterLanguages", { count: recent.languages.length })
            ) : (
              <Badge tone="warning">{t("life.unreadable")}</Badge>
            )}
            {recent.open && <Badge tone="info">{t("gallery.openNow")}</Badge>}
          </span>
        </span>
      </AriaButton>
      <span className="recent-menu">
        <Menu
          label={t("life.card", { name })}
          entries={entries}
          isOpen={menu}
          onOpenChange={setMenu}
          trigger={<IconButton icon={MoreHorizontal} size="small" label={t("life.card", { name })} />}
        />
      </span>
      {asked === "peek" && (
        <PeekDialog
          name={name}
          id={`${file} ${recent.modified}`}
          load={(page) => host.projects.preview({ file, width: PEEK_WIDTH, page })}
          actions={
            <Button
              variant="primary"
              onPress={() => {
                done();
                open();
              }}
            >
              {t("life.open")}
            </Button>
          }
          onClose={done}
        />
      )}
      {asked === "rename" && (
        <NameDialog
          title={t("life.renameTitle", { name })}
          label={t("life.newName")}
          confirm={t("life.renameConfirm")}
          name={name}
          onName={async (next) => {
            await host.projects.renameFile({ file, name: next });
            onChanged();
          }}
          onClose={done}
        />
      )}
      {asked === "trash" && (
        <Dialog
          title={t("life.trashTitle", { name })}
          onClose={done}
          footer={
            <>
              <Button onPress={done}>{t("common.cancel")}</Button>
              <Button
                variant="danger"
                onPress={() => {
                  done();
                  void change(host.projects.trash({ file }), {
                    vi: `Đã chuyển “${name}” vào thùng rác.`,
                    en: `“${name}” was moved to the bin.`,
                  });
                }}
              >
                {t("life.trash")}
              </Button>
            </>
          }
        >
          <p>{t("life.trashBody")}</p>
        </Dialog>
      )}
    </div>
  );
}
