import "./field.css";
import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
  /** Written after the number. */
  readonly unit?: string;
}

/** A number between two ends, set by eye. */
export function Slider({ label, value, onChange, least = 0, most = 100, step = 1, unit = "" }: SliderProps) {
  return (
    <AriaSlider className="slider" value={value} onChange={onChange} minValue={least} maxValue={most} step={step}>
      <Label className="field-label">{label}</Label>
      <SliderOutput className="slider-figure">{({ state }) => `${state.getThumbValueLabel(0)}${unit}`}</SliderOutput>
      <SliderTrack className="slider-track">
        {({ state }) => (
          <>
            <div className="slider-rail" />
            <div className="slider-fill" style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className="slider-thumb" />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
