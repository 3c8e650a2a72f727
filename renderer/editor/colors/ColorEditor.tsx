import "./colors.css";
import { type ReactNode, useEffect, useState } from "react";
import { ColorArea, ColorSlider, ColorThumb, parseColor, SliderTrack } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { HEX_COLOR_PATTERN } from "../../../core/document/schema/primitives.ts";
import { Segments } from "../../ui/Segments.tsx";
import { MeasureField } from "../panels/MeasureField.tsx";
import { type Inks, inksOfHex } from "./color-values.ts";
import { HexField } from "./HexField.tsx";

type Space = "rgb" | "hsl" | "cmyk";

export interface ColorEditorProps {
  /** `#rrggbb`. */
  readonly rgb: string;
  /** Present where the colour is given in inks. */
  readonly cmyk?: Inks | undefined;
  readonly onRgb: (rgb: string) => void;
  readonly onCmyk: (cmyk: Inks) => void;
  readonly autoFocus?: boolean;
  /** Below the fields. */
  readonly children?: ReactNode;
}

/** A colour by eye and by figures. */
export function ColorEditor({ rgb, cmyk, onRgb, onCmyk, autoFocus = false, children }: ColorEditorProps) {
  const { t } = useTranslation();
  const [space, setSpace] = useState<Space>(cmyk ? "cmyk" : "rgb");
  // Hue and saturation outlive greys and black, which have none of their own.
  const [color, setColor] = useState(() => parseColor(rgb).toFormat("hsb"));
  useEffect(() => {
    setColor((old) =>
      old.toString("hex").toLowerCase() === rgb.toLowerCase() ? old : parseColor(rgb).toFormat("hsb"),
    );
  }, [rgb]);
  const pick = (next: typeof color): void => {
    setColor(next);
    onRgb(next.toString("hex").toLowerCase());
  };
  const inks = cmyk ?? inksOfHex(rgb);
  return (
    <div className="color-editor">
      <ColorArea
        className="color-area"
        aria-label={t("frames.color.area")}
        colorSpace="hsb"
        xChannel="saturation"
        yChannel="brightness"
        value={color}
        onChange={pick}
      >
        <ColorThumb className="color-thumb" />
      </ColorArea>
      <ColorSlider
        className="hue-slider"
        aria-label={t("frames.color.hue")}
        channel="hue"
        colorSpace="hsb"
        value={color}
        onChange={pick}
      >
        <SliderTrack className="hue-track">
          <ColorThumb className="color-thumb" />
        </SliderTrack>
      </ColorSlider>
      <div className="color-row">
        <Segments
          label={t("frames.color.space")}
          value={space}
          onChange={setSpace}
          segments={[
            { value: "rgb", text: "RGB" },
            { value: "hsl", text: "HSL" },
            { value: "cmyk", text: "CMYK" },
          ]}
        />
        <HexField
          label={t("frames.color.hex")}
          value={rgb}
          autoFocus={autoFocus}
          onChange={(hex) => HEX_COLOR_PATTERN.test(hex) && onRgb(hex)}
        />
      </div>
      <div className={`channels ${space}`}>
        {space === "rgb" && <RgbFields rgb={rgb} onRgb={onRgb} />}
        {space === "hsl" && <HslFields rgb={rgb} onRgb={onRgb} />}
        {space === "cmyk" && <InkFields inks={inks} onInks={onCmyk} />}
      </div>
      {children}
    </div>
  );
}

interface RgbProps {
  readonly rgb: string;
  readonly onRgb: (rgb: string) => void;
}

function RgbFields({ rgb, onRgb }: RgbProps) {
  const color = parseColor(rgb).toFormat("rgb");
  return (["red", "green", "blue"] as const).map((channel) => (
    <MeasureField
      key={channel}
      label={channel.charAt(0).toUpperCase()}
      unit=""
      least={0}
      most={255}
      digits={0}
      value={Math.round(color.getChannelValue(channel))}
      onChange={(value) => onRgb(color.withChannelValue(channel, value).toString("hex").toLowerCase())}
    />
  ));
}

function HslFields({ rgb, onRgb }: RgbProps) {
  const color = parseColor(rgb).toFormat("hsl");
  return (["hue", "saturation", "lightness"] as const).map((channel) => (
    <MeasureField
      key={channel}
      label={channel.charAt(0).toUpperCase()}
      unit={channel === "hue" ? "°" : "%"}
      least={0}
      most={channel === "hue" ? 360 : 100}
      digits={0}
      value={Math.round(color.getChannelValue(channel))}
      onChange={(value) => onRgb(color.withChannelValue(channel, value).toString("hex").toLowerCase())}
    />
  ));
}

const INKS = ["C", "M", "Y", "K"] as const;

/** Percentages of the four inks. */
export function InkFields({ inks, onInks }: { readonly inks: Inks; readonly onInks: (inks: Inks) => void }) {
  return INKS.map((ink, index) => (
    <MeasureField
      key={ink}
      label={ink}
      unit="%"
      least={0}
      most={100}
      digits={0}
      value={Math.round(inks[index] ?? 0)}
      onChange={(value) => {
        const [c, m, y, k] = inks.with(index, value);
        onInks([c ?? 0, m ?? 0, y ?? 0, k ?? 0]);
      }}
    />
  ));
}
