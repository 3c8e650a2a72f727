import { Eye } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/Button.tsx";
import { Menu, type MenuEntry } from "../ui/Menu.tsx";
import { type DisplayFlag, display, toggle, useDisplay, type ViewMode } from "./display.ts";
import { useEditor } from "./editor.ts";
import { editorKeyLabel } from "./keys.ts";

const MODES: readonly ViewMode[] = ["normal", "preview", "bleed"];
const FLAGS = [
  "guides",
  "guidesLocked",
  "margins",
  "edges",
  "grid",
  "snap",
  "snapToGrid",
] as const satisfies readonly DisplayFlag[];
const MODE_KEYS = { normal: undefined, preview: "viewPreview", bleed: "viewBleed" } as const;
const FLAG_KEYS = {
  guides: "showGuides",
  guidesLocked: "lockGuides",
  margins: undefined,
  edges: undefined,
  grid: "showGrid",
  snap: "snap",
  snapToGrid: "snapToGrid",
} as const;

/** What is shown on the stage beside what prints, and what things come to rest on. */
export function ViewMenu() {
  const { t } = useTranslation();
  const editor = useEditor();
  const shown = useDisplay((state) => state);
  const aside = (words: Parameters<typeof editorKeyLabel>[0] | undefined) => {
    const label = words && editorKeyLabel(words);
    return label === undefined ? {} : { aside: label };
  };
  const entries: readonly MenuEntry[] = [
    ...MODES.map((mode) => ({
      id: mode,
      text: t(`stage.view.${mode}`),
      isOn: shown.mode === mode,
      ...aside(MODE_KEYS[mode]),
      run: () => display.setState({ mode }),
    })),
    ...FLAGS.map((flag, index) => ({
      id: flag,
      text: t(`stage.view.${flag}`),
      isOn: shown[flag],
      startsGroup: index === 0 || flag === "snap",
      ...aside(FLAG_KEYS[flag]),
      run: () => toggle(flag),
    })),
    {
      id: "dialog",
      text: t("stage.guides.open"),
      startsGroup: true,
      run: () => editor.store.setState({ asked: "guides" }),
    },
  ];
  return (
    <Menu
      label={t("stage.view.title")}
      trigger={<IconButton icon={Eye} size="small" label={t("stage.view.title")} />}
      entries={entries}
    />
  );
}
