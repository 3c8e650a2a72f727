import { useTranslation } from "react-i18next";
import {
  removeLanguage,
  setSourceLanguage,
  textsIn,
  textsWithout,
} from "../../core/document/commands/edit-languages.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useLanguageName } from "../ui/LanguageName.tsx";
import { showToast } from "../ui/toasts.ts";
import { bothLanguages } from "./both-languages.ts";

export interface ConfirmLanguageProps {
  readonly language: string;
  readonly onClose: () => void;
}

/** Asks before a language goes, saying how much goes with it. */
export function RemoveLanguageDialog({ language, onClose }: ConfirmLanguageProps) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const name = useLanguageName()(language);
  const count = useSessionState((state) => textsIn(state.project, language));
  const remove = (): void => {
    session.edit("language.remove", (project) => removeLanguage(project, language));
    showToast({ tone: "good", message: bothLanguages(i18n, (say) => say("languages.removed", { language: name })) });
    onClose();
  };
  return (
    <Dialog
      title={t("languages.removeTitle", { language: name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button variant="danger" onPress={remove} autoFocus>
            {t("languages.removeConfirm", { language: name })}
          </Button>
        </>
      }
    >
      <p>{t("languages.removeBody", { count, language: name })}</p>
    </Dialog>
  );
}

/** Asks before another language becomes the one the others are translated from. */
export function MakeSourceDialog({ language, onClose }: ConfirmLanguageProps) {
  const { t } = useTranslation();
  const session = useSession();
  const name = useLanguageName()(language);
  const without = useSessionState((state) => textsWithout(state.project, language));
  const change = (): void => {
    session.edit("language.source", (project) => setSourceLanguage(project, language));
    onClose();
  };
  return (
    <Dialog
      title={t("languages.makeSourceTitle", { language: name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button variant="primary" onPress={change} autoFocus>
            {t("languages.makeSource")}
          </Button>
        </>
      }
    >
      <div className="dialog-fields">
        <p>{t("languages.makeSourceBody", { language: name })}</p>
        {without > 0 && (
          <p className="language-warning">{t("languages.makeSourceMissing", { count: without, language: name })}</p>
        )}
      </div>
    </Dialog>
  );
}
