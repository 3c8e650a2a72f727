import { Bold, CaseUpper, Italic, Strikethrough, Underline } from "lucide-react";
import { useCallback } from "react";
import { ToggleButton, ToggleButtonGroup, TooltipTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { FormatChange } from "../../../core/document/commands/edit-styles.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { CharacterFormat } from "../../../core/document/schema/text.ts";
import { useCall } from "../../host/use-call.ts";
import { Select } from "../../ui/Select.tsx";
import { Tooltip } from "../../ui/Tooltip.tsx";
import { useEditor } from "../editor.ts";
import { MeasureField } from "../panels/MeasureField.tsx";
import { SwatchPicker } from "../panels/SwatchPicker.tsx";
import { OwnValue } from "./OwnValue.tsx";

export interface LetterFieldsProps {
  readonly project: Project;
  readonly own: CharacterFormat;
  /** With what the base says. */
  readonly whole: CharacterFormat;
  readonly hasBase: boolean;
  readonly onChange: (change: FormatChange<CharacterFormat>, merge?: string) => void;
}

const WEIGHTS = [300, 400, 500, 600, 700, 800, 900] as const;
const BOLD = 600;
const DEFAULT_SIZE_PT = 10;
const SHAPES = [
  ["bold", Bold, "editor.properties.bold"],
  ["italic", Italic, "editor.properties.italic"],
  ["underline", Underline, "editor.properties.underline"],
  ["strikethrough", Strikethrough, "styles.strikethrough"],
  ["uppercase", CaseUpper, "styles.uppercase"],
] as const;

/** How letters look in a style. */
export function LetterFields({ project, own, whole, hasBase, onChange }: LetterFieldsProps) {
  const { t } = useTranslation();
  const { session } = useEditor();
  const fonts = useCall(useCallback(() => session.host.fonts.list({}), [session]));
  const families =
    fonts.state === "ready"
      ? [...fonts.value.catalog.families, ...fonts.value.userFamilies].map(({ name }) => name)
      : [];
  const font = whole.font ?? { role: "text" };
  const fontValue = "role" in font ? `role ${font.role}` : `name ${font.name}`;
  const names = new Set([...families, ...("name" in font ? [font.name] : [])]);
  const weight = whole.weight ?? 400;
  const weights = new Set<number>([...WEIGHTS, weight]);
  const weightName = (one: number): string => {
    const known = WEIGHTS.find((listed) => listed === one);
    return known === undefined ? t("styles.weightOther", { weight: one }) : t(`styles.weight${known}`);
  };
  const is = {
    bold: weight >= BOLD,
    italic: whole.italic === true,
    underline: whole.underline === true,
    strikethrough: whole.strikethrough === true,
    uppercase: whole.uppercase === true,
  };
  const isOwn = (...keys: readonly (keyof CharacterFormat)[]): boolean =>
    hasBase && keys.some((key) => own[key] !== undefined);

  return (
    <section className="panel-section" aria-label={t("styles.letters")}>
      <h3 className="style-heading">{t("styles.letters")}</h3>
      <OwnValue isOwn={isOwn("font")} onReset={() => onChange({ font: undefined })}>
        <Select
          label={t("styles.font")}
          value={fontValue}
          onChange={(chosen) => {
            const [sort, ...rest] = chosen.split(" ");
            const name = rest.join(" ");
            onChange({ font: sort === "role" ? { role: name === "heading" ? "heading" : "text" } : { name } });
          }}
          options={[
            { value: "role text", text: t("styles.fontText") },
            { value: "role heading", text: t("styles.fontHeading") },
            ...[...names]
              .sort((one, other) => one.localeCompare(other))
              .map((name) => ({ value: `name ${name}`, text: name })),
          ]}
        />
      </OwnValue>
      <OwnValue isOwn={isOwn("weight")} onReset={() => onChange({ weight: undefined })}>
        <Select
          label={t("styles.weight")}
          value={String(weight)}
          onChange={(chosen) => onChange({ weight: Number(chosen) })}
          options={[...weights]
            .sort((one, other) => one - other)
            .map((one) => ({ value: String(one), text: weightName(one) }))}
        />
      </OwnValue>
      <OwnValue
        isOwn={isOwn("italic", "underline", "strikethrough", "uppercase")}
        onReset={() =>
          onChange({ italic: undefined, underline: undefined, strikethrough: undefined, uppercase: undefined })
        }
      >
        <ToggleButtonGroup
          className="segments"
          aria-label={t("styles.shape")}
          selectionMode="multiple"
          selectedKeys={SHAPES.flatMap(([shape]) => (is[shape] ? [shape] : []))}
          onSelectionChange={(keys) => {
            for (const [shape] of SHAPES) {
              const on = keys.has(shape);
              if (on !== is[shape]) onChange(shape === "bold" ? { weight: on ? 700 : 400 } : { [shape]: on });
            }
          }}
        >
          {SHAPES.map(([shape, Icon, label]) => (
            <TooltipTrigger key={shape} delay={500} closeDelay={0}>
              <ToggleButton id={shape} className="segment" aria-label={t(label)}>
                <Icon aria-hidden size={16} strokeWidth={1.75} />
              </ToggleButton>
              <Tooltip>{t(label)}</Tooltip>
            </TooltipTrigger>
          ))}
        </ToggleButtonGroup>
      </OwnValue>
      <OwnValue isOwn={isOwn("size", "tracking")} onReset={() => onChange({ size: undefined, tracking: undefined })}>
        <div className="measures">
          <MeasureField
            label={t("editor.properties.size")}
            unit={t("editor.properties.points")}
            least={1}
            most={2_000}
            step={0.5}
            value={whole.size ?? DEFAULT_SIZE_PT}
            onChange={(size) => onChange({ size }, "size")}
          />
          <MeasureField
            label={t("styles.tracking")}
            unit={t("styles.thousandths")}
            least={-500}
            most={2_000}
            step={5}
            digits={0}
            value={whole.tracking ?? 0}
            onChange={(tracking) => onChange({ tracking }, "tracking")}
          />
        </div>
      </OwnValue>
      <OwnValue isOwn={isOwn("color")} onReset={() => onChange({ color: undefined })}>
        <SwatchPicker
          label={t("editor.properties.textColor")}
          swatches={project.swatches}
          value={typeof whole.color === "string" ? whole.color : undefined}
          onChange={(color) => onChange({ color: color ?? undefined })}
        />
      </OwnValue>
    </section>
  );
}
