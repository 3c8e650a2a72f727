import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { createMediaFinder } from "../../host/package/find-media.ts";
import { openProject } from "../../host/package/open-project.ts";
import { runCli, runCliJson } from "../support/run-cli.ts";
import { colorScene, sampleClip } from "../support/sample-clip.ts";
import { sampleProject } from "../support/sample-project.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

it("lists the packages with their titles and slots", async () => {
  const { code, report } = await runCliJson(["titles"]);
  expect(code).toBe(0);
  const packages = report.packages as { id: string; titles: { id: string; slots: { name: string }[] }[] }[];
  expect(packages.map(({ id }) => id)).toEqual(["border-guard", "feature", "festival", "health", "news"]);
  const lowerThird = packages.flatMap(({ titles }) => titles.filter(({ id }) => id === "lower-third"));
  expect(lowerThird.map(({ slots }) => slots.map(({ name }) => name))).toEqual(Array(5).fill(["name", "role"]));
});

it("puts titles over a clip, one after the other into the same package, words and a logo with them", async () => {
  const folder = temporaryFolder();
  const source = join(folder, "phim.json");
  const out = join(temporaryFolder(), "phim.xtin");
  const logo = new URL("../fixtures/images/good-24x16.png", import.meta.url).pathname;
  const media = [{ id: "nhac", file: "nhac.wav" }];
  const programmes = [sampleClip([colorScene("a", 9, "#123456")])];
  writeFileSync(source, serializeProject(sampleProject({ media, programmes })));
  writeFileSync(join(folder, "nhac.wav"), "sound");
  const add = (from: string, ...more: string[]) =>
    runCli(["titles", "add", from, "--package", "news", "--out", out, ...more]);
  const first = ["--title", "lower-third", "--set", "name=Y Bhăm", "--set", "name:km=ម៉ៅ", "--set", "role=Phóng viên"];
  expect(await add(source, ...first, "--scene", "a", "--at", "1,5", "--duration", "4")).toMatchObject({
    code: 0,
    stdout: `${out}\n`,
  });
  expect((await add(out, "--title", "logo", "--set", `picture=@${logo}`)).code).toBe(0);
  const { project, diagnostics, file } = await openProject(out);
  expect(diagnostics).toEqual([]);
  // Sound stays within reach of the package.
  const finder = createMediaFinder([file]);
  const found = await Promise.all((project.media ?? []).map((entry) => finder.find(entry)));
  await finder.close();
  expect(found.map((one) => one !== undefined)).toEqual([true]);
  expect(project.assets).toHaveLength(1);
  const [clip] = project.programmes ?? [];
  expect(clip?.kind === "clip" && clip.overlays).toMatchObject([
    { id: "lower-third", scene: "a", at: 1.5, duration: 4, page: "news.lower-third" },
    { id: "logo", at: 0 },
  ]);
  expect(project.texts["lower-third.name"]?.variants).toMatchObject({
    vi: { blocks: [{ runs: ["Y Bhăm"] }] },
    km: { blocks: [{ runs: ["ម៉ៅ"] }] },
  });
  const before = await openProject(out);
  const wrong = await add(out, "--title", "lower-thirt");
  expect([wrong.code, wrong.stderr.includes("titles.unknown-title")]).toEqual([1, true]);
  expect((await openProject(out)).project).toEqual(before.project);
});

it.each([
  [["titles", "thêm"], "usage.bad-value"],
  [["titles", "add"], "usage.missing-argument"],
  [["titles", "add", "a.xtin", "--package", "news"], "usage.missing-option"],
])("%j is told what is wrong with it", async (line, code) => {
  const result = await runCli(line);
  expect(result.code).toBe(2);
  expect(result.stderr).toContain(code);
});
