import { BookOpen, CircleHelp, Info, Keyboard, Play, Settings2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { shortcutLabel } from "../keys/shortcut-table.ts";
import { IconButton } from "../ui/Button.tsx";
import { Menu } from "../ui/Menu.tsx";
import { APP_KEYS } from "./app-keys.ts";
import { showHelp } from "./help-store.ts";

export interface HelpMenuProps {
  /** Goes through the program step by step. */
  readonly onTour: () => void;
}

/** Everything one asks when one does not know how to go on. */
export function HelpMenu({ onTour }: HelpMenuProps) {
  const { t } = useTranslation();
  const keysOf = (words: "guide" | "keys") => ({ aside: shortcutLabel(APP_KEYS, words) ?? "" });
  return (
    <Menu
      label={t("help.menu")}
      trigger={<IconButton icon={CircleHelp} label={t("help.menu")} />}
      entries={[
        { id: "tour", text: t("tour.start"), icon: Play, run: onTour },
        { id: "guide", text: t("help.guide"), icon: BookOpen, ...keysOf("guide"), run: () => showHelp("guide") },
        { id: "keys", text: t("keys.title"), icon: Keyboard, ...keysOf("keys"), run: () => showHelp("keys") },
        { id: "settings", text: t("help.settings"), icon: Settings2, run: () => showHelp("settings") },
        { id: "about", text: t("help.about"), icon: Info, run: () => showHelp("about") },
      ]}
    />
  );
}
