import { Check, CircleCheck, CircleDashed, Copy, History, PencilLine } from "lucide-react";
import { type KeyboardEvent, memo, useMemo, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { plainTextOf } from "../../core/document/plain-text.ts";
import type { TextVariant } from "../../core/document/schema/text.ts";
import type { TranslationState } from "../../core/document/translation-state.ts";
import { wordDiff } from "../../core/document/word-diff.ts";
import { writeTagNotation } from "../../core/translate/tag-notation.ts";
import { missingTags, type Piece, type Tags, tagSource, tagTarget } from "../../core/translate/tagged-text.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { severityIcon } from "../ui/severity.ts";
import { chipOf, type DescribeChip, insertAtCaret, wrapSelection } from "./piece-dom.ts";
import { TaggedWords } from "./TaggedWords.tsx";
import { TargetEditor } from "./TargetEditor.tsx";

export interface UnitRowProps {
  readonly text: string;
  readonly number: number;
  readonly place: string;
  readonly note: string | undefined;
  readonly source: TextVariant;
  readonly sourceLanguage: string;
  readonly target: TextVariant | undefined;
  readonly language: string;
  readonly state: TranslationState;
  /** Another language to look at, where one is chosen. */
  readonly reference: { readonly language: string; readonly variant: TextVariant | undefined } | undefined;
  /** What is said of its room on the page. */
  readonly fit: Diagnostic | undefined;
  readonly active: boolean;
  readonly chipWords: (tags: Tags) => DescribeChip;
  readonly acts: UnitActs;
}

/** What a row asks of the table; the same object for every row. */
export interface UnitActs {
  write(text: string, pieces: readonly Piece[], tags: Tags): void;
  copySource(text: string): void;
  markUpToDate(text: string): void;
  /** To the next row, or where `confirm` is set to the next one with something to do, this one being done. */
  next(text: string, confirm: boolean): void;
  move(text: string, step: 1 | -1): void;
  focus(text: string): void;
  blur(): void;
}

/** The id of a row's element. */
export const unitRowId = (text: string): string => `unit-${text}`;

/** One text: where it stands, its source, its translation, how far that is. */
export const UnitRow = memo(function UnitRow(props: UnitRowProps) {
  const { text, number, place, note, source, sourceLanguage, target, language, state, reference } = props;
  const { fit, active, chipWords, acts } = props;
  const { t } = useTranslation();
  const say = useBilingual();
  const tagged = useMemo(() => tagSource(source.blocks), [source]);
  const own = useMemo(
    () => (target ? tagTarget(target.blocks, tagged.tags) : { pieces: [], tags: tagged.tags }),
    [target, tagged],
  );
  // A translation's own tags change as it is written; chips need another word for them only when they are more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const describe = useMemo(() => chipWords(own.tags), [chipWords, tagged, own.tags.size]);
  const lost = target ? missingTags(tagged.pieces, own.pieces) : [];
  const words = plainTextOf(source.blocks).replaceAll("\n", " ");
  const isSource = language === sourceLanguage;
  const [foundAs, setFoundAs] = useState<TranslationState>();
  const isBeingWritten = foundAs === "missing" && state === "present";

  const insertTag = (tag: number): void => {
    const field = document.getElementById(unitRowId(text))?.querySelector<HTMLElement>(".target-editor");
    if (!field) return;
    field.focus();
    const make = (kind: "open" | "close" | "thing"): HTMLElement => chipOf({ kind, tag }, describe({ kind, tag }));
    if (tagged.tags.get(tag)?.kind === "looks") wrapSelection(field, make("open"), make("close"));
    else insertAtCaret(field, [make("thing")]);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };

  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const control = event.ctrlKey || event.metaKey;
    if (event.key === "Enter") {
      event.preventDefault();
      acts.next(text, control);
    } else if (event.altKey && event.code === "KeyC" && !isSource) {
      event.preventDefault();
      acts.copySource(text);
    } else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      acts.move(text, event.key === "ArrowDown" ? 1 : -1);
    }
  };

  return (
    <li id={unitRowId(text)} className={active ? "unit-row active" : "unit-row"}>
      <div className="unit-place">
        <span className="unit-number">{number}</span>
        <span>{place}</span>
        {note !== undefined && note !== "" && <span className="unit-note">{note}</span>}
      </div>
      {!isSource && (
        <div className="unit-source" lang={sourceLanguage}>
          {state === "stale" && target?.basedOnText !== undefined ? (
            <SourceDiff before={target.basedOnText} after={plainTextOf(source.blocks)} />
          ) : (
            <TaggedWords pieces={tagged.pieces} describe={describe} />
          )}
        </div>
      )}
      {reference && (
        <div className="unit-source unit-reference" lang={reference.language}>
          {reference.variant ? (
            <TaggedWords pieces={tagTarget(reference.variant.blocks, tagged.tags).pieces} describe={describe} />
          ) : (
            <span className="unit-none">{t("languages.missing")}</span>
          )}
        </div>
      )}
      <div className="unit-target">
        <TargetEditor
          label={t("translate.field", { words: words.slice(0, 60) })}
          language={language}
          placeholder={t("translate.placeholder")}
          value={writeTagNotation(own.pieces)}
          describe={describe}
          onChange={(pieces) => acts.write(text, pieces, own.tags)}
          onKey={press}
          onFocus={() => {
            setFoundAs(state);
            acts.focus(text);
          }}
          onBlur={() => {
            setFoundAs(undefined);
            acts.blur();
          }}
        />
        {(lost.length > 0 || fit) && (
          <div className="unit-findings">
            {lost.length > 0 && (
              <p className="unit-finding tone-warning">
                {t("translate.lostTags")}
                {lost.map((tag) => {
                  const kind = tagged.tags.get(tag)?.kind === "looks" ? "open" : "thing";
                  const { text: shown, title } = describe({ kind, tag });
                  return (
                    <AriaButton
                      key={tag}
                      className={`chip ${kind} insert`}
                      aria-label={t("translate.insertTag", { tag: title })}
                      onPress={() => insertTag(tag)}
                    >
                      {kind === "open" ? `${shown} ${title}` : shown}
                    </AriaButton>
                  );
                })}
              </p>
            )}
            {fit && <FitFinding fit={fit} say={say(fit.message)} />}
          </div>
        )}
      </div>
      <div className="unit-state">
        {isSource ? null : isBeingWritten ? (
          <span className="unit-state-words" title={t("translate.writing")}>
            <PencilLine aria-hidden size={16} strokeWidth={2} />
            <span className="visually-hidden">{t("translate.writing")}</span>
          </span>
        ) : state === "present" ? (
          <span className="unit-state-words tone-good">
            <CircleCheck aria-hidden size={16} strokeWidth={2} />
            <span className="visually-hidden">{t("languages.done")}</span>
          </span>
        ) : state === "missing" ? (
          <>
            <span className="unit-state-words">
              <CircleDashed aria-hidden size={16} strokeWidth={2} />
              <span className="visually-hidden">{t("languages.missing")}</span>
            </span>
            <IconButton
              icon={Copy}
              size="small"
              label={t("translate.copySource")}
              shortcut="Alt+C"
              onPress={() => acts.copySource(text)}
            />
          </>
        ) : (
          <>
            <span className="unit-state-words tone-warning">
              <History aria-hidden size={16} strokeWidth={2} />
              <span className="visually-hidden">{t("languages.stale")}</span>
            </span>
            <Button size="small" icon={Check} onPress={() => acts.markUpToDate(text)}>
              {t("translate.stillRight")}
            </Button>
          </>
        )}
      </div>
    </li>
  );
});

function FitFinding({ fit, say }: { readonly fit: Diagnostic; readonly say: string }) {
  const Icon = severityIcon[fit.severity];
  return (
    <p className={`unit-finding tone-${fit.severity}`}>
      <Icon aria-hidden size={14} strokeWidth={2} />
      {say}
    </p>
  );
}

function SourceDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslation();
  return wordDiff(before, after).map(({ kind, text }, index) => {
    const key = index;
    if (kind === "same") return <span key={key}>{text}</span>;
    if (kind === "gone") {
      return (
        <del key={key} title={t("translate.wasGone")}>
          {text}
        </del>
      );
    }
    return (
      <ins key={key} title={t("translate.isNew")}>
        {text}
      </ins>
    );
  });
}
