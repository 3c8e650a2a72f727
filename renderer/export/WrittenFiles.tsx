import { Download, FolderOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { FileHandle } from "../../core/api/schemas.ts";
import type { MadeFile } from "../host/follow-job.ts";
import { useHost } from "../host/host-context.ts";
import { formatBytes } from "../i18n/format.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { IconButton } from "../ui/Button.tsx";
import { showFailure } from "../ui/toasts.ts";

/** Files that were made, each with the ways to get at it. */
export function WrittenFiles({ files }: { readonly files: readonly MadeFile[] }) {
  const { t } = useTranslation();
  const host = useHost();
  const language = useInterfaceLanguage();

  const download = async (file: FileHandle): Promise<void> => {
    try {
      const { name, bytes } = await host.files.bytes({ file });
      const address = URL.createObjectURL(new Blob([bytes.slice()]));
      const link = document.createElement("a");
      link.href = address;
      link.download = name;
      link.click();
      URL.revokeObjectURL(address);
    } catch (failure) {
      showFailure(failure);
    }
  };

  return (
    <ul className="written-files">
      {files.map(({ file, name, bytes, pages }) => (
        <li key={file}>
          <span className="written-name">{name}</span>
          <span className="written-facts">
            {t("common.pages", { count: pages })} · {formatBytes(bytes, language)}
          </span>
          <IconButton
            icon={FolderOpen}
            size="small"
            label={t("export.reveal")}
            onPress={() => void host.files.reveal({ file }).catch(showFailure)}
          />
          <IconButton icon={Download} size="small" label={t("export.download")} onPress={() => void download(file)} />
        </li>
      ))}
    </ul>
  );
}
