import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Clip } from "../../core/document/schema/programme.ts";
import { renderProgramme } from "../../host/programme/render-programme.ts";
import { decodeMono } from "./support/decode-raw.ts";
import { smallClip, writeSmallProgramme } from "./support/small-programme.ts";

const folder = mkdtempSync(join(tmpdir(), "xuongtin-sound-"));
const place = join(folder, "phim");
const home = process.env.XUONGTIN_HOME;
beforeAll(() => {
  writeSmallProgramme(place);
  process.env.XUONGTIN_HOME = join(folder, "home");
});
afterAll(() => {
  if (home === undefined) delete process.env.XUONGTIN_HOME;
  else process.env.XUONGTIN_HOME = home;
  rmSync(folder, { recursive: true, force: true });
});

/** Renders a clip to the small web preset; answers its sound, and the stages that were gone through. */
async function render(clip: Clip) {
  const file = join(place, "project.json");
  const project: unknown = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify(Object.assign({}, project, { programmes: [clip] })));
  const stages = new Set<string>();
  const { files, diagnostics } = await renderProgramme(
    {
      source: file,
      programme: undefined,
      language: undefined,
      presets: [join(place, "nho.json")],
      fontFolders: [],
      out: place,
    },
    { onProgress: ({ stage }) => stages.add(stage.en) },
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return { stages, sound: decodeMono(files[0]?.path ?? "", 48_000) };
}

test("a film whose picture changed keeps its sound to the sample, and one whose sound changed its pieces of picture", async () => {
  const first = await render(smallClip);
  expect([...first.stages]).toEqual(expect.arrayContaining(["Mixing sound", "Rendering the picture"]));
  const [scene, ...scenes] = smallClip.scenes;
  if (scene?.type !== "color") throw new Error("another clip");
  const other = await render({ ...smallClip, scenes: [{ ...scene, fill: { color: { rgb: "#102030" } } }, ...scenes] });
  expect(other.stages).toContain("Rendering the picture");
  expect(other.stages).not.toContain("Mixing sound");
  expect(other.sound).toEqual(first.sound);
  const [track] = smallClip.tracks;
  if (!track) throw new Error("another clip");
  const items = track.items.map((item) => ({ ...item, at: 0.4 }));
  const later = await render({ ...smallClip, tracks: [{ ...track, items }] });
  expect(later.stages).toContain("Mixing sound");
  expect(later.stages).not.toContain("Rendering the picture");
  expect(later.sound).not.toEqual(first.sound);
});
