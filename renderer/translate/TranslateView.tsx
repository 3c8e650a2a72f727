import "./translate-view.css";
import { Languages } from "lucide-react";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { markUpToDate } from "../../core/document/commands/edit-languages.ts";
import { removeVariant, setVariantBlocks } from "../../core/document/commands/edit-text.ts";
import type { TextVariant } from "../../core/document/schema/text.ts";
import { blocksOfPieces, likeBlocks } from "../../core/translate/tagged-text.ts";
import { type TranslationUnit, translationUnits } from "../../core/translate/units.ts";
import { useLayout } from "../engine/use-layout.ts";
import { ComparedPages } from "../fill/ComparedPages.tsx";
import { FindBar } from "../find/FindBar.tsx";
import { currentHit, useFindState } from "../find/find-state.ts";
import { useCompared } from "../languages/compared.ts";
import { typingKey, useTranslationVisit } from "../languages/use-translation-visit.ts";
import { useUnitPlace } from "../languages/use-unit-place.ts";
import { PreflightPanel } from "../preflight/PreflightPanel.tsx";
import { useSession, useSessionState } from "../session/use-session.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { useLanguageName } from "../ui/LanguageName.tsx";
import { Segments } from "../ui/Segments.tsx";
import { Select } from "../ui/Select.tsx";
import { ExchangeButtons } from "./exchange/ExchangeButtons.tsx";
import { KeyHelp } from "./KeyHelp.tsx";
import { OneLanguage } from "./OneLanguage.tsx";
import { selectWords } from "./select-words.ts";
import { type UnitActs, UnitRow, unitRowId } from "./UnitRow.tsx";
import { unitFits } from "./unit-fits.ts";
import { useChipWords } from "./use-chip-words.ts";

export interface TranslateViewProps {
  readonly language: string;
  readonly onLanguage: (language: string) => void;
  readonly preflightShown: boolean;
  /** A text to go to; a new object asks again. */
  readonly wanted: { readonly text: string } | undefined;
}

type Filter = "all" | "missing" | "stale";

const NO_FITS: ReadonlyMap<string, Diagnostic> = new Map();

/** A project as a translator works on it: every text in a row, with its source and its page beside it. */
export function TranslateView({ language, onLanguage, preflightShown, wanted }: TranslateViewProps) {
  const { t } = useTranslation();
  const session = useSession();
  const project = useSessionState((state) => state.project);
  const compared = useCompared();
  const languageName = useLanguageName();
  const laidOut = useLayout(session, useDeferredValue(project), language);
  const [filter, setFilter] = useState<Filter>("all");
  const [chosenReference, setReference] = useState("");
  const [active, setActive] = useState<string>();
  const [page, setPage] = useState<{ readonly page: number }>();
  const { source, variants } = project.languages;
  const reference = variants.includes(chosenReference) && chosenReference !== language ? chosenReference : "";

  const units = useMemo(() => translationUnits(project, language), [project, language]);
  // In the source there is nothing to be behind.
  const shown = useShownUnits(units, language === source ? "all" : filter, language);
  const fits = useMemo(() => (laidOut ? unitFits(laidOut.project, laidOut.placed.diagnostics) : NO_FITS), [laidOut]);
  const placeOf = useUnitPlace(project);
  const chipWords = useChipWords(project.characterStyles, project.slots);
  const count = (state: TranslationUnit["state"]): number => units.filter((unit) => unit.state === state).length;

  const now = useRef({ shown, units, language, source });
  now.current = { shown, units, language, source };
  const visit = useTranslationVisit();
  const acts = useMemo((): UnitActs => {
    const neighbour = (text: string, step: 1 | -1): string | undefined => {
      const rows = now.current.shown;
      return rows[rows.findIndex((unit) => unit.text === text) + step]?.text;
    };
    const target = (text: string) => ({ text, language: now.current.language });
    return {
      write(text, pieces, tags) {
        const unit = now.current.units.find((one) => one.text === text);
        if (!unit) return;
        const isEmpty = pieces.length === 0 && now.current.language !== now.current.source;
        const like = likeBlocks(unit.target?.blocks ?? [], unit.source.blocks);
        session.edit(
          "text.type",
          (one) =>
            isEmpty
              ? removeVariant(one, target(text))
              : setVariantBlocks(one, target(text), blocksOfPieces(pieces, tags, like)),
          typingKey(target(text)),
        );
      },
      copySource(text) {
        const unit = now.current.units.find((one) => one.text === text);
        if (unit) session.edit("text.copy-source", (one) => setVariantBlocks(one, target(text), unit.source.blocks));
        goTo(text);
      },
      markUpToDate(text) {
        session.edit("language.up-to-date", (one) => markUpToDate(one, now.current.language, [text]));
      },
      next(text, confirm) {
        if (!confirm) {
          goTo(neighbour(text, 1));
          return;
        }
        session.edit("language.up-to-date", (one) => markUpToDate(one, now.current.language, [text]));
        const rows = now.current.shown;
        const after = rows.slice(rows.findIndex((unit) => unit.text === text) + 1);
        goTo((after.find(({ state }) => state !== "present") ?? after[0])?.text);
      },
      move: (text, step) => goTo(neighbour(text, step)),
      focus(text) {
        setActive(text);
        visit.begin(target(text));
        const place = now.current.units.find((unit) => unit.text === text)?.place;
        if (place && "page" in place) setPage({ page: place.page });
      },
      blur: () => visit.end(),
    };
  }, [session, visit]);

  useEffect(() => {
    if (!wanted) return;
    setFilter("all");
    setActive(wanted.text);
    // The row may only come with the filter.
    const frame = requestAnimationFrame(() => goTo(wanted.text));
    return () => cancelAnimationFrame(frame);
  }, [wanted]);

  const found = useFindState(currentHit);
  const foundText = found?.kind === "text" ? found.text : undefined;
  useEffect(() => {
    if (foundText === undefined) return;
    setFilter("all");
    setActive(foundText);
    const frame = requestAnimationFrame(() =>
      document.getElementById(unitRowId(foundText))?.scrollIntoView({ block: "nearest" }),
    );
    return () => cancelAnimationFrame(frame);
  }, [foundText]);

  const goToFinding = (diagnostic: Diagnostic): void => {
    const { target } = diagnostic;
    if (target.language !== undefined && variants.includes(target.language)) onLanguage(target.language);
    if (target.page !== undefined) setPage({ page: target.page });
    const unit = units.find(
      ({ text, place }) => text === target.text || (target.text === undefined && place.frame === target.frame),
    );
    goTo(unit?.text);
    if (document.activeElement) selectWords(document.activeElement, diagnostic);
  };

  const frames = useMemo(() => {
    const place = units.find(({ text }) => text === active)?.place;
    return place && [place.frame];
  }, [units, active]);

  return (
    <div className={compared === undefined || preflightShown ? "translate-view" : "translate-view comparing"}>
      <section className="translate-table" aria-label={t("translate.table")}>
        {variants.length === 1 ? (
          <OneLanguage onLanguage={onLanguage} />
        ) : (
          <>
            <div className="translate-bar">
              {language === source ? (
                <span className="translate-source-hint">
                  {t("translate.sourceHint", { language: languageName(source) })}
                </span>
              ) : (
                <Segments
                  label={t("translate.filter")}
                  value={filter}
                  onChange={setFilter}
                  segments={[
                    { value: "all", text: t("translate.all", { count: units.length }) },
                    { value: "missing", text: t("translate.missing", { count: count("missing") }) },
                    { value: "stale", text: t("translate.stale", { count: count("stale") }) },
                  ]}
                />
              )}
              <span className="translate-bar-end">
                {variants.length > 2 && language !== source && (
                  <Select
                    label={t("translate.reference")}
                    value={reference}
                    onChange={setReference}
                    options={[
                      { value: "", text: t("translate.noReference") },
                      ...variants
                        .filter((tag) => tag !== source && tag !== language)
                        .map((tag) => ({ value: tag, text: languageName(tag) })),
                    ]}
                  />
                )}
                <ExchangeButtons language={language} onLanguage={onLanguage} />
                <KeyHelp />
              </span>
            </div>
            <div
              className={`unit-table${reference === "" ? "" : " with-reference"}${language === source ? " of-source" : ""}`}
            >
              <div className="unit-row unit-head">
                <span>{t("translate.place")}</span>
                {language !== source && <span>{t("translate.source", { language: languageName(source) })}</span>}
                {reference !== "" && <span>{languageName(reference)}</span>}
                <span>{languageName(language)}</span>
                <span className="visually-hidden">{t("translate.state")}</span>
              </div>
              <ol className="unit-rows" aria-label={t("translate.table")}>
                {shown.map((unit, index) => (
                  <UnitRow
                    key={`${unit.text} ${language}`}
                    text={unit.text}
                    number={index + 1}
                    place={placeOf(unit)}
                    note={unit.note}
                    source={unit.source}
                    sourceLanguage={source}
                    target={unit.target}
                    language={language}
                    state={unit.state}
                    reference={referenceOf(project.texts[unit.text]?.variants, reference)}
                    fit={fits.get(unit.text)}
                    active={unit.text === active}
                    chipWords={chipWords}
                    acts={acts}
                  />
                ))}
              </ol>
            </div>
            {shown.length === 0 && (
              <EmptyState
                icon={Languages}
                title={t(units.length === 0 ? "translate.noTexts" : "translate.nothingLeft")}
              >
                {t(units.length === 0 ? "translate.noTextsHint" : "translate.nothingLeftHint")}
              </EmptyState>
            )}
          </>
        )}
      </section>
      <FindBar language={language} onLanguage={onLanguage} />
      {preflightShown ? (
        <PreflightPanel laidOut={laidOut} onGoTo={goToFinding} onLanguage={onLanguage} />
      ) : laidOut ? (
        <ComparedPages
          laidOut={laidOut}
          activeSlot={undefined}
          onSlot={() => undefined}
          wanted={page}
          marked={frames}
        />
      ) : (
        <div className="fill-waiting" role="status">
          {t("fill.loadingPages")}
        </div>
      )}
    </div>
  );
}

/** Brings the caret into a row. */
function goTo(text: string | undefined): void {
  const row = text === undefined ? null : document.getElementById(unitRowId(text));
  row?.querySelector<HTMLElement>(".target-editor")?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

/** Rows a filter lets through, and those it let through before what was written in them: they go when it is chosen again. */
function useShownUnits(
  units: readonly TranslationUnit[],
  filter: Filter,
  language: string,
): readonly TranslationUnit[] {
  const kept = useRef({ filter, language, texts: new Set<string>() });
  return useMemo(() => {
    if (filter === "all") return units;
    if (kept.current.filter !== filter || kept.current.language !== language) {
      kept.current = { filter, language, texts: new Set() };
    }
    const { texts } = kept.current;
    for (const { text, state } of units) if (state === filter) texts.add(text);
    return units.filter(({ text }) => texts.has(text));
  }, [units, filter, language]);
}

const references = new WeakMap<TextVariant, { readonly language: string; readonly variant: TextVariant }>();

/** The same object for the same variant, so that rows are drawn again only when theirs changes. */
function referenceOf(variants: Readonly<Record<string, TextVariant>> | undefined, language: string) {
  if (language === "") return undefined;
  const variant = variants?.[language];
  if (!variant) return NO_REFERENCE;
  const known = references.get(variant) ?? { language, variant };
  references.set(variant, known);
  return known;
}
const NO_REFERENCE = { language: "", variant: undefined };
