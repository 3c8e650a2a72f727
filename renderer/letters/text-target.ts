/** The field text is put into from outside: the one that has the focus, or had it last. */

/** An input, a text area, or an element that is edited in place as a text box. */
export type TextTarget = HTMLElement;

let last: TextTarget | undefined;

const isText = (element: EventTarget | null): element is TextTarget =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLElement && element.isContentEditable && element.role === "textbox") ||
  (element instanceof HTMLInputElement && /^(?:text|search)$/.test(element.type));

/** Follows the focus from field to field until the function given back is called. */
export function followTextTarget(): () => void {
  const follow = ({ target }: FocusEvent): void => {
    if (isText(target)) last = target;
  };
  document.addEventListener("focusin", follow);
  return () => document.removeEventListener("focusin", follow);
}

/** Where text would go now. */
export function textTarget(): TextTarget | undefined {
  const { activeElement } = document;
  if (isText(activeElement)) return activeElement;
  return last?.isConnected ? last : undefined;
}

/**
 * Puts text at the caret of the field, as if it had been typed, so that the field's own ways of undoing and of telling others hold.
 * The focus is in the field afterwards. False where there is no field.
 */
export function typeText(text: string, target = textTarget()): boolean {
  if (!target) return false;
  target.focus({ preventScroll: true });
  // The one way to type into a field; its successor does not exist yet.
  return document.execCommand("insertText", false, text);
}
