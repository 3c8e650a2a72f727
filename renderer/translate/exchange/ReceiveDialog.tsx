import { ArrowRight } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../../core/diagnostics/diagnostic.ts";
import type { ReceivedTranslations } from "../../../core/translate/exchange.ts";
import { applyImport, type ImportPlan, planImport } from "../../../core/translate/plan-import.ts";
import { diagnosticsOf } from "../../host/diagnostics-of.ts";
import { bothLanguages } from "../../languages/both-languages.ts";
import { useSession, useSessionState } from "../../session/use-session.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { DiagnosticList } from "../../ui/DiagnosticList.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { DropArea } from "../../ui/DropArea.tsx";
import { useLanguageName } from "../../ui/LanguageName.tsx";
import { showToast } from "../../ui/toasts.ts";

export interface ReceiveDialogProps {
  readonly language: string;
  readonly onClose: () => void;
  /** The language whose texts have come. */
  readonly onReceived: (language: string) => void;
}

type Phase =
  | { readonly kind: "choosing"; readonly trouble: readonly Diagnostic[] }
  | { readonly kind: "reading"; readonly name: string }
  | { readonly kind: "read"; readonly name: string; readonly received: ReceivedTranslations };

/** Takes a translator's file back: shows what it would change, then changes it in one step. */
export function ReceiveDialog({ language, onClose, onReceived }: ReceiveDialogProps) {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const project = useSessionState((state) => state.project);
  const [phase, setPhase] = useState<Phase>({ kind: "choosing", trouble: [] });
  const received = phase.kind === "read" ? phase.received : undefined;
  const plan = useMemo(() => received && planImport(project, received, language), [project, received, language]);

  const read = async (file: File): Promise<void> => {
    setPhase({ kind: "reading", name: file.name });
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const answer = await session.host.translations.read({ bytes, name: file.name });
      setPhase({ kind: "read", name: file.name, received: answer });
    } catch (failure) {
      setPhase({ kind: "choosing", trouble: diagnosticsOf(failure) });
    }
  };
  const apply = (made: ImportPlan): void => {
    session.edit("language.import", (one) => applyImport(one, made));
    const count = made.changes.length;
    showToast({ tone: "good", message: bothLanguages(i18n, (say) => say("exchange.received", { count })) });
    onReceived(made.language);
    onClose();
  };

  return (
    <Dialog
      title={t("exchange.receiveTitle")}
      size={plan ? "wide" : "narrow"}
      onClose={onClose}
      footer={
        <>
          {plan && (
            <span className="aside">
              <Button variant="quiet" onPress={() => setPhase({ kind: "choosing", trouble: [] })}>
                {t("exchange.otherFile")}
              </Button>
            </span>
          )}
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          {plan && (
            <Button variant="primary" isDisabled={plan.changes.length === 0} onPress={() => apply(plan)}>
              {plan.changes.length === 0
                ? t("exchange.nothingToApply")
                : t("exchange.apply", { count: plan.changes.length })}
            </Button>
          )}
        </>
      }
    >
      {plan && phase.kind === "read" ? (
        <PlanReport plan={plan} name={phase.name} />
      ) : (
        <div className="dialog-fields">
          <DropArea
            label={t("exchange.drop")}
            button={t("exchange.choose")}
            accept={[".xlsx", ".xliff", ".xlf", ".sdlxliff", ".mqxliff", ".xml"]}
            onFiles={([file]) => file && void read(file)}
          />
          {phase.kind === "reading" && <p role="status">{t("exchange.reading", { name: phase.name })}</p>}
          {phase.kind === "choosing" && <DiagnosticList diagnostics={phase.trouble} />}
        </div>
      )}
    </Dialog>
  );
}

function PlanReport({ plan, name }: { readonly plan: ImportPlan; readonly name: string }) {
  const { t } = useTranslation();
  const languageName = useLanguageName();
  const count = (kind: ImportPlan["changes"][number]["kind"]): number =>
    plan.changes.filter((change) => change.kind === kind).length;
  const facts = [
    ["new", count("new")],
    ["changed", count("changed")],
    ["confirmed", count("confirmed")],
    ["unchanged", plan.unchanged],
    ["empty", plan.empty],
    ["skipped", plan.skipped],
  ] as const;
  return (
    <div className="dialog-fields">
      <p>{t("exchange.planOf", { name, language: languageName(plan.language) })}</p>
      <ul className="plan-facts">
        {facts
          .filter(([, figure]) => figure > 0)
          .map(([key, figure]) => (
            <li key={key}>
              <strong>{figure}</strong> {t(`exchange.fact.${key}`)}
            </li>
          ))}
      </ul>
      {plan.diagnostics.length > 0 && (
        <section className="plan-part" aria-label={t("exchange.findings")}>
          <h3>{t("exchange.findings")}</h3>
          <DiagnosticList diagnostics={plan.diagnostics} />
        </section>
      )}
      {plan.changes.length > 0 && (
        <section className="plan-part" aria-label={t("exchange.changes")}>
          <h3>{t("exchange.changes")}</h3>
          <ol className="plan-changes">
            {plan.changes.map(({ text, before, after, kind, stale }) => (
              <li key={text}>
                <span lang={plan.language} className={before === "" ? "plan-before none" : "plan-before"}>
                  {before === "" ? t("languages.missing") : before}
                </span>
                <ArrowRight aria-hidden size={14} />
                <span lang={plan.language}>{after}</span>
                <span className="plan-badges">
                  {kind === "confirmed" && <Badge tone="good">{t("exchange.fact.confirmed")}</Badge>}
                  {stale && <Badge tone="warning">{t("languages.stale")}</Badge>}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
