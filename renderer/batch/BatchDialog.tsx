import "./batch.css";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TablePreview } from "../../core/api/work-contract.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { DEFAULT_PICTURE, type Purpose, settingsFor } from "../export/presets.ts";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { followJob, type JobEnd, type JobProgress } from "../host/follow-job.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { DiagnosticList } from "../ui/DiagnosticList.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { ProgressBar } from "../ui/ProgressBar.tsx";
import { BatchReport } from "./BatchReport.tsx";
import { BatchSetup } from "./BatchSetup.tsx";
import { type BatchOutput, FIRST_OUTPUT } from "./batch-output.ts";
import { ChooseTable } from "./ChooseTable.tsx";
import { rowsAsked } from "./rows-asked.ts";
import { type ColumnOfSlot, guessedColumns } from "./table-columns.ts";

type Phase =
  | { readonly kind: "choosing"; readonly trouble: readonly Diagnostic[] }
  | { readonly kind: "reading" }
  | { readonly kind: "setting-up" }
  | { readonly kind: "working"; readonly progress: JobProgress | undefined }
  | { readonly kind: "ended"; readonly end: JobEnd };

/** One product for every row of a spreadsheet: choose it, look it over, run. */
export function BatchDialog({ language, onClose }: { readonly language: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const session = useSession();
  const projectName = useSessionState((state) => state.name);
  const bleed = useSessionState((state) => state.project.page.bleed);
  const [phase, setPhase] = useState<Phase>({ kind: "choosing", trouble: [] });
  const [table, setTable] = useState<TablePreview>();
  const [columns, setColumns] = useState<ColumnOfSlot>({});
  const [purpose, setPurpose] = useState<Purpose>("office");
  const [picture, setPicture] = useState(DEFAULT_PICTURE);
  const [output, setOutput] = useState<BatchOutput>({ ...FIRST_OUTPUT, name: projectName });
  const aborter = useRef(new AbortController());

  const inspect = async (file: File): Promise<void> => {
    setPhase({ kind: "reading" });
    try {
      await session.flush();
      const bytes = new Uint8Array(await file.arrayBuffer());
      const inspected = await session.host.batches.inspect({ session: session.handle, bytes, name: file.name });
      setTable(inspected);
      setColumns(guessedColumns(inspected));
      setPhase({ kind: "setting-up" });
    } catch (failure) {
      setPhase({ kind: "choosing", trouble: diagnosticsOf(failure) });
    }
  };

  const start = async (): Promise<void> => {
    if (!table) return;
    aborter.current = new AbortController();
    setPhase({ kind: "working", progress: undefined });
    try {
      await session.flush();
      const { job } = await session.host.batches.start({
        session: session.handle,
        table: table.table,
        language,
        settings: settingsFor(purpose, picture, bleed),
        target: { name: output.name.trim(), ...(output.folder && { folder: output.folder.folder }) },
        columns,
        ...(output.rows.trim() !== "" && { rows: output.rows.trim() }),
        ...((output.filePerRow || purpose === "picture") && { fileNames: output.fileNames }),
      });
      const end = await followJob(session.host, job, aborter.current.signal, (progress) =>
        setPhase({ kind: "working", progress }),
      );
      setPhase({ kind: "ended", end });
    } catch (failure) {
      setPhase({ kind: "ended", end: { kind: "failed", diagnostics: diagnosticsOf(failure) } });
    }
  };

  const chooseAnother = (): void => setPhase({ kind: "choosing", trouble: [] });
  const close = (): void => {
    aborter.current.abort();
    onClose();
  };
  const asked = table && rowsAsked(output.rows, table.rowCount);
  const ready = Object.keys(columns).length > 0 && output.name.trim() !== "" && asked !== undefined;

  return (
    <Dialog
      title={t("batch.title")}
      size={phase.kind === "setting-up" ? "full" : "wide"}
      flush={phase.kind === "setting-up"}
      onClose={close}
      footer={
        <>
          {phase.kind === "setting-up" && (
            <>
              <span className="aside">
                <Button variant="quiet" onPress={chooseAnother}>
                  {t("batch.another")}
                </Button>
              </span>
              <Button onPress={close}>{t("common.cancel")}</Button>
              <Button variant="primary" isDisabled={!ready} onPress={() => void start()}>
                {t("batch.start", { count: asked ?? 0 })}
              </Button>
            </>
          )}
          {phase.kind === "working" && <Button onPress={() => aborter.current.abort()}>{t("export.stop")}</Button>}
          {phase.kind === "ended" && (
            <>
              <Button onPress={() => setPhase({ kind: "setting-up" })}>{t("batch.again")}</Button>
              <Button variant="primary" onPress={onClose}>
                {t("common.close")}
              </Button>
            </>
          )}
          {(phase.kind === "choosing" || phase.kind === "reading") && (
            <Button onPress={close}>{t("common.cancel")}</Button>
          )}
        </>
      }
    >
      {phase.kind === "choosing" && (
        <>
          <DiagnosticList diagnostics={phase.trouble} />
          <ChooseTable onFile={(file) => void inspect(file)} />
        </>
      )}
      {phase.kind === "reading" && <ProgressBar label={t("batch.reading")} fraction={undefined} />}
      {phase.kind === "setting-up" && table && (
        <BatchSetup
          table={table}
          language={language}
          columns={columns}
          onColumns={setColumns}
          purpose={purpose}
          onPurpose={setPurpose}
          picture={picture}
          onPicture={setPicture}
          output={output}
          onOutput={setOutput}
        />
      )}
      {phase.kind === "working" && (
        <div className="export-working">
          <ProgressBar
            label={phase.progress ? say(phase.progress.stage) : t("batch.working")}
            fraction={phase.progress?.fraction}
          />
        </div>
      )}
      {phase.kind === "ended" && <BatchReport end={phase.end} />}
    </Dialog>
  );
}
