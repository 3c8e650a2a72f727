import { Download, Eye, FolderOpen, Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { FileHandle } from "../../core/api/schemas.ts";
import { useAppInfo } from "../app/settings.ts";
import type { MadeFile } from "../host/follow-job.ts";
import { useHost } from "../host/host-context.ts";
import { formatBytes } from "../i18n/format.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { download } from "../ui/download.ts";
import { showFailure } from "../ui/toasts.ts";

export interface WrittenFilesProps {
  /** Those with 0 pages are no pages to print. */
  readonly files: readonly MadeFile[];
  /** Name of the folder the user has chosen; the program's own where absent. */
  readonly folder?: string | undefined;
}

/** Files that were made, where they are, and for each the ways to get at it. */
export function WrittenFiles({ files, folder }: WrittenFilesProps) {
  const { t } = useTranslation();
  const host = useHost();
  const language = useInterfaceLanguage();
  const { shell, exportsFolder, projectsFolder } = useAppInfo();
  const [first] = files;

  const open = async (file: FileHandle): Promise<void> => {
    try {
      const { address } = await host.files.open({ file });
      if (address !== undefined) window.open(address, "_blank", "noopener");
    } catch (failure) {
      showFailure(failure);
    }
  };

  const fetchFile = async (file: FileHandle): Promise<void> => {
    try {
      const { name, bytes } = await host.files.bytes({ file });
      download(name, bytes);
    } catch (failure) {
      showFailure(failure);
    }
  };

  return (
    <>
      <ul className="written-files">
        {files.map(({ file, name, bytes, pages }) => (
          <li key={file}>
            <span className="written-words">
              <span className="written-name">{name}</span>
              <span className="written-facts">
                {pages > 0 && `${t("common.pages", { count: pages })} · `}
                {formatBytes(bytes, language)}
              </span>
            </span>
            {name.endsWith(".pdf") && (
              <Button variant="primary" size="small" icon={Printer} onPress={() => void open(file)}>
                {t("print.open")}
              </Button>
            )}
            {/\.(?:png|jpg)$/.test(name) && (
              <Button size="small" icon={Eye} onPress={() => void open(file)}>
                {t("export.look")}
              </Button>
            )}
            {shell === "browser" && (
              <IconButton
                icon={Download}
                size="small"
                label={t("export.download")}
                onPress={() => void fetchFile(file)}
              />
            )}
          </li>
        ))}
      </ul>
      {first && (
        <p className="written-place">
          <FolderOpen aria-hidden size={18} strokeWidth={1.75} />
          <span>
            {folder === undefined
              ? t("export.placed", { folder: exportsFolder, projects: projectsFolder })
              : t("export.placedIn", { folder })}
          </span>
          <Button size="small" onPress={() => void host.files.reveal({ file: first.file }).catch(showFailure)}>
            {t("export.reveal")}
          </Button>
        </p>
      )}
    </>
  );
}
