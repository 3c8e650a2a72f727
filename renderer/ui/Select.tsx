import "./field.css";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Select as AriaSelect,
  Button,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly text: string;
  /** Drawn instead of the text. */
  readonly content?: ReactNode;
  readonly aside?: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  /** The label is read aloud and not shown. */
  readonly labelHidden?: boolean;
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelHidden = false, options, value, onChange, isDisabled = false } = props;
  const choose = (key: Key | null): void => {
    const chosen = options.find((option) => option.value === key);
    if (chosen) onChange(chosen.value);
  };
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      {...(labelHidden && { "aria-label": label })}
    >
      {!labelHidden && <Label className="field-label">{label}</Label>}
      <Button className="select-button">
        <SelectValue className="value">{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="list" items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.text} className="list-item">
              <Check aria-hidden className="tick" size={16} strokeWidth={2} />
              <span className="grow">{option.content ?? option.text}</span>
              {option.aside !== undefined && <span className="aside">{option.aside}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
