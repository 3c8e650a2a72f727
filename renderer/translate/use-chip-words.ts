import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Project } from "../../core/document/schema/project.ts";
import type { CharacterFormat } from "../../core/document/schema/text.ts";
import { languageOr } from "../../core/script/language-registry.ts";
import type { Tag, Tags } from "../../core/translate/tagged-text.ts";
import { useBilingual, useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import type { DescribeChip } from "./piece-dom.ts";

/** What chips say: a number where a span begins and ends, the name of what is filled in. */
export function useChipWords(
  styles: Project["characterStyles"],
  slots: Project["slots"],
): (tags: Tags) => DescribeChip {
  const { t } = useTranslation();
  const say = useBilingual();
  const interfaceLanguage = useInterfaceLanguage();
  return useCallback(
    (tags) => (piece) => {
      if (piece.kind === "line") return { text: "↵", title: t("translate.chip.line") };
      const tag = tags.get(piece.tag);
      const title = tag ? titleOf(tag) : t("translate.chip.unknown");
      if (piece.kind === "open") return { text: `${piece.tag}›`, title: t("translate.chip.begins", { looks: title }) };
      if (piece.kind === "close") return { text: `‹${piece.tag}`, title: t("translate.chip.ends", { looks: title }) };
      return { text: title, title };

      function titleOf(one: Tag): string {
        if (one.kind === "block") return t("translate.chip.contents");
        if (one.kind === "thing") {
          const { inline } = one;
          if ("slot" in inline) {
            const slot = slots.find(({ name }) => name === inline.slot);
            return slot ? say(slot.label) : inline.slot;
          }
          return "field" in inline ? t(`translate.chip.${inline.field}`) : "";
        }
        const style = styles.find(({ id }) => id === one.style);
        if (style) return say(style.name);
        if (one.format === undefined && one.language !== undefined)
          return languageOr(one.language).names[interfaceLanguage];
        return formatWords(one.format);
      }

      function formatWords(format: CharacterFormat | undefined): string {
        const words = [
          (format?.weight ?? 400) >= 600 && t("editor.properties.bold"),
          format?.italic === true && t("editor.properties.italic"),
          format?.underline === true && t("editor.properties.underline"),
        ].filter((word) => word !== false);
        return words.length > 0 ? words.join(", ") : t("translate.chip.format");
      }
    },
    [t, say, interfaceLanguage, styles, slots],
  );
}
