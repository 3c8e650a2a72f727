import { join } from "node:path";
import type { DevelopmentScreen } from "../../host/server/local-host.ts";

/** The screen from its sources, by Vite, which brings scripts into the page that the content security policy would keep out. */
export async function developmentScreen(root: string): Promise<DevelopmentScreen> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    configFile: join(root, "renderer", "vite.config.ts"),
    server: { middlewareMode: true },
    appType: "spa",
  });
  return (request, response) => vite.middlewares(request, response);
}
