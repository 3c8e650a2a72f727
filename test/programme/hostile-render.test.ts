import { linkSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AudioItem, Scene } from "../../core/document/schema/programme.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { conformMedia } from "../../core/media/conform.ts";
import { examineMedia } from "../../host/media/examine-media.ts";
import { findPreset } from "../../host/media/presets/preset-files.ts";
import { type ProbedMedia, probeMedia } from "../../host/media/probe-media.ts";
import { renderProgramme } from "../../host/programme/render-programme.ts";
import { colorScene, sampleClip } from "../support/sample-clip.ts";
import { sampleProject } from "../support/sample-project.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { childPrograms } from "./support/child-programs.ts";
import { decodeFrames, decodeMono } from "./support/decode-raw.ts";
import { makeHostile, USABLE, type Usable } from "./support/hostile-files.ts";

const home = process.env.XUONGTIN_HOME;
beforeAll(() => {
  delete process.env.XUONGTIN_HOME;
});
afterAll(() => {
  if (home === undefined) delete process.env.XUONGTIN_HOME;
  else process.env.XUONGTIN_HOME = home;
});

const RATE = 25;
const FRAMES = 5;
const SIZE = { width: 160, height: 90 };
const CORNERS = {
  "top-left": [0.3, 0.3],
  "top-right": [0.7, 0.3],
  "bottom-right": [0.7, 0.7],
  "bottom-left": [0.3, 0.7],
} as const;

interface Case {
  readonly one: Usable;
  readonly media: ProbedMedia;
}

/** A scene of every file, one after the other; files without a picture are heard under a plain one. */
function clipOf(cases: readonly Case[]) {
  const scenes: Scene[] = [];
  const items: AudioItem[] = [];
  for (const [index, { media }] of cases.entries()) {
    const id = `f${index}`;
    if (media.facts.video) {
      scenes.push({
        type: "clip",
        id,
        duration: FRAMES / RATE,
        media: id,
        fit: "contain",
        background: { rgb: "#102080" },
        sound: {},
      });
    } else {
      scenes.push(colorScene(id, FRAMES / RATE, "#000000"));
      items.push({ id, media: id, scene: id, at: 0, duration: FRAMES / RATE });
    }
  }
  return sampleClip(scenes, { frame: SIZE, tracks: [{ id: "a", role: "effect", items }] });
}

/** Makes a file and looks it through. */
async function examined(folder: string, one: Usable): Promise<Case> {
  const media = await probeMedia(makeHostile(folder, one.name, one.make));
  if (one.told) {
    const { diagnostics } = await examineMedia(media);
    expect([one.name, diagnostics.map(({ code }) => code)]).toEqual([one.name, one.told]);
    for (const { message } of diagnostics) expect(message.vi).not.toBe(message.en);
  }
  const { steps } = conformMedia(media.facts, one.name, RATE);
  for (const step of one.steps ?? []) expect(steps, one.name).toContain(step);
  return { one, media };
}

const PARTS = [0, 1, 2];
const part = (index: number): readonly Usable[] => USABLE.filter((_, place) => place % PARTS.length === index);

test.each(PARTS)(
  "files of every kind stand beside one another in a clip, upright, in their shape, and are heard: part %i",
  async (number) => {
    const folder = temporaryFolder();
    process.env.XUONGTIN_HOME = join(folder, "home");
    const all = await Promise.all(part(number).map((one) => examined(folder, one)));
    const cases = all.filter(({ media }) => media.facts.kind !== "image");

    const clip = clipOf(cases);
    const listed = cases.map(({ one }, index) => ({
      id: `f${index}`,
      file: `${index}${one.name.replace(/[^.]*/u, "")}`,
    }));
    for (const [index, { media }] of cases.entries()) linkSync(media.path, join(folder, listed[index]?.file ?? ""));
    writeFileSync(join(folder, "project.json"), serializeProject(sampleProject({ media: listed, programmes: [clip] })));
    const web = findPreset("web-1080p25");
    writeFileSync(join(folder, "nho.json"), JSON.stringify({ ...web, id: "nho", video: { ...web.video, ...SIZE } }));
    const out = join(folder, "ra/phim.mp4");
    const report = await renderProgramme({
      source: join(folder, "project.json"),
      programme: undefined,
      language: undefined,
      presets: [join(folder, "nho.json")],
      fontFolders: [],
      out,
    });
    expect(report.ok).toBe(true);
    // The film and what is reported of it, and nothing half made.
    expect(
      readdirSync(join(folder, "ra")).filter((name) => !/^phim\.mp4(?:\.report\.(?:html|json))?$/.test(name)),
    ).toEqual([]);

    const frames = decodeFrames(out, SIZE);
    const samples = decodeMono(out, 8_000);
    expect(frames).toHaveLength(cases.length * FRAMES);
    const wrong: string[] = [];
    for (const [index, { one, media }] of cases.entries()) {
      const frame = frames[index * FRAMES + 2];
      if (!frame) continue;
      if (one.red) {
        const { shownWidth = 1, shownHeight = 1 } = media.facts.video ?? {};
        const scale = Math.min(SIZE.width / shownWidth, SIZE.height / shownHeight);
        for (const [corner, [across, down]] of Object.entries(CORNERS)) {
          const x = SIZE.width / 2 + (across - 0.5) * shownWidth * scale;
          const y = SIZE.height / 2 + (down - 0.5) * shownHeight * scale;
          const [red = 0, green = 0, blue = 0] = frame.at(x, y);
          const isRed = red > green + 80 && red > blue + 80;
          if (isRed !== (corner === one.red)) wrong.push(`${one.name}: ${corner} is ${red} ${green} ${blue}`);
        }
      }
      if (one.luma) {
        const [least, most] = one.luma;
        const [red = 0, green = 0, blue = 0] = frame.at(SIZE.width / 2, SIZE.height / 2);
        const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        if (luma < least || luma > most) wrong.push(`${one.name}: luma ${Math.round(luma)}`);
      }
      if (one.combed === false && frame.combing() > 3) wrong.push(`${one.name}: combing ${frame.combing()}`);
      const from = Math.round((index * FRAMES + 1) * (8_000 / RATE));
      const part = samples.subarray(from, from + (3 * 8_000) / RATE);
      const level = Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
      if (level > 0.005 !== one.heard) wrong.push(`${one.name}: level ${level}`);
    }
    expect(wrong).toEqual([]);
    expect(childPrograms()).not.toContain("ffmpeg");
  },
);
