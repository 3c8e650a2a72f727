import "./button.css";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps, TooltipTrigger } from "react-aria-components";
import { Tooltip } from "./Tooltip.tsx";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  readonly children: ReactNode;
  readonly variant?: "plain" | "primary" | "quiet" | "danger";
  readonly size?: "medium" | "small";
  readonly icon?: LucideIcon;
  /** Keys that do the same, shown while it is pointed at. */
  readonly shortcut?: string | undefined;
}

export function Button({ children, variant = "plain", size = "medium", icon: Icon, shortcut, ...rest }: ButtonProps) {
  const button = (
    <AriaButton {...rest} className={`button ${variant} ${size}`}>
      {Icon && <Icon aria-hidden size={16} strokeWidth={1.75} />}
      {children}
    </AriaButton>
  );
  if (shortcut === undefined) return button;
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {button}
      <Tooltip shortcut={shortcut}>{children}</Tooltip>
    </TooltipTrigger>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style" | "aria-label"> {
  readonly icon: LucideIcon;
  /** What it does: read aloud, and shown while it is pointed at. */
  readonly label: string;
  /** As on the keys: `Ctrl+Z`. */
  readonly shortcut?: string | undefined;
  readonly variant?: "plain" | "quiet";
  readonly size?: "medium" | "small";
}

export function IconButton({
  icon: Icon,
  label,
  shortcut,
  variant = "quiet",
  size = "medium",
  ...rest
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton {...rest} aria-label={label} className={`button icon-only ${variant} ${size}`}>
        <Icon aria-hidden size={18} strokeWidth={1.75} />
      </AriaButton>
      <Tooltip shortcut={shortcut}>{label}</Tooltip>
    </TooltipTrigger>
  );
}
