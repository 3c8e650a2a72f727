import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/open\?key=\S+/;

/** The program as a process of its own, which a test may kill. */
export interface HostProcess {
  /** Opens the screen, once. */
  readonly address: string;
  /** As a power cut or the task manager ends it. */
  kill(): Promise<void>;
}

/** Starts it with all its folders below `home`. */
export async function startHostProcess(home: string): Promise<HostProcess> {
  const env = { ...process.env, XUONGTIN_HOME: home };
  const child = spawn(process.execPath, ["scripts/start.ts", "--address"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return {
    address: await addressOf(child),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      told += chunk.toString();
      const address = ADDRESS.exec(told)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(`the host ended before it told its address: ${told}`)));
  });
}
