/** The panel of letters: whether it is open, what it shows, and where its letters go. */

import { createStore } from "zustand/vanilla";

export type LettersPart = "keyboard" | "letters" | "signs" | "recent";

export interface LettersState {
  readonly shown: boolean;
  readonly part: LettersPart;
  /** Keys of the machine write what stands on the keyboard shown. */
  readonly typing: boolean;
  /** Letters used last, the latest first. */
  readonly recent: readonly string[];
  /** Counts every time the panel is asked for. */
  readonly asked: number;
}

const MOST_RECENT = 40;

export const letters = createStore<LettersState>(() => ({
  shown: false,
  part: "keyboard",
  typing: false,
  recent: [],
  asked: 0,
}));

/** Opens the panel, or goes into it where it is open. */
export const askForLetters = (): void => letters.setState(({ asked }) => ({ shown: true, asked: asked + 1 }));

export const hideLetters = (): void => letters.setState({ shown: false, typing: false });

export const rememberLetter = (letter: string): void =>
  letters.setState(({ recent }) => ({
    recent: [letter, ...recent.filter((one) => one !== letter)].slice(0, MOST_RECENT),
  }));
