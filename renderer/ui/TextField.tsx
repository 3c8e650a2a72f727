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

import { useLanguageFont } from "../theme/language-fonts.ts";

export interface TextFieldProps extends Omit<AriaTextFieldProps, "children" | "className" | "style"> {
  readonly label: string;
  /** Shown beside the label. */
  readonly aside?: ReactNode;
  readonly help?: string;
  readonly error?: string | undefined;
  /** Worth a second look, and no mistake. */
  readonly caution?: string;
  readonly placeholder?: string;
  /** How long the text is; stands below the field and takes no room. */
  readonly length?: string;
  /** Grows with what is written, from this many lines. */
  readonly lines?: number;
  /** BCP 47 tag of what is written, for fonts, dictionaries and screen readers. */
  readonly contentLanguage?: string;
}

export function TextField(props: TextFieldProps) {
  const { label, aside, help, error, caution, length, placeholder, lines, contentLanguage, ...rest } = props;
  useLanguageFont(contentLanguage ?? "", "field");
  const shared = {
    className: "input",
    ...(placeholder !== undefined && { placeholder }),
    ...(contentLanguage !== undefined && { lang: contentLanguage }),
  };
  return (
    <AriaTextField {...rest} className="field" isInvalid={error !== undefined}>
      <div className="field-head">
        <Label className="field-label">
          {label}
          {rest.isRequired && (
            <span className="required" aria-hidden>
              *
            </span>
          )}
        </Label>
        {aside}
      </div>
      {lines === undefined ? <Input {...shared} /> : <TextArea {...shared} rows={lines} />}
      {(help !== undefined || caution !== undefined || length !== undefined) && (
        <Text slot="description" className="field-help">
          {length !== undefined && <span className="field-length">{length}</span>}
          {caution !== undefined && <span className="field-caution">{caution}</span>}
          {help}
        </Text>
      )}
      {error !== undefined && <FieldError className="field-error">{error}</FieldError>}
    </AriaTextField>
  );
}
