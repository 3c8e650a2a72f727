import { LifeBuoy } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OpenSession, RecoverableProject } from "../../core/api/project-contract.ts";
import { useHost } from "../host/host-context.ts";
import { useCall } from "../host/use-call.ts";
import { formatAgo } from "../i18n/format.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { showFailure } from "../ui/toasts.ts";

/** Work that was open and not saved when the program ended; nothing where there is none. */
export function RecoveredWork({ onOpen }: { readonly onOpen: (opening: Promise<OpenSession>) => Promise<void> }) {
  const { t } = useTranslation();
  const host = useHost();
  const language = useInterfaceLanguage();
  const [doubted, setDoubted] = useState<RecoverableProject>();
  const recovered = useCall(useCallback((signal) => host.projects.recoverable({}, { signal }), [host]));
  if (recovered.state !== "ready" || recovered.value.projects.length === 0) return null;

  const discard = async ({ recovery }: RecoverableProject): Promise<void> => {
    setDoubted(undefined);
    await host.projects.discard({ recovery }).catch(showFailure);
    recovered.reload();
  };

  return (
    <section className="recovered" aria-labelledby="recovered-title">
      <LifeBuoy aria-hidden size={20} strokeWidth={1.75} />
      <div className="recovered-words">
        <h2 id="recovered-title">{t("gallery.recovered")}</h2>
        <p>{t("gallery.recoveredHint")}</p>
        <ul>
          {recovered.value.projects.map((project) => (
            <li key={project.recovery}>
              <span className="recovered-name">{project.name}</span>
              <span className="recovered-facts">
                {t("gallery.changes", { count: project.changes })} ·{" "}
                {formatAgo(new Date(project.changed), new Date(), language) ?? t("gallery.justNow")}
              </span>
              <Button
                size="small"
                variant="primary"
                onPress={() => void onOpen(host.projects.recover({ recovery: project.recovery }))}
              >
                {t("gallery.recover")}
              </Button>
              <Button size="small" variant="quiet" onPress={() => setDoubted(project)}>
                {t("gallery.discard")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      {doubted && (
        <Dialog
          title={t("gallery.discardQuestion", { name: doubted.name })}
          onClose={() => setDoubted(undefined)}
          footer={
            <>
              <Button onPress={() => setDoubted(undefined)}>{t("common.cancel")}</Button>
              <Button variant="danger" onPress={() => void discard(doubted)}>
                {t("gallery.discardForGood")}
              </Button>
            </>
          }
        >
          <p>{t("gallery.discardWarning")}</p>
        </Dialog>
      )}
    </section>
  );
}
