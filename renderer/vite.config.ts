import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The screen as static files in `renderer/dist`, which the host serves and Electron loads. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [react()],
  // Small files become `data:` addresses otherwise, which the content security policy keeps out.
  build: { target: "chrome138", assetsInlineLimit: 0, emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
  worker: { format: "es" },
});
