import { useCallback, useEffect, useRef, useState } from "react";

/** A change that has not come back by then was undone or refused. Milliseconds. */
const LONGEST_WAIT = 1_000;

/**
 * What a field shows of a value that follows a moment later: what was just entered stays until the value says the same, so that typing
 * and dragging never jump back. A value that changes by itself is taken over.
 */
export function useDraft<Value>(
  value: Value,
  onChange: (value: Value) => void,
): readonly [Value, (value: Value) => void] {
  const [draft, setDraft] = useState(value);
  const latest = useRef({ value, onChange });
  latest.current = { value, onChange };
  const sent = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const key = JSON.stringify(value);

  useEffect(() => {
    if (sent.current === key) sent.current = undefined;
    if (sent.current === undefined) setDraft(latest.current.value);
  }, [key]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = useCallback((next: Value) => {
    sent.current = JSON.stringify(next);
    setDraft(next);
    latest.current.onChange(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = undefined;
      setDraft(latest.current.value);
    }, LONGEST_WAIT);
  }, []);
  return [draft, change];
}
