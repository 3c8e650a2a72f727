/** How the screen reaches the machine: over the loopback from a page, or over the channel Electron's preload hands it. */

import { type Channel, createChannelTransport } from "../../core/api/channel-transport.ts";
import { createClient } from "../../core/api/client.ts";
import { type HostApi, hostContract } from "../../core/api/host-contract.ts";
import { createHttpTransport, type Fetch } from "../../core/api/http-transport.ts";

declare global {
  interface Window {
    /** Set by Electron's preload. */
    readonly xuongtinChannel?: Channel;
  }
}

/** Calls that must still go out when the page is being left. */
const LAST_WORDS = /\/(?:projects\.close|app\.configure)$/;

const pageFetch: Fetch = (url, init) => fetch(url, { ...init, keepalive: LAST_WORDS.test(url) });

/** The HostApi of the shell this page runs in. */
export function connectHost(): HostApi {
  const channel = window.xuongtinChannel;
  const transport = channel ? createChannelTransport(channel) : createHttpTransport({ fetch: pageFetch });
  return createClient(hostContract, transport);
}
