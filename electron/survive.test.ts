import { EventEmitter } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { App, WebContents } from "electron";
import { describe, expect, it, vi } from "vitest";
import { temporaryFolder } from "../test/support/temporary-folder.ts";
import { rememberGraphicsFailure, reviveContents } from "./survive.ts";

describe("a page whose process dies", () => {
  const start = () => {
    const contents = Object.assign(new EventEmitter(), { reload: vi.fn() });
    const giveUp = vi.fn();
    let time = 0;
    reviveContents(contents as unknown as WebContents, giveUp, () => time);
    const die = (at: number, reason = "crashed") => {
      time = at;
      contents.emit("render-process-gone", {}, { reason, exitCode: 1 });
      return [contents.reload.mock.calls.length, giveUp.mock.calls.length];
    };
    return die;
  };

  it("is loaded anew, unless it ended by itself", () => {
    const die = start();
    expect(die(0, "clean-exit")).toEqual([0, 0]);
    expect(die(1)).toEqual([1, 0]);
    expect(die(20_000, "oom")).toEqual([2, 0]);
    expect(die(40_000)).toEqual([3, 0]);
  });

  it("is given up when it dies over and over", () => {
    const die = start();
    expect([die(0), die(1_000), die(2_000)]).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
    ]);
  });
});

it("remembers that the graphics processor failed, and nothing else", () => {
  const file = join(temporaryFolder(), "data", "no-gpu");
  const app = new EventEmitter();
  rememberGraphicsFailure(app as unknown as App, file);
  app.emit("child-process-gone", {}, { type: "Utility", reason: "crashed" });
  app.emit("child-process-gone", {}, { type: "GPU", reason: "clean-exit" });
  expect(existsSync(file)).toBe(false);
  app.emit("child-process-gone", {}, { type: "GPU", reason: "crashed" });
  expect(existsSync(file)).toBe(true);
});
