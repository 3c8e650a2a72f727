/** The machine's end of a contract: checks what comes in, calls the handler, checks what goes out. */

import { type Diagnostic, DiagnosticError } from "../diagnostics/diagnostic.ts";
import { badInput, badOutput, internalError, unknownCall } from "./api-diagnostics.ts";
import { checkValue } from "./check-value.ts";
import { type Contract, findEntry, type HandlersOf } from "./contract.ts";

/** How a call ends. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export interface Dispatcher {
  /** `call`, `stream`, or undefined where the contract has no such name. */
  kindOf(name: string): "call" | "stream" | undefined;
  /** Answers a call; never throws. */
  call(name: string, input: unknown, signal: AbortSignal): Promise<Outcome>;
  /** The events of a stream, each as the outcome of a call; a failure is the last one. Never throws. */
  open(name: string, input: unknown, signal: AbortSignal): AsyncIterable<Outcome>;
}

export interface DispatcherOptions {
  /** Told of errors that are no `DiagnosticError`: defects of the program. */
  readonly onDefect: (name: string, error: unknown) => void;
  /** Applied to every message for the user before it leaves. */
  readonly censor?: (diagnostic: Diagnostic) => Diagnostic;
}

type Handler = (input: unknown, signal: AbortSignal) => unknown;

/** Serves `handlers` as `contract` says. */
export function createDispatcher<Whole extends Contract>(
  contract: Whole,
  handlers: HandlersOf<Whole>,
  { onDefect, censor = (diagnostic) => diagnostic }: DispatcherOptions,
): Dispatcher {
  const failure = (name: string, error: unknown): Outcome => {
    if (error instanceof DiagnosticError) return { ok: false, diagnostics: error.diagnostics.map(censor) };
    onDefect(name, error);
    return { ok: false, diagnostics: [internalError(name)] };
  };

  return {
    kindOf: (name) => findEntry(contract, name)?.kind,
    async call(name, input, signal) {
      try {
        const entry = findEntry(contract, name);
        if (entry?.kind !== "call") throw new DiagnosticError([unknownCall(name)]);
        const checked = checkValue(entry.input, input, (path, reason) => badInput(name, path, reason));
        const answer = await handlerOf(handlers, name)(checked, signal);
        return { ok: true, value: checkValue(entry.output, answer, (path, reason) => badOutput(name, path, reason)) };
      } catch (error) {
        return failure(name, error);
      }
    },
    async *open(name, input, signal) {
      try {
        const entry = findEntry(contract, name);
        if (entry?.kind !== "stream") throw new DiagnosticError([unknownCall(name)]);
        const checked = checkValue(entry.input, input, (path, reason) => badInput(name, path, reason));
        const events = handlerOf(handlers, name)(checked, signal) as AsyncIterable<unknown>;
        for await (const event of events) {
          yield { ok: true, value: checkValue(entry.event, event, (path, reason) => badOutput(name, path, reason)) };
        }
      } catch (error) {
        yield failure(name, error);
      }
    },
  };
}

/** The types of `handlers` have been checked against the contract already; here the name comes from outside. */
function handlerOf(handlers: object, name: string): Handler {
  const [area = "", entry = ""] = name.split(".");
  const calls: unknown = Reflect.get(handlers, area);
  const handler: unknown = typeof calls === "object" && calls !== null ? Reflect.get(calls, entry) : undefined;
  if (typeof handler !== "function") throw new TypeError(`no handler for ${name}`);
  return (input, signal) => Reflect.apply(handler, calls, [input, signal]);
}
