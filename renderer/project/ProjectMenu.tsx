import {
  ChevronDown,
  Download,
  FilePenLine,
  FolderInput,
  FolderOpen,
  History,
  LogOut,
  Save,
  SaveAll,
} from "lucide-react";
import { Button as AriaButton, TooltipTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useAppInfo } from "../app/settings.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Menu, type MenuEntry } from "../ui/Menu.tsx";
import { Tooltip } from "../ui/Tooltip.tsx";
import { showFailure, showToast } from "../ui/toasts.ts";
import { projectKeyLabel } from "./project-keys.ts";
import { downloadCopy } from "./put-aside.ts";
import type { FileWork } from "./use-file-work.ts";

/** The project's name, and behind it everything about its file. */
export function ProjectMenu({ work }: { readonly work: FileWork }) {
  const { t } = useTranslation();
  const session = useSession();
  const { host } = session;
  const { shell, nativeDialogs } = useAppInfo();
  const name = useSessionState((state) => state.name);
  const file = useSessionState((state) => state.file);

  const move = async (): Promise<void> => {
    try {
      const { folder, name: folderName = "" } = await host.files.pickFolder({});
      if (folder === undefined) return;
      await session.rename(name, folder);
      showToast({
        tone: "good",
        message: {
          vi: `Đã chuyển “${name}” sang “${folderName}”.`,
          en: `“${name}” was moved to “${folderName}”.`,
        },
      });
    } catch (failure) {
      showFailure(failure);
    }
  };

  const keys = (words: "save" | "saveAs"): { readonly aside?: string } => {
    const label = projectKeyLabel(words);
    return label === undefined ? {} : { aside: label };
  };
  const entries: readonly MenuEntry[] = [
    { id: "save", text: t("project.save"), icon: Save, ...keys("save"), run: () => void work.save() },
    {
      id: "save-as",
      text: t("life.saveAs"),
      icon: SaveAll,
      ...keys("saveAs"),
      run: () => work.ask({ kind: "save-as" }),
    },
    { id: "rename", text: t("life.rename"), icon: FilePenLine, run: () => work.ask({ kind: "rename" }) },
    ...(file !== undefined && nativeDialogs
      ? [{ id: "move", text: t("life.move"), icon: FolderInput, run: () => void move() }]
      : []),
    {
      id: "versions",
      text: t("life.versions"),
      icon: History,
      startsGroup: true,
      run: () => work.ask({ kind: "versions" }),
    },
    ...(shell === "browser"
      ? [{ id: "download", text: t("life.download"), icon: Download, run: () => void downloadCopy(session) }]
      : []),
    ...(file !== undefined
      ? [
          {
            id: "reveal",
            text: t("life.reveal"),
            icon: FolderOpen,
            run: () => void host.files.reveal({ file }).catch(showFailure),
          },
        ]
      : []),
    { id: "close", text: t("life.close"), icon: LogOut, startsGroup: true, run: () => work.leave() },
  ];

  return (
    <h1 className="project-name">
      <Menu
        label={t("life.fileMenu", { name })}
        entries={entries}
        trigger={
          <TooltipTrigger delay={500} closeDelay={0}>
            <AriaButton className="button quiet medium project-menu" aria-label={t("life.fileMenu", { name })}>
              <span className="project-menu-name">{name}</span>
              <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
            </AriaButton>
            <Tooltip>{name}</Tooltip>
          </TooltipTrigger>
        }
      />
    </h1>
  );
}
