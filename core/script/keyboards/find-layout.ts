import type { Language } from "../language.ts";
import type { KeyboardLayout } from "./keyboard-layout.ts";
import { KEYBOARD_LAYOUTS } from "./layouts.ts";

/** The keyboard of a language, if one is known. */
export const keyboardOf = ({ tag }: Pick<Language, "tag">): KeyboardLayout | undefined =>
  KEYBOARD_LAYOUTS.find(({ languages }) => languages.includes(tag));
