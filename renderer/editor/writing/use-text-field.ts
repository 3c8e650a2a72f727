/** The field that keys, input methods and assistive technology speak to; what they say goes to the text on the page. */

import { type RefObject, useEffect, useRef } from "react";
import { stir } from "../../session/calm.ts";

/** The field is brought up to date when writing pauses; nobody reads it in between. */
const FIELD_PAUSE_MS = 150;

/** However fast somebody types, panels follow once in this time. */
const LONGEST_HELD_MS = 1_000;

export interface TextField {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly onCompositionStart: () => void;
  readonly onCompositionUpdate: (event: { readonly data: string }) => void;
  readonly onCompositionEnd: (event: { readonly data: string }) => void;
}

export interface TextFieldActs {
  /** What it shows: the line the caret is in, and the caret in it. */
  readonly shown: string;
  readonly caretOffset: number;
  /** True where the event was taken. */
  readonly onInput: (event: InputEvent) => void;
  /** Text an input method has not settled yet, and then what it settled on. */
  readonly onCompose: (text: string, isSettled: boolean) => void;
}

export function useTextField({ shown, caretOffset, onInput, onCompose }: TextFieldActs): TextField {
  const ref = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);

  useEffect(() => {
    const waiting = setTimeout(() => {
      const element = ref.current;
      if (!element || composing.current) return;
      element.value = shown;
      element.setSelectionRange(caretOffset, caretOffset);
    }, FIELD_PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [shown, caretOffset]);

  // React's own event of that name tells nothing of deletions.
  const latest = useRef(onInput);
  latest.current = onInput;
  useEffect(() => {
    const element = ref.current;
    const listen = (event: InputEvent): void => {
      if (composing.current || !event.cancelable) return;
      event.preventDefault();
      stir(LONGEST_HELD_MS);
      latest.current(event);
    };
    element?.addEventListener("beforeinput", listen);
    return () => element?.removeEventListener("beforeinput", listen);
  }, []);

  return {
    ref,
    onCompositionStart() {
      composing.current = true;
    },
    onCompositionUpdate({ data }) {
      stir(LONGEST_HELD_MS);
      onCompose(data, false);
    },
    onCompositionEnd({ data }) {
      onCompose(data, true);
      composing.current = false;
    },
  };
}
