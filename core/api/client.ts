/** The screen's end of a contract: a function per call over some transport. */

import { DiagnosticError } from "../diagnostics/diagnostic.ts";
import { badInput, badOutput } from "./api-diagnostics.ts";
import { checkValue } from "./check-value.ts";
import type { CallContract, CallOptions, ClientOf, Contract, StreamContract } from "./contract.ts";
import type { Outcome } from "./dispatcher.ts";

/** Carries calls to a dispatcher. Throws a `DiagnosticError` where it cannot, and the signal's reason when that is aborted. */
export interface Transport {
  call(name: string, input: unknown, signal: AbortSignal | undefined): Promise<Outcome>;
  open(name: string, input: unknown, signal: AbortSignal | undefined): AsyncIterable<Outcome>;
}

/** Functions for all calls of `contract`. They check what they send and what they get, and throw a `DiagnosticError`. */
export function createClient<Whole extends Contract>(contract: Whole, transport: Transport): ClientOf<Whole> {
  const areas = Object.entries(contract).map(([area, calls]) => [
    area,
    Object.fromEntries(
      Object.entries(calls).map(([entry, one]) => [entry, clientFunction(`${area}.${entry}`, one, transport)]),
    ),
  ]);
  return Object.fromEntries(areas) as ClientOf<Whole>;
}

function clientFunction(name: string, entry: CallContract | StreamContract, transport: Transport) {
  const checkInput = (input: unknown) => checkValue(entry.input, input, (path, reason) => badInput(name, path, reason));
  if (entry.kind === "call") {
    return async (input: unknown, { signal }: CallOptions = {}): Promise<unknown> =>
      unwrap(await transport.call(name, checkInput(input), signal), name, entry.output);
  }
  return async function* (input: unknown, { signal }: CallOptions = {}): AsyncGenerator<unknown> {
    for await (const outcome of transport.open(name, checkInput(input), signal)) {
      yield unwrap(outcome, name, entry.event);
    }
  };
}

function unwrap(outcome: Outcome, name: string, schema: CallContract["output"]): unknown {
  if (!outcome.ok) throw new DiagnosticError(outcome.diagnostics);
  return checkValue(schema, outcome.value, (path, reason) => badOutput(name, path, reason));
}
