import "./feedback.css";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { severityIcon } from "./severity.ts";

/** Messages with how to mend what they say; nothing where there are none. */
export function DiagnosticList({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  if (diagnostics.length === 0) return null;
  return (
    <ul className="diagnostics">
      {diagnostics.map((diagnostic) => (
        <DiagnosticItem
          key={`${diagnostic.code} ${JSON.stringify(diagnostic.target)} ${diagnostic.message.en}`}
          diagnostic={diagnostic}
        />
      ))}
    </ul>
  );
}

export interface DiagnosticItemProps {
  readonly diagnostic: Diagnostic;
  /** Where it is, in words. */
  readonly place?: string;
}

/** One message in a list. */
export function DiagnosticItem({ diagnostic: { severity, message, hints }, place = "" }: DiagnosticItemProps) {
  const say = useBilingual();
  const Icon = severityIcon[severity];
  return (
    <li className="diagnostic">
      <Icon aria-hidden className={`tone-${severity}`} size={16} strokeWidth={1.75} />
      <div>
        {place !== "" && <p className="hint">{place}</p>}
        <p>{say(message)}</p>
        {hints[0] && <p className="hint">{say(hints[0])}</p>}
      </div>
    </li>
  );
}
