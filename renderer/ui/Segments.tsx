import "./field.css";
import type { LucideIcon } from "lucide-react";
import { ToggleButton, ToggleButtonGroup, TooltipTrigger } from "react-aria-components";
import { Tooltip } from "./Tooltip.tsx";

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly text: string;
  /** Drawn instead of the text, which then shows as a tooltip. */
  readonly icon?: LucideIcon;
  readonly language?: string;
}

export interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One choice of a few, all in view. */
export function Segments<Value extends string>({ label, segments, value, onChange }: SegmentsProps<Value>) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.value));
        if (chosen) onChange(chosen.value);
      }}
    >
      {segments.map(({ value: id, text, icon: Icon, language }) =>
        Icon ? (
          <TooltipTrigger key={id} delay={500} closeDelay={0}>
            <ToggleButton id={id} className="segment" aria-label={text}>
              <Icon aria-hidden size={16} strokeWidth={1.75} />
            </ToggleButton>
            <Tooltip>{text}</Tooltip>
          </TooltipTrigger>
        ) : (
          <ToggleButton key={id} id={id} className="segment">
            <span lang={language}>{text}</span>
          </ToggleButton>
        ),
      )}
    </ToggleButtonGroup>
  );
}
