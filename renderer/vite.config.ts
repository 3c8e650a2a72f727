import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { ariaLanguages } from "./vite-aria-languages.ts";
import { licences } from "./vite-licences.ts";

/** The screen as static files, which the host serves and Electron loads; see `scripts/build`. */
export default defineConfig(({ command }) => {
  // A test runner says `test` here, which would build React for development.
  if (command === "build") process.env.NODE_ENV = "production";
  return {
    root: fileURLToPath(new URL(".", import.meta.url)),
    base: "./",
    plugins: [ariaLanguages(), licences(), react()],
    // Small files become `data:` addresses otherwise, which the content security policy keeps out.
    build: {
      target: "chrome138",
      assetsInlineLimit: 0,
      emptyOutDir: true,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        // HarfBuzz asks for Node's `module` where there is Node, and does without it here.
        onLog: (level, log, handle) => {
          if (!log.message.includes('Module "module" has been externalized')) handle(level, log);
        },
      },
    },
    worker: { format: "es" },
  };
});
