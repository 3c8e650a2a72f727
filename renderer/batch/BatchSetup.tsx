import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TablePreview } from "../../core/api/work-contract.ts";
import { FolderChoice } from "../export/FolderChoice.tsx";
import { PurposeChoice } from "../export/PurposeChoice.tsx";
import type { PictureChoice, Purpose } from "../export/presets.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Checkbox } from "../ui/Checkbox.tsx";
import { DiagnosticList } from "../ui/DiagnosticList.tsx";
import { DropArea } from "../ui/DropArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showFailure } from "../ui/toasts.ts";
import type { BatchOutput } from "./batch-output.ts";
import { ColumnTable } from "./ColumnTable.tsx";
import { RowPreview } from "./RowPreview.tsx";
import { rowsAsked } from "./rows-asked.ts";
import type { ColumnOfSlot } from "./table-columns.ts";

export interface BatchSetupProps {
  readonly table: TablePreview;
  readonly language: string;
  readonly columns: ColumnOfSlot;
  readonly onColumns: (columns: ColumnOfSlot) => void;
  readonly purpose: Purpose;
  readonly onPurpose: (purpose: Purpose) => void;
  readonly picture: PictureChoice;
  readonly onPicture: (picture: PictureChoice) => void;
  readonly output: BatchOutput;
  readonly onOutput: (output: BatchOutput) => void;
}

/** Columns, a look at any row, and what is to be made. */
export function BatchSetup(props: BatchSetupProps) {
  const { table, language, columns, onColumns, purpose, onPurpose, picture, onPicture, output, onOutput } = props;
  const { t } = useTranslation();
  const fillsPictures = useSessionState((state) =>
    state.project.slots.some((slot) => slot.kind === "image" && columns[slot.name] !== undefined),
  );
  const filePerRow = output.filePerRow || purpose === "picture";
  return (
    <div className="batch-setup">
      <div className="batch-form">
        <DiagnosticList diagnostics={table.diagnostics} />
        <ColumnTable table={table} columns={columns} onColumns={onColumns} />
        {fillsPictures && <RowPictures table={table} />}
        <PurposeChoice purpose={purpose} onPurpose={onPurpose} picture={picture} onPicture={onPicture} />
        <div className="field-pair">
          <TextField label={t("export.name")} value={output.name} onChange={(name) => onOutput({ ...output, name })} />
          <FolderChoice chosen={output.folder} onChoose={(folder) => onOutput({ ...output, folder })} />
        </div>
        <Checkbox
          isSelected={filePerRow}
          isDisabled={purpose === "picture"}
          onChange={(chosen) => onOutput({ ...output, filePerRow: chosen })}
        >
          {t("batch.filePerRow")}
        </Checkbox>
        <div className="field-pair">
          {filePerRow && (
            <TextField
              label={t("batch.fileNames")}
              help={t("batch.fileNamesHint")}
              value={output.fileNames}
              onChange={(fileNames) => onOutput({ ...output, fileNames })}
            />
          )}
          <TextField
            label={t("batch.whichRows")}
            help={t("batch.whichRowsHint")}
            value={output.rows}
            onChange={(rows) => onOutput({ ...output, rows })}
            error={
              rowsAsked(output.rows, table.rowCount) === undefined
                ? t("batch.badRows", { count: table.rowCount })
                : undefined
            }
          />
        </div>
      </div>
      <RowPreview table={table} columns={columns} language={language} />
    </div>
  );
}

function RowPictures({ table }: { readonly table: TablePreview }) {
  const { t } = useTranslation();
  const { host } = useSession();
  const [added, setAdded] = useState(0);
  const add = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        await host.batches.addPicture({ table: table.table, bytes, name: file.name });
        setAdded((count) => count + 1);
      } catch (failure) {
        showFailure(failure);
      }
    }
  };
  return (
    <DropArea
      compact
      multiple
      label={added === 0 ? t("batch.dropPictures") : t("batch.picturesAdded", { count: added })}
      button={t("batch.choosePictures")}
      accept={[".jpg", ".jpeg", ".png", ".svg"]}
      onFiles={(files) => void add(files)}
    />
  );
}
