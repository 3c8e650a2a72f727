import "./forms.css";
import { FoldVertical, SquarePen } from "lucide-react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { applyTablePreset } from "../../../core/document/commands/apply-table-preset.ts";
import { editTable } from "../../../core/document/commands/edit-table.ts";
import type { TableFrame } from "../../../core/document/schema/frames.ts";
import type { ColorRef, Fill } from "../../../core/document/schema/primitives.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { swatchRoles } from "../../../core/document/swatch-roles.ts";
import { setHeaderRows, type Table } from "../../../core/document/table-places.ts";
import { tablePresets } from "../../../core/document/table-presets.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { ColorField } from "../colors/ColorField.tsx";
import { StrokeField } from "../colors/StrokeField.tsx";
import { fittedTable, withRoom } from "../data/grow-table.ts";
import { openData, useEditor } from "../editor.ts";
import { MeasureField } from "../panels/MeasureField.tsx";
import { FrameNotes } from "./FrameNotes.tsx";
import { PresetPicture } from "./PresetPicture.tsx";

const BORDERS = ["outer", "rows", "columns", "header"] as const;
/** Millimetres, what layout takes where a table says nothing. */
const PADDING = { top: 1, right: 1.5, bottom: 1, left: 1.5 };

const colorOf = (fill: Fill | undefined): ColorRef | null | undefined =>
  fill === undefined ? null : "color" in fill ? fill.color : undefined;

/** How a table looks throughout; its words are written in the sheet. */
export function TableSection({
  frame,
  table,
  project,
}: {
  readonly frame: TableFrame;
  readonly table: Table;
  readonly project: Project;
}) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const editor = useEditor();
  const { session } = editor;
  const roles = swatchRoles(project);
  const change = (label: string, recipe: (one: Table) => Table, merge?: string): void =>
    session.edit(
      label,
      (one) => withRoom(editor, editTable(one, frame.id, recipe), frame.id),
      merge && `${merge}:${frame.id}`,
    );
  const setFill = (key: "headerFill" | "stripeFill", color: ColorRef | null): void =>
    change(
      "table.fill",
      ({ [key]: _old, ...rest }) => (color === null ? rest : { ...rest, [key]: { color } }),
      `tablefill:${key}`,
    );
  const padding = table.padding ?? PADDING;
  const minHeights = new Set(table.rows.map(({ minHeight }) => minHeight ?? 0));
  const mm = t("editor.properties.mm");
  return (
    <section className="panel-section" aria-label={t("editor.kind.table")}>
      <div className="form-buttons">
        <Button icon={SquarePen} variant="primary" onPress={() => openData(editor)}>
          {t("frames.table.edit")}
        </Button>
        <Button
          icon={FoldVertical}
          onPress={() => session.edit("table.fit", (one) => fittedTable(editor, one, frame.id))}
        >
          {t("frames.table.fit")}
        </Button>
      </div>
      <FrameNotes frame={frame} />
      <h3 className="section-title">{t("frames.table.presets")}</h3>
      <ListBox
        className="presets"
        aria-label={t("frames.table.presets")}
        layout="grid"
        selectionMode="single"
        selectedKeys={[]}
        onAction={(key) => {
          const preset = tablePresets.find(({ id }) => id === key);
          if (preset) {
            session.edit("table.preset", (one) => withRoom(editor, applyTablePreset(one, frame.id, preset), frame.id));
          }
        }}
      >
        {tablePresets.map((preset) => (
          <ListBoxItem key={preset.id} id={preset.id} textValue={pick(preset.name)} className="preset">
            <PresetPicture look={preset.look(roles)} ink={roles.ink} paper={roles.paper} swatches={project.swatches} />
            <span>{pick(preset.name)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
      <div className="measures">
        <MeasureField
          label={t("frames.table.headerRows")}
          unit=""
          least={0}
          most={table.rows.length}
          digits={0}
          value={table.headerRows ?? 0}
          onChange={(count) => change("table.header", (one) => setHeaderRows(one, count))}
        />
        <MeasureField
          label={t("frames.table.rowHeight")}
          unit={mm}
          least={0}
          most={300}
          step={0.5}
          value={minHeights.size === 1 ? [...minHeights][0] : undefined}
          onChange={(height) =>
            change(
              "table.rows",
              (one) => ({
                ...one,
                rows: one.rows.map(({ minHeight: _old, ...row }) => ({
                  ...row,
                  ...(height > 0 && { minHeight: height }),
                })),
              }),
              "rowheight",
            )
          }
        />
      </div>
      <Disclosure title={t("frames.table.fills")}>
        <ColorField
          label={t("frames.table.headerFill")}
          swatches={project.swatches}
          canBeNone
          value={colorOf(table.headerFill)}
          onChange={(color) => setFill("headerFill", color)}
        />
        <ColorField
          label={t("frames.table.stripeFill")}
          swatches={project.swatches}
          canBeNone
          value={colorOf(table.stripeFill)}
          onChange={(color) => setFill("stripeFill", color)}
        />
      </Disclosure>
      <Disclosure title={t("frames.table.borders")}>
        {BORDERS.map((border) => (
          <div key={border} className="form-group">
            <span className="field-label">{t(`frames.table.border.${border}`)}</span>
            <StrokeField
              label={t(`frames.table.border.${border}`)}
              project={project}
              value={table.borders?.[border] ?? null}
              onChange={(recipe) =>
                change(
                  "table.borders",
                  (one) => {
                    const { [border]: old, ...others } = one.borders ?? {};
                    const stroke = recipe(old);
                    return { ...one, borders: { ...others, ...(stroke && { [border]: stroke }) } };
                  },
                  `border:${border}`,
                )
              }
            />
          </div>
        ))}
      </Disclosure>
      <Disclosure title={t("frames.table.padding")}>
        <div className="measures">
          {(["top", "bottom", "left", "right"] as const).map((side) => (
            <MeasureField
              key={side}
              label={t(`frames.table.side.${side}`)}
              unit={mm}
              least={0}
              most={50}
              step={0.5}
              value={padding[side]}
              onChange={(length) =>
                change(
                  "table.padding",
                  (one) => ({ ...one, padding: { ...PADDING, ...one.padding, [side]: length } }),
                  "padding",
                )
              }
            />
          ))}
        </div>
      </Disclosure>
    </section>
  );
}
