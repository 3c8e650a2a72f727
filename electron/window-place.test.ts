import { EventEmitter } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Display } from "electron";
import { expect, it } from "vitest";
import { temporaryFolder } from "../test/support/temporary-folder.ts";
import { readWindowPlace, rememberWindowPlace } from "./window-place.ts";

const bounds = { x: 1_500, y: 40, width: 1_200, height: 700 };
const screenOf = (...areas: readonly { x: number; y: number; width: number; height: number }[]) => ({
  getAllDisplays: () => areas.map((workArea) => ({ workArea })) as Display[],
});
const left = { x: 0, y: 0, width: 1_366, height: 728 };
const right = { x: 1_366, y: 0, width: 1_920, height: 1_040 };

function closedAt(isMaximized: boolean): string {
  const file = join(temporaryFolder(), "data", "window.json");
  const window = Object.assign(new EventEmitter(), { getNormalBounds: () => bounds, isMaximized: () => isMaximized });
  rememberWindowPlace(window as unknown as Parameters<typeof rememberWindowPlace>[0], file);
  window.emit("close");
  return file;
}

it("opens where it was closed", () => {
  expect(readWindowPlace(closedAt(true), screenOf(left, right))).toEqual({ ...bounds, isMaximized: true });
  expect(readWindowPlace(closedAt(false), screenOf(left, right))).toEqual({ ...bounds, isMaximized: false });
});

it("opens anew where the screen it stood on is gone", () => {
  expect(readWindowPlace(closedAt(false), screenOf(left))).toBeUndefined();
});

it.each([
  ["is no JSON", "{"],
  ["says nothing", "{}"],
  ["has no size", JSON.stringify({ ...bounds, width: 0, isMaximized: false })],
])("opens anew where what is kept %s", (_what, kept) => {
  const file = join(temporaryFolder(), "window.json");
  writeFileSync(file, kept);
  expect(readWindowPlace(file, screenOf(left, right))).toBeUndefined();
  expect(readWindowPlace(`${file}.other`, screenOf(left, right))).toBeUndefined();
});
