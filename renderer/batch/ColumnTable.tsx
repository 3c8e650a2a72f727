import { useTranslation } from "react-i18next";
import type { TablePreview } from "../../core/api/work-contract.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { useSessionState } from "../session/use-session.ts";
import { Badge } from "../ui/Badge.tsx";
import { Select } from "../ui/Select.tsx";
import { type ColumnOfSlot, withColumn } from "./table-columns.ts";

const NONE = "none";

export interface ColumnTableProps {
  readonly table: TablePreview;
  readonly columns: ColumnOfSlot;
  readonly onColumns: (columns: ColumnOfSlot) => void;
}

/** Every slot with the column that fills it. */
export function ColumnTable({ table, columns, onColumns }: ColumnTableProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const slots = useSessionState((state) => state.project.slots);
  const guesses = new Map(table.matched.map((match) => [match.slot, match]));
  const options = [
    { value: NONE, text: t("batch.noColumn") },
    ...table.headers.map((header, column) => ({
      value: String(column),
      text: header === "" ? t("batch.columnNumber", { number: column + 1 }) : header,
    })),
  ];
  return (
    <section>
      <div className="section-head">
        <h3>{t("batch.columns")}</h3>
        <span className="count">{t("batch.rows", { count: table.rowCount })}</span>
      </div>
      <table className="column-table">
        <thead>
          <tr>
            <th scope="col">{t("batch.slot")}</th>
            <th scope="col">{t("batch.column")}</th>
            <th scope="col">{t("batch.sample")}</th>
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => {
            const column = columns[slot.name];
            const guess = guesses.get(slot.name);
            const guessed = guess !== undefined && guess.column === column && guess.confidence < 0.9;
            const sample = column === undefined ? "" : (table.rows[0]?.[column] ?? "");
            return (
              <tr key={slot.name}>
                <th scope="row">
                  {say(slot.label)}
                  {slot.required === true && <span className="required"> *</span>}
                </th>
                <td>
                  <span className="column-choice">
                    <Select
                      label={say(slot.label)}
                      labelHidden
                      value={column === undefined ? NONE : String(column)}
                      options={options}
                      onChange={(value) =>
                        onColumns(withColumn(columns, slot.name, value === NONE ? undefined : Number(value)))
                      }
                    />
                    {guessed && <Badge tone="warning">{t("batch.guessed")}</Badge>}
                  </span>
                </td>
                <td className="column-sample">{sample}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
