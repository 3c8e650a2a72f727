import "./letters.css";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { keyboardOf } from "../../core/script/keyboards/find-layout.ts";
import { languageOr } from "../../core/script/language-registry.ts";
import { IconButton } from "../ui/Button.tsx";
import { useLanguageName } from "../ui/LanguageName.tsx";
import { Segments } from "../ui/Segments.tsx";
import { KeyboardView } from "./KeyboardView.tsx";
import { LetterGrid } from "./LetterGrid.tsx";
import { hideLetters, type LettersPart, letters, rememberLetter } from "./letters-state.ts";
import { SPACES, signGroups } from "./sign-groups.ts";
import { followTextTarget, textTarget, typeText } from "./text-target.ts";

/** Letters, marks and signs of the language, and its keyboard, below whatever is written; they go where the caret is. */
export function LettersPanel({ language: tag }: { readonly language: string }) {
  const { shown } = useStore(letters);
  useEffect(followTextTarget, []);
  return shown ? <OpenPanel tag={tag} /> : null;
}

function OpenPanel({ tag }: { readonly tag: string }) {
  const { t } = useTranslation();
  const languageName = useLanguageName();
  const { part, recent, asked } = useStore(letters);
  const panel = useRef<HTMLElement>(null);
  const language = languageOr(tag);
  const layout = keyboardOf(language);
  const shownPart: LettersPart = part === "keyboard" && !layout ? "letters" : part;

  useEffect(() => {
    if (asked > 1) panel.current?.querySelector<HTMLElement>(".letters-body button")?.focus();
  }, [asked]);

  const type = (text: string): void => {
    const from = document.activeElement;
    if (!typeText(text)) return;
    rememberLetter(text);
    // Who walks the panel by keys stays in it.
    if (from instanceof HTMLElement && panel.current?.contains(from)) from.focus({ preventScroll: true });
  };

  return (
    <section
      ref={panel}
      className="letters-panel"
      aria-label={t("letters.title")}
      // A press on a letter leaves the caret where it is.
      onPointerDownCapture={(event) => {
        if (event.target instanceof Element && event.target.closest(".letter, .key")) event.preventDefault();
      }}
      onMouseDownCapture={(event) => {
        if (event.target instanceof Element && event.target.closest(".letter, .key")) event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        textTarget()?.focus({ preventScroll: true });
      }}
    >
      <header className="letters-head">
        <h2>{languageName(tag)}</h2>
        <Segments
          label={t("letters.part")}
          value={shownPart}
          onChange={(next) => letters.setState({ part: next })}
          segments={[
            ...(layout ? [{ value: "keyboard" as const, text: t("letters.keyboard") }] : []),
            { value: "letters", text: t("letters.letters") },
            { value: "signs", text: t("letters.signs") },
            { value: "recent", text: t("letters.recent") },
          ]}
        />
        <span className="grow" />
        <span className="letters-hint">{t("letters.hint")}</span>
        <IconButton icon={X} size="small" label={t("common.close")} onPress={hideLetters} />
      </header>
      <div className="letters-body">
        {shownPart === "keyboard" && layout && <KeyboardView layout={layout} language={tag} onType={type} />}
        {shownPart === "letters" && (
          <>
            {!language.verified && <p className="letters-hint">{t("letters.unverified")}</p>}
            <LetterGrid
              label={t("letters.letters")}
              language={tag}
              signs={[...language.letters, ...language.clusters]}
              hasCapitals={language.script === "Latn"}
              onType={type}
            />
            {language.marks.length > 0 && (
              <LetterGrid label={t("letters.marks")} language={tag} signs={language.marks} onType={type} />
            )}
          </>
        )}
        {shownPart === "signs" && (
          <>
            {signGroups(language).map(({ name, signs }) => (
              <LetterGrid key={name} label={t(`letters.group.${name}`)} language={tag} signs={signs} onType={type} />
            ))}
            <div className="letter-group">
              <h3>{t("letters.group.spaces")}</h3>
              <div className="letter-row">
                {SPACES.map(([space, name]) => (
                  <button key={name} type="button" className="letter named" onClick={() => type(space)}>
                    {t(`letters.space.${name}`)}
                  </button>
                ))}
              </div>
            </div>
          </>
        )}
        {shownPart === "recent" &&
          (recent.length === 0 ? (
            <p className="letters-hint">{t("letters.noRecent")}</p>
          ) : (
            <LetterGrid label={t("letters.recent")} language={tag} signs={recent} onType={type} />
          ))}
      </div>
    </section>
  );
}
