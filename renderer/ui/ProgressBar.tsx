import "./feedback.css";
import { ProgressBar as AriaProgressBar, Label } from "react-aria-components";

/** `fraction` from 0 to 1; undefined while nobody knows. */
export function ProgressBar({ label, fraction }: { readonly label: string; readonly fraction: number | undefined }) {
  return (
    <AriaProgressBar className="progress" isIndeterminate={fraction === undefined} value={(fraction ?? 0) * 100}>
      {({ percentage, isIndeterminate }) => (
        <>
          <div className="progress-head">
            <Label>{label}</Label>
            {!isIndeterminate && <span className="figure">{Math.round(percentage ?? 0)} %</span>}
          </div>
          <div className="progress-track">
            <div
              className={isIndeterminate ? "progress-fill unknown" : "progress-fill"}
              {...(!isIndeterminate && { style: { width: `${percentage ?? 0}%` } })}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
