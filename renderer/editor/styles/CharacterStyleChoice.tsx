import { FilePlus2, ListTree, MoreHorizontal, SquarePen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { styleText, type TextTarget } from "../../../core/document/commands/edit-text.ts";
import { ownCharacterFormat } from "../../../core/document/commands/text-overrides.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { Block } from "../../../core/document/schema/text.ts";
import type { TextRange } from "../../../core/document/text-range.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { Select } from "../../ui/Select.tsx";
import { useEditor } from "../editor.ts";
import { makeStyle, showStyle } from "./style-actions.ts";

export interface CharacterStyleChoiceProps {
  readonly project: Project;
  readonly target: TextTarget;
  readonly blocks: readonly Block[];
  readonly range: TextRange;
  /** `""` for none, undefined where the letters have several. */
  readonly style: string | undefined;
}

const MIXED = "\u0000mixed";

/** Which character style the letters have. */
export function CharacterStyleChoice({ project, target, blocks, range, style }: CharacterStyleChoiceProps) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const editor = useEditor();
  const value = style ?? MIXED;
  const current = project.characterStyles.find(({ id }) => id === style);
  const hasOwn = Object.keys(ownCharacterFormat(blocks, range)).length > 0;
  return (
    <div className="style-choice">
      <Select
        label={t("styles.character")}
        value={value}
        onChange={(chosen) => {
          if (chosen === MIXED) return;
          editor.session.edit("text.format", (one) => styleText(one, target, range, chosen === "" ? null : chosen));
        }}
        options={[
          ...(value === MIXED ? [{ value: MIXED, text: t("styles.mixed") }] : []),
          { value: "", text: t("styles.none") },
          ...project.characterStyles.map(({ id, name }) => ({ value: id, text: pick(name) })),
        ]}
      />
      <Menu
        label={t("styles.character")}
        trigger={
          <IconButton icon={MoreHorizontal} label={t("styles.menu", { kind: t("styles.character").toLowerCase() })} />
        }
        entries={[
          ...(current
            ? [
                {
                  id: "edit",
                  text: t("styles.edit", { name: pick(current.name) }),
                  icon: SquarePen,
                  run: () => showStyle(editor, "character", current.id),
                },
              ]
            : []),
          {
            id: "make",
            text: t("styles.fromSelection"),
            icon: FilePlus2,
            isDisabled: !hasOwn,
            run: () => makeStyle(editor, "character", target, range, current?.id),
          },
          {
            id: "all",
            text: t("styles.all"),
            icon: ListTree,
            startsGroup: true,
            run: () => showStyle(editor, "character", current?.id ?? ""),
          },
        ]}
      />
    </div>
  );
}
