import { useEffect } from "react";
import { connection } from "../host/connection.ts";
import { useSession } from "../session/use-session.ts";
import { showToast } from "../ui/toasts.ts";

/** Finds the project again when the host is back, and sends it what the window has kept meanwhile. */
export function useHostBack(): void {
  const session = useSession();
  useEffect(
    () =>
      connection.subscribe(({ now }, { now: before }) => {
        if (now !== "there" || before === "there") return;
        session.reconnect();
        showToast({
          tone: "good",
          message: { vi: "Đã nối lại với Xưởng Tin.", en: "Connected to Xưởng Tin again." },
        });
      }),
    [session],
  );
}
