/** Electron's entry. */

import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell } from "electron";
import { runElectronProgram } from "./program.ts";

const args = process.argv.slice(app.isPackaged ? 1 : 2);

// Not awaited: Electron becomes ready only after this module has been read to its end.
runElectronProgram({ app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell }, args).catch(
  (error: unknown) => {
    dialog.showErrorBox("Xưởng Tin", error instanceof Error ? (error.stack ?? error.message) : String(error));
    app.exit(1);
  },
);
