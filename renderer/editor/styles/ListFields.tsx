import { useTranslation } from "react-i18next";
import type { ParagraphFormat } from "../../../core/document/schema/text.ts";
import { Segments } from "../../ui/Segments.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { OwnValue } from "./OwnValue.tsx";

type List = ParagraphFormat["list"];

export interface ListFieldsProps {
  readonly list: List;
  readonly isOwn: boolean;
  readonly onChange: (list: List, merge?: string) => void;
}

const BULLETS = ["•", "–", "▪", "◦", "‣", "✓", "❖"] as const;
const NUMBERS = ["1", "a", "A", "i", "I"] as const;

/** Bullets and numbers before paragraphs. */
export function ListFields({ list, isOwn, onChange }: ListFieldsProps) {
  const { t } = useTranslation();
  const sort = typeof list !== "object" ? "none" : "bullet" in list ? "bullet" : "number";
  const bullet = typeof list === "object" && "bullet" in list ? list : undefined;
  const number = typeof list === "object" && "number" in list ? list : undefined;
  const bullets = new Set([...BULLETS, ...(bullet ? [bullet.bullet] : [])]);
  return (
    <section className="panel-section" aria-label={t("styles.lists")}>
      <h3 className="style-heading">{t("styles.lists")}</h3>
      <OwnValue isOwn={isOwn} onReset={() => onChange(undefined)}>
        <Segments
          label={t("styles.lists")}
          value={sort}
          onChange={(next) =>
            onChange(next === "none" ? "none" : next === "bullet" ? { bullet: "•" } : { number: "1", pattern: "%." })
          }
          segments={[
            { value: "none", text: t("styles.listNone") },
            { value: "bullet", text: t("styles.listBullet") },
            { value: "number", text: t("styles.listNumber") },
          ]}
        />
      </OwnValue>
      {bullet && (
        <Select
          label={t("styles.bullet")}
          value={bullet.bullet}
          onChange={(sign) => onChange({ ...bullet, bullet: sign })}
          options={[...bullets].map((sign) => ({ value: sign, text: sign }))}
        />
      )}
      {number && (
        <>
          <Select
            label={t("styles.number")}
            value={number.number}
            onChange={(chosen) => onChange({ ...number, number: chosen })}
            options={NUMBERS.map((sign) => ({ value: sign, text: `${sign}, …` }))}
          />
          <TextField
            label={t("styles.pattern")}
            help={t("styles.patternHint")}
            value={number.pattern ?? ""}
            maxLength={16}
            onChange={(pattern) => onChange({ ...number, pattern }, "pattern")}
          />
        </>
      )}
    </section>
  );
}
