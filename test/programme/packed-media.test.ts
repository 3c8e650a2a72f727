import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { packProject } from "../../host/package/pack-project.ts";
import { renderProgramme } from "../../host/programme/render-programme.ts";
import { diagnosticsOfAsync } from "../support/diagnostics-of.ts";
import { sampleProject } from "../support/sample-project.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { makeSound } from "./support/make-media.ts";

const home = process.env.XUONGTIN_HOME;
beforeAll(() => {
  delete process.env.XUONGTIN_HOME;
});
afterAll(() => {
  if (home === undefined) delete process.env.XUONGTIN_HOME;
  else process.env.XUONGTIN_HOME = home;
});

test("a bulletin is rendered from its package alone, and says what is missing beside it", async () => {
  const folder = temporaryFolder();
  process.env.XUONGTIN_HOME = join(folder, "home");
  mkdirSync(join(folder, "p"));
  makeSound(join(folder, "p/tin 1 %d.wav"), "sine=440:d=1");
  makeSound(join(folder, "p/nhạc.mp3"), "sine=220:d=2");
  const project = sampleProject({
    media: [
      { id: "tin", file: "tin 1 %d.wav" },
      { id: "nhac", file: "nhạc.mp3" },
    ],
    programmes: [
      {
        kind: "bulletin",
        id: "ban-tin",
        title: { vi: "Bản tin" },
        parts: [{ id: "a", role: "item", media: "tin" }],
        bed: { media: "nhac", gain: -20 },
        tracks: [],
      },
    ],
  });
  writeFileSync(join(folder, "p/project.json"), serializeProject(project));
  const out = join(folder, "gói.xtin");
  await packProject({ source: join(folder, "p/project.json"), out, link: false, search: [] });
  const request = (source: string, name: string) => ({
    source,
    programme: undefined,
    language: undefined,
    presets: ["loudspeaker-mp3"],
    fontFolders: [],
    out: join(folder, name),
  });
  const beside = await renderProgramme(request(join(folder, "p/project.json"), "bên cạnh.mp3"));
  renameSync(join(folder, "p"), join(folder, "cất"));
  const inside = await renderProgramme(request(out, "bên trong.mp3"));
  expect(inside.diagnostics).toEqual(beside.diagnostics);
  expect(inside.seconds).toBe(beside.seconds);
  expect(inside.files[0]?.loudness).toEqual(beside.files[0]?.loudness);
  expect(readdirSync(join(folder, "home/data/media"))).toHaveLength(2);

  rmSync(join(folder, "cất/nhạc.mp3"));
  const missing = await diagnosticsOfAsync(() =>
    renderProgramme(request(join(folder, "cất/project.json"), "thiếu.mp3")),
  );
  expect(missing.map(({ code, target }) => [code, target.asset])).toEqual([["media.missing", "nhac"]]);
});
