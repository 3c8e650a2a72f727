import "./slot-form.css";
import { ClipboardPen } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Slot } from "../../core/document/schema/project.ts";
import { showsTemplate } from "../../core/document/shows-template.ts";
import { useCalmSessionState } from "../session/use-session.ts";
import { tourPlace } from "../tour/tour-store.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ImageSlotField } from "./ImageSlotField.tsx";
import { groupSlots } from "./slot-groups.ts";
import { isFilled } from "./slot-values.ts";
import { TextSlotField } from "./TextSlotField.tsx";

export interface SlotFormProps {
  readonly language: string;
  /** The slot whose field has the focus. */
  readonly active: string | undefined;
  readonly onActive: (slot: string | undefined) => void;
  /** What is wrong on the pages, by the slot that mends it. */
  readonly findings: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** The id of a slot's field on the page, to bring the focus there. */
export const slotFieldId = (slot: string): string => `slot-${slot}`;

const NONE: readonly Diagnostic[] = [];

/** Everything the template leaves to be filled in, in one language, page by page. What it counts follows typing calmly. */
export const SlotForm = memo(({ language, active, onActive, findings }: SlotFormProps) => {
  const { t } = useTranslation();
  const project = useCalmSessionState((state) => state.project);
  const { slots } = project;
  const isDone = (slot: Slot): boolean =>
    isFilled(project, slot, language) && !(slot.kind === "text" && showsTemplate(project, slot, language));
  const texts = slots.filter((slot) => slot.kind === "text" && slot.text !== undefined);
  const done = texts.filter(isDone).length;
  const empty = slots.filter((slot) => slot.required === true && !isFilled(project, slot, language)).length;
  const groups = groupSlots(project);
  return (
    <section {...tourPlace("fill")} className="slot-form" aria-labelledby="slot-form-title">
      <div className="panel-head">
        <h2 id="slot-form-title">{t("fill.slots")}</h2>
        {texts.length > 0 && (
          <span className="count" role="status">
            {empty > 0
              ? t("fill.requiredLeft", { count: empty })
              : language === project.languages.source
                ? t("fill.progress", { done, total: texts.length })
                : t("fill.progressTranslated", { done, total: texts.length })}
          </span>
        )}
      </div>
      {slots.length > 0 && (
        <div className="slot-progress" aria-hidden>
          <div style={{ width: `${texts.length === 0 ? 100 : (done / texts.length) * 100}%` }} />
        </div>
      )}
      {slots.length === 0 && (
        <EmptyState icon={ClipboardPen} title={t("fill.noSlots")}>
          {t("fill.noSlotsHint")}
        </EmptyState>
      )}
      <div className="slot-list">
        {slots.length > 0 && (
          <p className="slot-lead">
            {t("fill.lead")} {slots.some(({ required }) => required === true) && t("fill.requiredMark")}
          </p>
        )}
        {groups.map(({ page, slots: list }) => (
          <section key={page ?? "all"} className="slot-group" aria-label={groupName(page)}>
            {groups.length > 1 && <h3 className="slot-group-title">{groupName(page)}</h3>}
            {list.map((slot) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: it hears of the focus of the fields in it.
              <div
                key={`${slot.name} ${language}`}
                id={slotFieldId(slot.name)}
                className={active === slot.name ? "slot active" : "slot"}
                onFocus={() => onActive(slot.name)}
              >
                {slot.kind === "text" ? (
                  <TextSlotField
                    slot={slot}
                    language={language}
                    active={active === slot.name}
                    findings={findings.get(slot.name) ?? NONE}
                  />
                ) : (
                  <ImageSlotField slot={slot} language={language} findings={findings.get(slot.name) ?? NONE} />
                )}
              </div>
            ))}
          </section>
        ))}
      </div>
    </section>
  );

  function groupName(page: number | undefined): string {
    return page === undefined ? t("fill.everyPage") : t("common.page", { page });
  }
});
