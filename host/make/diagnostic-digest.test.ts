import { expect, it } from "vitest";
import type { Severity } from "../../core/diagnostics/diagnostic.ts";
import { createDiagnosticDigest } from "./diagnostic-digest.ts";

const one = (code: string, severity: Severity, row: number) => ({
  code,
  severity,
  target: { row },
  message: { vi: code, en: code },
  hints: [],
});

it("keeps examples of what comes again and again, and counts the rest", () => {
  const digest = createDiagnosticDigest();
  for (let row = 1; row <= 1_000; row += 1) {
    digest.add([one("image.low-resolution", "warning", row), one("text.overflow", "error", row)]);
  }
  digest.add([one("text.shrunk", "info", 7)]);
  const result = digest.result();
  const countOf = (code: string) => result.filter((diagnostic) => diagnostic.code === code).length;
  expect(countOf("image.low-resolution")).toBe(20);
  expect(countOf("text.overflow")).toBe(500);
  expect(countOf("text.shrunk")).toBe(1);
  const more = result.filter((diagnostic) => diagnostic.code === "make.more-of-the-same");
  expect(more.map(({ message }) => message.en)).toEqual([
    "980 more messages “image.low-resolution” in other rows.",
    "500 more messages “text.overflow” in other rows.",
  ]);
});
