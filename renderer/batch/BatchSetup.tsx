import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TablePreview } from "../../core/api/work-contract.ts";
import { PICTURE_ENDINGS } from "../../core/assets/picture-endings.ts";
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
import { type ColumnOfSlot, missingPictures, pictureName, type RowPictures } from "./table-columns.ts";

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
  const [pictures, setPictures] = useState<RowPictures>(new Map());
  const fillsPictures = useSessionState((state) =>
    state.project.slots.some((slot) => slot.kind === "image" && columns[slot.name] !== undefined),
  );
  const filePerRow = output.filePerRow || purpose === "picture";
  return (
    <div className="batch-setup">
      <div className="batch-form">
        <DiagnosticList diagnostics={table.diagnostics} />
        <ColumnTable table={table} columns={columns} onColumns={onColumns} />
        {fillsPictures && (
          <RowPicturesField table={table} columns={columns} pictures={pictures} onPictures={setPictures} />
        )}
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
      <RowPreview table={table} columns={columns} pictures={pictures} language={language} />
    </div>
  );
}

interface RowPicturesFieldProps {
  readonly table: TablePreview;
  readonly columns: ColumnOfSlot;
  readonly pictures: RowPictures;
  readonly onPictures: (pictures: RowPictures) => void;
}

const MOST_NAMED = 5;

/** Takes the pictures that cells name, and says which are still wanted. */
function RowPicturesField({ table, columns, pictures, onPictures }: RowPicturesFieldProps) {
  const { t } = useTranslation();
  const { host, handle } = useSession();
  const slots = useSessionState((state) => state.project.slots);
  const missing = missingPictures(table.rows, columns, slots, pictures);
  const add = async (files: readonly File[]): Promise<void> => {
    const added = new Map(pictures);
    for (const file of files) {
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        // The machine that makes the batch looks for it by name, the preview by what it is.
        await host.batches.addPicture({ table: table.table, bytes, name: file.name });
        const { entry } = await host.assets.add({ session: handle, bytes, name: file.name });
        added.set(pictureName(file.name), entry.id);
      } catch (failure) {
        showFailure(failure);
      }
    }
    onPictures(added);
  };
  const more = missing.length - MOST_NAMED;
  const named = missing.slice(0, MOST_NAMED).join(", ");
  return (
    <div className="row-pictures">
      <DropArea
        compact
        multiple
        label={pictures.size === 0 ? t("batch.dropPictures") : t("batch.picturesAdded", { count: pictures.size })}
        button={t("batch.choosePictures")}
        accept={PICTURE_ENDINGS}
        onFiles={(files) => void add(files)}
      />
      <p className={missing.length > 0 ? "field-caution field-help" : "field-help"} role="status">
        {missing.length === 0
          ? t("batch.picturesThere")
          : t("batch.picturesMissing", {
              count: missing.length,
              names: more > 0 ? t("batch.andMorePictures", { names: named, count: more }) : named,
            })}
      </p>
    </div>
  );
}
