/** How a contract between a screen and the machine is written down, and the types both sides get from it. */

import type { z } from "zod";

/** A question with one answer. */
export interface CallContract<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: "call";
  readonly input: Input;
  readonly output: Output;
}

/** A question with answers that come one after the other until there are no more. */
export interface StreamContract<Input extends z.ZodType = z.ZodType, Event extends z.ZodType = z.ZodType> {
  readonly kind: "stream";
  readonly input: Input;
  readonly event: Event;
}

/** Areas with their calls, addressed as `area.call`. */
export type Contract = Readonly<Record<string, Readonly<Record<string, CallContract | StreamContract>>>>;

export const call = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): CallContract<Input, Output> => ({ kind: "call", input, output });

export const stream = <Input extends z.ZodType, Event extends z.ZodType>(
  input: Input,
  event: Event,
): StreamContract<Input, Event> => ({ kind: "stream", input, event });

export interface CallOptions {
  /** Aborted when the answer is no longer wanted. The work behind a job goes on; `jobs.cancel` stops it. */
  readonly signal?: AbortSignal | undefined;
}

type ClientFunction<One> =
  One extends CallContract<infer Input, infer Output>
    ? (input: z.input<Input>, options?: CallOptions) => Promise<z.output<Output>>
    : One extends StreamContract<infer Input, infer Event>
      ? (input: z.input<Input>, options?: CallOptions) => AsyncIterable<z.output<Event>>
      : never;

/** What a screen holds: a function per call. Every failure is a `DiagnosticError`. */
export type ClientOf<Whole extends Contract> = {
  readonly [Area in keyof Whole]: { readonly [Name in keyof Whole[Area]]: ClientFunction<Whole[Area][Name]> };
};

type HandlerFunction<One> =
  One extends CallContract<infer Input, infer Output>
    ? (input: z.output<Input>, signal: AbortSignal) => Promise<z.input<Output>>
    : One extends StreamContract<infer Input, infer Event>
      ? (input: z.output<Input>, signal: AbortSignal) => AsyncIterable<z.input<Event>>
      : never;

/** What the machine provides: a function per call, with checked input. */
export type HandlersOf<Whole extends Contract> = {
  readonly [Area in keyof Whole]: { readonly [Name in keyof Whole[Area]]: HandlerFunction<Whole[Area][Name]> };
};

/** The call or stream named `area.call`, or undefined. */
export function findEntry(contract: Contract, name: string): CallContract | StreamContract | undefined {
  const [area = "", entry = "", ...more] = name.split(".");
  if (more.length > 0 || !Object.hasOwn(contract, area)) return undefined;
  const calls = contract[area];
  return calls && Object.hasOwn(calls, entry) ? calls[entry] : undefined;
}
