import { ArrowBigUp, Delete } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { KeyboardKey, KeyboardLayout } from "../../core/script/keyboards/keyboard-layout.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { Checkbox } from "../ui/Checkbox.tsx";
import { letters } from "./letters-state.ts";
import { shownSign } from "./sign-groups.ts";
import { textTarget, typeText } from "./text-target.ts";

export interface KeyboardViewProps {
  readonly layout: KeyboardLayout;
  readonly language: string;
  readonly onType: (text: string) => void;
}

type Level = "plain" | "shift" | "alt";

/** Names browsers give the places of keys that are no letters or digits. */
const PLACES: Readonly<Record<string, string>> = {
  "`": "Backquote",
  "-": "Minus",
  "=": "Equal",
  "[": "BracketLeft",
  "]": "BracketRight",
  "\\": "Backslash",
  ";": "Semicolon",
  "'": "Quote",
  ",": "Comma",
  ".": "Period",
  "/": "Slash",
};
const placeOf = (key: string): string => PLACES[key] ?? (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`);

/** A keyboard of the language, to be pressed on the screen, or to be typed on with the keys of the machine. */
export function KeyboardView({ layout, language, onType }: KeyboardViewProps) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const typing = useStore(letters, (state) => state.typing);
  const [level, setLevel] = useState<Level>("plain");
  useTypedKeyboard(layout, typing);
  const hasAlt = layout.rows.some((row) => row.some(({ alt }) => alt !== undefined));
  const press = (key: KeyboardKey): void => {
    const text = key[level];
    if (text === undefined) return;
    onType(text);
    setLevel("plain");
  };
  const toggle = (next: Level): void => setLevel((now) => (now === next ? "plain" : next));
  return (
    <div className="keyboard">
      <div className="keyboard-keys">
        {layout.rows.map((row, index) => (
          <div key={row[0]?.key} className="keyboard-row">
            {index === layout.rows.length - 1 && (
              <button
                type="button"
                className="key wide"
                aria-pressed={level === "shift"}
                aria-label={t("letters.shift")}
                onClick={() => toggle("shift")}
              >
                <ArrowBigUp aria-hidden size={18} strokeWidth={1.75} />
              </button>
            )}
            {row.map((key) => {
              const text = key[level];
              return (
                <button
                  key={key.key}
                  type="button"
                  className="key"
                  lang={language}
                  disabled={text === undefined}
                  aria-label={text === undefined ? key.key : invisibleName(text)}
                  onClick={() => press(key)}
                >
                  <span className="key-cap" lang="en" aria-hidden>
                    {key.key}
                  </span>
                  {text !== undefined && (invisibleName(text) ?? shownSign(text))}
                </button>
              );
            })}
            {index === layout.rows.length - 1 && hasAlt && (
              <button type="button" className="key wide" aria-pressed={level === "alt"} onClick={() => toggle("alt")}>
                Alt Gr
              </button>
            )}
          </div>
        ))}
        <div className="keyboard-row">
          <button type="button" className="key space" onClick={() => onType(" ")}>
            {t("letters.spaceBar")}
          </button>
          {layout.languages.includes("km") && (
            <button type="button" className="key wider" onClick={() => onType("\u200B")}>
              {t("letters.zeroWidth")}
            </button>
          )}
          <button type="button" className="key wide" aria-label={t("letters.erase")} onClick={eraseBack}>
            <Delete aria-hidden size={18} strokeWidth={1.75} />
          </button>
        </div>
      </div>
      <div className="keyboard-side">
        <p>{pick(layout.names)}</p>
        <Checkbox isSelected={typing} onChange={(on) => letters.setState({ typing: on })}>
          {t("letters.typing")}
        </Checkbox>
      </div>
    </div>
  );
}

const INVISIBLE: ReadonlyMap<string, string> = new Map([
  ["\u200B", "ZWSP"],
  ["\u200C", "ZWNJ"],
  ["\u200D", "ZWJ"],
]);
const invisibleName = (text: string): string | undefined => INVISIBLE.get(text);

function eraseBack(): void {
  const target = textTarget();
  target?.focus({ preventScroll: true });
  document.execCommand("delete");
}

/** Keys of the machine write what stands in the same place of the layout, while that is wished. */
function useTypedKeyboard(layout: KeyboardLayout, typing: boolean): void {
  useEffect(() => {
    if (!typing) return;
    const keys = new Map(layout.rows.flat().map((key) => [placeOf(key.key), key]));
    const listen = (event: KeyboardEvent): void => {
      const isAlt = event.getModifierState("AltGraph") || (event.altKey && !event.ctrlKey);
      if (event.isComposing || event.metaKey || (event.ctrlKey && !isAlt)) return;
      const key = keys.get(event.code);
      const text = key?.[isAlt ? "alt" : event.shiftKey ? "shift" : "plain"];
      if (text === undefined || event.target !== textTarget()) return;
      event.preventDefault();
      event.stopPropagation();
      typeText(text);
    };
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, [layout, typing]);
}
