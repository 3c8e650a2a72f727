import "./slot-form.css";
import { ClipboardPen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSessionState } from "../session/use-session.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ImageSlotField } from "./ImageSlotField.tsx";
import { isFilled } from "./slot-values.ts";
import { TextSlotField } from "./TextSlotField.tsx";

export interface SlotFormProps {
  readonly language: string;
  /** The slot whose field has the focus. */
  readonly active: string | undefined;
  readonly onActive: (slot: string | undefined) => void;
}

/** The id of a slot's field on the page, to bring the focus there. */
export const slotFieldId = (slot: string): string => `slot-${slot}`;

/** Everything the template leaves to be filled in, in one language. */
export function SlotForm({ language, active, onActive }: SlotFormProps) {
  const { t } = useTranslation();
  const project = useSessionState((state) => state.project);
  const { slots } = project;
  const done = slots.filter((slot) => isFilled(project, slot, language)).length;
  return (
    <section className="slot-form" aria-labelledby="slot-form-title">
      <div className="panel-head">
        <h2 id="slot-form-title">{t("fill.slots")}</h2>
        {slots.length > 0 && <span className="count">{t("fill.progress", { done, total: slots.length })}</span>}
      </div>
      {slots.length === 0 && (
        <EmptyState icon={ClipboardPen} title={t("fill.noSlots")}>
          {t("fill.noSlotsHint")}
        </EmptyState>
      )}
      <div className="slot-list">
        {slots.map((slot) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: it hears of the focus of the fields in it.
          <div
            key={`${slot.name} ${language}`}
            id={slotFieldId(slot.name)}
            className={active === slot.name ? "slot active" : "slot"}
            onFocus={() => onActive(slot.name)}
          >
            {slot.kind === "text" ? (
              <TextSlotField slot={slot} language={language} />
            ) : (
              <ImageSlotField slot={slot} language={language} />
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
