import { createContext, useContext } from "react";
import type { HostApi } from "../../core/api/host-contract.ts";

export const HostContext = createContext<HostApi | undefined>(undefined);

/** The machine behind this screen. */
export function useHost(): HostApi {
  const host = useContext(HostContext);
  if (!host) throw new Error("no HostApi above this component");
  return host;
}
