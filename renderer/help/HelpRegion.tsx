import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import { useShortcuts } from "../keys/use-shortcuts.ts";
import { APP_KEYS } from "./app-keys.ts";
import { closeHelp, help, showHelp } from "./help-store.ts";

// None of it is needed before somebody asks.
const ShortcutSheet = lazy(async () => ({ default: (await import("./ShortcutSheet.tsx")).ShortcutSheet }));
const GuideDialog = lazy(async () => ({ default: (await import("./GuideDialog.tsx")).GuideDialog }));
const AboutDialog = lazy(async () => ({ default: (await import("./AboutDialog.tsx")).AboutDialog }));
const SettingsDialog = lazy(async () => ({ default: (await import("./SettingsDialog.tsx")).SettingsDialog }));

/** What the help menu and its keys show, over whichever screen there is. */
export function HelpRegion() {
  const topic = useStore(help, (state) => state.topic);
  useShortcuts(APP_KEYS, showHelp);
  return (
    <Suspense>
      {topic === "keys" && <ShortcutSheet onClose={closeHelp} />}
      {topic === "guide" && <GuideDialog onClose={closeHelp} />}
      {topic === "about" && <AboutDialog onClose={closeHelp} />}
      {topic === "settings" && <SettingsDialog onClose={closeHelp} />}
    </Suspense>
  );
}
