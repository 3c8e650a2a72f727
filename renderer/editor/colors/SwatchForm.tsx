import { Replace, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  removeSwatch,
  replaceSwatch,
  type SwatchChanges,
  setSwatch,
} from "../../../core/document/commands/edit-swatches.ts";
import type { Swatch } from "../../../core/document/schema/primitives.ts";
import { useBilingual, useInterfaceLanguage } from "../../i18n/use-bilingual.ts";
import { useSession, useSessionState } from "../../session/use-session.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DraftField } from "../../ui/DraftField.tsx";
import { Select } from "../../ui/Select.tsx";
import { ColorEditor, InkFields } from "./ColorEditor.tsx";
import { Chip } from "./ColorField.tsx";
import { hexOfInks, inksOfHex, resolveColor } from "./color-values.ts";
import { InkNotes } from "./InkNotes.tsx";

interface SwatchFormProps {
  readonly swatch: Swatch;
  readonly uses: number;
  readonly onClose: () => void;
}

/** One of the document's colours: what it is called, how screens and presses show it, what takes its place. */
export function SwatchForm({ swatch, uses, onClose }: SwatchFormProps) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const language = useInterfaceLanguage();
  const session = useSession();
  const swatches = useSessionState((state) => state.project.swatches);
  const others = swatches.filter(({ id }) => id !== swatch.id);
  const [chosen, setChosen] = useState(others[0]?.id);
  const other = others.find(({ id }) => id === chosen) ?? others[0];
  const { id, rgb, cmyk, name } = swatch;
  const change = (changes: SwatchChanges): void =>
    session.edit("swatch.change", (project) => setSwatch(project, id, changes), `swatch:${id}`);
  const remove = (replacement?: string): void => {
    session.edit("swatch.remove", (project) => removeSwatch(project, id, replacement));
    onClose();
  };
  return (
    <>
      <DraftField
        label={t("frames.swatches.name")}
        value={name[language]}
        onChange={(words) => change({ name: { ...name, [language]: words } })}
      />
      <ColorEditor
        rgb={rgb}
        onRgb={(hex) => change({ rgb: hex })}
        onCmyk={(inks) => change({ rgb: hexOfInks(inks), cmyk: inks })}
      />
      <div className="inks">
        <Checkbox
          isSelected={cmyk === undefined}
          onChange={(isComputed) => change({ cmyk: isComputed ? null : inksOfHex(rgb) })}
        >
          {t("frames.swatches.computed")}
        </Checkbox>
        {cmyk && (
          <div className="channels cmyk">
            <InkFields inks={cmyk} onInks={(inks) => change({ cmyk: inks })} />
          </div>
        )}
        <InkNotes inks={resolveColor(id, swatches).cmyk} />
      </div>
      <div className="swatch-replace">
        {other && uses > 0 && (
          <Select
            label={t("frames.swatches.replacement", { count: uses })}
            value={other.id}
            onChange={setChosen}
            options={others.map((one) => ({
              value: one.id,
              text: pick(one.name),
              content: (
                <span className="dash-sample">
                  <Chip value={one.id} swatches={swatches} />
                  {pick(one.name)}
                </span>
              ),
            }))}
          />
        )}
        <div className="swatch-actions">
          {other && uses > 0 && (
            <Button
              size="small"
              icon={Replace}
              onPress={() => session.edit("swatch.replace", (project) => replaceSwatch(project, id, other.id))}
            >
              {t("frames.swatches.replace")}
            </Button>
          )}
          {uses === 0 ? (
            <Button size="small" variant="danger" icon={Trash2} onPress={() => remove()}>
              {t("frames.swatches.remove")}
            </Button>
          ) : (
            other && (
              <Button size="small" variant="danger" icon={Trash2} onPress={() => remove(other.id)}>
                {t("frames.swatches.replaceAndRemove")}
              </Button>
            )
          )}
        </div>
      </div>
    </>
  );
}
