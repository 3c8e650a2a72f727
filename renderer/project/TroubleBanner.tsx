import "./trouble-banner.css";
import { CloudOff, FileWarning, Unplug, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { FileState } from "../../core/api/project-contract.ts";
import { useAppInfo } from "../app/settings.ts";
import { connection } from "../host/connection.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { downloadCopy } from "./put-aside.ts";

export interface TroubleBannerProps {
  /** What became of the project's file meanwhile. */
  readonly fileState: FileState;
  readonly onFile: () => void;
  readonly onHide: () => void;
}

/** A line above the work that says what is wrong and that the work is safe. Editing goes on below it. */
export function TroubleBanner({ fileState, onFile, onHide }: TroubleBannerProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const session = useSession();
  const { shell } = useAppInfo();
  const now = useStore(connection, (state) => state.now);
  const name = useSessionState((state) => state.name);
  const unsent = useSessionState((state) => state.unsent);
  const isWaiting = useSessionState((state) => state.journal === "waiting");
  const trouble = useSessionState((state) => state.trouble[0]);
  const takeAlong = shell === "browser" && (
    <Button size="small" onPress={() => void downloadCopy(session)}>
      {t("life.downloadCopy")}
    </Button>
  );

  if (now !== "there") {
    return (
      <Banner icon={<Unplug aria-hidden size={18} strokeWidth={1.75} />} actions={takeAlong}>
        <strong>{now === "lost" ? t("life.lost") : t("life.replaced")}</strong>{" "}
        {unsent > 0 && t("life.lostWaiting", { count: unsent })}{" "}
        {now === "lost" ? t("life.lostHint") : t("life.replacedHint")}
      </Banner>
    );
  }
  if (isWaiting) {
    return (
      <Banner icon={<CloudOff aria-hidden size={18} strokeWidth={1.75} />} actions={takeAlong}>
        <strong>{t("life.notWritten")}</strong> {trouble && say(trouble.message)}{" "}
        {trouble?.hints[0] && say(trouble.hints[0])}
      </Banner>
    );
  }
  if (fileState === "changed" || fileState === "missing" || fileState === "away") {
    return (
      <Banner
        icon={<FileWarning aria-hidden size={18} strokeWidth={1.75} />}
        actions={
          <>
            {fileState === "changed" && (
              <Button size="small" onPress={onFile}>
                {t("life.choose")}
              </Button>
            )}
            <IconButton icon={X} size="small" label={t("life.hide")} onPress={onHide} />
          </>
        }
      >
        {t(`life.${FILE_WORDS[fileState]}`, { name })}
      </Banner>
    );
  }
  return null;
}

const FILE_WORDS = { changed: "outsideBanner", missing: "missingBanner", away: "awayBanner" } as const;

function Banner({
  icon,
  children,
  actions,
}: {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}) {
  return (
    <div className="trouble-banner" role="status">
      {icon}
      <p>{children}</p>
      <span className="trouble-actions">{actions}</span>
    </div>
  );
}
