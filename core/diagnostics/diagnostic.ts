/** A message about something wrong or doubtful, the same in the preflight panel, on the command line and in batch reports. */

export type Severity = "error" | "warning" | "info";

/** A sentence in both languages of the interface. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** Where the trouble is; only the parts that apply are there. Pages and rows count from 1. */
export interface DiagnosticTarget {
  readonly file?: string;
  /** JSON path inside the file, such as `pages[2].frames[0].width`. */
  readonly path?: string;
  readonly page?: number;
  readonly frame?: string;
  readonly text?: string;
  /** What of the text it is about, as it is printed. */
  readonly words?: string;
  readonly slot?: string;
  readonly row?: number;
  /** Header of a spreadsheet's column. */
  readonly column?: string;
  readonly asset?: string;
  readonly language?: string;
  readonly font?: string;
  /** Id of a programme, and what within it. */
  readonly programme?: string;
  readonly scene?: string;
  readonly overlay?: string;
  /** Since the programme's beginning. */
  readonly second?: number;
}

export interface Diagnostic {
  /** Stable and dotted, area first: `text.overflow`, `package.unsafe-path`. */
  readonly code: string;
  readonly severity: Severity;
  readonly target: DiagnosticTarget;
  /** What is wrong, with the figures. */
  readonly message: Bilingual;
  /** How to mend it, the best way first. */
  readonly hints: readonly Bilingual[];
}

/** Thrown where work cannot go on; carries what the user is told. */
export class DiagnosticError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(diagnostics.map((one) => `${one.code}: ${one.message.en}`).join("; "), options);
    this.name = "DiagnosticError";
    this.diagnostics = diagnostics;
  }
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((one) => one.severity === "error");
