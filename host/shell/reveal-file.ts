import { spawn } from "node:child_process";
import { dirname } from "node:path";

/** The command that shows a file in the system's file manager. */
export function revealCommand(path: string, platform: NodeJS.Platform): readonly string[] {
  if (platform === "win32") return ["explorer.exe", `/select,${path}`];
  if (platform === "darwin") return ["open", "-R", path];
  return ["xdg-open", dirname(path)];
}

/** The command that shows what is in a folder. */
export function showFolderCommand(path: string, platform: NodeJS.Platform): readonly string[] {
  if (platform === "win32") return ["explorer.exe", path];
  return [platform === "darwin" ? "open" : "xdg-open", path];
}

/** Shows a file in the system's file manager; a system without one shows nothing. */
export const revealFile = (path: string): Promise<void> => start(revealCommand(path, process.platform));

/** Shows a folder in the system's file manager; a system without one shows nothing. */
export const showFolder = (path: string): Promise<void> => start(showFolderCommand(path, process.platform));

async function start([command = "", ...args]: readonly string[]): Promise<void> {
  await new Promise<void>((resolve) => {
    // Explorer divides its arguments by rules of its own, so they go to it as they are.
    const child = spawn(command, args, { detached: true, stdio: "ignore", windowsVerbatimArguments: true });
    child.once("error", () => resolve());
    child.once("spawn", () => {
      child.unref();
      resolve();
    });
  });
}
