import { Columns2, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { OwnName, useLanguageName } from "../ui/LanguageName.tsx";
import { Menu } from "../ui/Menu.tsx";

export interface CompareButtonProps {
  readonly language: string;
  readonly variants: readonly string[];
  readonly compared: string | undefined;
  readonly onCompare: (language: string | undefined) => void;
}

/** Another language beside the shown one. */
export function CompareButton({ language, variants, compared, onCompare }: CompareButtonProps) {
  const { t } = useTranslation();
  const languageName = useLanguageName();
  return (
    <Menu
      label={t("languages.compare")}
      trigger={
        <Button icon={Columns2} variant={compared === undefined ? "quiet" : "plain"} size="small">
          {compared === undefined
            ? t("languages.compare")
            : t("languages.comparing", { language: languageName(compared) })}
        </Button>
      }
      entries={[
        ...variants
          .filter((tag) => tag !== language)
          .map((tag) => ({
            id: tag,
            text: languageName(tag),
            content: <OwnName tag={tag} />,
            aside: languageName(tag),
            run: () => onCompare(tag),
          })),
        ...(compared === undefined
          ? []
          : [
              {
                id: "stop",
                text: t("languages.stopComparing"),
                icon: X,
                startsGroup: true,
                run: () => onCompare(undefined),
              },
            ]),
      ]}
    />
  );
}
