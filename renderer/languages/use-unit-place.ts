import { useTranslation } from "react-i18next";
import { findFrame } from "../../core/document/commands/edit-frames.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { TranslationUnit, UnitPlace } from "../../core/translate/units.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";

/** Where a text stands, in words: its page or master, and the field that fills it or the picture it describes. */
export function useUnitPlace(project: Project): (unit: TranslationUnit) => string {
  const { t } = useTranslation();
  const say = useBilingual();
  const holderOf = (place: UnitPlace): string => {
    if ("page" in place) return t("languages.onPage", { page: place.page });
    const master = project.masters.find(({ id }) => id === place.master);
    return t("languages.onMaster", { master: master ? say(master.name) : place.master });
  };
  return ({ place, text }) => {
    const slot = project.slots.find((one) => one.kind === "text" && one.text === text);
    if (slot) return `${holderOf(place)} · ${say(slot.label)}`;
    const frame = findFrame(project, place.frame);
    const describes = frame?.type === "image" && frame.alt === text;
    return describes ? `${holderOf(place)} · ${t("languages.description")}` : holderOf(place);
  };
}
