import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createClient } from "../../core/api/client.ts";
import { hostContract } from "../../core/api/host-contract.ts";
import { createHttpTransport } from "../../core/api/http-transport.ts";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { findAppHome } from "../home/app-home.ts";
import { type BrowserProgram, startBrowserProgram } from "./browser-program.ts";

async function start(folder: string, handOver?: number): Promise<BrowserProgram> {
  const home = findAppHome({ env: { XUONGTIN_HOME: folder } });
  const program = await startBrowserProgram({ home, screen: folder, ...(handOver !== undefined && { handOver }) });
  onTestFinished(() => program.close());
  return program;
}

it("takes the address of the launch before, and another one only where a program has it now", async () => {
  const folder = temporaryFolder();
  const first = await start(folder);
  const beside = await start(folder);
  expect(beside.host.port).not.toBe(first.host.port);
  await first.close();
  await beside.close();
  const second = await start(folder);
  expect([second.host.port, second.host.origin]).toEqual([first.host.port, first.host.origin]);
  expect(second.host.secret).not.toBe(first.host.secret);
});

it.skipIf(process.platform === "win32")(
  "lives on where its browser has handed the window to another process",
  async () => {
    const folder = temporaryFolder();
    const browser = join(folder, "browser");
    writeFileSync(browser, "#!/bin/sh\nexit 0\n");
    chmodSync(browser, 0o755);
    const program = await start(folder, 400);
    const { origin, secret } = program.host;
    const transport = createHttpTransport({ fetch, origin, headers: { authorization: `Bearer ${secret}` } });
    const screen = new AbortController();
    const handed = createClient(hostContract, transport).app.handedFiles({}, { signal: screen.signal });
    const events = handed[Symbol.asyncIterator]();
    program.handFile(join(folder, "Tờ rơi.xtin"));
    expect((await events.next()).value?.name).toBe("Tờ rơi");
    const waiting = events.next().catch(() => undefined);

    let isOver = false;
    const over = program.showIn(browser).then(() => {
      isOver = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(isOver).toBe(false);
    screen.abort();
    await waiting;
    await over;
  },
);
