import "./feedback.css";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { severityIcon } from "./severity.ts";

/** Messages with how to mend what they say. */
export function DiagnosticList({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  const say = useBilingual();
  return (
    <ul className="diagnostics">
      {diagnostics.map((diagnostic) => {
        const Icon = severityIcon[diagnostic.severity];
        return (
          <li
            key={`${diagnostic.code} ${JSON.stringify(diagnostic.target)} ${diagnostic.message.en}`}
            className="diagnostic"
          >
            <Icon aria-hidden className={`tone-${diagnostic.severity}`} size={16} strokeWidth={1.75} />
            <div>
              <p>{say(diagnostic.message)}</p>
              {diagnostic.hints[0] && <p className="hint">{say(diagnostic.hints[0])}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
