import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { renderProgramme } from "../../host/programme/render-programme.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { smallClip, writeSmallProgramme } from "./support/small-programme.ts";

it("the same programme rendered twice from nothing gives the same bytes, picture and sound", async () => {
  const folder = temporaryFolder();
  const clip = { ...smallClip, tracks: smallClip.tracks.map((track) => ({ ...track, treatment: "gentle" as const })) };
  writeSmallProgramme(folder, clip);
  const home = process.env.XUONGTIN_HOME;
  onTestFinished(() => {
    if (home === undefined) delete process.env.XUONGTIN_HOME;
    else process.env.XUONGTIN_HOME = home;
  });
  const render = async (turn: string): Promise<ReadonlyMap<string, Buffer>> => {
    process.env.XUONGTIN_HOME = join(folder, `nhà ${turn}`);
    const { files } = await renderProgramme({
      source: join(folder, "project.json"),
      programme: undefined,
      language: undefined,
      presets: [join(folder, "nho.json"), "loudspeaker-mp3", "bwf-24"],
      fontFolders: [],
      out: join(folder, `xuất ${turn}`),
      date: new Date(2026, 0, 31, 8, 5, 9),
    });
    return new Map(files.map(({ path }) => [basename(path), readFileSync(path)]));
  };
  const [first, second] = [await render("một"), await render("hai")];
  expect([...first.keys()].map((name) => name.slice(-4))).toEqual([".mp4", ".mp3", ".wav"]);
  for (const [name, bytes] of first) expect([name, second.get(name)?.equals(bytes)]).toEqual([name, true]);
});
