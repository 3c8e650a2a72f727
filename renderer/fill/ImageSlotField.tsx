import { Crop, Trash2 } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { PICTURE_ENDINGS } from "../../core/assets/picture-endings.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { usePicture } from "../engine/use-picture.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { useCalmSessionState, useSession } from "../session/use-session.ts";
import { tourPlace } from "../tour/tour-store.ts";
import { IconButton } from "../ui/Button.tsx";
import { DropArea } from "../ui/DropArea.tsx";
import { showFailure } from "../ui/toasts.ts";
import { FocusDialog } from "./FocusDialog.tsx";
import { setSlotFocus, shownPart } from "./slot-focus.ts";
import { clearSlotPicture, type ImageSlot, setSlotPicture, slotPicture } from "./slot-values.ts";

export interface ImageSlotFieldProps {
  readonly slot: ImageSlot;
  readonly language: string;
  /** What is wrong with what it shows on the page. */
  readonly findings: readonly Diagnostic[];
}

/** One picture of the template: what is there now, another one, and which part of it shows. */
export const ImageSlotField = memo(({ slot, language, findings }: ImageSlotFieldProps) => {
  const { t } = useTranslation();
  const say = useBilingual();
  const session = useSession();
  const project = useCalmSessionState((state) => state.project);
  const entry = slotPicture(project, slot, language);
  const picture = usePicture(entry?.id);
  const [focusing, setFocusing] = useState(false);
  const part = picture && shownPart(project, slot, picture);
  const isCut = part !== undefined && (part.width < 0.98 || part.height < 0.98);
  const problem = findings[0];

  const take = async ([file]: readonly File[]): Promise<void> => {
    if (!file) return;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const added = await session.host.assets.add({ session: session.handle, bytes, name: file.name });
      session.edit("image.set", (one) => setSlotPicture(one, slot, added.entry, language));
    } catch (failure) {
      showFailure(failure);
    }
  };

  return (
    <fieldset {...tourPlace("picture")} className="image-slot">
      <legend className="field-label">
        {say(slot.label)}
        {slot.required === true && (
          <span className="required" aria-hidden>
            *
          </span>
        )}
      </legend>
      {entry && (
        <div className="image-slot-shown">
          <span className="image-slot-thumb">{picture && <img src={picture.address} alt="" />}</span>
          <span className="image-slot-words">
            <span>{entry.name ?? t("fill.templatePicture")}</span>
            {picture && picture.kind !== "svg" && (
              <span className="field-help">
                {t("fill.pictureSize", { width: picture.width, height: picture.height })}
              </span>
            )}
          </span>
          {isCut && <IconButton icon={Crop} size="small" label={t("fill.focus")} onPress={() => setFocusing(true)} />}
          <IconButton
            icon={Trash2}
            size="small"
            label={t("fill.removePicture")}
            onPress={() => session.edit("image.clear", (one) => clearSlotPicture(one, slot, language))}
          />
        </div>
      )}
      {problem && <p className="field-caution field-help">{say(problem.message)}</p>}
      <DropArea
        compact
        label={t("fill.dropPicture")}
        button={entry ? t("fill.replacePicture") : t("fill.choosePicture")}
        accept={PICTURE_ENDINGS}
        onFiles={(files) => void take(files)}
      />
      {focusing && picture && part && (
        <FocusDialog
          address={picture.address}
          part={part}
          onChoose={(middle) => session.edit("image.focus", (one) => setSlotFocus(one, slot, middle))}
          onClose={() => setFocusing(false)}
        />
      )}
    </fieldset>
  );
});
