import { z } from "zod";
import { brokenMessage } from "./api-diagnostics.ts";
import { checkValue } from "./check-value.ts";
import type { Outcome } from "./dispatcher.ts";
import { Diagnostics } from "./schemas.ts";

const OutcomeMessage = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), diagnostics: Diagnostics }),
]);

/** An outcome as a transport received it. Throws a `DiagnosticError` where it is none. */
export const checkOutcome = (value: unknown): Outcome =>
  checkValue(OutcomeMessage, value, (path, reason) => brokenMessage(`${path} ${reason}`));
