import type { Ref } from "react";
import { Group, Input, Label, NumberField } from "react-aria-components";

export interface MeasureFieldProps {
  readonly label: string;
  readonly unit: string;
  /** Undefined where the selected things differ. */
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
  readonly digits?: number;
  readonly isDisabled?: boolean;
  /** The label is read aloud and not shown. */
  readonly labelHidden?: boolean;
  /** The input, for what writes figures into it while something is dragged. */
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** How figures are written, of so many digits behind the comma. */
export const measureFormat = (digits: number): Intl.NumberFormatOptions => ({
  maximumFractionDigits: digits,
  useGrouping: false,
});

/** A number with its unit; arrows step it, Enter takes it. */
export function MeasureField(props: MeasureFieldProps) {
  const {
    label,
    unit,
    value,
    onChange,
    least,
    most,
    step = 1,
    digits = 2,
    isDisabled = false,
    labelHidden = false,
    inputRef,
  } = props;
  return (
    <NumberField
      className="measure-field"
      value={value ?? Number.NaN}
      onChange={(next) => {
        if (Number.isFinite(next)) onChange(next);
      }}
      isDisabled={isDisabled}
      formatOptions={measureFormat(digits)}
      step={10 ** -digits}
      {...(labelHidden && { "aria-label": label })}
      {...(least !== undefined && { minValue: least })}
      {...(most !== undefined && { maxValue: most })}
    >
      {!labelHidden && <Label className="measure-label">{label}</Label>}
      <Group className="measure-box">
        <Input
          className="measure-input"
          {...(inputRef && { ref: inputRef })}
          onKeyDown={(event) => {
            if (value === undefined || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
            // The field's own step is the finest it takes; arrows go by what is useful.
            event.preventDefault();
            event.stopPropagation();
            const way = (event.key === "ArrowUp" ? step : -step) * (event.shiftKey ? 10 : 1);
            onChange(
              Math.min(most ?? Number.POSITIVE_INFINITY, Math.max(least ?? Number.NEGATIVE_INFINITY, value + way)),
            );
          }}
        />
        <span className="measure-unit" aria-hidden="true">
          {unit}
        </span>
      </Group>
    </NumberField>
  );
}
