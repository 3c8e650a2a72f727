import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { listPresets } from "../../host/media/presets/preset-files.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { renderProgramme } from "../../host/programme/render-programme.ts";
import { colorScene, sampleClip } from "../support/sample-clip.ts";
import { sampleProject } from "../support/sample-project.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SECONDS = 0.4;

test("one render makes the files of every preset, from its painting to its report", async () => {
  const { presets } = listPresets("/nowhere");
  const folder = temporaryFolder();
  const source = join(folder, "project.json");
  writeFileSync(
    source,
    serializeProject(sampleProject({ programmes: [sampleClip([colorScene("a", SECONDS, "#c8102e")])] })),
  );
  const { files } = await renderProgramme({
    ...{ source, programme: undefined, language: undefined, fontFolders: [] },
    presets: presets.map(({ id }) => id),
    out: join(folder, "xuất %d"),
  });
  expect(files.map(({ preset }) => preset).sort()).toEqual(presets.map(({ id }) => id).sort());
  for (const { path, preset: id } of files) {
    const { facts } = await probeMedia(path);
    const { video } = presets.find((one) => one.id === id) ?? {};
    expect([id, facts.video?.width, facts.video?.height]).toEqual([id, video?.width, video?.height]);
    expect(Math.abs((facts.duration ?? 0) - SECONDS), id).toBeLessThan(0.09);
  }
});
