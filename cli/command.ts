/** What a command of the program is, and what it is given to work with. */

import type { Bilingual } from "../core/diagnostics/diagnostic.ts";
import type { Terminal } from "./terminal/terminal.ts";

interface OptionText {
  readonly help: Bilingual;
  readonly short?: string;
}

export type Option =
  | (OptionText & { readonly kind: "flag" })
  /** `placeholder` stands for the value in the help: `file`, `mm`. */
  | (OptionText & { readonly kind: "value"; readonly placeholder: string })
  /** May be given several times. */
  | (OptionText & { readonly kind: "list"; readonly placeholder: string });

export type Options = Readonly<Record<string, Option>>;

export type OptionValues<Chosen extends Options> = {
  readonly [Name in keyof Chosen]: Chosen[Name]["kind"] extends "flag"
    ? boolean
    : Chosen[Name]["kind"] extends "list"
      ? readonly string[]
      : string | undefined;
};

export interface Argument {
  readonly name: string;
  readonly required: boolean;
  readonly help: Bilingual;
}

export interface Invocation<Chosen extends Options> {
  /** In the order of the command's arguments; those left out are not there. */
  readonly arguments: readonly string[];
  readonly options: OptionValues<Chosen>;
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** The exit codes of the program, part of its interface. */
export const ExitCode = { ok: 0, failed: 1, usage: 2, internal: 3, canceled: 130 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

export interface Command<Chosen extends Options = Options> {
  readonly name: string;
  readonly summary: Bilingual;
  readonly arguments: readonly Argument[];
  readonly options: Chosen;
  readonly examples: readonly string[];
  run(invocation: Invocation<Chosen>): Promise<ExitCode>;
}

/** Keeps the types of a command's own options while it is written, and forgets them for the list of all commands. */
export function defineCommand<const Chosen extends Options>(command: Command<Chosen>): Command {
  return {
    ...command,
    run: (invocation) => command.run({ ...invocation, options: invocation.options as OptionValues<Chosen> }),
  };
}

/** Shared by every command that has results a program may want to read. */
export const jsonOption = {
  kind: "flag",
  help: { vi: "In kết quả dạng JSON ra stdout", en: "Print the result as JSON on stdout" },
} as const satisfies Option;

/** Shared by every command that sets text. */
export const fontFoldersOption = {
  kind: "list",
  placeholder: "thư-mục/folder",
  help: { vi: "Dùng thêm phông chữ trong thư mục này", en: "Use the fonts of this folder too" },
} as const satisfies Option;
