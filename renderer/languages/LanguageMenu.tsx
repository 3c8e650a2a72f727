import { ArrowLeftRight, ListChecks, MoreHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { markUpToDate, removeLanguage, textsIn } from "../../core/document/commands/edit-languages.ts";
import { translationUnits } from "../../core/translate/units.ts";
import { useCalmSessionState, useSession } from "../session/use-session.ts";
import { IconButton } from "../ui/Button.tsx";
import { useLanguageName } from "../ui/LanguageName.tsx";
import { Menu } from "../ui/Menu.tsx";
import { showToast } from "../ui/toasts.ts";
import { bothLanguages } from "./both-languages.ts";
import { MakeSourceDialog, RemoveLanguageDialog } from "./ConfirmLanguage.tsx";

/** What else can be done with the shown language, which is not the source. */
export function LanguageMenu({ language }: { readonly language: string }) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const name = useLanguageName()(language);
  const project = useCalmSessionState((state) => state.project);
  const [asked, setAsked] = useState<"remove" | "source">();
  const stale = translationUnits(project, language).flatMap(({ text, state }) => (state === "stale" ? [text] : []));

  const markAll = (): void => {
    session.edit("language.up-to-date", (one) => markUpToDate(one, language, stale));
    const count = stale.length;
    showToast({ tone: "good", message: bothLanguages(i18n, (say) => say("languages.marked", { count })) });
  };
  const remove = (): void => {
    if (textsIn(session.store.getState().project, language) > 0) setAsked("remove");
    else session.edit("language.remove", (one) => removeLanguage(one, language));
  };

  return (
    <>
      <Menu
        label={t("languages.menu", { language: name })}
        trigger={<IconButton icon={MoreHorizontal} size="small" label={t("languages.menu", { language: name })} />}
        entries={[
          ...(stale.length > 0
            ? [
                {
                  id: "mark",
                  text: t("languages.markAll", { count: stale.length }),
                  icon: ListChecks,
                  run: markAll,
                },
              ]
            : []),
          { id: "source", text: t("languages.makeSource"), icon: ArrowLeftRight, run: () => setAsked("source") },
          { id: "remove", text: t("languages.remove"), icon: Trash2, danger: true, run: remove },
        ]}
      />
      {asked === "remove" && <RemoveLanguageDialog language={language} onClose={() => setAsked(undefined)} />}
      {asked === "source" && <MakeSourceDialog language={language} onClose={() => setAsked(undefined)} />}
    </>
  );
}
