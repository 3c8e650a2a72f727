import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renderProgramme } from "../../host/programme/render-programme.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { makeClaps, readClaps, smallPreset } from "./support/claps.ts";

const home = process.env.XUONGTIN_HOME;
beforeAll(() => {
  process.env.XUONGTIN_HOME = "/nonexistent";
});
afterAll(() => {
  if (home === undefined) delete process.env.XUONGTIN_HOME;
  else process.env.XUONGTIN_HOME = home;
});

const SCENES = 8;
const SECONDS = 2.4;
const HALF_FRAME = 0.0201;
const FRAME = 0.04;

it("keeps flashes and clicks of uneven, American, interlaced and cinema films together, and ends on the plan", async () => {
  const folder = temporaryFolder();
  process.env.XUONGTIN_HOME = join(folder, "home");
  const { source, claps } = makeClaps(folder, SCENES, SECONDS);
  const out = join(folder, "xuất");
  mkdirSync(out);
  const presets = [smallPreset(folder, "web-1080p25"), smallPreset(folder, "hd-mpg")];
  const report = await renderProgramme({
    source,
    programme: undefined,
    language: undefined,
    presets,
    fontFolders: [],
    out,
  });
  expect(report.files).toHaveLength(2);
  for (const { path } of report.files) {
    const { flashes, clicks, pictureEnd, soundEnd } = readClaps(path);
    expect(clicks).toHaveLength(SCENES);
    expect(flashes).toHaveLength(SCENES);
    for (const [index, planned] of claps.entries()) {
      const [flash, click] = [flashes[index] ?? 0, clicks[index] ?? 0];
      expect(Math.abs(flash - planned.flash)).toBeLessThanOrEqual(HALF_FRAME);
      expect(Math.abs(click - planned.click)).toBeLessThanOrEqual(0.003);
    }
    for (const end of [pictureEnd, soundEnd]) {
      expect(Math.abs(end - SCENES * SECONDS)).toBeLessThanOrEqual(FRAME);
    }
  }
});
