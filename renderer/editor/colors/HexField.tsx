import { useEffect, useState } from "react";
import { Input, TextField } from "react-aria-components";

export interface HexFieldProps {
  readonly label: string;
  /** `#rrggbb`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}

/** `#1d2a4d`, `1d2a4d`, `#1a4` or what was copied from elsewhere, as six digits; undefined where it is no colour. */
function readHex(text: string): string | undefined {
  const digits = text.trim().replace(/^#/, "").toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  return /^[0-9a-f]{3}$/.test(digits) ? `#${[...digits].map((digit) => digit + digit).join("")}` : undefined;
}

/** A colour as designers send it to each other. */
export function HexField({ label, value, onChange, autoFocus = false }: HexFieldProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const take = (): void => {
    const hex = readHex(draft);
    if (hex === undefined) setDraft(value);
    else if (hex !== value.toLowerCase()) onChange(hex);
  };
  return (
    <TextField className="hex-field" aria-label={label} value={draft} onChange={setDraft} autoFocus={autoFocus}>
      <Input
        className="input"
        spellCheck={false}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
        }}
      />
    </TextField>
  );
}
