import { useTranslation } from "react-i18next";
import type { Fill } from "../../../core/document/schema/primitives.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { Segments } from "../../ui/Segments.tsx";
import { ColorField } from "./ColorField.tsx";
import { GradientEditor } from "./GradientEditor.tsx";
import { type FillKind, fillOfKind, kindOfFill } from "./gradient.ts";

export interface FillFieldProps {
  readonly label: string;
  readonly project: Project;
  /** `null` for none; undefined where the selected things differ. */
  readonly value: Fill | null | undefined;
  readonly onChange: (fill: Fill | undefined) => void;
  /** Shows a gradient on the page, to be pulled about there. */
  readonly onPage: () => void;
}

/** A ground: none, one colour, or several running into each other. */
export function FillField({ label, project, value, onChange, onPage }: FillFieldProps) {
  const { t } = useTranslation();
  const kind = kindOfFill(value ?? undefined);
  return (
    <div className="fill-field">
      <Segments<FillKind>
        label={label}
        value={kind}
        onChange={(next) => next !== kind && onChange(fillOfKind(next, value ?? undefined, project))}
        segments={[
          { value: "none", text: t("frames.fill.none") },
          { value: "solid", text: t("frames.fill.solid") },
          { value: "linear", text: t("frames.fill.linear") },
          { value: "radial", text: t("frames.fill.radial") },
        ]}
      />
      {(value === undefined || kind === "solid") && (
        <ColorField
          label={label}
          swatches={project.swatches}
          canBeNone
          value={value && "color" in value ? value.color : undefined}
          onChange={(color) => onChange(color === null ? undefined : { color })}
        />
      )}
      {value && !("color" in value) && (
        <GradientEditor gradient={value} swatches={project.swatches} onChange={onChange} onPage={onPage} />
      )}
    </div>
  );
}
