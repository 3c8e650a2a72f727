import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "../../core/api/client.ts";
import { type HostApi, hostContract } from "../../core/api/host-contract.ts";
import { createHttpTransport } from "../../core/api/http-transport.ts";
import { type AppHome, findAppHome } from "../../host/home/app-home.ts";
import { type BrowserProgram, startBrowserProgram } from "../../host/shell/browser-program.ts";

/** The program for a browser with a home of its own, and a client that knows its secret. */
export interface RunningHost extends BrowserProgram {
  readonly home: AppHome;
  readonly api: HostApi;
  /** Ends it and removes its home. */
  end(): Promise<void>;
}

export async function startHost(
  options: { readonly folder?: string; readonly screen?: string } = {},
): Promise<RunningHost> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "xuongtin-host-"));
  const home = findAppHome({ env: { XUONGTIN_HOME: folder } });
  const program = await startBrowserProgram({ home, screen: options.screen ?? join(folder, "no screen") });
  const { origin, secret } = program.host;
  const transport = createHttpTransport({ fetch, origin, headers: { authorization: `Bearer ${secret}` } });
  return {
    ...program,
    home,
    api: createClient(hostContract, transport),
    async end() {
      await program.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
