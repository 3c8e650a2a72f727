import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { notUtf8 } from "./package-diagnostics.ts";

/** Project files are UTF-8, with or without a byte order mark. Throws a `DiagnosticError` for anything else. */
export function decodeProjectText(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DiagnosticError([notUtf8(file)], { cause });
  }
}
