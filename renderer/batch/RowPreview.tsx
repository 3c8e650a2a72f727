import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TablePreview } from "../../core/api/work-contract.ts";
import { applySlots } from "../../core/merge/apply-slots.ts";
import { PageCanvas } from "../engine/PageCanvas.tsx";
import { useLayout } from "../engine/use-layout.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { IconButton } from "../ui/Button.tsx";
import { type ColumnOfSlot, type RowPictures, rowValues } from "./table-columns.ts";

/** CSS pixels the first page is given. */
const WIDTH = 400;
const HEIGHT = 520;

export interface RowPreviewProps {
  readonly table: TablePreview;
  readonly columns: ColumnOfSlot;
  readonly pictures: RowPictures;
  readonly language: string;
}

/** The product of one row as it will print. */
export function RowPreview({ table, columns, pictures, language }: RowPreviewProps) {
  const { t } = useTranslation();
  const session = useSession();
  const project = useSessionState((state) => state.project);
  const [index, setIndex] = useState(0);
  const merged = useMemo(
    () => applySlots(project, rowValues(table.rows[index] ?? [], columns, project.slots, pictures), language).project,
    [project, table, columns, pictures, index, language],
  );
  const laidOut = useLayout(session, merged, language, "row");
  const page = laidOut?.placed.pages[0];
  const looked = table.rows.length;
  return (
    <section className="row-preview" aria-label={t("batch.rowPreview")}>
      <div className="row-preview-inner">
        <div className="row-steps">
          <IconButton
            icon={ChevronLeft}
            size="small"
            label={t("batch.previousRow")}
            isDisabled={index === 0}
            onPress={() => setIndex(index - 1)}
          />
          <span>{t("batch.row", { row: index + 1 })}</span>
          <IconButton
            icon={ChevronRight}
            size="small"
            label={t("batch.nextRow")}
            isDisabled={index >= looked - 1}
            onPress={() => setIndex(index + 1)}
          />
        </div>
        {laidOut && page && (
          <div className="row-paper">
            <PageCanvas
              page={page}
              sources={laidOut.sources}
              scale={Math.min(WIDTH / page.width, HEIGHT / page.height)}
              label={t("batch.row", { row: index + 1 })}
            />
          </div>
        )}
        {looked < table.rowCount && <p className="field-help">{t("batch.onlyFirstRows", { count: looked })}</p>}
      </div>
    </section>
  );
}
