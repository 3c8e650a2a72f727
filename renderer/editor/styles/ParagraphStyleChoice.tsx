import { Brush, FilePlus2, ListTree, MoreHorizontal, RefreshCw, RotateCcw, SquarePen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatTextParagraphs, type TextTarget } from "../../../core/document/commands/edit-text.ts";
import { styleFrameText } from "../../../core/document/commands/style-frame-text.ts";
import { clearOverrides } from "../../../core/document/commands/text-overrides.ts";
import type { TextFrame } from "../../../core/document/schema/frames.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { Block } from "../../../core/document/schema/text.ts";
import type { TextRange } from "../../../core/document/text-range.ts";
import type { DifferingProperty } from "../../../core/layout/style-differences.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Menu } from "../../ui/Menu.tsx";
import { Select } from "../../ui/Select.tsx";
import { useEditor } from "../editor.ts";
import { sharedValue } from "../panels/shared-value.ts";
import { makeStyle, redefineStyle, showStyle } from "./style-actions.ts";

export interface ParagraphStyleChoiceProps {
  readonly project: Project;
  readonly frame: TextFrame;
  readonly target: TextTarget;
  readonly blocks: readonly Block[];
  readonly range: TextRange;
  /** Paragraphs are chosen one by one; else the whole frame takes a style, in every language. */
  readonly isWriting: boolean;
  /** In what the text differs from its styles. */
  readonly differences: readonly DifferingProperty[];
}

const MIXED = "\u0000mixed";

/** Which paragraph style the text has, whether it looks otherwise, and what can be done about it. */
export function ParagraphStyleChoice(props: ParagraphStyleChoiceProps) {
  const { project, frame, target, blocks, range, isWriting, differences } = props;
  const { t } = useTranslation();
  const pick = useBilingual();
  const editor = useEditor();
  const { session } = editor;
  const styles = project.paragraphStyles;
  const touched = blocks
    .slice(range.from.block, range.to.block + 1)
    .flatMap((block) => ("runs" in block ? [block] : []));
  const own = touched.length === 0 ? "" : sharedValue(touched, ({ style }) => style ?? "");
  const effective =
    touched.length === 0 ? frame.style : sharedValue(touched, ({ style }) => style ?? frame.style ?? "");
  const value = (isWriting ? own : effective) ?? MIXED;
  const nameOf = (id: string): string => {
    const style = styles.find((one) => one.id === id);
    return style ? pick(style.name) : t("styles.none");
  };
  const current = styles.find(({ id }) => id === effective);

  const choose = (style: string): void => {
    if (style === MIXED) return;
    const chosen = style === "" ? null : style;
    session.edit("text.paragraphs", (one) =>
      isWriting ? formatTextParagraphs(one, target, range, { style: chosen }) : styleFrameText(one, frame.id, chosen),
    );
  };

  const named = current ? pick(current.name) : "";
  return (
    <>
      <div className="style-choice">
        <Select
          label={t("styles.paragraph")}
          value={value}
          onChange={choose}
          options={[
            ...(value === MIXED ? [{ value: MIXED, text: t("styles.mixed") }] : []),
            {
              value: "",
              text:
                isWriting && frame.style !== undefined
                  ? t("styles.byFrame", { name: nameOf(frame.style) })
                  : t("styles.none"),
            },
            ...styles.map(({ id, name }) => ({ value: id, text: pick(name) })),
          ]}
        />
        <Menu
          label={t("styles.paragraph")}
          trigger={
            <IconButton icon={MoreHorizontal} label={t("styles.menu", { kind: t("styles.paragraph").toLowerCase() })} />
          }
          entries={[
            ...(current
              ? [
                  {
                    id: "edit",
                    text: t("styles.edit", { name: named }),
                    icon: SquarePen,
                    run: () => showStyle(editor, "paragraph", current.id),
                  },
                  {
                    id: "redefine",
                    text: t("styles.redefine", { name: named }),
                    icon: RefreshCw,
                    isDisabled: differences.length === 0,
                    run: () => redefineStyle(editor, target, range, current.id),
                  },
                ]
              : []),
            {
              id: "make",
              text: t("styles.fromSelection"),
              icon: FilePlus2,
              run: () => makeStyle(editor, "paragraph", target, range, current?.id),
            },
            {
              id: "all",
              text: t("styles.all"),
              icon: ListTree,
              startsGroup: true,
              run: () => showStyle(editor, "paragraph", current?.id ?? ""),
            },
          ]}
        />
      </div>
      {differences.length > 0 && (
        <div className="style-differs">
          <Brush aria-hidden size={14} strokeWidth={1.75} />
          <span className="grow">
            {t("styles.differs", { what: differences.map((one) => t(`styles.property.${one}`)).join(", ") })}
          </span>
          <IconButton
            icon={RotateCcw}
            size="small"
            label={t("styles.clear")}
            onPress={() => session.edit("text.clearOverrides", (one) => clearOverrides(one, target, range))}
          />
        </div>
      )}
    </>
  );
}
