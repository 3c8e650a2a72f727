import { ChevronRight, CircleCheck } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { repairAll } from "../../core/preflight/repair.ts";
import { useCalmSessionState, useSession } from "../session/use-session.ts";
import { Badge } from "../ui/Badge.tsx";
import { OwnName } from "../ui/LanguageName.tsx";
import { RepairAllButton } from "./RepairAllButton.tsx";
import { useEveryLanguage } from "./use-every-language.ts";

export interface EveryLanguageProps {
  readonly colour: "rgb" | "cmyk";
  readonly onLanguage: (language: string) => void;
}

/** How each language of the product stands; a language leads to its messages. */
export function EveryLanguage({ colour, onLanguage }: EveryLanguageProps) {
  const { t } = useTranslation();
  const session = useSession();
  const project = useCalmSessionState((state) => state.project);
  const findings = useEveryLanguage(project, colour);
  const { variants } = project.languages;
  const count = (found: readonly Diagnostic[], severity: Diagnostic["severity"]): number =>
    found.filter((one) => one.severity === severity).length;
  return (
    <>
      <ul className="every-language">
        {variants.map((tag) => {
          const found = findings.get(tag);
          const [errors, warnings, infos] = found
            ? [count(found, "error"), count(found, "warning"), count(found, "info")]
            : [0, 0, 0];
          return (
            <li key={tag}>
              <AriaButton className="every-language-row" onPress={() => onLanguage(tag)}>
                <span className="name">
                  <OwnName tag={tag} />
                </span>
                {found === undefined && <span className="finding-hint">{t("preflight.checking")}</span>}
                {found?.length === 0 && (
                  <CircleCheck aria-label={t("preflight.clean")} className="tone-good" size={16} strokeWidth={2} />
                )}
                {errors > 0 && <Badge tone="error">{t("preflight.errors", { count: errors })}</Badge>}
                {warnings > 0 && <Badge tone="warning">{t("preflight.warnings", { count: warnings })}</Badge>}
                {infos > 0 && <Badge tone="info">{t("preflight.infos", { count: infos })}</Badge>}
                <ChevronRight aria-hidden size={16} />
              </AriaButton>
            </li>
          );
        })}
      </ul>
      <RepairAllButton
        project={project}
        mend={(one) => variants.reduce((mended, tag) => repairAll(mended, findings.get(tag) ?? [], tag), one)}
        onRepair={(mend) => session.edit("preflight.repair-all", mend)}
      />
    </>
  );
}
