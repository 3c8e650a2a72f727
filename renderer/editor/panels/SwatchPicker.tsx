import { Ban, Check } from "lucide-react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Swatch } from "../../../core/document/schema/primitives.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { isLight, resolveColor } from "../colors/color-values.ts";

export interface SwatchPickerProps {
  readonly label: string;
  readonly swatches: readonly Swatch[];
  /** A swatch's id; `null` for no colour, undefined where the colour is none of these or the selected things differ. */
  readonly value: string | null | undefined;
  readonly onChange: (swatch: string | null) => void;
  readonly canBeNone?: boolean;
}

const NONE = "\u0000none";

/** The project's colours, one of which is taken. */
export function SwatchPicker({ label, swatches, value, onChange, canBeNone = false }: SwatchPickerProps) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const none = { id: NONE, name: t("editor.properties.noFill"), rgb: undefined };
  const choices = [
    ...(canBeNone ? [none] : []),
    ...swatches.map(({ id, name, rgb }) => ({ id, name: pick(name), rgb })),
  ];
  const selected = value === null ? [NONE] : value === undefined ? [] : [value];
  return (
    <div className="swatch-picker">
      <span className="field-label">{label}</span>
      <ListBox
        className="swatches"
        aria-label={label}
        layout="grid"
        orientation="horizontal"
        selectionMode="single"
        selectedKeys={selected}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : keys;
          if (key !== undefined) onChange(key === NONE ? null : String(key));
        }}
      >
        {choices.map(({ id, name, rgb }) => (
          <ListBoxItem
            key={id}
            id={id}
            textValue={name}
            className="swatch"
            style={{ backgroundColor: rgb ?? "transparent" }}
          >
            {({ isSelected }) => (
              <span className="swatch-face" title={name}>
                {rgb === undefined ? <Ban aria-hidden size={16} strokeWidth={1.5} /> : null}
                {isSelected && rgb !== undefined && (
                  <Check
                    aria-hidden
                    size={14}
                    strokeWidth={3}
                    className={isLight(resolveColor({ rgb }, [])) ? "tick-dark" : "tick-light"}
                  />
                )}
              </span>
            )}
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  );
}
