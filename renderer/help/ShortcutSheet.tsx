import "./help.css";
import { useTranslation } from "react-i18next";
import { CELL_KEYS, RESTING_KEYS } from "../editor/data/cell-keys.ts";
import { EDITOR_KEYS, STAGE_KEYS } from "../editor/keys.ts";
import { TEXT_KEYS } from "../editor/writing/text-keys.ts";
import { FIND_KEYS, QUERY_KEYS } from "../find/find-keys.ts";
import { keyLabel, type ShortcutTable, type ShortcutWords } from "../keys/shortcut-table.ts";
import { PROJECT_KEYS } from "../project/project-keys.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { APP_KEYS } from "./app-keys.ts";

/** The very tables the keys go by. */
const TABLES = [
  ["app", APP_KEYS],
  ["project", PROJECT_KEYS],
  ["find", { ...QUERY_KEYS, ...FIND_KEYS }],
  ["editor", EDITOR_KEYS],
  ["stage", STAGE_KEYS],
  ["writing", TEXT_KEYS],
  ["cells", { ...RESTING_KEYS, ...CELL_KEYS }],
] as const;

/** What keys do, one line for everything they do, with all keys that do it. */
function linesOf(table: ShortcutTable<never>): readonly (readonly [ShortcutWords, readonly string[]])[] {
  const lines = new Map<ShortcutWords, Set<string>>();
  for (const [key, { words }] of Object.entries(table)) {
    lines.set(words, (lines.get(words) ?? new Set()).add(keyLabel(key)));
  }
  return [...lines].map(([words, keys]) => [words, [...keys]]);
}

/** Every key that does something, by where it does it. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t("keys.title")} size="wide" onClose={onClose}>
      <p className="help-lead">{t("keys.intro")}</p>
      <div className="shortcut-sheet">
        {TABLES.map(([group, table]) => (
          <section key={group} aria-labelledby={`keys-${group}`}>
            <h3 id={`keys-${group}`}>{t(`keys.group.${group}`)}</h3>
            <dl>
              {linesOf(table).map(([words, keys]) => (
                <div key={words}>
                  <dt>{t(`keys.what.${words}`)}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
