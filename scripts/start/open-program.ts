/** Opens the program in Electron, in a browser, or tells its address. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findAppHome } from "../../host/home/app-home.ts";
import { startBrowserProgram } from "../../host/shell/browser-program.ts";
import { chooseShell } from "../../host/shell/choose-shell.ts";
import { buildProgram } from "../build/build-program.ts";
import { buildScreen } from "../build/build-screen.ts";
import { developmentScreen } from "./development-screen.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Never Electron. */
    browser: { type: "boolean", default: false },
    /** No window: the address is told. */
    address: { type: "boolean", default: false },
    /** The screen from its sources, changing with them. */
    dev: { type: "boolean", default: false },
  },
});

/** Project files to open, as they lie where the command was given. */
const handed = positionals.map((path) => resolve(process.env.INIT_CWD ?? process.cwd(), path));
const shell = chooseShell({ browser: values.browser || values.dev, address: values.address });

if (shell.kind === "electron") {
  const { folder } = await buildProgram(root);
  const child = spawn(shell.binary, [folder, ...handed], { stdio: "inherit" });
  const [code] = await once(child, "exit");
  process.exitCode = typeof code === "number" ? code : 1;
} else {
  const program = await startBrowserProgram({
    home: findAppHome(),
    screen: values.dev ? await developmentScreen(root) : await builtScreen(),
  });
  for (const path of handed) program.handFile(path);
  const stopped = Promise.race(["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => once(process, signal)));
  const tellAddress = (): Promise<unknown> => {
    console.log(`Mở địa chỉ này trong trình duyệt (dùng một lần): ${program.host.openLink()}`);
    console.log("Open this address in a browser; it works once. Ctrl-C ends the program.");
    return stopped;
  };
  const closed = shell.kind === "browser" ? program.showIn(shell.binary).catch(tellAddress) : tellAddress();
  await Promise.race([stopped, closed]);
  await program.close();
  // A development server may keep timers of its own.
  process.exit();
}

async function builtScreen(): Promise<string> {
  const { folder, isNew } = await buildScreen(root);
  if (isNew) console.log("Đã dựng giao diện. The screen was built.");
  return folder;
}
