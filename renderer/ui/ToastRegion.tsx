import "./feedback.css";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { IconButton } from "./Button.tsx";
import { severityIcon } from "./severity.ts";
import { closeToast, toasts } from "./toasts.ts";

export function ToastRegion() {
  const { t } = useTranslation();
  const say = useBilingual();
  const list = useStore(toasts, (state) => state.list);
  return (
    <section className="toasts" aria-label={t("common.messages")} aria-live="polite">
      {list.map(({ id, tone, message, hint }) => {
        const Icon = severityIcon[tone];
        return (
          <div key={id} className="toast">
            <Icon aria-hidden className={`tone-${tone}`} size={18} strokeWidth={1.75} />
            <div className="words">
              <p>{say(message)}</p>
              {hint && <p className="hint">{say(hint)}</p>}
            </div>
            <IconButton icon={X} size="small" label={t("common.close")} onPress={() => closeToast(id)} />
          </div>
        );
      })}
    </section>
  );
}
