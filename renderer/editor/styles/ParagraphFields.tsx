import { AlignCenter, AlignJustify, AlignLeft, AlignRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { FormatChange } from "../../../core/document/commands/edit-styles.ts";
import type { ParagraphFormat } from "../../../core/document/schema/text.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Select } from "../../ui/Select.tsx";
import { MeasureField } from "../panels/MeasureField.tsx";
import { ListFields } from "./ListFields.tsx";
import { OwnValue } from "./OwnValue.tsx";

export interface ParagraphFieldsProps {
  readonly own: ParagraphFormat;
  /** With what the base says. */
  readonly whole: ParagraphFormat;
  readonly hasBase: boolean;
  readonly onChange: (change: FormatChange<ParagraphFormat>, merge?: string) => void;
}

/** What leading begins with where it was the language's own. */
const PLAIN_LEADING = 1.45;
const SPACES = ["spaceBefore", "spaceAfter"] as const;
const INDENTS = ["indentStart", "indentEnd", "indentFirst"] as const;
const LEVELS = [0, 1, 2, 3, 4, 5, 6] as const;

/** How paragraphs stand in a style. */
export function ParagraphFields({ own, whole, hasBase, onChange }: ParagraphFieldsProps) {
  const { t } = useTranslation();
  const isOwn = (...keys: readonly (keyof ParagraphFormat)[]): boolean =>
    hasBase && keys.some((key) => own[key] !== undefined);
  const byLanguage = typeof whole.leading !== "number";
  return (
    <>
      <section className="panel-section" aria-label={t("styles.spacing")}>
        <h3 className="style-heading">{t("styles.spacing")}</h3>
        <OwnValue isOwn={isOwn("align")} onReset={() => onChange({ align: undefined })}>
          <Segments
            label={t("editor.properties.alignment")}
            value={whole.align ?? "start"}
            onChange={(align) => onChange({ align })}
            segments={[
              { value: "start", text: t("editor.properties.alignStart"), icon: AlignLeft },
              { value: "center", text: t("editor.properties.alignCenter"), icon: AlignCenter },
              { value: "end", text: t("editor.properties.alignEnd"), icon: AlignRight },
              { value: "justify", text: t("editor.properties.alignJustify"), icon: AlignJustify },
            ]}
          />
        </OwnValue>
        <OwnValue isOwn={isOwn("leading")} onReset={() => onChange({ leading: undefined })}>
          <div className="style-stack">
            <Checkbox isSelected={byLanguage} onChange={(on) => onChange({ leading: on ? "language" : PLAIN_LEADING })}>
              {t("styles.leadingByLanguage")}
            </Checkbox>
            {typeof whole.leading === "number" && (
              <div className="measures">
                <MeasureField
                  label={t("styles.leading")}
                  unit={t("styles.times")}
                  least={0.5}
                  most={5}
                  step={0.05}
                  value={whole.leading}
                  onChange={(leading) => onChange({ leading }, "leading")}
                />
              </div>
            )}
          </div>
        </OwnValue>
        <OwnValue isOwn={isOwn(...SPACES)} onReset={() => onChange({ spaceBefore: undefined, spaceAfter: undefined })}>
          <div className="measures">
            {SPACES.map((key) => (
              <MeasureField
                key={key}
                label={t(`styles.${key}`)}
                unit={t("editor.properties.points")}
                least={0}
                most={1_000}
                value={whole[key] ?? 0}
                onChange={(points) => onChange({ [key]: points }, key)}
              />
            ))}
          </div>
        </OwnValue>
        <OwnValue
          isOwn={isOwn(...INDENTS)}
          onReset={() => onChange({ indentStart: undefined, indentEnd: undefined, indentFirst: undefined })}
        >
          <div className="measures">
            {INDENTS.map((key) => (
              <MeasureField
                key={key}
                label={t(`styles.${key}`)}
                unit={t("editor.properties.mm")}
                least={key === "indentFirst" ? -500 : 0}
                most={500}
                step={0.5}
                value={whole[key] ?? 0}
                onChange={(length) => onChange({ [key]: length }, key)}
              />
            ))}
          </div>
        </OwnValue>
      </section>
      <ListFields list={whole.list} isOwn={isOwn("list")} onChange={(list, merge) => onChange({ list }, merge)} />
      <section className="panel-section" aria-label={t("styles.flow")}>
        <h3 className="style-heading">{t("styles.flow")}</h3>
        <Checkbox isSelected={whole.keepWithNext === true} onChange={(keepWithNext) => onChange({ keepWithNext })}>
          {t("styles.keepWithNext")}
        </Checkbox>
        <Checkbox isSelected={whole.keepTogether === true} onChange={(keepTogether) => onChange({ keepTogether })}>
          {t("styles.keepTogether")}
        </Checkbox>
        <OwnValue isOwn={isOwn("outlineLevel")} onReset={() => onChange({ outlineLevel: undefined })}>
          <Select
            label={t("styles.outlineLevel")}
            value={String(whole.outlineLevel ?? 0)}
            onChange={(level) => onChange({ outlineLevel: Number(level) })}
            options={LEVELS.map((level) => ({
              value: String(level),
              text: level === 0 ? t("styles.outlineNone") : t("styles.outlineAt", { level }),
            }))}
          />
        </OwnValue>
      </section>
    </>
  );
}
