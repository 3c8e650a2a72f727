import { useEffect } from "react";
import { followHost } from "../host/connection.ts";
import { useHost } from "../host/host-context.ts";
import { openFile } from "./opening.ts";

/** Keeps watch on the host, and opens what the system hands to the program. */
export function HostFollower() {
  const host = useHost();
  useEffect(() => {
    const end = new AbortController();
    const open = (file: Parameters<typeof openFile>[1]): void => void openFile(host, file);
    void followHost(host, open, end.signal);
    return () => end.abort();
  }, [host]);
  return null;
}
