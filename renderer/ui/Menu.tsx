import "./field.css";
import { Check, ChevronRight, type LucideIcon } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import {
  Menu as AriaMenu,
  Keyboard,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
  Text,
} from "react-aria-components";

export interface MenuEntry {
  readonly id: string;
  readonly text: string;
  readonly content?: ReactNode;
  readonly icon?: LucideIcon;
  readonly aside?: string;
  readonly danger?: boolean;
  readonly isDisabled?: boolean;
  /** Whether what it stands for is on; absent where it is a deed. All of a group have it or none. */
  readonly isOn?: boolean;
  /** A line divides it from what is above. */
  readonly startsGroup?: boolean;
  /** A menu beside this one, opened instead of running anything. */
  readonly entries?: readonly MenuEntry[];
  readonly run?: () => void;
}

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly label: string;
  /** Where something else opens it too, such as the right mouse button. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

export function Menu({ trigger, entries, label, isOpen, onOpenChange }: MenuProps) {
  return (
    <MenuTrigger {...(isOpen !== undefined && { isOpen })} {...(onOpenChange && { onOpenChange })}>
      {trigger}
      <Popover className="popover" offset={4}>
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuListProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** The first entry takes the keys as soon as it appears, where no button that opens it sees to that. */
  readonly autoFocus?: boolean;
  readonly onClose?: () => void;
}

/** The entries themselves, inside a popover. */
export function MenuList({ label, entries, autoFocus = false, onClose }: MenuListProps) {
  const hasIcons = entries.some(({ icon }) => icon !== undefined);
  return (
    <AriaMenu
      className="list"
      aria-label={label}
      {...(autoFocus && { autoFocus: "first" as const })}
      {...(onClose && { onClose })}
    >
      {groups(entries).map((group, index) => (
        <Fragment key={group[0]?.id}>
          {index > 0 && <Separator className="list-line" />}
          <MenuSection
            aria-label={label}
            selectionMode={group.some(({ isOn }) => isOn !== undefined) ? "multiple" : "none"}
            selectedKeys={group.flatMap(({ id, isOn }) => (isOn ? [id] : []))}
          >
            {group.map((entry) =>
              entry.entries ? (
                <SubmenuTrigger key={entry.id}>
                  <Item entry={entry} hasIcons={hasIcons} />
                  <Popover className="popover" offset={-2}>
                    <MenuList label={entry.text} entries={entry.entries} />
                  </Popover>
                </SubmenuTrigger>
              ) : (
                <Item key={entry.id} entry={entry} hasIcons={hasIcons} />
              ),
            )}
          </MenuSection>
        </Fragment>
      ))}
    </AriaMenu>
  );
}

/** Cut where a group starts. */
function groups(entries: readonly MenuEntry[]): readonly (readonly MenuEntry[])[] {
  const cut: MenuEntry[][] = [];
  for (const entry of entries) {
    const last = cut.at(-1);
    if (last && !entry.startsGroup) last.push(entry);
    else cut.push([entry]);
  }
  return cut;
}

/** Where some entries have an icon, the words of those without stand below the others' words. */
function Item({ entry, hasIcons }: { readonly entry: MenuEntry; readonly hasIcons: boolean }) {
  const { id, text, content, icon: Icon, aside, danger, isDisabled = false, isOn, entries, run } = entry;
  return (
    <MenuItem
      id={id}
      textValue={text}
      className={danger ? "list-item danger" : "list-item"}
      isDisabled={isDisabled}
      {...(run && { onAction: run })}
    >
      {isOn !== undefined && <Check aria-hidden className="tick" size={16} strokeWidth={2} />}
      {Icon ? <Icon aria-hidden size={16} strokeWidth={1.75} /> : hasIcons && <span className="icon-room" />}
      <Text slot="label" className="grow">
        {content ?? text}
      </Text>
      {aside !== undefined && <Keyboard className="aside">{aside}</Keyboard>}
      {entries && <ChevronRight aria-hidden size={16} strokeWidth={1.75} />}
    </MenuItem>
  );
}
