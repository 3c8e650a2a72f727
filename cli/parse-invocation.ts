/** Command line → command, arguments and options, or what is wrong with it in the user's words. */

import { parseArgs } from "node:util";
import { nearestName } from "../core/document/nearest-name.ts";
import type { Command, Option, Options, OptionValues } from "./command.ts";
import {
  missingArgument,
  optionNeedsValue,
  optionRepeated,
  optionTakesNoValue,
  unexpectedArgument,
  unknownOption,
} from "./usage-diagnostics.ts";

export interface ParsedInvocation {
  readonly help: boolean;
  readonly arguments: readonly string[];
  readonly options: OptionValues<Options>;
}

/** `line` is what stands after the command's name. Throws a `UsageError`. */
export function parseInvocation(command: Command, line: readonly string[]): ParsedInvocation {
  const { tokens } = parseArgs({
    args: [...line],
    options: {
      ...Object.fromEntries(Object.entries(command.options).map(declared)),
      help: { type: "boolean", short: "h" },
    },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    if (token.name === "help") return { help: true, arguments: [], options: {} };
    const option = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined;
    if (!option)
      throw unknownOption(command.name, token.rawName, nearestName(token.name, Object.keys(command.options)));
    const values = given.get(token.name) ?? [];
    values.push(givenValue(command, option, token));
    if (values.length > 1 && option.kind === "value") throw optionRepeated(command.name, token.name);
    given.set(token.name, values);
  }
  const missing = command.arguments[positionals.length];
  if (missing?.required) throw missingArgument(command.name, missing.name);
  const excess = positionals[command.arguments.length];
  if (excess !== undefined) throw unexpectedArgument(command.name, excess);
  const options = Object.entries(command.options).map(([name, option]) => {
    const values = given.get(name) ?? [];
    if (option.kind === "flag") return [name, values.length > 0];
    return [name, option.kind === "list" ? values : values[0]];
  });
  return { help: false, arguments: positionals, options: Object.fromEntries(options) };
}

function declared([name, option]: [string, Option]) {
  const type: "boolean" | "string" = option.kind === "flag" ? "boolean" : "string";
  return [name, { type, multiple: true, ...(option.short && { short: option.short }) }] as const;
}

interface OptionToken {
  readonly name: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function givenValue(command: Command, option: Option, { name, value, inlineValue }: OptionToken): string {
  if (option.kind === "flag") {
    if (value !== undefined) throw optionTakesNoValue(command.name, name);
    return "";
  }
  // A value that looks like an option is most likely the next option, its own value forgotten; "--out=-x" is still possible.
  if (value === undefined || (!inlineValue && /^--?[a-z]/i.test(value))) {
    throw optionNeedsValue(command.name, name, option.placeholder);
  }
  return value;
}
