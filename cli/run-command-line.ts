import { type Diagnostic, DiagnosticError } from "../core/diagnostics/diagnostic.ts";
import { nearestName } from "../core/document/nearest-name.ts";
import { CanceledError } from "../host/jobs/canceled-error.ts";
import { programVersion } from "../host/program-version.ts";
import { formatDiagnostic } from "../host/terminal/format-diagnostics.ts";
import { type Command, ExitCode } from "./command.ts";
import { commands } from "./commands/index.ts";
import { commandHelp, programHelp } from "./help.ts";
import { parseInvocation } from "./parse-invocation.ts";
import { printJson } from "./terminal/print-json.ts";
import type { Terminal } from "./terminal/terminal.ts";
import { UsageError, unknownCommand } from "./usage-diagnostics.ts";

/** Runs one command line to its exit code. Nothing is thrown: defects of the program end as exit code 3. */
export async function runCommandLine(
  line: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const json = line.includes("--json");
  try {
    return await dispatch(line, terminal, signal);
  } catch (error) {
    if (error instanceof CanceledError || signal.aborted) {
      terminal.err("Đã dừng, không để lại tệp dở dang.\nStopped; nothing half made was left.\n");
      return ExitCode.canceled;
    }
    if (error instanceof DiagnosticError) {
      tell(error.diagnostics, terminal, json);
      return error instanceof UsageError ? ExitCode.usage : ExitCode.failed;
    }
    tell([internalError(error)], terminal, json);
    if (error instanceof Error && error.stack) terminal.err(`${error.stack}\n`);
    return ExitCode.internal;
  }
}

async function dispatch(line: readonly string[], terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const [name, ...rest] = line;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const asked = commands.find((command) => command.name === rest[0]);
    const page = asked ? commandHelp(asked, terminal.width) : programHelp(commands, terminal.width);
    if (name === undefined) terminal.err(page);
    else terminal.out(page);
    return name === undefined ? ExitCode.usage : ExitCode.ok;
  }
  if (name === "--version") {
    terminal.out(`${programVersion()}\n`);
    return ExitCode.ok;
  }
  const command = findCommand(name);
  const parsed = parseInvocation(command, rest);
  if (parsed.help) {
    terminal.out(commandHelp(command, terminal.width));
    return ExitCode.ok;
  }
  return command.run({ ...parsed, terminal, signal });
}

function findCommand(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (!command)
    throw unknownCommand(
      name,
      nearestName(
        name,
        commands.map((one) => one.name),
      ),
    );
  return command;
}

function tell(diagnostics: readonly Diagnostic[], terminal: Terminal, json: boolean): void {
  if (json) printJson(terminal, { ok: false, diagnostics });
  else for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
}

const internalError = (error: unknown): Diagnostic => ({
  code: "internal",
  severity: "error",
  target: {},
  message: {
    vi: `Lỗi bên trong chương trình: ${error instanceof Error ? error.message : String(error)}`,
    en: `The program has a defect: ${error instanceof Error ? error.message : String(error)}`,
  },
  hints: [
    {
      vi: "Gửi cho người phát triển lệnh đã dùng, tệp dự án và những dòng dưới đây.",
      en: "Send the command, the project file and the lines below to the developers.",
    },
  ],
});
