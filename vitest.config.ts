import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Beside the code; needs nothing but npm packages. */
const unit = [
  "core/**/*.test.ts",
  "host/**/*.test.ts",
  "cli/**/*.test.ts",
  "electron/**/*.test.ts",
  "renderer/**/*.test.ts",
  "scripts/**/*.test.{ts,mjs}",
];
/** Numbers and small pictures that must not change unnoticed. */
const golden = ["test/golden/**/*.test.ts"];
/** The program from outside, judged by other programs. */
const acceptance = ["test/**/*.test.ts"];

const shared = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  /** Says only how long a failure takes: panels follow the stage when a busy machine has time. */
  expect: { poll: { timeout: 20_000 } },
  setupFiles: ["test/support/property-seed.ts"],
};

export default defineConfig({
  test: {
    /** Even on two cores: a test of the screen waits for the browser and the host most of its time. */
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { test: { ...shared, name: "unit", include: unit } },
      { test: { ...shared, name: "golden", include: golden } },
      { test: { ...shared, name: "acceptance", include: acceptance, exclude: golden } },
    ],
  },
});
