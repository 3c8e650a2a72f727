import "./forms.css";
import { ChartBar, ChartColumn, ChartLine, ChartPie, Donut, PersonStanding, SquarePen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { colorToHex } from "../../../core/color/color.ts";
import { type Chart, editChart, setChartOption } from "../../../core/document/commands/edit-chart.ts";
import type { ChartFrame } from "../../../core/document/schema/frames.ts";
import type { ColorRef } from "../../../core/document/schema/primitives.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { chartColor } from "../../../core/layout/charts/chart-colors.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { DraftField } from "../../ui/DraftField.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Select } from "../../ui/Select.tsx";
import { ColorField } from "../colors/ColorField.tsx";
import { resolveColor } from "../colors/color-values.ts";
import { writtenCell } from "../data/cell-text.ts";
import { openData, useEditor } from "../editor.ts";
import { MeasureField } from "../panels/MeasureField.tsx";
import { FrameNotes } from "./FrameNotes.tsx";
import { ICONS, IconPicture } from "./IconPicture.tsx";

const KINDS = [
  ["column", ChartColumn],
  ["bar", ChartBar],
  ["line", ChartLine],
  ["pie", ChartPie],
  ["donut", Donut],
  ["pictogram", PersonStanding],
] as const;
const LEGENDS = ["none", "top", "right", "bottom"] as const;
const hasAxes = (kind: Chart["kind"]): boolean => kind === "column" || kind === "bar" || kind === "line";
/** Those that show categories in colours of their own rather than series. */
const colorsCategories = (kind: Chart["kind"]): boolean => kind === "pie" || kind === "donut";
const MOST_COLORS = 8;

/** What a chart is and how it looks; its figures are written in the sheet. */
export function ChartSection({ frame, project }: { readonly frame: ChartFrame; readonly project: Project }) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const editor = useEditor();
  const { session } = editor;
  const { chart } = frame;
  const set = <Key extends Parameters<typeof setChartOption>[2]>(key: Key, value: Chart[Key] | undefined): void =>
    session.edit("chart.option", (one) => setChartOption(one, frame.id, key, value), `chart:${key}:${frame.id}`);
  const setAxis = (changes: Partial<Record<keyof NonNullable<Chart["axis"]>, number | boolean | undefined>>): void => {
    const axis = Object.fromEntries(
      Object.entries({ ...chart.axis, ...changes }).filter(([, value]) => value !== undefined),
    );
    set("axis", Object.keys(axis).length === 0 ? undefined : axis);
  };
  const isAxisShown = chart.axis?.hidden === undefined ? chart.values !== true : !chart.axis.hidden;
  return (
    <section className="panel-section" aria-label={t("editor.kind.chart")}>
      <Segments
        label={t("frames.chart.kind")}
        value={chart.kind}
        onChange={(kind) => session.edit("chart.kind", (one) => editChart(one, frame.id, (old) => ({ ...old, kind })))}
        segments={KINDS.map(([value, icon]) => ({ value, icon, text: t(`frames.chart.kinds.${value}`) }))}
      />
      <Button icon={SquarePen} variant="primary" onPress={() => openData(editor)}>
        {t("frames.chart.edit")}
      </Button>
      <FrameNotes frame={frame} />
      <div className="form-checks">
        <Checkbox isSelected={chart.values === true} onChange={(on) => set("values", on ? true : undefined)}>
          {t("frames.chart.values")}
        </Checkbox>
        {(chart.kind === "column" || chart.kind === "bar") && (
          <Checkbox isSelected={chart.stacked === true} onChange={(on) => set("stacked", on ? true : undefined)}>
            {t("frames.chart.stacked")}
          </Checkbox>
        )}
        {hasAxes(chart.kind) && (
          <>
            <Checkbox isSelected={isAxisShown} onChange={(on) => setAxis({ hidden: !on })}>
              {t("frames.chart.axis")}
            </Checkbox>
            <Checkbox isSelected={chart.axis?.grid ?? isAxisShown} onChange={(on) => setAxis({ grid: on })}>
              {t("frames.chart.grid")}
            </Checkbox>
          </>
        )}
      </div>
      <Select
        label={t("frames.chart.legend")}
        value={chart.legend ?? "auto"}
        options={[
          { value: "auto" as const, text: t("frames.chart.legends.auto") },
          ...LEGENDS.map((value) => ({ value, text: t(`frames.chart.legends.${value}`) })),
        ]}
        onChange={(legend) => set("legend", legend === "auto" ? undefined : legend)}
      />
      {chart.kind === "pictogram" && (
        <>
          <Select
            label={t("frames.chart.icon")}
            value={chart.icon ?? "person"}
            options={ICONS.map((icon) => ({
              value: icon,
              text: t(`frames.chart.icons.${icon}`),
              content: (
                <span className="dash-sample">
                  <IconPicture icon={icon} />
                  {t(`frames.chart.icons.${icon}`)}
                </span>
              ),
            }))}
            onChange={(icon) => set("icon", icon)}
          />
          <MeasureField
            label={t("frames.chart.unit")}
            unit=""
            least={0.01}
            value={chart.unit}
            onChange={(unit) => set("unit", unit > 0 ? unit : undefined)}
          />
        </>
      )}
      <Colors frame={frame} project={project} onChange={(colors) => set("colors", colors)} />
      <Disclosure title={t("frames.chart.figures")}>
        <div className="measures">
          <MeasureField
            label={t("frames.chart.decimals")}
            unit=""
            least={0}
            most={6}
            digits={0}
            value={chart.decimals}
            onChange={(decimals) => set("decimals", decimals)}
          />
          {hasAxes(chart.kind) && (
            <>
              <MeasureField
                label={t("frames.chart.minimum")}
                unit=""
                value={chart.axis?.minimum}
                onChange={(minimum) => setAxis({ minimum })}
              />
              <MeasureField
                label={t("frames.chart.maximum")}
                unit=""
                value={chart.axis?.maximum}
                onChange={(maximum) => setAxis({ maximum })}
              />
            </>
          )}
        </div>
        <DraftField
          label={t("frames.chart.suffix")}
          maxLength={12}
          value={chart.suffix ?? ""}
          placeholder="%"
          onChange={(suffix) => set("suffix", suffix === "" ? undefined : suffix)}
        />
        {(chart.decimals !== undefined || chart.axis?.minimum !== undefined || chart.axis?.maximum !== undefined) && (
          <Button
            size="small"
            onPress={() => {
              set("decimals", undefined);
              setAxis({ minimum: undefined, maximum: undefined });
            }}
          >
            {t("frames.chart.automatic")}
          </Button>
        )}
        <Select
          label={t("frames.chart.labelStyle")}
          value={chart.labelStyle ?? ""}
          options={[
            { value: "", text: t("styles.none") },
            ...project.paragraphStyles.map(({ id, name }) => ({ value: id, text: pick(name) })),
          ]}
          onChange={(style) => set("labelStyle", style === "" ? undefined : style)}
        />
      </Disclosure>
    </section>
  );
}

interface ColorsProps {
  readonly frame: ChartFrame;
  readonly project: Project;
  readonly onChange: (colors: ColorRef[]) => void;
}

/** The colours in turn, by the names of what they colour. */
function Colors({ frame: { chart }, project, onChange }: ColorsProps) {
  const { t } = useTranslation();
  const { language } = useEditor();
  const names = colorsCategories(chart.kind) ? chart.categories : chart.series.map(({ name }) => name);
  const own = (chart.colors ?? []).map((color) => resolveColor(color, project.swatches));
  const shown = names.slice(0, MOST_COLORS).map((_, index): ColorRef => {
    const series = colorsCategories(chart.kind) ? undefined : chart.series[index]?.color;
    return series ?? chart.colors?.[index] ?? { rgb: colorToHex(chartColor(own, index)) };
  });
  return (
    <Disclosure title={t("frames.chart.colors")}>
      {shown.map((color, index) => {
        const written = writtenCell(project, names[index], language);
        const name = written.text || written.hint || t("frames.chart.color", { number: index + 1 });
        return (
          <ColorField
            // biome-ignore lint/suspicious/noArrayIndexKey: colours are taken in turn
            key={index}
            label={name}
            swatches={project.swatches}
            value={color}
            onChange={(next) =>
              next !== null && onChange([...shown.with(index, next), ...(chart.colors ?? []).slice(shown.length)])
            }
          />
        );
      })}
    </Disclosure>
  );
}
