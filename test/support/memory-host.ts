import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Channel, createChannelTransport, serveChannel } from "../../core/api/channel-transport.ts";
import { createClient } from "../../core/api/client.ts";
import { type HostApi, hostContract } from "../../core/api/host-contract.ts";
import { type AppHome, findAppHome } from "../../host/home/app-home.ts";
import { createHostService, type HostService } from "../../host/service/host-service.ts";
import type { NativeDialogs } from "../../host/service/service-context.ts";

/** HostApi without a server: over a channel that copies messages as Electron's does. */
export interface MemoryHost {
  readonly api: HostApi;
  readonly service: HostService;
  readonly home: AppHome;
  readonly folder: string;
  readonly revealed: string[];
  readonly defects: unknown[];
}

export function startMemoryHost(folder: string, dialogs?: NativeDialogs): MemoryHost {
  const home = findAppHome({ env: { XUONGTIN_HOME: folder } });
  const revealed: string[] = [];
  const defects: unknown[] = [];
  const service = createHostService({
    home,
    shell: "browser",
    ...(dialogs && { dialogs }),
    showFolder: async (path) => {
      revealed.push(path);
    },
    reveal: async (path) => {
      revealed.push(path);
    },
    onDefect: (_where, error) => defects.push(error),
  });
  const [screen, machine] = channelPair();
  serveChannel(machine, service.dispatcher, () => new AbortController());
  return { api: createClient(hostContract, createChannelTransport(screen)), service, home, folder, revealed, defects };
}

/** Both ends of a channel. */
export function channelPair(): readonly [Channel, Channel] {
  const receivers: ((message: unknown) => void)[] = [() => undefined, () => undefined];
  const end = (own: number): Channel => ({
    send: (message) => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => receivers[1 - own]?.(copy));
    },
    listen: (receive) => {
      receivers[own] = receive;
    },
  });
  return [end(0), end(1)];
}

/** A home of its own for a run of tests, removed by `end`. */
export function temporaryHome(): { readonly folder: string; readonly end: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "xuongtin-home-"));
  return { folder, end: () => rmSync(folder, { recursive: true, force: true }) };
}
