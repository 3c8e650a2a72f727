import { useDraft } from "../session/use-draft.ts";
import { TextField, type TextFieldProps } from "./TextField.tsx";

export interface DraftFieldProps extends Omit<TextFieldProps, "value" | "onChange" | "defaultValue"> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A text field over a value that follows what is typed a moment later. */
export function DraftField({ value, onChange, ...rest }: DraftFieldProps) {
  const [draft, change] = useDraft(value, onChange);
  return <TextField {...rest} value={draft} onChange={change} />;
}
