import { BookOpen, CircleHelp, Info, Keyboard, Settings2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { shortcutLabel } from "../keys/shortcut-table.ts";
import { IconButton } from "../ui/Button.tsx";
import { Menu } from "../ui/Menu.tsx";
import { APP_KEYS } from "./app-keys.ts";
import { showHelp } from "./help-store.ts";

/** Everything one asks when one does not know how to go on. */
export function HelpMenu() {
  const { t } = useTranslation();
  const keysOf = (words: "guide" | "keys") => ({ aside: shortcutLabel(APP_KEYS, words) ?? "" });
  return (
    <Menu
      label={t("help.menu")}
      trigger={<IconButton icon={CircleHelp} label={t("help.menu")} />}
      entries={[
        { id: "guide", text: t("help.guide"), icon: BookOpen, ...keysOf("guide"), run: () => showHelp("guide") },
        { id: "keys", text: t("keys.title"), icon: Keyboard, ...keysOf("keys"), run: () => showHelp("keys") },
        { id: "settings", text: t("help.settings"), icon: Settings2, run: () => showHelp("settings") },
        { id: "about", text: t("help.about"), icon: Info, run: () => showHelp("about") },
      ]}
    />
  );
}
