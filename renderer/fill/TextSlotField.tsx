import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { markUpToDate } from "../../core/document/commands/edit-languages.ts";
import { setSlotText } from "../../core/document/commands/edit-text.ts";
import { showsTemplate } from "../../core/document/shows-template.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { typingKey, useTranslationVisit } from "../languages/use-translation-visit.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { slotState, slotText, type TextSlot } from "./slot-values.ts";

export interface TextSlotFieldProps {
  readonly slot: TextSlot;
  readonly language: string;
  /** It has the focus, and says how long its text may be. */
  readonly active: boolean;
  /** What is wrong with what it shows on the page. */
  readonly findings: readonly Diagnostic[];
}

/** One text of the template in one language, with what it is translated from above it. A letter in one field draws no other. */
export const TextSlotField = memo(({ slot, language, active, findings }: TextSlotFieldProps) => {
  const { t } = useTranslation();
  const say = useBilingual();
  const session = useSession();
  const source = useSessionState(({ project }) => project.languages.source);
  const value = useSessionState(({ project }) => slotText(project, slot, language));
  const original = useSessionState(({ project }) =>
    language === source || slot.text === undefined ? "" : slotText(project, slot, source),
  );
  const state = useSessionState(({ project }) => slotState(project, slot, language));
  const isTemplate = useSessionState(({ project }) => showsTemplate(project, slot, language));
  const problem = findings.find(({ severity }) => severity === "error") ?? findings[0];
  // What was typed is shown as it was typed for as long as the project holds what it became.
  const [typed, setTyped] = useState({ text: value, became: value });
  const shown = typed.became === value ? typed.text : value;

  const target = { text: slot.text ?? slot.name, language };
  const visit = useTranslationVisit();
  // What it is translated from stays in view while somebody is at it, and takes no room away from under the pointer.
  const [wantsSource, setWantsSource] = useState(false);
  if (state !== "present" && !wantsSource) setWantsSource(true);

  const write = (text: string): void => {
    session.edit("text.type", (one) => setSlotText(one, slot.name, language, text), typingKey(target));
    setTyped({ text, became: slotText(session.store.getState().project, slot, language) });
  };

  const confirm = (): void => {
    const { text } = slot;
    if (text !== undefined) session.edit("language.up-to-date", (one) => markUpToDate(one, language, [text]));
  };

  const guidance = (): string | undefined => {
    if (!active || shown === "") return undefined;
    const pattern = original === "" ? (slot.sample ?? "") : original;
    const count = clusters(shown);
    if (pattern === "" || pattern === shown) return t("fill.characters", { count });
    return t(original === "" ? "fill.charactersOfSample" : "fill.charactersOfOriginal", {
      count,
      like: clusters(pattern),
    });
  };
  const length = guidance();

  return (
    <>
      <TextField
        label={say(slot.label)}
        aside={
          <>
            {isTemplate && <Badge>{t("fill.templateText")}</Badge>}
            {state === "missing" && <Badge tone="warning">{t("fill.missing")}</Badge>}
            {state === "stale" && <Badge tone="warning">{t("fill.stale")}</Badge>}
          </>
        }
        isRequired={slot.required === true}
        value={shown}
        onChange={write}
        onFocus={() => visit.begin(target)}
        onBlur={() => visit.end()}
        contentLanguage={slot.text === undefined ? "" : language}
        lines={slot.multiline === true ? 2 : 1}
        onKeyDown={(event) => {
          if (event.key === "Enter" && slot.multiline !== true) event.preventDefault();
          // A field that listens would keep the keys of the whole window, such as those for saving, to itself.
          event.continuePropagation();
        }}
        error={problem?.severity === "error" ? say(problem.message) : undefined}
        {...(problem?.severity === "warning" && { caution: say(problem.message) })}
        {...(slot.text === undefined && { help: t("fill.sharedHint") })}
        {...(length !== undefined && { length })}
      />
      {original !== "" && wantsSource && (
        <div className="slot-source">
          <p lang={source}>
            <span className="visually-hidden">{t("fill.sourceText")}: </span>
            {original}
          </p>
          {state === "stale" && (
            <Button size="small" variant="quiet" onPress={confirm}>
              {t("fill.useAsIs")}
            </Button>
          )}
        </div>
      )}
    </>
  );
});

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Letters as readers count them: with all their marks. */
const clusters = (text: string): number => [...segmenter.segment(text)].length;
