import "./fill-view.css";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { findWords } from "../../core/preflight/range-of-words.ts";
import type { ShownPages } from "../engine/project-layout.ts";
import { useLayout } from "../engine/use-layout.ts";
import { FindBar } from "../find/FindBar.tsx";
import { PreflightPanel } from "../preflight/PreflightPanel.tsx";
import { usePreflight } from "../preflight/use-preflight.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { ComparedPages } from "./ComparedPages.tsx";
import { SlotForm, slotFieldId } from "./SlotForm.tsx";
import { slotOfTarget } from "./slot-of-target.ts";
import { useFoundPlace } from "./use-found-place.ts";

export interface FillViewProps {
  readonly language: string;
  readonly onLanguage: (language: string) => void;
  readonly preflightShown: boolean;
}

/** A project as a clerk works on it: what is to be filled in, the pages, what is still wrong. */
export function FillView({ language, onLanguage, preflightShown }: FillViewProps) {
  const { t } = useTranslation();
  const session = useSession();
  const project = useSessionState((state) => state.project);
  // Typing goes first; the pages follow as fast as they can be laid out.
  const [first, setFirst] = useState<ShownPages>();
  const laidOut = useLayout(session, useDeferredValue(project), language, "pages", setFirst);
  const shown = laidOut ?? (first?.language === language ? first : undefined);
  const [active, setActive] = useState<string>();
  const [wanted, setWanted] = useState<{ readonly page: number }>();
  const [marked, setMarked] = useState<readonly string[]>();

  const goToSlot = useCallback((slot: string): void => {
    setActive(slot);
    const field = document.getElementById(slotFieldId(slot));
    field?.querySelector<HTMLElement>("input:not([type=file]), textarea, button")?.focus();
    field?.scrollIntoView({ block: "nearest" });
  }, []);

  const found = usePreflight(laidOut, "rgb");
  const findings = useFindings(laidOut?.project, found);

  useFoundPlace(laidOut, (place) => {
    if ("page" in place) setWanted(place);
    else {
      setActive(place.slot);
      document.getElementById(slotFieldId(place.slot))?.scrollIntoView({ block: "nearest" });
    }
  });

  const goTo = useCallback(
    (diagnostic: Diagnostic): void => {
      const { target } = diagnostic;
      const now = session.store.getState().project;
      if (target.language !== undefined && now.languages.variants.includes(target.language)) {
        onLanguage(target.language);
      }
      const slot = slotOfTarget(now, target);
      if (slot !== undefined) {
        goToSlot(slot);
        selectWords(document.activeElement, diagnostic);
      }
      if (target.page !== undefined) setWanted({ page: target.page });
      setMarked(slot === undefined && target.frame !== undefined ? [target.frame] : undefined);
    },
    [session, onLanguage, goToSlot],
  );

  return (
    <div className={preflightShown ? "fill-view with-preflight" : "fill-view"}>
      <SlotForm language={language} active={active} onActive={setActive} findings={findings} />
      {shown ? (
        <ComparedPages
          laidOut={shown}
          isPart={!laidOut}
          activeSlot={active}
          onSlot={goToSlot}
          wanted={wanted}
          marked={marked}
        />
      ) : (
        <div className="fill-waiting" role="status">
          {t("fill.loadingPages")}
        </div>
      )}
      <FindBar language={language} onLanguage={onLanguage} />
      {preflightShown && <PreflightPanel laidOut={laidOut} onGoTo={goTo} onLanguage={onLanguage} />}
    </div>
  );
}

/** Selects what the message is about in the field that has the focus. */
function selectWords(field: Element | null, diagnostic: Diagnostic): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const found = findWords(field.value, diagnostic);
  if (found) field.setSelectionRange(found.start, found.end);
}

/** Fields say by themselves what is not translated yet. */
const SAID_BY_FIELDS: ReadonlySet<string> = new Set(["text.missing-translation", "text.stale-translation"]);

type Findings = ReadonlyMap<string, readonly Diagnostic[]>;

const NO_FINDINGS: Findings = new Map();

/** What was found, by slot; the same objects as long as the same is found, so that no field is drawn for nothing. */
function useFindings(project: Project | undefined, found: readonly Diagnostic[] | undefined): Findings {
  const last = useRef(NO_FINDINGS);
  return useMemo(() => {
    const now = project && found ? bySlot(project, found) : NO_FINDINGS;
    const before = last.current;
    const kept = new Map(
      [...now].map(([slot, list]) => [slot, sameFindings(before.get(slot), list) ? (before.get(slot) ?? list) : list]),
    );
    const isSame = kept.size === before.size && [...kept].every(([slot, list]) => before.get(slot) === list);
    last.current = isSame ? before : kept;
    return last.current;
  }, [project, found]);
}

const sameFindings = (one: readonly Diagnostic[] | undefined, other: readonly Diagnostic[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function bySlot(project: Project, found: readonly Diagnostic[]): Findings {
  const findings = new Map<string, Diagnostic[]>();
  for (const one of found) {
    if (one.severity === "info" || SAID_BY_FIELDS.has(one.code)) continue;
    const slot = slotOfTarget(project, one.target);
    if (slot !== undefined) findings.set(slot, [...(findings.get(slot) ?? []), one]);
  }
  return findings;
}
