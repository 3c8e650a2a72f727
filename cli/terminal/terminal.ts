/** Where the program writes and reads, so that commands can be tested without a process. */
export interface Terminal {
  /** Results; standard output. */
  out(text: string): void;
  /** Messages and progress; standard error. */
  err(text: string): void;
  /** True where standard error is a screen, on which a line can be written over. */
  readonly interactive: boolean;
  readonly colors: boolean;
  /** Columns. */
  readonly width: number;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
}
