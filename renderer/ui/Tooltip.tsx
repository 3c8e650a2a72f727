import type { ReactNode } from "react";
import { Tooltip as AriaTooltip } from "react-aria-components";

/** A word about what is pointed at, with the keys that do the same. */
export function Tooltip({
  children,
  shortcut,
}: {
  readonly children: ReactNode;
  readonly shortcut?: string | undefined;
}) {
  return (
    <AriaTooltip className="tooltip" offset={6}>
      {children}
      {shortcut !== undefined && <kbd className="shortcut">{shortcut}</kbd>}
    </AriaTooltip>
  );
}
