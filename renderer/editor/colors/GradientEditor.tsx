import { ArrowLeftRight, Plus, Spline, Trash2 } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Swatch } from "../../../core/document/schema/primitives.ts";
import { useDraft } from "../../session/use-draft.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { editorKeyLabel } from "../keys.ts";
import { MeasureField } from "../panels/MeasureField.tsx";
import { ColorField } from "./ColorField.tsx";
import { cssColor, cssFill } from "./color-values.ts";
import { addStop, type Gradient, type Stop, stopPlace, stopsOf, withStops } from "./gradient.ts";

interface GradientEditorProps {
  readonly gradient: Gradient;
  readonly swatches: readonly Swatch[];
  readonly onChange: (gradient: Gradient) => void;
  /** Shows it on the page, to be pulled about there. */
  readonly onPage: () => void;
}

/** The colours of a gradient along a bar, and where it runs. */
export function GradientEditor({ gradient: given, swatches, onChange: tell, onPage }: GradientEditorProps) {
  const [gradient, onChange] = useDraft(given, tell);
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(0);
  const stops = stopsOf(gradient);
  const index = Math.min(chosen, stops.length - 1);
  const stop = stops[index];
  const setStops = (next: readonly Stop[]): void => onChange(withStops(gradient, next));
  const move = (which: number, at: number): void => {
    const moved = stops[which];
    if (!moved) return;
    const next = stops.with(which, { ...moved, at: stopPlace(at) }).toSorted((one, other) => one.at - other.at);
    setChosen(next.findIndex((one) => one.color === moved.color && one.at === stopPlace(at)));
    setStops(next);
  };
  const add = (at?: number): void => {
    const added = addStop(stops, at);
    setChosen(added.index);
    setStops(added.stops);
  };
  const remove = (which: number): void => {
    if (stops.length <= 2) return;
    setChosen(Math.max(0, which - 1));
    setStops(stops.toSpliced(which, 1));
  };
  const placeOf = (event: PointerEvent): number => {
    const box = bar.current?.getBoundingClientRect();
    return box ? (event.clientX - box.left) / box.width : 0;
  };
  const press = (event: KeyboardEvent, which: number): void => {
    const at = stops[which]?.at ?? 0;
    const step = event.shiftKey ? 0.1 : 0.01;
    if (event.key === "ArrowLeft" || event.key === "ArrowDown") move(which, at - step);
    else if (event.key === "ArrowRight" || event.key === "ArrowUp") move(which, at + step);
    else if (event.key === "Home") move(which, 0);
    else if (event.key === "End") move(which, 1);
    else if (event.key === "Delete" || event.key === "Backspace") remove(which);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="gradient-editor">
      <div
        ref={bar}
        className="gradient-bar"
        style={{ background: cssFill({ linear: { angle: 0, stops } }, swatches) }}
        onPointerDown={(event) => event.target === event.currentTarget && add(placeOf(event))}
      >
        {stops.map((one, which) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: stops have no name but their place
            key={which}
            className={which === index ? "gradient-stop current" : "gradient-stop"}
            role="slider"
            tabIndex={0}
            aria-label={t("frames.gradient.stop", { number: which + 1 })}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(one.at * 100)}
            style={{ left: `${one.at * 100}%`, background: cssColor(one.color, swatches) }}
            onFocus={() => setChosen(which)}
            onKeyDown={(event) => press(event, which)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setChosen(which);
            }}
            onPointerMove={(event) =>
              event.currentTarget.hasPointerCapture(event.pointerId) && move(index, placeOf(event))
            }
          />
        ))}
      </div>
      {stop && (
        <div className="gradient-row">
          <ColorField
            label={t("frames.gradient.color", { number: index + 1 })}
            labelHidden
            swatches={swatches}
            value={stop.color}
            onChange={(color) => color !== null && setStops(stops.with(index, { ...stop, color }))}
          />
          <IconButton icon={Plus} size="small" label={t("frames.gradient.add")} onPress={() => add()} />
          <IconButton
            icon={Trash2}
            size="small"
            label={t("frames.gradient.remove")}
            isDisabled={stops.length <= 2}
            onPress={() => remove(index)}
          />
          <IconButton
            icon={ArrowLeftRight}
            size="small"
            label={t("frames.gradient.reverse")}
            onPress={() => setStops(stops.map((one) => ({ ...one, at: stopPlace(1 - one.at) })))}
          />
        </div>
      )}
      <div className="measures">
        {"linear" in gradient ? (
          <MeasureField
            label={t("frames.gradient.angle")}
            unit="°"
            step={15}
            digits={0}
            value={gradient.linear.angle}
            onChange={(angle) => onChange({ linear: { ...gradient.linear, angle: ((angle % 360) + 360) % 360 } })}
          />
        ) : (
          <RadialFields radial={gradient.radial} onChange={(radial) => onChange({ radial })} />
        )}
        <Button size="small" icon={Spline} shortcut={editorKeyLabel("gradient")} onPress={onPage}>
          {t("frames.gradient.pull")}
        </Button>
      </div>
    </div>
  );
}

type Radial = Extract<Gradient, { radial: unknown }>["radial"];

function RadialFields({ radial, onChange }: { readonly radial: Radial; readonly onChange: (radial: Radial) => void }) {
  const { t } = useTranslation();
  return (
    <>
      {(["x", "y"] as const).map((axis) => (
        <MeasureField
          key={axis}
          label={axis === "x" ? t("frames.gradient.x") : t("frames.gradient.y")}
          unit="%"
          least={0}
          most={100}
          step={5}
          digits={0}
          value={Math.round(radial.center[axis] * 100)}
          onChange={(percent) => onChange({ ...radial, center: { ...radial.center, [axis]: percent / 100 } })}
        />
      ))}
      <MeasureField
        label={t("frames.gradient.radius")}
        unit="%"
        least={1}
        most={300}
        step={5}
        digits={0}
        value={Math.round(radial.radius * 100)}
        onChange={(percent) => onChange({ ...radial, radius: percent / 100 })}
      />
    </>
  );
}
