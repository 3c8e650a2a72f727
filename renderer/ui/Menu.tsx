import "./field.css";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

export interface MenuEntry {
  readonly id: string;
  readonly text: string;
  readonly content?: ReactNode;
  readonly icon?: LucideIcon;
  readonly aside?: string;
  readonly danger?: boolean;
  readonly run: () => void;
}

/** `trigger` is the button that opens it. */
export function Menu({
  trigger,
  entries,
  label,
}: {
  readonly trigger: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly label: string;
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" offset={4}>
        <AriaMenu className="list" aria-label={label} items={entries}>
          {({ id, text, content, icon: Icon, aside, danger, run }) => (
            <MenuItem id={id} textValue={text} onAction={run} className={danger ? "list-item danger" : "list-item"}>
              {Icon && <Icon aria-hidden size={16} strokeWidth={1.75} />}
              <span className="grow">{content ?? text}</span>
              {aside !== undefined && <span className="aside">{aside}</span>}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
