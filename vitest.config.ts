import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["core/**/*.test.ts", "host/**/*.test.ts", "cli/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["node_modules/**", "out/**"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
