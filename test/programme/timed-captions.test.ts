import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Clip } from "../../core/document/schema/programme.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { captionTextOf } from "../../core/programme/captions/measure-caption.ts";
import { LINE_WIDTH } from "../../core/programme/captions/time-script.ts";
import { openWorkshop } from "../../host/make/workshop.ts";
import { openProject } from "../../host/package/open-project.ts";
import { importCaptions } from "../../host/programme/caption-files.ts";
import { type TimingRequest, timeCaptions } from "../../host/programme/time-captions.ts";
import { diagnosticsOfAsync } from "../support/diagnostics-of.ts";
import { colorScene, sampleClip } from "../support/sample-clip.ts";
import { sampleProject } from "../support/sample-project.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { makeSound } from "./support/make-media.ts";

const home = process.env.XUONGTIN_HOME;
let folder = "";
beforeAll(() => {
  delete process.env.XUONGTIN_HOME;
});
beforeEach(() => {
  folder = temporaryFolder();
  process.env.XUONGTIN_HOME = join(folder, "home");
});
afterAll(() => {
  if (home === undefined) delete process.env.XUONGTIN_HOME;
  else process.env.XUONGTIN_HOME = home;
});

/** Sentences as long as what somebody says in these seconds of sound, each after a pause. */
const VIETNAMESE =
  "Bà con chú ý! Mỗi gia đình cần đậy kín các dụng cụ chứa nước trong nhà.\nKhi ngủ phải nằm màn, kể cả ban ngày.";
const KHMER = "សូមបងប្អូនយកចិត្តទុកដាក់! គ្រួសារនីមួយៗត្រូវគ្របឧបករណ៍ដាក់ទឹកឱ្យជិត។\nពេលគេងត្រូវដេកក្នុងមុង ទោះបីជាពេលថ្ងៃក៏ដោយ។";
const SAID: readonly (readonly [number, number])[] = [
  [0.5, 1.6],
  [2.2, 6.3],
  [7.1, 8.6],
  [8.9, 10],
];

/** A clip whose narration begins at its second 1. */
function clipWithNarration(): string {
  const heard = SAID.map(([from, to]) => `between(t,${from},${to})`).join("+");
  makeSound(join(folder, "lời đọc.wav"), `aevalsrc='0.3*sin(880*t)*(${heard})':d=11:s=8000`);
  const clip = sampleClip([colorScene("a", 14, "#204060")], {
    tracks: [{ id: "loi", role: "voice", items: [{ id: "i", media: "loi", at: 1 }] }],
  });
  const project = sampleProject({ media: [{ id: "loi", file: "lời đọc.wav" }], programmes: [clip] });
  writeFileSync(join(folder, "project.json"), serializeProject(project));
  writeFileSync(join(folder, "vi.txt"), `\ufeff${VIETNAMESE}`);
  writeFileSync(join(folder, "km.txt"), KHMER);
  return join(folder, "project.json");
}

const request = (more: Partial<TimingRequest> & Pick<TimingRequest, "out">): TimingRequest => ({
  source: join(folder, "project.json"),
  script: join(folder, "vi.txt"),
  programme: undefined,
  language: "vi",
  narration: undefined,
  like: undefined,
  ...more,
});
const captionsOf = async (file: string): Promise<NonNullable<Clip["captions"]>> => {
  const [clip] = (await openProject(file)).project.programmes ?? [];
  return (clip?.kind === "clip" && clip.captions) || {};
};

test("a script is timed by the voices of a clip, its translation by the script, and both are exported in lines", async () => {
  clipWithNarration();
  const out = join(folder, "có phụ đề.xtin");
  expect(await timeCaptions(request({ out }))).toMatchObject({ ok: true, captions: 2, diagnostics: [] });
  const { vi = [] } = await captionsOf(out);
  expect(vi.map(({ text }) => text)).toEqual([
    "Bà con chú ý! Mỗi gia đình cần đậy kín các dụng cụ chứa nước trong nhà.",
    "Khi ngủ phải nằm màn, kể cả ban ngày.",
  ]);
  // A caption comes a tenth of a second before its words, which begin a second later than in their file.
  for (const [index, second] of [1.4, 8].entries()) expect(vi[index]?.from).toBeCloseTo(second, 1);
  expect(vi.at(-1)?.to).toBeCloseTo(11.5, 1);

  const both = join(folder, "hai tiếng.xtin");
  await timeCaptions(request({ source: out, script: join(folder, "km.txt"), language: "km", like: "vi", out: both }));
  const { km = [], ...others } = await captionsOf(both);
  expect(others).toEqual({ vi });
  expect(km.map(({ from, to }) => [from, to])).toEqual(vi.map(({ from, to }) => [from, to]));
  expect(km.map(({ text }) => text).join(" ")).toBe(KHMER.replace("\n", " "));

  const srt = join(folder, "vi.srt");
  await timeCaptions(request({ source: undefined, narration: join(folder, "lời đọc.wav"), out: srt }));
  const { measure } = captionTextOf(openWorkshop().engine, "vi");
  const lines = readFileSync(srt, "utf8")
    .split("\n")
    .filter((line) => /\p{L}/u.test(line));
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(LINE_WIDTH);

  const back = join(folder, "nhập.xtin");
  await importCaptions({ source: both, captions: srt, programme: undefined, language: "vi", out: back });
  const imported = await captionsOf(back);
  expect(imported.km).toEqual(km);
  expect(imported.vi?.map(({ from }) => Math.round(from * 10) / 10)).toEqual([0.4, 7]);
});

test("what is missing is told, and nothing is written", async () => {
  clipWithNarration();
  const out = join(folder, "x.xtin");
  const codes = async (more: Partial<TimingRequest>) =>
    (await diagnosticsOfAsync(() => timeCaptions(request({ out, ...more })))).map(({ code }) => code);
  writeFileSync(join(folder, "trống.txt"), "\n \n");
  writeFileSync(join(folder, "cũ.txt"), Buffer.from([0xb6, 0xe0, 0xff, 0x41]));
  expect(await codes({ script: join(folder, "trống.txt") })).toEqual(["captions.script-empty"]);
  expect(await codes({ script: join(folder, "cũ.txt") })).toEqual(["captions.unknown-encoding"]);
  expect(await codes({ script: join(folder, "không có.txt") })).toEqual(["file.not-found"]);
  expect(await codes({ like: "lo" })).toEqual(["captions.missing"]);
  expect(await codes({ source: undefined })).toEqual(["captions.no-narration"]);
  mkdirSync(join(folder, "câm"));
  const silent = sampleProject({ programmes: [sampleClip([colorScene("a", 4, "#000000")])] });
  writeFileSync(join(folder, "câm/project.json"), serializeProject(silent));
  expect(await codes({ source: join(folder, "câm/project.json") })).toEqual(["captions.no-narration"]);
  expect(await codes({ out: join(folder, "vi.txt") })).toEqual(["make.output-is-input"]);
});
