import { EventEmitter, once } from "node:events";
import { readFileSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createChannelTransport } from "../core/api/channel-transport.ts";
import { createClient } from "../core/api/client.ts";
import { type HostApi, hostContract } from "../core/api/host-contract.ts";
import { temporaryFolder } from "../test/support/temporary-folder.ts";
import { type Electron, runElectronProgram } from "./program.ts";

/** What Electron would be told, and what it would tell. */
class FakeContents extends EventEmitter {
  readonly id = 7;
  readonly mainFrame = { url: "xuongtin://app/" };
  readonly received: unknown[] = [];
  windowOpenHandler: (() => { action: string }) | undefined;
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.windowOpenHandler = handler;
  }
  isDestroyed(): boolean {
    return false;
  }
  send(channel: string, message: unknown): void {
    this.received.push(message);
    // IPC copies.
    this.emit("to-page", channel, structuredClone(message));
  }
}

class FakeWindow extends EventEmitter {
  static readonly made: FakeWindow[] = [];
  static readonly getFocusedWindow = () => undefined;
  readonly webContents = new FakeContents();
  readonly options: { readonly webPreferences: Readonly<Record<string, unknown>> };
  address = "";
  constructor(options: FakeWindow["options"]) {
    super();
    this.options = options;
    FakeWindow.made.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }
  async loadURL(address: string): Promise<void> {
    this.address = address;
  }
  show(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
}

type ProtocolHandler = (request: { readonly url: string; readonly method: string }) => Promise<Response>;

let app: EventEmitter & { readonly enableSandbox: unknown; readonly quit: unknown };
let ipcMain: EventEmitter;
let schemes: unknown[];
let answerScheme: ProtocolHandler;
let picked: string[];
const switches = new Set<string>();
let ready = (): boolean => false;
const session = Object.assign(new EventEmitter(), {
  permissionRequest: undefined as ((...args: unknown[]) => void) | undefined,
  permissionCheck: undefined as (() => boolean) | undefined,
  devicePermission: undefined as (() => boolean) | undefined,
  beforeRequest: undefined as ((details: { url: string }, answer: (result: unknown) => void) => void) | undefined,
  setPermissionRequestHandler: (handler: (...args: unknown[]) => void) => {
    session.permissionRequest = handler;
  },
  setPermissionCheckHandler: (handler: () => boolean) => {
    session.permissionCheck = handler;
  },
  setDevicePermissionHandler: (handler: () => boolean) => {
    session.devicePermission = handler;
  },
  webRequest: {
    onBeforeRequest: (handler: typeof session.beforeRequest) => {
      session.beforeRequest = handler;
    },
  },
});

async function start(args: readonly string[] = [], isFirst = true): Promise<FakeWindow | undefined> {
  FakeWindow.made.length = 0;
  schemes = [];
  session.removeAllListeners();
  ipcMain = new EventEmitter();
  app = Object.assign(new EventEmitter(), {
    enableSandbox: vi.fn(),
    quit: vi.fn(() => app.emit("quit-called")),
    requestSingleInstanceLock: () => isFirst,
    whenReady: async () => ready(),
    getPath: () => temporaryFolder(),
    isPackaged: true,
    commandLine: { hasSwitch: (name: string) => switches.has(name) },
    disableHardwareAcceleration: vi.fn(),
  });
  const fake = {
    app,
    BrowserWindow: FakeWindow,
    dialog: { showOpenDialog: async () => ({ canceled: picked.length === 0, filePaths: picked }) },
    ipcMain,
    Menu: { setApplicationMenu: vi.fn() },
    screen: { getAllDisplays: () => [] },
    protocol: {
      registerSchemesAsPrivileged: (list: unknown[]) => schemes.push(...list),
      handle: (_scheme: string, handler: ProtocolHandler) => {
        answerScheme = handler;
      },
    },
    session: { defaultSession: session },
    shell: { showItemInFolder: vi.fn(), openPath: async () => "" },
  };
  await runElectronProgram(fake as unknown as Electron, args);
  return FakeWindow.made[0];
}

function pageOf(window: FakeWindow, event: object = {}): HostApi {
  const { webContents } = window;
  const transport = createChannelTransport({
    send: (message) =>
      ipcMain.emit(
        "host",
        { sender: webContents, senderFrame: webContents.mainFrame, ...event },
        structuredClone(message),
      ),
    listen: (receive) => webContents.on("to-page", (_channel: string, message: unknown) => receive(message)),
  });
  return createClient(hostContract, transport);
}

beforeEach(() => {
  vi.stubEnv("XUONGTIN_HOME", temporaryFolder());
  picked = [];
});
afterEach(async () => {
  if (FakeWindow.made.length > 0) {
    const quit = once(app, "quit-called");
    app.emit("window-all-closed");
    await quit;
  }
  vi.unstubAllEnvs();
});

describe("the window", () => {
  it("is sandboxed, without Node, and shows our own scheme", async () => {
    const window = await start();
    expect(window?.address).toBe("xuongtin://app/");
    expect(window?.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    });
    expect(app.enableSandbox).toHaveBeenCalled();
    expect(schemes).toEqual([
      { scheme: "xuongtin", privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it("goes nowhere else and opens no other", async () => {
    const contents = (await start())?.webContents;
    expect(contents?.windowOpenHandler?.()).toEqual({ action: "deny" });
    const preventedBy = (name: string, url: string) => {
      const event = { url, preventDefault: vi.fn() };
      contents?.emit(name, event);
      return event.preventDefault.mock.calls.length > 0;
    };
    expect(preventedBy("will-navigate", "https://evil.example/")).toBe(true);
    expect(preventedBy("will-navigate", "xuongtin://app.evil/")).toBe(true);
    expect(preventedBy("will-navigate", "file:///etc/passwd")).toBe(true);
    expect(preventedBy("will-navigate", "xuongtin://app/")).toBe(false);
    expect(preventedBy("will-redirect", "xuongtin://app/")).toBe(true);
    expect(preventedBy("will-attach-webview", "xuongtin://app/")).toBe(true);
  });

  it("is granted no permission, and lets no request out", async () => {
    await start();
    const answer = vi.fn();
    session.permissionRequest?.({}, "media", answer);
    expect(answer).toHaveBeenCalledWith(false);
    expect([session.permissionCheck?.(), session.devicePermission?.()]).toEqual([false, false]);
    const isCanceled = (url: string) => {
      const result = vi.fn();
      session.beforeRequest?.({ url }, result);
      return result.mock.calls[0]?.[0];
    };
    for (const url of ["https://example.com/", "http://127.0.0.1:80/", "ws://x/", "file:///etc/passwd"]) {
      expect(isCanceled(url)).toEqual({ cancel: true });
    }
    expect(isCanceled("xuongtin://app/assets/a.js")).toEqual({ cancel: false });
  });

  it("is not opened without the sandbox", async () => {
    switches.add("no-sandbox");
    await expect(start()).rejects.toThrow("--no-sandbox");
    switches.clear();
    expect(FakeWindow.made).toEqual([]);
  });

  it("has no frames that lead anywhere", async () => {
    const contents = (await start())?.webContents;
    const preventDefault = vi.fn();
    contents?.emit("will-frame-navigate", { isMainFrame: true, preventDefault });
    expect(preventDefault).not.toHaveBeenCalled();
    contents?.emit("will-frame-navigate", { isMainFrame: false, preventDefault });
    expect(preventDefault).toHaveBeenCalled();
  });

  it("is not opened by a second launch", async () => {
    expect(await start([], false)).toBeUndefined();
    expect(app.quit).toHaveBeenCalled();
  });
});

it.each([
  ["xuongtin://app/../package.json", "GET"],
  ["xuongtin://app/%2e%2e/package.json", "GET"],
  ["xuongtin://elsewhere/index.html", "GET"],
  ["xuongtin://app/index.html", "POST"],
])("the scheme serves nothing at %s by %s", async (url, method) => {
  await start();
  const response = await answerScheme({ url, method });
  expect([response.status, await response.text()]).toEqual([404, ""]);
});

describe("the channel", () => {
  it("answers the page of the window", async () => {
    const window = await start();
    if (!window) throw new Error("no window");
    const api = pageOf(window);
    const info = await api.app.info({});
    expect(info).toMatchObject({ shell: "electron", nativeDialogs: true });
    await expect(api.files.reveal({ file: `file-${"a".repeat(32)}` })).rejects.toThrow("api.unknown-handle");
  });

  it("hands on files the system gives, and those of later launches", async () => {
    const window = await start(["--flag", "/home/lan/Tờ rơi.xtin"]);
    if (!window) throw new Error("no window");
    const handed: string[] = [];
    const controller = new AbortController();
    const following = (async () => {
      for await (const { file } of pageOf(window).app.handedFiles({}, { signal: controller.signal })) handed.push(file);
    })();
    await vi.waitFor(() => expect(handed).toHaveLength(1));
    app.emit("second-instance", {}, ["xuongtin", "/home/lan/Khác.XTIN"]);
    await vi.waitFor(() => expect(handed).toHaveLength(2));
    controller.abort(new Error("enough"));
    await expect(following).rejects.toThrow("enough");
  });

  it("hands on a file the system gave before it was ready", async () => {
    ready = () => app.emit("open-file", { preventDefault: vi.fn() }, "/home/lan/Sớm.xtin");
    const window = await start();
    ready = () => false;
    if (!window) throw new Error("no window");
    for await (const { file } of pageOf(window).app.handedFiles({})) {
      expect(file).toMatch(/^file-/);
      break;
    }
  });

  it("turns what a dialog gives into handles", async () => {
    const window = await start();
    if (!window) throw new Error("no window");
    const api = pageOf(window);
    expect(await api.files.pickFolder({})).toEqual({});
    picked = ["/mnt/usb/Bản in"];
    const folder = await api.files.pickFolder({});
    expect(folder.name).toBe("Bản in");
    expect(folder.folder).toMatch(/^folder-[\w-]{32}$/);
  });

  it.each([
    ["a frame inside the page", { senderFrame: { url: "xuongtin://app/" } }],
    ["a frame that is gone", { senderFrame: null }],
  ])("does not answer %s", async (_who, event) => {
    const window = await start();
    if (!window) throw new Error("no window");
    const answer = vi.fn();
    pageOf(window, event).app.info({}).then(answer, answer);
    for (let turns = 0; turns < 50; turns += 1) await turn();
    expect(window.webContents.received).toEqual([]);
    expect(answer).not.toHaveBeenCalled();
  });

  it("does not answer another page in the window, nor windows that are not its own", async () => {
    const window = await start();
    if (!window) throw new Error("no window");
    for (const [id, url] of [
      [7, "https://evil.example/"],
      [7, "xuongtin://app.evil/"],
      [8, "xuongtin://app/"],
    ] as const) {
      const mainFrame = { url };
      pageOf(window, { sender: { id, mainFrame }, senderFrame: mainFrame })
        .app.info({})
        .catch(() => undefined);
    }
    for (let turns = 0; turns < 50; turns += 1) await turn();
    expect(window.webContents.received).toEqual([]);
  });

  it("starts afresh when the page is loaded anew", async () => {
    const window = await start();
    if (!window) throw new Error("no window");
    const waiting = pageOf(window).app.handedFiles({})[Symbol.asyncIterator]().next();
    void waiting;
    await turn();
    window.webContents.removeAllListeners("to-page");
    window.webContents.emit("did-start-navigation", { isMainFrame: true, isSameDocument: false });
    // The new page numbers its calls from 1 again, as the one still waiting did.
    expect((await pageOf(window).app.info({})).shell).toBe("electron");
  });
});

it("hands the page two functions and nothing of Electron", () => {
  const preload = readFileSync(new URL("./preload.cjs", import.meta.url), "utf8");
  const exposed: Record<string, unknown> = {};
  const sent: unknown[] = [];
  const renderer = new EventEmitter();
  const fakeRequire = () => ({
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => Object.assign(exposed, { [name]: value }) },
    ipcRenderer: Object.assign(renderer, { send: (...args: unknown[]) => sent.push(args) }),
  });
  new Function("require", preload)(fakeRequire);
  expect(Object.keys(exposed)).toEqual(["xuongtinChannel"]);
  const channel = exposed.xuongtinChannel as { send(message: unknown): void; listen(receive: unknown): void };
  expect(Object.keys(channel).sort()).toEqual(["listen", "send"]);
  channel.send({ kind: "call" });
  expect(sent).toEqual([["host", { kind: "call" }]]);
  const heard = vi.fn();
  channel.listen(heard);
  renderer.emit("host", { sender: renderer }, "tin");
  expect(heard.mock.calls).toEqual([["tin"]]);
});
