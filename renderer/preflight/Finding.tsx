import { Wrench } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { findFrame } from "../../core/document/commands/edit-frames.ts";
import { type Repair, repairsOf } from "../../core/preflight/repair.ts";
import { ownName } from "../editor/frame-names.ts";
import type { LaidOut } from "../engine/project-layout.ts";
import { slotOfTarget } from "../fill/slot-of-target.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { useSession } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { severityIcon } from "../ui/severity.ts";
import { locate } from "./locate.ts";

export interface FindingProps {
  readonly diagnostic: Diagnostic;
  readonly laidOut: LaidOut;
  readonly onGoTo: (diagnostic: Diagnostic) => void;
}

/** One message: it leads to its place, and offers what mends it. */
export function Finding({ diagnostic, laidOut, onGoTo }: FindingProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const session = useSession();
  const { severity, message, hints } = diagnostic;
  const { project, language } = laidOut;
  const target = locate(laidOut, diagnostic.target);
  const Icon = severityIcon[severity];
  const slotName = slotOfTarget(project, target);
  const slot = project.slots.find((one) => one.name === slotName);
  const frame = target.frame === undefined || slot ? undefined : findFrame(project, target.frame);
  const frameName = frame && ownName(project, frame, language);
  const holder = slot ? say(slot.label) : frameName && t("preflight.frame", { name: frameName });
  const place = [target.page !== undefined && t("common.page", { page: target.page }), holder]
    .filter(Boolean)
    .join(" · ");
  const repairs = repairsOf(diagnostic, project, language);
  const mend = (repair: Repair): void => session.edit("preflight.repair", repair.apply);
  const words = (
    <>
      <Icon aria-hidden className={`tone-${severity}`} size={16} strokeWidth={1.75} />
      <span className="finding-words">
        {place !== "" && <span className="finding-place">{place}</span>}
        <span>{say(message)}</span>
        {repairs.length === 0 && hints[0] && <span className="finding-hint">{say(hints[0])}</span>}
      </span>
    </>
  );
  return (
    <li>
      {place === "" ? (
        <div className="finding">{words}</div>
      ) : (
        <AriaButton className="finding" onPress={() => onGoTo({ ...diagnostic, target })}>
          {words}
        </AriaButton>
      )}
      {repairs.length > 0 && (
        <div className="finding-repairs">
          {repairs.map((repair, index) => (
            <Button
              key={repair.label.en}
              size="small"
              variant={index === 0 ? "plain" : "quiet"}
              {...(index === 0 && { icon: Wrench })}
              onPress={() => mend(repair)}
            >
              {say(repair.label)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
