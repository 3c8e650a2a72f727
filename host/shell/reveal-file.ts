import { spawn } from "node:child_process";
import { dirname } from "node:path";

/** The command that shows a file in the system's file manager. */
export function revealCommand(path: string, platform: NodeJS.Platform): readonly string[] {
  if (platform === "win32") return ["explorer.exe", `/select,${path}`];
  if (platform === "darwin") return ["open", "-R", path];
  return ["xdg-open", dirname(path)];
}

/** Shows a file in the system's file manager; a system without one shows nothing. */
export async function revealFile(path: string): Promise<void> {
  const [command = "", ...args] = revealCommand(path, process.platform);
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
