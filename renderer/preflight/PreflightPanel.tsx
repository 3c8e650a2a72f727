import "./preflight.css";
import { CircleCheckBig } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { LaidOut } from "../engine/project-layout.ts";
import { slotOfTarget } from "../fill/slot-of-target.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { Badge } from "../ui/Badge.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { severityIcon } from "../ui/severity.ts";
import { usePreflight } from "./use-preflight.ts";

export interface PreflightPanelProps {
  readonly laidOut: LaidOut | undefined;
  readonly onGoTo: (diagnostic: Diagnostic) => void;
}

/** What is wrong or doubtful, said where and how to mend it; each message leads there. */
export function PreflightPanel({ laidOut, onGoTo }: PreflightPanelProps) {
  const { t } = useTranslation();
  const [forPress, setForPress] = useState(false);
  const diagnostics = usePreflight(laidOut, forPress ? "cmyk" : "rgb");
  const count = (severity: Diagnostic["severity"]): number =>
    diagnostics?.filter((one) => one.severity === severity).length ?? 0;
  const [errors, warnings, infos] = [count("error"), count("warning"), count("info")];
  return (
    <aside className="preflight" aria-labelledby="preflight-title">
      <div className="panel-head">
        <h2 id="preflight-title">{t("preflight.title")}</h2>
      </div>
      <div className="preflight-facts" role="status">
        {diagnostics === undefined && t("preflight.checking")}
        {errors > 0 && <Badge tone="error">{t("preflight.errors", { count: errors })}</Badge>}
        {warnings > 0 && <Badge tone="warning">{t("preflight.warnings", { count: warnings })}</Badge>}
        {infos > 0 && <Badge tone="info">{t("preflight.infos", { count: infos })}</Badge>}
      </div>
      <div className="preflight-list">
        {diagnostics?.length === 0 && (
          <EmptyState icon={CircleCheckBig} title={t("preflight.clean")}>
            {t("preflight.cleanHint")}
          </EmptyState>
        )}
        {laidOut &&
          diagnostics?.map((diagnostic) => (
            <Finding
              key={`${diagnostic.code} ${JSON.stringify(diagnostic.target)} ${diagnostic.message.en}`}
              diagnostic={diagnostic}
              laidOut={laidOut}
              onGoTo={onGoTo}
            />
          ))}
      </div>
      <div className="preflight-foot">
        <Checkbox isSelected={forPress} onChange={setForPress}>
          {t("preflight.forPress")}
        </Checkbox>
      </div>
    </aside>
  );
}

interface FindingProps {
  readonly diagnostic: Diagnostic;
  readonly laidOut: LaidOut;
  readonly onGoTo: (diagnostic: Diagnostic) => void;
}

function Finding({ diagnostic, laidOut, onGoTo }: FindingProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { severity, target, message, hints } = diagnostic;
  const Icon = severityIcon[severity];
  const slotName = slotOfTarget(laidOut.project, target);
  const slot = laidOut.project.slots.find((one) => one.name === slotName);
  const place = [target.page !== undefined && t("common.page", { page: target.page }), slot && say(slot.label)]
    .filter(Boolean)
    .join(" · ");
  const words = (
    <>
      <Icon aria-hidden className={`tone-${severity}`} size={16} strokeWidth={1.75} />
      <span className="finding-words">
        {place !== "" && <span className="finding-place">{place}</span>}
        <span>{say(message)}</span>
        {hints[0] && <span className="finding-hint">{say(hints[0])}</span>}
      </span>
    </>
  );
  return place === "" ? (
    <div className="finding">{words}</div>
  ) : (
    <AriaButton className="finding" onPress={() => onGoTo(diagnostic)}>
      {words}
    </AriaButton>
  );
}
