import { useTranslation } from "react-i18next";
import type { Shadow } from "../../../core/document/schema/primitives.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { swatchRoles } from "../../../core/document/swatch-roles.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { MeasureField } from "../panels/MeasureField.tsx";
import { ColorField } from "./ColorField.tsx";
import { swatchIdOf, swatchRef } from "./color-values.ts";

export interface ShadowFieldProps {
  readonly project: Project;
  /** `null` for none; undefined where the selected things differ. */
  readonly value: Shadow | null | undefined;
  readonly onChange: (shadow: Shadow | undefined) => void;
}

const NEW_SHADOW = { dx: 0.8, dy: 1, blur: 2.5 };
const NEW_DENSITY = 0.35;

/** A shadow below the frame. */
export function ShadowField({ project, value, onChange }: ShadowFieldProps) {
  const { t } = useTranslation();
  const mm = t("editor.properties.mm");
  const make = (): Shadow => {
    const { ink } = swatchRoles(project);
    const swatch = swatchIdOf(ink);
    return {
      ...NEW_SHADOW,
      color: swatch === undefined ? { rgb: "#000000", alpha: NEW_DENSITY } : swatchRef(swatch, 1, NEW_DENSITY),
    };
  };
  return (
    <div className="fill-field">
      <Checkbox
        isSelected={value !== null && value !== undefined}
        isIndeterminate={value === undefined}
        onChange={(on) => onChange(on ? make() : undefined)}
      >
        {t("frames.shadow.title")}
      </Checkbox>
      {value && (
        <>
          <ColorField
            label={t("frames.shadow.color")}
            swatches={project.swatches}
            value={value.color}
            onChange={(color) => color !== null && onChange({ ...value, color })}
          />
          <div className="measures">
            <MeasureField
              label={t("frames.shadow.right")}
              unit={mm}
              step={0.5}
              value={value.dx}
              onChange={(dx) => onChange({ ...value, dx })}
            />
            <MeasureField
              label={t("frames.shadow.down")}
              unit={mm}
              step={0.5}
              value={value.dy}
              onChange={(dy) => onChange({ ...value, dy })}
            />
            <MeasureField
              label={t("frames.shadow.blur")}
              unit={mm}
              least={0}
              step={0.5}
              value={value.blur}
              onChange={(blur) => onChange({ ...value, blur })}
            />
          </div>
        </>
      )}
    </div>
  );
}
