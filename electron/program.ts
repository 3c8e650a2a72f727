/** A window around the host: everything that decides anything is in `host/`. */

import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WebContents, BrowserWindow as Window } from "electron";
import { serveChannel } from "../core/api/channel-transport.ts";
import { DiagnosticError } from "../core/diagnostics/diagnostic.ts";
import { findAppHome } from "../host/home/app-home.ts";
import { createScreenFiles } from "../host/server/screen-files.ts";
import { SECURITY_HEADERS } from "../host/server/security-headers.ts";
import { createErrorLog } from "../host/service/error-log.ts";
import { createHostService, type HostService } from "../host/service/host-service.ts";
import { noProgramFor } from "../host/service/service-diagnostics.ts";
import { confineContents, confineSession } from "./confine.ts";
import { isTrustedSender, PAGE_ADDRESS, SCHEME } from "./trusted-sender.ts";

/** The parts of Electron that are used; tests hand in a stand-in. */
export type Electron = Pick<
  typeof import("electron"),
  "app" | "BrowserWindow" | "dialog" | "ipcMain" | "Menu" | "protocol" | "session" | "shell"
>;

const PRELOAD = fileURLToPath(new URL("./preload.cjs", import.meta.url));
const SCREEN = fileURLToPath(new URL("../renderer/dist", import.meta.url));
const CHANNEL = "host";
const PROJECT_ENDING = ".xtin";
/** The smallest screen the program is made for. */
const SMALLEST = { width: 1_024, height: 640 };
const FIRST = { width: 1_366, height: 768 };

/** Runs the program; a second launch hands its files to the first and ends. */
export async function runElectronProgram(electron: Electron, args: readonly string[]): Promise<void> {
  const { app, protocol } = electron;
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  confineContents(app);
  await app.whenReady();

  const service = createService(electron);
  const ownWindows = new Map<number, (message: unknown) => void>();
  serveScreen(electron);
  confineSession(electron.session.defaultSession);
  electron.Menu.setApplicationMenu(null);
  electron.ipcMain.on(CHANNEL, (event, message) => {
    if (isTrustedSender(event, new Set(ownWindows.keys()))) ownWindows.get(event.sender.id)?.(message);
  });

  const handFiles = (launch: readonly string[]) => {
    for (const path of launch.filter((one) => one.toLowerCase().endsWith(PROJECT_ENDING))) service.handFile(path);
  };
  handFiles(args);
  const window = openWindow(electron);
  serveContents(service, window.webContents, ownWindows);
  await window.loadURL(PAGE_ADDRESS);

  app.on("second-instance", (_event, launch) => {
    handFiles(launch);
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    handFiles([path]);
  });
  app.on("window-all-closed", () => {
    void service.close().finally(() => app.quit());
  });
}

function createService({ app, BrowserWindow, dialog, shell }: Electron): HostService {
  const home = findAppHome({ documents: app.getPath("documents") });
  const pick = async (...properties: ("openFile" | "openDirectory" | "createDirectory")[]) => {
    const filters = properties.includes("openFile")
      ? [{ name: "Xưởng Tin", extensions: [PROJECT_ENDING.slice(1)] }]
      : [];
    const parent = BrowserWindow.getFocusedWindow();
    const options = { properties, filters };
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options));
    return canceled ? undefined : filePaths[0];
  };
  return createHostService({
    home,
    shell: "electron",
    dialogs: { pickProject: () => pick("openFile"), pickFolder: () => pick("openDirectory", "createDirectory") },
    trash: (path) => shell.trashItem(path),
    reveal: async (path) => shell.showItemInFolder(path),
    showFolder: async (path) => void (await shell.openPath(path)),
    open: async (path) => {
      if ((await shell.openPath(path)) !== "") throw new DiagnosticError([noProgramFor(basename(path))]);
    },
    onDefect: createErrorLog(join(home.data, "errors.log")),
  });
}

function serveScreen({ protocol }: Electron): void {
  const screen = createScreenFiles(SCREEN);
  protocol.handle(SCHEME, async ({ url, method }) => {
    const address = new URL(url);
    const isOurs = url.startsWith(PAGE_ADDRESS) && (method === "GET" || method === "HEAD");
    const file = isOurs ? await screen.get(address.pathname) : undefined;
    if (!file) return new Response(null, { status: 404, headers: SECURITY_HEADERS });
    return new Response(method === "HEAD" ? null : file.body, { headers: { ...SECURITY_HEADERS, ...file.headers } });
  });
}

function openWindow({ BrowserWindow, app }: Electron): Window {
  const window = new BrowserWindow({
    ...FIRST,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    autoHideMenuBar: true,
    title: "Xưởng Tin",
    webPreferences: {
      preload: PRELOAD,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once("ready-to-show", () => window.show());
  return window;
}

/** Serves one window; a page that is loaded anew starts afresh. */
function serveContents(
  service: HostService,
  contents: WebContents,
  own: Map<number, (message: unknown) => void>,
): void {
  const { id } = contents;
  const serve = (): (() => void) =>
    serveChannel(
      {
        send: (message) => {
          if (!contents.isDestroyed()) contents.send(CHANNEL, message);
        },
        listen: (receive) => own.set(id, receive),
      },
      service.dispatcher,
      () => new AbortController(),
    );
  let end = serve();
  contents.on("did-start-navigation", ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return;
    end();
    end = serve();
  });
  contents.once("destroyed", () => {
    own.delete(id);
    end();
  });
}
