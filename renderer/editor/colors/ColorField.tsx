import "./colors.css";
import { Ban, ChevronDown, Plus } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { colorToHex } from "../../../core/color/color.ts";
import { addSwatch, freshSwatchId } from "../../../core/document/commands/edit-swatches.ts";
import type { ColorRef, Swatch } from "../../../core/document/schema/primitives.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { useDraft } from "../../session/use-draft.ts";
import { useSession } from "../../session/use-session.ts";
import { Button } from "../../ui/Button.tsx";
import { PopoverButton } from "../../ui/PopoverButton.tsx";
import { Slider } from "../../ui/Slider.tsx";
import { SwatchPicker } from "../panels/SwatchPicker.tsx";
import { ColorEditor } from "./ColorEditor.tsx";
import { cssColor, resolveColor, swatchIdOf, swatchRef } from "./color-values.ts";
import { InkNotes } from "./InkNotes.tsx";

export interface ColorFieldProps {
  readonly label: string;
  readonly swatches: readonly Swatch[];
  /** `null` for no colour, undefined where the selected things differ. */
  readonly value: ColorRef | null | undefined;
  /** Called again and again while a slider is dragged. */
  readonly onChange: (color: ColorRef | null) => void;
  readonly canBeNone?: boolean;
  readonly labelHidden?: boolean;
}

/** A colour with its name; opens to choose a swatch, a shade of it, or any other colour. */
export function ColorField(props: ColorFieldProps) {
  const { label, swatches, value, canBeNone = false, labelHidden = false } = props;
  const { t } = useTranslation();
  const pick = useBilingual();
  const swatch = swatches.find(({ id }) => id === swatchIdOf(value));
  const tint = value && typeof value === "object" && "tint" in value ? (value.tint ?? 1) : 1;
  const words = (): string => {
    if (value === undefined) return t("frames.color.several");
    if (value === null) return t("editor.properties.noFill");
    if (swatch) return tint === 1 ? pick(swatch.name) : `${pick(swatch.name)} ${Math.round(tint * 100)} %`;
    if (typeof value === "object" && "cmyk" in value) return value.cmyk.map(Math.round).join(" · ");
    return colorToHex(resolveColor(value, swatches));
  };
  return (
    <div className="color-field">
      {!labelHidden && (
        <span className="measure-label" aria-hidden="true">
          {label}
        </span>
      )}
      <PopoverButton
        label={label}
        placement="left top"
        trigger={
          <AriaButton className="color-button" aria-label={`${label}: ${words()}`}>
            <Chip value={value} swatches={swatches} />
            <span className="color-name">{words()}</span>
            <ChevronDown aria-hidden size={14} strokeWidth={1.75} />
          </AriaButton>
        }
      >
        <ColorChoice {...props} canBeNone={canBeNone} />
      </PopoverButton>
    </div>
  );
}

/** A small patch of a colour. */
export function Chip({ value, swatches }: Pick<ColorFieldProps, "value" | "swatches">) {
  return (
    <span className={value ? "color-chip" : "color-chip none"} aria-hidden="true">
      {value ? <span style={{ background: cssColor(value, swatches) }} /> : value === null && <Ban size={14} />}
    </span>
  );
}

function ColorChoice({ label, swatches, value: given, onChange: tell, canBeNone = false }: ColorFieldProps) {
  const [value, onChange] = useDraft<ColorRef | null | undefined>(given, (color) => color !== undefined && tell(color));
  const { t } = useTranslation();
  const session = useSession();
  const id = swatchIdOf(value);
  const own = typeof value === "object" && value !== null ? value : undefined;
  const tint = own && "tint" in own ? (own.tint ?? 1) : 1;
  const alpha = own?.alpha ?? 1;
  const [isFree, setFree] = useState(value !== null && value !== undefined && id === undefined);
  const [wasAsked, setAsked] = useState(false);
  const shown = value ? resolveColor(value, swatches) : undefined;
  const hex = shown ? colorToHex(shown) : "#808080";
  const seeThrough = alpha !== 1 && { alpha };
  const keep = (): void => {
    const fresh = freshSwatchId(session.store.getState().project);
    const name = { vi: hex, en: hex };
    const inks = own && "cmyk" in own ? { cmyk: own.cmyk } : {};
    session.edit("swatch.add", (project) => addSwatch(project, { id: fresh, name, rgb: hex, ...inks }));
    onChange(swatchRef(fresh, 1, alpha));
    setFree(false);
  };
  return (
    <>
      <SwatchPicker
        label={label}
        swatches={swatches}
        canBeNone={canBeNone}
        value={value === null ? null : id}
        onChange={(chosen) => {
          setFree(false);
          onChange(chosen === null ? null : swatchRef(chosen, 1, alpha));
        }}
      />
      {id !== undefined && (
        <Slider
          label={t("frames.color.tint")}
          unit=" %"
          least={5}
          step={5}
          value={Math.round(tint * 100)}
          onChange={(percent) => onChange(swatchRef(id, percent / 100, alpha))}
        />
      )}
      {value && (
        <Slider
          label={t("frames.color.alpha")}
          unit=" %"
          value={Math.round(alpha * 100)}
          onChange={(percent) => onChange(withAlpha(value, percent / 100))}
        />
      )}
      {isFree ? (
        <ColorEditor
          // The button that asked for it is gone, and the focus with it.
          autoFocus={wasAsked}
          rgb={hex}
          cmyk={own && "cmyk" in own ? own.cmyk : undefined}
          onRgb={(rgb) => onChange({ rgb, ...seeThrough })}
          onCmyk={(cmyk) => onChange({ cmyk, ...seeThrough })}
        >
          {shown && <InkNotes inks={shown.cmyk} />}
          <Button size="small" icon={Plus} onPress={keep} isDisabled={!value || id !== undefined}>
            {t("frames.color.keep")}
          </Button>
        </ColorEditor>
      ) : (
        <Button
          size="small"
          onPress={() => {
            setAsked(true);
            setFree(true);
          }}
        >
          {t("frames.color.other")}
        </Button>
      )}
    </>
  );
}

function withAlpha(value: ColorRef, alpha: number): ColorRef {
  if (typeof value === "string") return swatchRef(value, 1, alpha);
  if ("swatch" in value) return swatchRef(value.swatch, value.tint ?? 1, alpha);
  const { alpha: _old, ...rest } = value;
  return alpha === 1 ? rest : { ...rest, alpha };
}
