import { useState } from "react";
import { useTranslation } from "react-i18next";
import { setSlotText } from "../../core/document/commands/edit-text.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { slotState, slotText, type TextSlot } from "./slot-values.ts";

/** One text of the template in one language, with what it is translated from above it. */
export function TextSlotField({ slot, language }: { readonly slot: TextSlot; readonly language: string }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const session = useSession();
  const project = useSessionState((state) => state.project);
  const { source } = project.languages;
  const value = slotText(project, slot, language);
  const original = language === source || slot.text === undefined ? "" : slotText(project, slot, source);
  const state = slotState(project, slot, language);
  // What was typed is shown as it was typed for as long as the project holds what it became.
  const [typed, setTyped] = useState({ text: value, became: value });
  const shown = typed.became === value ? typed.text : value;

  const write = (text: string): void => {
    session.edit(
      "text.type",
      (one) => setSlotText(one, slot.name, language, text),
      `type:${slot.text ?? slot.name}:${language}`,
    );
    setTyped({ text, became: slotText(session.store.getState().project, slot, language) });
  };

  return (
    <>
      <TextField
        label={say(slot.label)}
        aside={
          <>
            {state === "missing" && <Badge tone="warning">{t("fill.missing")}</Badge>}
            {state === "stale" && <Badge tone="warning">{t("fill.stale")}</Badge>}
          </>
        }
        isRequired={slot.required === true}
        value={shown}
        onChange={write}
        onBlur={() => session.endMerging()}
        contentLanguage={slot.text === undefined ? "" : language}
        lines={slot.multiline === true ? 2 : 1}
        onKeyDown={(event) => {
          if (event.key === "Enter" && slot.multiline !== true) event.preventDefault();
        }}
        {...(slot.text === undefined && { help: t("fill.sharedHint") })}
      />
      {original !== "" && state !== "present" && (
        <div className="slot-source">
          <p lang={source}>
            <span className="visually-hidden">{t("fill.sourceText")}: </span>
            {original}
          </p>
          {state === "stale" && (
            <Button size="small" variant="quiet" onPress={() => write(value)}>
              {t("fill.useAsIs")}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
