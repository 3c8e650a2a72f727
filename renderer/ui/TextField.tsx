import "./field.css";
import type { ReactNode } from "react";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from "react-aria-components";

export interface TextFieldProps extends Omit<AriaTextFieldProps, "children" | "className" | "style"> {
  readonly label: string;
  /** Shown beside the label. */
  readonly aside?: ReactNode;
  readonly help?: string;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Grows with what is written, from this many lines. */
  readonly lines?: number;
  /** BCP 47 tag of what is written, for fonts, dictionaries and screen readers. */
  readonly contentLanguage?: string;
}

export function TextField(props: TextFieldProps) {
  const { label, aside, help, error, placeholder, lines, contentLanguage, ...rest } = props;
  const shared = {
    className: "input",
    ...(placeholder !== undefined && { placeholder }),
    ...(contentLanguage !== undefined && { lang: contentLanguage }),
  };
  return (
    <AriaTextField {...rest} className="field" isInvalid={error !== undefined}>
      <Label className="field-label">
        {label}
        {rest.isRequired && (
          <span className="required" aria-hidden>
            *
          </span>
        )}
        {aside}
      </Label>
      {lines === undefined ? <Input {...shared} /> : <TextArea {...shared} rows={lines} />}
      {help !== undefined && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      {error !== undefined && <FieldError className="field-error">{error}</FieldError>}
    </AriaTextField>
  );
}
