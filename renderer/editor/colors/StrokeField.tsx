import { useTranslation } from "react-i18next";
import type { StrokeStyle } from "../../../core/document/schema/primitives.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { swatchRoles } from "../../../core/document/swatch-roles.ts";
import { Segments } from "../../ui/Segments.tsx";
import { Select } from "../../ui/Select.tsx";
import { MeasureField } from "../panels/MeasureField.tsx";
import { ColorField } from "./ColorField.tsx";
import { DashSample } from "./DashSample.tsx";
import { CapButt, CapRound, CapSquare, JoinBevel, JoinMiter, JoinRound } from "./stroke-icons.ts";

export interface StrokeFieldProps {
  readonly label: string;
  readonly project: Project;
  /** `null` for none; undefined where the selected things differ. */
  readonly value: StrokeStyle | null | undefined;
  /** Given what a stroke becomes; each of several is changed from what it was. */
  readonly onChange: (change: (stroke: StrokeStyle | undefined) => StrokeStyle | undefined) => void;
  readonly canBeNone?: boolean;
}

const NEW_WIDTH_PT = 1;
const MOST_WIDTH_PT = 200;

/** Dashes and gaps as multiples of the width. Dots are dashes of no length with round ends. */
const DASHES = {
  solid: undefined,
  dashed: [4, 3],
  short: [2, 2],
  dotted: [0, 2],
  mixed: [5, 2.5, 0, 2.5],
} as const;
type Dash = keyof typeof DASHES;

function dashOf(stroke: StrokeStyle): Dash | "own" {
  const wished = JSON.stringify(stroke.dash ?? []);
  const found = Object.entries(DASHES).find(([, dash]) => JSON.stringify(dash ?? []) === wished);
  return (found?.[0] as Dash | undefined) ?? "own";
}

/** A line: its colour and width, and once there is one its dashes, ends and corners. */
export function StrokeField({ label, project, value, onChange, canBeNone = true }: StrokeFieldProps) {
  const { t } = useTranslation();
  const fresh = { color: swatchRoles(project).main, width: NEW_WIDTH_PT };
  const setDash = (dash: Dash | "own"): void => {
    if (dash === "own") return;
    onChange((stroke) => {
      const { dash: _old, ...rest } = { ...fresh, ...stroke };
      const lengths = DASHES[dash];
      const isRound = dash === "dotted" || dash === "mixed";
      return lengths ? { ...rest, dash: [...lengths], ...(isRound && { cap: "round" as const }) } : rest;
    });
  };
  const own = value && dashOf(value) === "own";
  const names: Readonly<Record<Dash, string>> = {
    solid: t("frames.stroke.solid"),
    dashed: t("frames.stroke.dashed"),
    short: t("frames.stroke.short"),
    dotted: t("frames.stroke.dotted"),
    mixed: t("frames.stroke.mixed"),
  };
  return (
    <div className="fill-field">
      <div className="stroke-row">
        <ColorField
          label={label}
          labelHidden
          swatches={project.swatches}
          canBeNone={canBeNone}
          value={value === null ? null : value?.color}
          onChange={(color) => onChange((stroke) => (color === null ? undefined : { ...fresh, ...stroke, color }))}
        />
        <MeasureField
          label={t("frames.stroke.width")}
          labelHidden
          unit={t("editor.properties.points")}
          least={0}
          most={MOST_WIDTH_PT}
          step={0.25}
          value={value === null ? 0 : value?.width}
          onChange={(width) =>
            onChange((stroke) => (width === 0 && canBeNone ? undefined : { ...fresh, ...stroke, width }))
          }
        />
      </div>
      {value && (
        <>
          <Select<Dash | "own">
            label={t("frames.stroke.dash")}
            labelHidden
            value={dashOf(value)}
            options={[
              ...(Object.keys(DASHES) as Dash[]).map((dash) => ({
                value: dash,
                text: names[dash],
                content: <DashSample dash={DASHES[dash]} name={names[dash]} />,
              })),
              ...(own ? [{ value: "own" as const, text: t("frames.stroke.own") }] : []),
            ]}
            onChange={setDash}
          />
          <div className="stroke-row">
            <Segments
              label={t("frames.stroke.cap")}
              value={value.cap ?? "butt"}
              onChange={(cap) => onChange((stroke) => stroke && { ...stroke, cap })}
              segments={[
                { value: "butt", text: t("frames.stroke.butt"), icon: CapButt },
                { value: "round", text: t("frames.stroke.round"), icon: CapRound },
                { value: "square", text: t("frames.stroke.square"), icon: CapSquare },
              ]}
            />
            <Segments
              label={t("frames.stroke.join")}
              value={value.join ?? "miter"}
              onChange={(join) => onChange((stroke) => stroke && { ...stroke, join })}
              segments={[
                { value: "miter", text: t("frames.stroke.miter"), icon: JoinMiter },
                { value: "round", text: t("frames.stroke.roundJoin"), icon: JoinRound },
                { value: "bevel", text: t("frames.stroke.bevel"), icon: JoinBevel },
              ]}
            />
          </div>
        </>
      )}
    </div>
  );
}
