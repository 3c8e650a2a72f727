import { Link2, Unlink2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/Button.tsx";
import { MeasureField } from "../panels/MeasureField.tsx";

/** Millimetres: one for all corners, or four from the top left one clockwise. */
export type Radius = number | [number, number, number, number];

export interface CornersFieldProps {
  /** Undefined where the selected things differ. */
  readonly value: Radius | undefined;
  readonly onChange: (radius: Radius) => void;
}

/** How round the corners are: all alike, or each by itself. */
export function CornersField({ value, onChange }: CornersFieldProps) {
  const { t } = useTranslation();
  const [isSplit, setSplit] = useState(typeof value === "object");
  const mm = t("editor.properties.mm");
  const four: [number, number, number, number] =
    typeof value === "object" ? value : [value ?? 0, value ?? 0, value ?? 0, value ?? 0];
  const names = [
    t("frames.corners.topLeft"),
    t("frames.corners.topRight"),
    t("frames.corners.bottomRight"),
    t("frames.corners.bottomLeft"),
  ];
  const set = (index: number, radius: number): void => {
    const [a = 0, b = 0, c = 0, d = 0] = four.with(index, radius);
    onChange([a, b, c, d]);
  };
  return (
    <div className="corners-field">
      <div className="stroke-row">
        <MeasureField
          label={t("frames.corners.title")}
          unit={mm}
          least={0}
          isDisabled={isSplit}
          value={isSplit || typeof value === "object" ? undefined : value}
          onChange={onChange}
        />
        <IconButton
          icon={isSplit ? Link2 : Unlink2}
          size="small"
          label={isSplit ? t("frames.corners.join") : t("frames.corners.split")}
          onPress={() => {
            setSplit(!isSplit);
            if (isSplit && typeof value === "object") onChange(value[0]);
          }}
        />
      </div>
      {isSplit && (
        <div className="corners">
          {[0, 1, 3, 2].map((index) => (
            <MeasureField
              key={index}
              label={names[index] ?? ""}
              labelHidden
              unit={mm}
              least={0}
              value={four[index]}
              onChange={(radius) => set(index, radius)}
            />
          ))}
        </div>
      )}
    </div>
  );
}
