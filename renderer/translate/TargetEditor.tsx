import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { readTagNotation, writeTagNotation } from "../../core/translate/tag-notation.ts";
import type { Piece } from "../../core/translate/tagged-text.ts";
import { caretToEnd, type DescribeChip, insertAtCaret, readPieces, showPieces } from "./piece-dom.ts";

export interface TargetEditorProps {
  readonly label: string;
  readonly language: string;
  readonly placeholder: string;
  /** What the project holds, in tag notation. */
  readonly value: string;
  readonly describe: DescribeChip;
  readonly onChange: (pieces: readonly Piece[]) => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** Text with chips in it, written in place. What an input method has not settled yet is left to it. */
export function TargetEditor(props: TargetEditorProps) {
  const { label, language, placeholder, value, describe, onChange, onKey, onFocus, onBlur } = props;
  const element = useRef<HTMLDivElement>(null);
  const composing = useRef(false);
  const shown = useRef<DescribeChip>(undefined);

  useLayoutEffect(() => {
    const field = element.current;
    if (!field || composing.current) return;
    const isSame = shown.current === describe && writeTagNotation(readPieces(field)) === value;
    shown.current = describe;
    if (isSame) return;
    showPieces(field, readTagNotation(value), describe);
    if (document.activeElement === field) caretToEnd(field);
  }, [value, describe]);

  const write = (): void => {
    if (element.current && !composing.current) onChange(readPieces(element.current));
  };
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const lines = event.clipboardData.getData("text/plain").split(/\r\n?|\n/);
    const nodes = lines.flatMap((line, index): Node[] => [
      ...(index > 0 ? [document.createElement("br")] : []),
      ...(line === "" ? [] : [document.createTextNode(line)]),
    ]);
    if (element.current) insertAtCaret(element.current, nodes);
    write();
  };
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && event.shiftKey && element.current) {
      event.preventDefault();
      insertAtCaret(element.current, [document.createElement("br")]);
      write();
      return;
    }
    onKey(event);
  };
  const refuseLooks = (event: FormEvent<HTMLElement>): void => {
    const { nativeEvent } = event;
    if (nativeEvent instanceof InputEvent && nativeEvent.inputType.startsWith("format")) event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea cannot hold chips.
    <div
      ref={element}
      className="target-editor"
      role="textbox"
      aria-label={label}
      aria-multiline="true"
      tabIndex={0}
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      lang={language}
      data-placeholder={placeholder}
      data-empty={value === "" ? "" : undefined}
      onInput={write}
      onBeforeInput={refuseLooks}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={() => {
        composing.current = false;
        write();
      }}
      onPaste={paste}
      onDrop={(event) => event.preventDefault()}
      onKeyDown={press}
      onFocus={onFocus}
      onBlur={onBlur}
    />
  );
}
