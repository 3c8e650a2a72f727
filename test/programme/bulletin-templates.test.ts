import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findBulletinTemplate, listBulletinTemplates } from "../../host/bulletins/bulletin-templates.ts";
import { type BulletinRequest, makeBulletin } from "../../host/bulletins/make-bulletin.ts";
import { findAppHome } from "../../host/home/app-home.ts";
import { openSource } from "../../host/make/open-source.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { renderProgramme } from "../../host/programme/render-programme.ts";
import { diagnosticsOfAsync } from "../support/diagnostics-of.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { makeSound } from "./support/make-media.ts";

const home = process.env.XUONGTIN_HOME;
beforeAll(() => {
  process.env.XUONGTIN_HOME = "/nonexistent";
});
afterAll(() => {
  if (home === undefined) delete process.env.XUONGTIN_HOME;
  else process.env.XUONGTIN_HOME = home;
});

const SPEECH = "anoisesrc=seed=7:c=pink:a=0.5:r=48000,bandpass=f=900:w=1200,volume='40*abs(sin(9*t))':eval=frame";

/** Recordings by names people give. */
function record(): { readonly folder: string; readonly request: BulletinRequest } {
  process.env.XUONGTIN_HOME = temporaryFolder();
  const folder = temporaryFolder();
  const speech = (name: string, seconds: number) => makeSound(join(folder, name), `${SPEECH},atrim=end=${seconds}`);
  const rain = speech("mưa=lũ; rm -rf $HOME.wav", 1.5);
  return {
    folder,
    request: {
      template: "commune-news",
      title: "Bản tin sáng",
      language: "vi",
      opening: speech("chào.mp3", 1),
      items: [`Mưa = lũ=${rain}`, speech("Tiêm chủng.wav", 1.2)],
      closing: speech("kết.wav", 0.8),
      jingle: makeSound(join(folder, "nhạc hiệu.wav"), "sine=f=660:r=48000:d=1.5"),
      duration: 16,
      out: join(folder, "bản tin.xtin"),
    },
  };
}

it("every template of the program's own is sound and has its music", async () => {
  const { templates, diagnostics } = listBulletinTemplates();
  expect(diagnostics).toEqual([]);
  expect(templates.map(({ id }) => id)).toEqual(["announcement", "commune-news", "plain"]);
  const { request } = record();
  const { duration: _, jingle: __, ...rest } = request;
  for (const { id } of templates) {
    const report = await makeBulletin({ ...rest, template: id });
    expect([id, report.ok, report.diagnostics]).toEqual([id, true, []]);
    expect(report.runningOrder.at(-1)?.to).toBeLessThanOrEqual(report.seconds);
  }
});

it("recordings become a package that stands alone and renders to the exact length", async () => {
  const { folder, request } = record();
  const report = await makeBulletin(request);
  expect([report.ok, report.seconds, report.diagnostics]).toEqual([true, 16, []]);
  expect(report.runningOrder.map(({ role, name }) => name ?? role)).toEqual([
    "jingle",
    "opening",
    "bumper",
    "Mưa = lũ",
    "bumper",
    "Tiêm chủng",
    "closing",
  ]);
  // Elsewhere, without the recordings.
  const elsewhere = temporaryFolder();
  renameSync(request.out, join(elsewhere, "gói.xtin"));
  for (const name of readdirSync(folder)) renameSync(join(folder, name), join(temporaryFolder(), "đã chuyển"));
  const rendered = await renderProgramme({
    source: join(elsewhere, "gói.xtin"),
    programme: undefined,
    language: undefined,
    presets: ["bwf-16"],
    fontFolders: [],
    out: join(elsewhere, "a.wav"),
  });
  expect([rendered.ok, rendered.runningOrder]).toEqual([true, report.runningOrder]);
  expect((await probeMedia(join(elsewhere, "a.wav"))).facts.duration).toBe(16);
});

it("music of the station's own is as loud as the template's would be", async () => {
  const { folder, request } = record();
  const loud = makeSound(join(folder, "to.wav"), "anoisesrc=seed=7:c=pink:a=0.9:r=48000:d=4,volume=6dB");
  const quiet = makeSound(join(folder, "nhỏ.wav"), "anoisesrc=seed=7:c=pink:a=0.9:r=48000:d=4,volume=-12dB");
  const gainOf = async (jingle: string): Promise<number> => {
    await makeBulletin({ ...request, jingle, duration: undefined });
    const { project } = await openSource(request.out, "read-again");
    const [bulletin] = project.programmes ?? [];
    return bulletin?.kind === "bulletin" ? (bulletin.parts[0]?.gain ?? 0) : Number.NaN;
  };
  expect((await gainOf(quiet)) - (await gainOf(loud))).toBeCloseTo(18, 0);
});

it("templates in the user's own folder join the list, with one message for each that is broken", () => {
  record();
  const folder = findAppHome().bulletins;
  mkdirSync(folder, { recursive: true });
  const { template } = findBulletinTemplate("plain");
  const put = (file: string, value: unknown) => writeFileSync(join(folder, file), JSON.stringify(value));
  put("đài ta.json", { ...template, id: "dai-ta" });
  put("thay.json", { ...template, treatment: "strong" });
  put("hỏng.json", { ...template, id: "hong", order: [], treatment: "mạnh" });
  writeFileSync(join(folder, "cụt.json"), "{");
  const { templates, diagnostics } = listBulletinTemplates();
  expect(templates.map(({ id }) => id)).toEqual(["announcement", "commune-news", "plain", "dai-ta"]);
  expect(findBulletinTemplate("plain").template.treatment).toBe("strong");
  expect(findBulletinTemplate("dai-ta").file).toBe(join(folder, "đài ta.json"));
  expect(diagnostics.map(({ target }) => target.file)).toEqual([join(folder, "cụt.json"), join(folder, "hỏng.json")]);
});

it("everything that cannot be played is told at once, and the old package stays", async () => {
  const { folder, request } = record();
  writeFileSync(request.out, "cũ");
  const text = join(folder, "lời.txt");
  writeFileSync(text, "Kính chào bà con");
  const picture = makeSound(join(folder, "lặng.mp4"), "color=c=red:s=32x32:d=0.2");
  const told = await diagnosticsOfAsync(() =>
    makeBulletin({ ...request, opening: join(folder, "thiếu.mp3"), items: [text, `Ảnh=${picture}`] }),
  );
  expect(told.map(({ code }) => code)).toEqual(["file.not-found", "media.not-recognized", "bulletin.no-sound"]);
  const none = await diagnosticsOfAsync(() => makeBulletin({ ...request, items: [] }));
  expect(none.map(({ code }) => code)).toEqual(["bulletin.no-items"]);
  const over = await diagnosticsOfAsync(() => makeBulletin({ ...request, out: request.closing ?? "" }));
  expect(over.map(({ code }) => code)).toEqual(["make.output-is-input"]);
  expect(existsSync(request.out)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.startsWith("bản tin"))).toEqual(["bản tin.xtin"]);
});

it("a template of the user's own brings the music beside it, and nothing from elsewhere", async () => {
  const { folder, request } = record();
  const { template } = findBulletinTemplate("plain");
  const file = join(folder, "mẫu.json");
  const put = (music: string) =>
    writeFileSync(
      file,
      JSON.stringify({ ...template, id: "cua-xa", order: [{ part: "jingle", file: music }, { part: "items" }] }),
    );
  const wanted = { ...request, template: file, opening: undefined, closing: undefined, jingle: undefined };
  put("nhạc hiệu.wav");
  const made = await makeBulletin({ ...wanted, duration: undefined });
  expect(made.runningOrder.map(({ id }) => id)).toEqual(["jingle", "item-1", "item-2"]);
  expect(made.runningOrder[0]?.to).toBeCloseTo(1.5, 3);
  put("../nhạc.wav");
  expect(await diagnosticsOfAsync(() => makeBulletin(wanted))).toMatchObject([{ code: "media.outside-folder" }]);
  put("không có.wav");
  expect(await diagnosticsOfAsync(() => makeBulletin(wanted))).toMatchObject([{ code: "bulletin.music-missing" }]);
  writeFileSync(file, JSON.stringify({ ...template, order: [] }));
  const [broken] = await diagnosticsOfAsync(() => makeBulletin(wanted));
  expect(broken?.code.startsWith("bulletin.")).toBe(true);
});
