import "./field.css";
import type { ReactNode } from "react";
import { Dialog, DialogTrigger, Popover, type PopoverProps } from "react-aria-components";

export interface PopoverButtonProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  /** What the open panel is, for those who do not see it. */
  readonly label: string;
  readonly placement?: PopoverProps["placement"];
  readonly isOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small panel beside its button, open until one goes on elsewhere. */
export function PopoverButton(props: PopoverButtonProps) {
  const { trigger, label, placement = "bottom end", isOpen, onOpenChange, children } = props;
  return (
    <DialogTrigger {...(isOpen !== undefined && { isOpen })} {...(onOpenChange && { onOpenChange })}>
      {trigger}
      <Popover className="popover" offset={6} placement={placement}>
        <Dialog className="popover-panel" aria-label={label}>
          {({ close }) => (typeof children === "function" ? children(close) : children)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
