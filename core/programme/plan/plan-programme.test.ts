import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colorScene, sampleClip } from "../../../test/support/sample-clip.ts";
import type { Bulletin, Scene } from "../../document/schema/programme.ts";
import { MIX_RATE } from "../../media/conform.ts";
import type { AudioFacts, MediaFacts, VideoFacts } from "../../media/media-facts.ts";
import { type Preset, presetSchema } from "../presets/preset-schema.ts";
import { type PlanSource, planProgramme } from "./plan-programme.ts";

const loudness = { target: -23, truePeak: -1 };
const named = (id: string) => ({ version: 1, id, name: { vi: id, en: id }, use: { vi: id, en: id }, loudness });
const aac = { codec: "aac", bitRate: 192_000, sampleRate: 48_000, channels: 2 };
const web: Preset = presetSchema.parse({
  ...named("web"),
  container: "mp4",
  extension: "mp4",
  video: {
    ...{ width: 1920, height: 1080, frameRate: 25, scan: "progressive", pixelFormat: "yuv420p", color: "bt709" },
    encoder: { codec: "libx264", effort: "medium", quality: 21, gop: 50 },
  },
  audio: aac,
});
const proxy = { ...web, id: "proxy", video: web.video && { ...web.video, width: 960, height: 540 } };
const wave: Preset = presetSchema.parse({
  ...named("wave"),
  container: "wav",
  extension: "wav",
  audio: { codec: "pcm_s16le", sampleRate: 48_000, channels: 2 },
});

const audio: AudioFacts = {
  index: 1,
  codec: "aac",
  profile: undefined,
  sampleRate: 48_000,
  channels: 2,
  layout: "stereo",
  bitDepth: undefined,
  bitRate: undefined,
  duration: 10,
  startTime: 0,
  language: undefined,
};
const one = { numerator: 1, denominator: 1 };
const picture = {
  frameRate: { numerator: 30, denominator: 1 },
  rotation: 90,
  sampleAspect: one,
  variableRate: true,
  fieldOrder: "progressive",
  color: {},
  alpha: false,
} as unknown as VideoFacts;
const source = (name: string, facts: Partial<MediaFacts> = {}, changes: Partial<PlanSource> = {}): PlanSource => ({
  name,
  facts: { kind: "audio", duration: 10, audio: [audio], video: undefined, ...facts } as MediaFacts,
  sound: { length: 10 * MIX_RATE },
  ...changes,
});

const clip = sampleClip([colorScene("a", 30, "#c8102e"), { type: "clip", id: "b", duration: 10, media: "film" }], {
  tracks: [
    {
      id: "t",
      role: "voice",
      items: [
        { id: "i", media: "voice", at: 1 },
        { id: "j", media: "late", at: 50 },
        { id: "k", media: "mute", at: 2 },
      ],
    },
  ],
});
const sources = new Map([
  ["film", source("phim.mov", { kind: "video", video: picture })],
  ["voice", source("lời.m4a", { audio: [{ ...audio, sampleRate: 44_100, channels: 1 }] })],
  ["late", source("muộn.wav")],
  ["mute", source("câm.mp4", { audio: [] }, { sound: undefined })],
]);

describe("the plan of a clip", () => {
  const plan = planProgramme(clip, "vi", sources, [web, proxy, wave]);

  it("paints once for presets alike, in pieces that begin where scenes do", () => {
    expect(plan.paintings).toEqual([
      {
        ...{ width: 1920, height: 1080, rate: 25, presets: ["web", "proxy"] },
        segments: [
          { from: 0, to: 250 },
          { from: 250, to: 500 },
          { from: 500, to: 750 },
          { from: 750, to: 1000 },
        ],
      },
    ]);
    expect([plan.seconds, plan.score.length]).toEqual([40, 40 * MIX_RATE]);
  });

  it("says what becomes of every file, and why", () => {
    expect(plan.sources.map(({ id, use, reasons }) => [id, use, reasons.length])).toEqual([
      ["film", "conformed", 2],
      ["voice", "conformed", 2],
      ["late", "dropped", 1],
      ["mute", "dropped", 1],
    ]);
    expect(plan.sources[1]?.reasons.map(({ vi }) => vi).join(" ")).toMatch(/một kênh.*44100 Hz/);
  });

  it("knows how large files become: to the byte nearly where the rate is constant", () => {
    const [film, , sound] = plan.outputs;
    expect(sound?.bytes).toBeGreaterThan(40 * 192_000);
    expect(sound?.bytes).toBeLessThan(40 * 192_000 * 1.05);
    expect(film?.leastBytes).toBeLessThan(film?.bytes ?? 0);
    expect(plan.mixBytes).toBe(40 * MIX_RATE * 8);
  });

  it("expects less of what stands still, never more than a ceiling allows, and says how much it may be", () => {
    const encoder = { codec: "libx264", effort: "medium", quality: 21, gop: 50, maxRate: 8_000_000, closedGop: false };
    const capped = presetSchema.parse({ ...web, video: { ...web.video, encoder } });
    const of = (scene: Scene) =>
      planProgramme(sampleClip([scene]), "vi", sources, [capped]).outputs[0] ?? expect.fail("no output");
    const picture = { type: "image", id: "a", duration: 60, asset: "x" } as const;
    const motion = { from: { x: 0.5, y: 0.5, zoom: 1 }, to: { x: 0.5, y: 0.5, zoom: 1.2 } };
    const kinds: readonly Scene[] = [
      colorScene("a", 60, "#fff"),
      picture,
      { ...picture, motion },
      { type: "clip", id: "a", duration: 60, media: "film" },
    ];
    const sizes = kinds.map(of);
    for (const [index, { leastBytes, bytes, mostBytes }] of sizes.entries()) {
      expect([leastBytes, bytes, mostBytes]).toEqual([leastBytes, bytes, mostBytes].toSorted((a, b) => a - b));
      expect(bytes).toBeGreaterThan(sizes[index - 1]?.bytes ?? 0);
    }
    const ceiling = (8_000_000 + 192_000) / 8;
    expect(sizes[3]?.mostBytes).toBeLessThanOrEqual(60 * ceiling * 1.03);
  });

  it("expects more work of a crawl or a pan that is painted for every field, and the same of what stands still", () => {
    const fields = presetSchema.parse({
      ...web,
      video: {
        ...web.video,
        scan: "interlaced",
        encoder: { codec: "libx264", effort: "fast", bitRate: 12_000_000, gop: 25 },
      },
    });
    const picture: Scene = { type: "image", id: "a", duration: 10, asset: "x" };
    const motion = { from: { x: 0.5, y: 0.5, zoom: 1 }, to: { x: 0.5, y: 0.5, zoom: 1.2 } };
    const painting = (scene: Scene, preset: Preset) =>
      planProgramme(sampleClip([scene]), "vi", sources, [preset]).work.find(({ id }) => id.startsWith("paint"))
        ?.seconds ?? 0;
    expect(painting({ ...picture, motion }, fields)).toBeGreaterThan(painting(picture, fields) * 1.3);
    expect(painting({ ...picture, motion }, web)).toBe(painting(picture, web));
  });

  it("is forbidden where a scene's film has no picture", () => {
    const blind = planProgramme(clip, "vi", new Map([...sources, ["film", source("lời.mp3")]]), [web]);
    expect(blind.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "programme.source-without-picture",
    ]);
  });

  it("expects twice the bytes and the work of twice the length", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (seconds) => {
        const of = (length: number) =>
          planProgramme(sampleClip([colorScene("a", length, "#fff")]), "vi", new Map(), [web]);
        const [single, double] = [of(seconds), of(seconds * 2)];
        expect((double.outputs[0]?.bytes ?? 0) / (single.outputs[0]?.bytes ?? 0)).toBeCloseTo(2, 3);
        const work = (plan: typeof single) => plan.work.reduce((sum, stage) => sum + stage.seconds, 0);
        expect(work(double) / work(single)).toBeCloseTo(2, 3);
      }),
    );
  });
});

it("of a bulletin has its running order, and no picture", () => {
  const bulletin: Bulletin = {
    kind: "bulletin",
    id: "tin",
    title: { vi: "Bản tin" },
    tracks: [],
    parts: [
      { id: "a", role: "opening", media: "voice" },
      { id: "b", role: "item", media: "late", pause: 1 },
    ],
  };
  const plan = planProgramme(bulletin, "vi", sources, [wave]);
  expect(plan.runningOrder?.map(({ id, from, to }) => [id, from, to])).toEqual([
    ["a", 0, 10],
    ["b", 11, 21],
  ]);
  expect([plan.seconds, plan.paintings, plan.timeline]).toEqual([21, [], undefined]);
  expect(planProgramme(bulletin, "vi", sources, [web]).diagnostics.map(({ code }) => code)).toEqual([
    "sound.preset-needs-picture",
  ]);
});
