/** What no page of this program may do, whatever it contains. */

import type { App, Session } from "electron";
import { isOwnPage } from "./trusted-sender.ts";

/** Keeps pages where they are: no navigation, no windows, no guests. */
export function confineContents(app: Pick<App, "on">): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
    contents.on("will-navigate", (event) => {
      // Loading itself anew is all a page may do.
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    // Of frames within a page too, none of which the program has.
    contents.on("will-frame-navigate", (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
  });
}

const OWN_ADDRESS = /^(?:xuongtin|blob|data|devtools):/;

/** Grants no permission and lets no request out of the machine, nor to it. */
export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !OWN_ADDRESS.test(url) }));
  session.on("will-download", (event) => event.preventDefault());
}
