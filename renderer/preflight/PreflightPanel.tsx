import "./preflight.css";
import { CircleCheckBig } from "lucide-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { repairAll } from "../../core/preflight/repair.ts";
import type { LaidOut } from "../engine/project-layout.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { tourPlace } from "../tour/tour-store.ts";
import { Badge } from "../ui/Badge.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Segments } from "../ui/Segments.tsx";
import { EveryLanguage } from "./EveryLanguage.tsx";
import { Finding } from "./Finding.tsx";
import { RepairAllButton } from "./RepairAllButton.tsx";
import { usePreflight } from "./use-preflight.ts";

export interface PreflightPanelProps {
  readonly laidOut: LaidOut | undefined;
  readonly onGoTo: (diagnostic: Diagnostic) => void;
  readonly onLanguage: (language: string) => void;
}

/** What is wrong or doubtful, said where and how to mend it; each message leads there. */
export const PreflightPanel = memo(({ laidOut, onGoTo, onLanguage }: PreflightPanelProps) => {
  const { t } = useTranslation();
  const session = useSession();
  const [forPress, setForPress] = useState(false);
  const [scope, setScope] = useState<"shown" | "all">("shown");
  const severalLanguages = useSessionState((state) => state.project.languages.variants.length > 1);
  const colour = forPress ? "cmyk" : "rgb";
  const diagnostics = usePreflight(laidOut, colour);
  const count = (severity: Diagnostic["severity"]): number =>
    diagnostics?.filter((one) => one.severity === severity).length ?? 0;
  const [errors, warnings, infos] = [count("error"), count("warning"), count("info")];
  return (
    <aside {...tourPlace("check")} className="preflight" aria-labelledby="preflight-title">
      <div className="panel-head">
        <h2 id="preflight-title">{t("preflight.title")}</h2>
      </div>
      {severalLanguages && (
        <div className="preflight-scope">
          <Segments
            label={t("repair.scope")}
            value={scope}
            onChange={setScope}
            segments={[
              { value: "shown", text: t("repair.shown") },
              { value: "all", text: t("repair.everyLanguage") },
            ]}
          />
        </div>
      )}
      {scope === "all" && severalLanguages ? (
        <div className="preflight-list">
          <EveryLanguage
            colour={colour}
            onLanguage={(tag) => {
              setScope("shown");
              onLanguage(tag);
            }}
          />
        </div>
      ) : (
        <>
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
            {laidOut && diagnostics && diagnostics.length > 0 && (
              <>
                <RepairAllButton
                  project={laidOut.project}
                  mend={(one) => repairAll(one, diagnostics, laidOut.language)}
                  onRepair={(mend) => session.edit("preflight.repair-all", mend)}
                />
                <ul className="findings" aria-label={t("preflight.title")}>
                  {diagnostics.map((diagnostic) => (
                    <Finding
                      key={`${diagnostic.code} ${JSON.stringify(diagnostic.target)} ${diagnostic.message.en}`}
                      diagnostic={diagnostic}
                      laidOut={laidOut}
                      onGoTo={onGoTo}
                    />
                  ))}
                </ul>
              </>
            )}
          </div>
        </>
      )}
      <div className="preflight-foot">
        <Checkbox isSelected={forPress} onChange={setForPress}>
          {t("preflight.forPress")}
        </Checkbox>
      </div>
    </aside>
  );
});
