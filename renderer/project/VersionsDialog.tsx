import "./versions.css";
import { History, RotateCcw, SquareArrowOutUpRight } from "lucide-react";
import { useCallback, useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { ProjectVersion } from "../../core/api/project-contract.ts";
import { openProject } from "../app/opening.ts";
import { Preview } from "../gallery/Preview.tsx";
import { useCall } from "../host/use-call.ts";
import { formatBytes, formatMoment } from "../i18n/format.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { DiagnosticList } from "../ui/DiagnosticList.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { showDiagnostics, showFailure, showToast } from "../ui/toasts.ts";

const PREVIEW_WIDTH = 720;

/** What the file was at its last savings, each to be looked at, opened apart or made the present one. */
export function VersionsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { host, handle } = useSession();
  const savedAt = useSessionState((state) => state.savedAt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every saving makes a version.
  const ask = useCallback(
    (signal: AbortSignal) => host.projects.versions({ session: handle }, { signal }),
    [host, handle, savedAt],
  );
  const asked = useCall(ask);
  const versions = asked.state === "ready" ? asked.value.versions : [];
  return (
    <Dialog title={t("life.versionsTitle")} size={versions.length > 0 ? "wide" : "narrow"} flush onClose={onClose}>
      {asked.state === "failed" && <DiagnosticList diagnostics={asked.diagnostics} />}
      {asked.state === "ready" && versions.length === 0 && (
        <EmptyState icon={History} title={t("life.versionsEmpty")}>
          {t("life.versionsEmptyHint")}
        </EmptyState>
      )}
      {versions.length > 0 && <Versions versions={versions} onClose={onClose} />}
    </Dialog>
  );
}

function Versions({
  versions,
  onClose,
}: {
  readonly versions: readonly ProjectVersion[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const session = useSession();
  const { host } = session;
  const language = useInterfaceLanguage();
  const name = useSessionState((state) => state.name);
  const [chosen, setChosen] = useState(versions[0]);
  const { width, height } = useSessionState((state) => state.project.page);
  const when = (version: ProjectVersion): string => formatMoment(new Date(version.savedAt), new Date(), language);

  const restore = async (version: ProjectVersion): Promise<void> => {
    try {
      const { project, diagnostics } = await host.projects.restore({
        session: session.handle,
        version: version.version,
      });
      session.endMerging();
      session.edit("version.restore", () => project);
      showDiagnostics(diagnostics);
      showToast({
        tone: "good",
        message: {
          vi: `Đã lấy lại bản lưu ${formatMoment(new Date(version.savedAt), new Date(), "vi")}. Bấm Hoàn tác để trở về như trước.`,
          en: `The version saved ${formatMoment(new Date(version.savedAt), new Date(), "en")} was restored. Undo takes you back.`,
        },
      });
      onClose();
    } catch (failure) {
      showFailure(failure);
    }
  };

  return (
    <div className="versions">
      <div className="versions-list">
        <ListBox
          aria-label={t("life.versionList")}
          selectionMode="single"
          disallowEmptySelection
          autoFocus
          selectedKeys={chosen ? [chosen.version] : []}
          onSelectionChange={(keys) =>
            setChosen(keys === "all" ? chosen : versions.find(({ version }) => keys.has(version)))
          }
        >
          {versions.map((version, index) => (
            <ListBoxItem key={version.version} id={version.version} className="version" textValue={when(version)}>
              <span className="version-when">
                {when(version)}
                {index === 0 && <Badge>{t("life.versionLatest")}</Badge>}
              </span>
              <span className="version-size">{formatBytes(version.bytes, language)}</span>
            </ListBoxItem>
          ))}
        </ListBox>
        <p className="versions-hint">{t("life.versionsHint")}</p>
      </div>
      {chosen && (
        <div className="version-shown">
          <div className="version-desk">
            <Preview
              name={`version ${chosen.version} ${PREVIEW_WIDTH}`}
              alt={t("life.versionPreview", { when: when(chosen) })}
              load={() => host.projects.versionPreview({ version: chosen.version, width: PREVIEW_WIDTH })}
              size={{ width, height }}
            />
          </div>
          <div className="version-actions">
            <Button
              icon={SquareArrowOutUpRight}
              onPress={() => {
                const copy = t("life.versionName", { name, when: when(chosen) });
                void openProject(host, host.projects.openVersion({ version: chosen.version, name: copy }));
              }}
            >
              {t("life.versionOpen")}
            </Button>
            <Button variant="primary" icon={RotateCcw} onPress={() => void restore(chosen)}>
              {t("life.versionRestore")}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
