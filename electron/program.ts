/** A window around the host: everything that decides anything is in `host/`. */

import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WebContents, BrowserWindow as Window } from "electron";
import { serveChannel } from "../core/api/channel-transport.ts";
import { DiagnosticError } from "../core/diagnostics/diagnostic.ts";
import { type AppHome, findAppHome } from "../host/home/app-home.ts";
import { createScreenFiles } from "../host/server/screen-files.ts";
import { SECURITY_HEADERS } from "../host/server/security-headers.ts";
import { createErrorLog } from "../host/service/error-log.ts";
import { createHostService, type HostService } from "../host/service/host-service.ts";
import { noProgramFor } from "../host/service/service-diagnostics.ts";
import { confineContents, confineSession } from "./confine.ts";
import { rememberGraphicsFailure, reviveContents } from "./survive.ts";
import { isTrustedSender, PAGE_ADDRESS, SCHEME } from "./trusted-sender.ts";
import { readWindowPlace, rememberWindowPlace } from "./window-place.ts";

/** The parts of Electron that are used; tests hand in a stand-in. */
export type Electron = Pick<
  typeof import("electron"),
  "app" | "BrowserWindow" | "dialog" | "ipcMain" | "Menu" | "protocol" | "screen" | "session" | "shell"
>;

const PRELOAD = fileURLToPath(new URL("./preload.cjs", import.meta.url));
const SCREEN = fileURLToPath(new URL("../renderer/dist", import.meta.url));
const CHANNEL = "host";
const PROJECT_ENDING = ".xtin";
/** The smallest screen the program is made for. */
const SMALLEST = { width: 1_024, height: 640 };
const FIRST = { width: 1_366, height: 768 };

/** In the program's own data, once drawing by the graphics processor has failed. */
const GRAPHICS_FAILURE = "graphics-failed";
const WINDOW_PLACE = "window.json";
const NO_SANDBOX =
  "Chương trình không chạy với --no-sandbox: tệp lạ có thể gây hại cho máy.\nThe program does not run with --no-sandbox: files from strangers could harm this computer.";
const PAGE_LOST =
  "Cửa sổ bị lỗi nhiều lần. Thay đổi đã được giữ; mở lại chương trình để khôi phục.\nThe window failed several times. Your changes are kept; start the program again to recover them.";

/** Runs the program; a second launch hands its files to the first and ends. */
export async function runElectronProgram(electron: Electron, args: readonly string[]): Promise<void> {
  const { app, protocol } = electron;
  if (app.commandLine.hasSwitch("no-sandbox")) throw new Error(NO_SANDBOX);
  app.enableSandbox();
  const home = findAppHome({ documents: app.getPath("documents") });
  const graphicsFailure = join(home.data, GRAPHICS_FAILURE);
  if (existsSync(graphicsFailure)) app.disableHardwareAcceleration();
  rememberGraphicsFailure(app, graphicsFailure);
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  confineContents(app);
  // The system hands files over before the program is ready, too.
  let opened: { readonly service: HostService; readonly window: Window } | undefined;
  const early = [...args];
  const handFiles = (launch: readonly string[]): void => {
    if (!opened) early.push(...launch);
    for (const path of launch.filter((one) => one.toLowerCase().endsWith(PROJECT_ENDING))) {
      opened?.service.handFile(path);
    }
  };
  app.on("second-instance", (_event, launch) => {
    handFiles(launch);
    if (opened?.window.isMinimized()) opened.window.restore();
    opened?.window.focus();
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    handFiles([path]);
  });
  await app.whenReady();

  const service = createService(electron, home);
  void service.warm();
  const ownWindows = new Map<number, (message: unknown) => void>();
  serveScreen(electron);
  confineSession(electron.session.defaultSession);
  electron.Menu.setApplicationMenu(null);
  electron.ipcMain.on(CHANNEL, (event, message) => {
    if (isTrustedSender(event, new Set(ownWindows.keys()))) ownWindows.get(event.sender.id)?.(message);
  });

  const window = openWindow(electron, join(home.data, WINDOW_PLACE));
  opened = { service, window };
  handFiles(early);
  serveContents(service, window.webContents, ownWindows);
  reviveContents(window.webContents, () => {
    electron.dialog.showErrorBox("Xưởng Tin", PAGE_LOST);
    window.destroy();
  });
  await window.loadURL(PAGE_ADDRESS);

  app.on("window-all-closed", () => {
    void service.close().finally(() => app.quit());
  });
}

function createService({ BrowserWindow, dialog, shell }: Electron, home: AppHome): HostService {
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

function openWindow({ BrowserWindow, app, screen }: Electron, placeFile: string): Window {
  const place = readWindowPlace(placeFile, screen);
  const { isMaximized = false, ...bounds } = place ?? {};
  const window = new BrowserWindow({
    ...FIRST,
    ...bounds,
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
  rememberWindowPlace(window, placeFile);
  window.once("ready-to-show", () => {
    if (isMaximized) window.maximize();
    window.show();
  });
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
