import { CopyPlus, Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { openProject } from "../app/opening.ts";
import { showGallery } from "../app/screen.ts";
import { useAppInfo } from "../app/settings.ts";
import type { ProjectSession, Refusal } from "../session/project-session.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { DiagnosticList } from "../ui/DiagnosticList.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { showFailure, showToast } from "../ui/toasts.ts";
import { downloadCopy, keepCopy, packed } from "./put-aside.ts";

/** Shown while the host does not take changes of this window: how to go on without losing any. */
export function RefusedDialog() {
  const refusal = useSessionState((state) => state.refusal);
  const session = useSession();
  if (!refusal) return null;
  return refusal.met ? (
    <GoOnDialog session={session} refusal={refusal} met={refusal.met} />
  ) : (
    <GoneDialog session={session} refusal={refusal} />
  );
}

interface PartProps {
  readonly session: ProjectSession;
  readonly refusal: Refusal;
}

/** The host has the project, but not all that the window shows fits what it has. */
function GoOnDialog({ session, refusal, met }: PartProps & { readonly met: NonNullable<Refusal["met"]> }) {
  const { t } = useTranslation();
  const { projectsFolder } = useAppInfo();
  const name = useSessionState((state) => state.name);
  const [working, setWorking] = useState(false);
  const aside = t("life.asideName", { name });

  const goOn = async (): Promise<void> => {
    setWorking(true);
    try {
      const kept = await keepCopy(session, refusal.shown, aside);
      session.goOn();
      showToast({
        tone: "info",
        message: { vi: `Đã cất một bản vào “${kept.name}”.`, en: `A copy was put aside as “${kept.name}”.` },
      });
    } catch (failure) {
      showFailure(failure);
      setWorking(false);
    }
  };

  return (
    <Dialog
      title={t("life.refusedTitle")}
      footer={
        <>
          <TakeAlong session={session} refusal={refusal} />
          <Button variant="primary" isDisabled={working} onPress={() => void goOn()}>
            {t("life.refusedGoOn")}
          </Button>
        </>
      }
    >
      <div className="dialog-fields">
        <p>{t("life.refusedBody")}</p>
        <DiagnosticList diagnostics={refusal.diagnostics} />
        <p>
          {t("life.refusedKept", { kept: met.kept.length, all: met.kept.length + met.left.length })}{" "}
          {t("life.refusedAside", { name: aside, folder: projectsFolder })}
        </p>
      </div>
    </Dialog>
  );
}

/** The host has the project no more: another window has it, or it was thrown away. */
function GoneDialog({ session, refusal }: PartProps) {
  const { t } = useTranslation();
  const name = useSessionState((state) => state.name);
  const [working, setWorking] = useState(false);

  const openApart = async (): Promise<void> => {
    setWorking(true);
    try {
      const bytes = await packed(session, refusal.shown);
      session.abandon();
      showGallery();
      await openProject(session.host, session.host.projects.import({ bytes, name: t("life.recoveredName", { name }) }));
    } catch (failure) {
      showFailure(failure);
      setWorking(false);
    }
  };

  return (
    <Dialog
      title={t("life.refusedTitle")}
      footer={
        <>
          <TakeAlong session={session} refusal={refusal} />
          <Button
            onPress={() => {
              session.abandon();
              showGallery();
            }}
          >
            {t("project.toGallery")}
          </Button>
          <Button variant="primary" icon={CopyPlus} isDisabled={working} onPress={() => void openApart()}>
            {t("life.refusedCopy")}
          </Button>
        </>
      }
    >
      <div className="dialog-fields">
        <p>{t("life.refusedElsewhere", { name })}</p>
        <DiagnosticList diagnostics={refusal.diagnostics} />
      </div>
    </Dialog>
  );
}

function TakeAlong({ session, refusal }: PartProps) {
  const { t } = useTranslation();
  const { shell } = useAppInfo();
  if (shell !== "browser") return null;
  return (
    <span className="aside">
      <Button variant="quiet" icon={Download} onPress={() => void downloadCopy(session, refusal.shown)}>
        {t("life.downloadCopy")}
      </Button>
    </span>
  );
}
