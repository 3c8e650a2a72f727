/** Whether the host is there. It is known at once: a stream that stays open as long as both are ends with either of them. */

import { createStore } from "zustand/vanilla";
import type { HostApi } from "../../core/api/host-contract.ts";
import type { FileHandle } from "../../core/api/schemas.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";

/** A file the system opens with the program. */
export interface HandedFile {
  readonly file: FileHandle;
  readonly name: string;
}

/** `lost`: nobody answers. `replaced`: a new launch answers that does not know this page until its own window is open. */
export type Connection = "there" | "lost" | "replaced";

export const connection = createStore<{ readonly now: Connection }>(() => ({ now: "there" }));

const PAUSE = 1_000;
const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, PAUSE);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });

/** Follows the host until the signal, and hands on the files the system opens with the program. */
export async function followHost(
  host: HostApi,
  onFile: (file: HandedFile) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const file of host.app.handedFiles({}, { signal })) onFile(file);
    } catch {
      // However the stream ended, what counts is whether the host answers now.
    }
    if (signal.aborted) return;
    let now = await probe(host);
    while (now !== "there" && !signal.aborted) {
      connection.setState({ now });
      await pause(signal);
      now = await probe(host);
    }
    connection.setState({ now: "there" });
    await pause(signal);
  }
}

async function probe(host: HostApi): Promise<Connection> {
  try {
    await host.app.info({});
    return "there";
  } catch (failure) {
    return diagnosticsOf(failure).some(({ code }) => code === "api.not-known-here") ? "replaced" : "lost";
  }
}
