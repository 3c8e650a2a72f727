import { useTranslation } from "react-i18next";
import { hasProperty, setFrameProperty } from "../../../core/document/commands/set-frame-property.ts";
import type { Frame } from "../../../core/document/schema/frames.ts";
import type { ColorRef, Fill, StrokeStyle } from "../../../core/document/schema/primitives.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { useEditor } from "../editor.ts";
import { MeasureField } from "./MeasureField.tsx";
import { SwatchPicker } from "./SwatchPicker.tsx";
import { sharedValue } from "./shared-value.ts";

/** Points. */
const NEW_STROKE_WIDTH = 1;

const fillOf = (frame: Frame): Fill | undefined => ("fill" in frame ? frame.fill : undefined);
const strokeOf = (frame: Frame): StrokeStyle | undefined => ("stroke" in frame ? frame.stroke : undefined);
/** A swatch as it is; neither tinted, nor see-through, nor by value. */
const swatchOf = (color: ColorRef | undefined): string | undefined => (typeof color === "string" ? color : undefined);

/** Fill and stroke of the frames that have them. */
export function LookSection({ frames, project }: { readonly frames: readonly Frame[]; readonly project: Project }) {
  const { t } = useTranslation();
  const { session } = useEditor();
  const filled = frames.filter(({ type }) => hasProperty(type, "fill"));
  const stroked = frames.filter(({ type }) => hasProperty(type, "stroke"));
  const onlyLines = stroked.every(({ type }) => type === "line");
  if (stroked.length === 0) return null;

  const setFill = (swatch: string | null): void =>
    session.edit("frame.fill", (one) =>
      setFrameProperty(one, idsOf(filled), "fill", swatch === null ? undefined : { color: swatch }),
    );
  const setStrokes = (change: (stroke: StrokeStyle | undefined) => StrokeStyle | undefined, merge?: string): void =>
    session.edit(
      "frame.stroke",
      (one) =>
        stroked.reduce(
          (edited, frame) => setFrameProperty(edited, new Set([frame.id]), "stroke", change(strokeOf(frame))),
          one,
        ),
      merge,
    );
  const firstSwatch = project.swatches[0]?.id ?? { rgb: "#000000" };

  return (
    <section className="panel-section" aria-label={t("editor.properties.look")}>
      {filled.length > 0 && (
        <SwatchPicker
          label={t("editor.properties.fill")}
          swatches={project.swatches}
          canBeNone
          value={sharedValue(filled, (frame) => {
            const fill = fillOf(frame);
            return fill === undefined ? null : "color" in fill ? swatchOf(fill.color) : undefined;
          })}
          onChange={setFill}
        />
      )}
      <SwatchPicker
        label={t("editor.properties.strokeColor")}
        swatches={project.swatches}
        canBeNone={!onlyLines}
        value={sharedValue(stroked, (frame) => {
          const stroke = strokeOf(frame);
          return stroke === undefined ? null : swatchOf(stroke.color);
        })}
        onChange={(swatch) =>
          setStrokes((stroke) => (swatch === null ? undefined : { width: NEW_STROKE_WIDTH, ...stroke, color: swatch }))
        }
      />
      <div className="measures">
        <MeasureField
          label={t("editor.properties.strokeWidth")}
          unit={t("editor.properties.points")}
          least={0}
          most={200}
          step={0.25}
          value={sharedValue(stroked, (frame) => strokeOf(frame)?.width ?? 0)}
          onChange={(width) =>
            setStrokes(
              (stroke) => (width === 0 && !onlyLines ? undefined : { color: firstSwatch, ...stroke, width }),
              `stroke:${stroked.map(({ id }) => id).join(" ")}`,
            )
          }
        />
      </div>
    </section>
  );
}

const idsOf = (frames: readonly Frame[]): ReadonlySet<string> => new Set(frames.map(({ id }) => id));
