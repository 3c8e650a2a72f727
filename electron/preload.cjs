// @ts-check
// Hands the page the channel to the machine and nothing else. Plain CommonJS: sandboxed preload scripts are loaded as such.
const { contextBridge, ipcRenderer } = require("electron");

contextBridge.exposeInMainWorld("xuongtinChannel", {
  /** @param {unknown} message */
  send: (message) => ipcRenderer.send("host", message),
  /** @param {(message: unknown) => void} receive */
  listen: (receive) => {
    ipcRenderer.on("host", (_event, message) => receive(message));
  },
});
