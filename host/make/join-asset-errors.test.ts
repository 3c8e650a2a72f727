import { expect, it } from "vitest";
import type { Diagnostic, DiagnosticTarget } from "../../core/diagnostics/diagnostic.ts";
import { joinAssetErrors } from "./join-asset-errors.ts";

const error = (code: string, target: DiagnosticTarget): Diagnostic => ({
  code,
  severity: "error",
  target,
  message: { vi: code, en: code },
  hints: [],
});

it("tells a broken picture once, with why and where", () => {
  const joined = joinAssetErrors(
    [error("image.truncated", { asset: "a" }), error("asset.missing", { asset: "unused", file: "x.png" })],
    [
      error("image.missing-asset", { asset: "a", page: 2, frame: "f" }),
      error("image.missing-asset", { asset: "a", page: 3, frame: "g" }),
      error("image.missing-asset", { asset: "never-listed", page: 1, frame: "h" }),
      error("text.overflow", { page: 1 }),
    ],
  );
  expect(joined.map(({ code, target }) => [code, target])).toEqual([
    ["image.truncated", { asset: "a", page: 2, frame: "f" }],
    ["asset.missing", { asset: "unused", file: "x.png" }],
    ["image.missing-asset", { asset: "never-listed", page: 1, frame: "h" }],
    ["text.overflow", { page: 1 }],
  ]);
});
