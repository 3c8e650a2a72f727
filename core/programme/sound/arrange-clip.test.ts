import { describe, expect, it } from "vitest";
import { colorScene, sampleClip } from "../../../test/support/sample-clip.ts";
import type { AudioItem, AudioTrack, Clip, Scene } from "../../document/schema/programme.ts";
import { resolveTimeline } from "../timeline.ts";
import { arrangeClip } from "./arrange-clip.ts";

const SOURCES = new Map(
  Object.entries({ vi: 4, km: 6, nhac: 3 }).map(([id, seconds]) => [id, { length: seconds * 48_000 }]),
);
const scenes = [colorScene("a", 2, "#000000", { durations: { km: 5 } }), colorScene("b", 8, "#000000")];
const track = (items: AudioItem[], more: Partial<AudioTrack> = {}): AudioTrack => ({
  id: "t",
  role: "voice",
  items,
  ...more,
});
const scored = (changes: Partial<Clip>, language = "vi", shown: Scene[] = scenes) =>
  arrangeClip(resolveTimeline(sampleClip(shown, changes), language, 25), SOURCES).score;
/** In seconds. */
const heard = (score: ReturnType<typeof scored>) =>
  score.tracks.map(({ pieces }) =>
    pieces.map(({ source, at, from, length }) => [source, ...[at, from, length].map((frames) => frames / 48_000)]),
  );

describe("the sound of a clip", () => {
  it("moves with its scene and is spoken in each language by its own file", () => {
    const item = { id: "i", media: "vi", variants: { km: "km" }, scene: "b", at: 0.5, start: 1 };
    expect(heard(scored({ tracks: [track([item])] }))).toEqual([[["vi", 2.5, 1, 3]]]);
    expect(heard(scored({ tracks: [track([item])] }, "km"))).toEqual([[["km", 5.5, 1, 5]]]);
  });

  it("is as long as the picture, to the sample", () => {
    const score = scored({ tracks: [track([{ id: "i", media: "km", at: 8 }])] });
    expect(score.length).toBe(480_000);
    expect(heard(score)).toEqual([[["km", 8, 0, 2]]]);
    expect(score.tracks[0]?.pieces[0]?.fadeOut).toBe(192);
  });

  it("leaves out the silence around speech where it is told to, but not what is asked for", () => {
    const spoken = new Map([
      [
        "vi",
        {
          length: 10 * 48_000,
          speech: [
            { from: 96_000, to: 192_000 },
            { from: 240_000, to: 288_000 },
          ],
        },
      ],
    ]);
    const played = (item: Partial<AudioItem>) => {
      const clip = sampleClip(scenes, { tracks: [track([{ id: "i", media: "vi", at: 0, ...item }])] });
      return heard(arrangeClip(resolveTimeline(clip, "vi", 25), spoken).score);
    };
    expect(played({})).toEqual([[["vi", 0, 0, 10]]]);
    expect(played({ trim: true })).toEqual([[["vi", 0, 1.85, 4.45]]]);
    expect(played({ trim: true, start: 3 })).toEqual([[["vi", 0, 3, 3.3]]]);
    expect(played({ trim: true, duration: 5 })).toEqual([[["vi", 0, 1.85, 5]]]);
  });

  it("loops a bed to the end and lets it go down under voices only", () => {
    const score = scored({
      tracks: [
        track([{ id: "i", media: "vi", at: 3 }]),
        track([{ id: "n", media: "nhac", at: 0, loop: true, fadeOut: 1 }], {
          id: "nhac",
          role: "music",
          duck: { under: ["t"], depth: 12, lead: 0.5, release: 1 },
        }),
      ],
    });
    const [, bed] = score.tracks;
    expect(bed?.automation.map(({ at, decibels }) => [at / 48_000, decibels])).toEqual([
      [2.5, 0],
      [3, -12],
      [7, -12],
      [8, 0],
    ]);
    const last = bed?.pieces.at(-1);
    expect((last?.at ?? 0) + (last?.length ?? 0)).toBe(score.length);
    expect(last?.fadeOut).toBe(48_000);
    expect((bed?.pieces.length ?? 0) > 3).toBe(true);
  });

  it("leaves out what is for other languages or for a scene that is not there", () => {
    const items = [
      { id: "i", media: "vi", at: 0, languages: ["km"] },
      { id: "j", media: "vi", at: 0, scene: "c" },
    ];
    const shown = [...scenes, colorScene("c", 1, "#000000", { languages: ["km"] })];
    expect(heard(scored({ tracks: [track(items)] }, "vi", shown))).toEqual([[]]);
  });

  it("takes a film's own sound where the scene wants it, crossing as the picture does", () => {
    const film: Scene = { type: "clip", id: "f", duration: 2, media: "vi", start: 0.5, sound: { gain: -3 } };
    const silent: Scene = { type: "clip", id: "s", duration: 2, media: "vi" };
    const next = colorScene("b", 2, "#000000", { enter: { kind: "dissolve", duration: 1 } });
    const score = scored({}, "vi", [film, next, silent]);
    expect(heard(score)).toEqual([[["vi", 0, 0.5, 3]]]);
    expect(score.tracks[0]?.pieces[0]).toMatchObject({ gain: -3, fadeOut: 48_000 });
  });
});
