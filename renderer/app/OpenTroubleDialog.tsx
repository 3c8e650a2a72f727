import "./open-trouble.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { FileHolder, ProjectVersion } from "../../core/api/project-contract.ts";
import { useHost } from "../host/host-context.ts";
import { formatMoment } from "../i18n/format.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { Button } from "../ui/Button.tsx";
import { DiagnosticList } from "../ui/DiagnosticList.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { closeTrouble, type NamedFile, type OpenTrouble, openFile, opening, openProject } from "./opening.ts";
import { PEEK_WIDTH, PeekDialog } from "./PeekDialog.tsx";

/** Why a file is not open, and what can be done instead. */
export function OpenTroubleDialog() {
  const trouble = useStore(opening, (state) => state.trouble);
  if (!trouble) return null;
  switch (trouble.kind) {
    case "elsewhere":
      return <ElsewhereDialog of={trouble.of} holder={trouble.holder} />;
    case "window":
      return <WindowDialog of={trouble.of} />;
    case "damaged":
      return <DamagedDialog trouble={trouble} />;
  }
}

function CopyButton({ of, primary = false }: { readonly of: NamedFile; readonly primary?: boolean }) {
  const { t } = useTranslation();
  const host = useHost();
  const open = (): void => {
    closeTrouble();
    void openProject(host, host.projects.open({ file: of.file, copy: true }));
  };
  return (
    <Button variant={primary ? "primary" : "plain"} onPress={open}>
      {t("life.openCopy")}
    </Button>
  );
}

function ElsewhereDialog({ of, holder }: { readonly of: NamedFile; readonly holder: FileHolder | undefined }) {
  const { t } = useTranslation();
  const host = useHost();
  const language = useInterfaceLanguage();
  const [looking, setLooking] = useState(false);
  const again = (takeOver: boolean): void => {
    closeTrouble();
    void openFile(host, of, takeOver);
  };
  if (looking) {
    return (
      <PeekDialog
        name={of.name}
        id={of.file}
        load={(page) => host.projects.preview({ file: of.file, width: PEEK_WIDTH, page })}
        actions={<CopyButton of={of} primary />}
        onClose={closeTrouble}
      />
    );
  }
  const machine = holder?.here ? t("life.elsewhereThis") : holder?.machine || t("life.elsewhereUnknown");
  return (
    <Dialog
      title={t("life.elsewhereTitle", { name: of.name })}
      onClose={closeTrouble}
      footer={
        <>
          <span className="aside">
            <Button variant="quiet" onPress={() => again(false)}>
              {t("common.tryAgain")}
            </Button>
          </span>
          {holder?.silent && (
            <Button variant="danger" onPress={() => again(true)}>
              {t("life.takeOver")}
            </Button>
          )}
          <Button onPress={() => setLooking(true)}>{t("life.lookOnly")}</Button>
          <CopyButton of={of} primary />
        </>
      }
    >
      <div className="dialog-fields">
        <dl className="holder">
          <dt>{t("life.elsewhereWho")}</dt>
          <dd>{holder?.user || t("life.elsewhereUnknown")}</dd>
          <dt>{t("life.elsewhereMachine")}</dt>
          <dd>{machine}</dd>
          <dt>{t("life.elsewhereSince")}</dt>
          <dd>
            {holder?.since === undefined
              ? t("life.elsewhereUnknown")
              : formatMoment(new Date(holder.since), new Date(), language)}
          </dd>
        </dl>
        <p>{holder?.silent ? t("life.elsewhereSilent") : t("life.elsewhereBody")}</p>
      </div>
    </Dialog>
  );
}

function WindowDialog({ of }: { readonly of: NamedFile }) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t("life.elsewhereTitle", { name: of.name })}
      onClose={closeTrouble}
      footer={
        <>
          <Button onPress={closeTrouble}>{t("common.cancel")}</Button>
          <CopyButton of={of} primary />
        </>
      }
    >
      <p>{t("life.elsewhereWindow")}</p>
    </Dialog>
  );
}

/** A file that cannot be read, and what the program still has of it. */
function DamagedDialog({ trouble }: { readonly trouble: Extract<OpenTrouble, { kind: "damaged" }> }) {
  const { t } = useTranslation();
  const host = useHost();
  const language = useInterfaceLanguage();
  const { of, diagnostics, versions } = trouble;
  const [newest] = versions;
  const when = (version: ProjectVersion): string => formatMoment(new Date(version.savedAt), new Date(), language);
  const open = (version: ProjectVersion): void => {
    closeTrouble();
    const name = t("life.versionName", { name: of.name, when: when(version) });
    void openProject(host, host.projects.openVersion({ version: version.version, name }));
  };
  return (
    <Dialog
      title={t("life.damagedTitle", { name: of.name })}
      onClose={closeTrouble}
      footer={
        <>
          <Button onPress={closeTrouble}>{t("common.close")}</Button>
          {newest && (
            <Button variant="primary" onPress={() => open(newest)}>
              {t("life.damagedOpen", { when: when(newest) })}
            </Button>
          )}
        </>
      }
    >
      <div className="dialog-fields">
        <DiagnosticList diagnostics={diagnostics} />
        <p>{newest ? t("life.damagedVersions", { count: versions.length }) : t("life.damagedNothing")}</p>
      </div>
    </Dialog>
  );
}
