import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bulletin, BulletinPart } from "../../document/schema/programme.ts";
import { arrangeBulletin } from "./arrange-bulletin.ts";
import { automationAt } from "./mix.ts";
import type { SourceSound } from "./place-pieces.ts";

const RATE = 48_000;
const seconds = (value: number): number => Math.round(value * RATE);
const source = (length: number, values: Partial<SourceSound> = {}): SourceSound => ({
  length: seconds(length),
  ...values,
});

const part = (id: string, role: BulletinPart["role"], values: Partial<BulletinPart> = {}): BulletinPart => ({
  id,
  role,
  media: id,
  ...values,
});

const bulletin = (parts: readonly BulletinPart[], values: Partial<Bulletin> = {}): Bulletin => ({
  kind: "bulletin",
  id: "tin",
  title: { vi: "Bản tin" },
  tracks: [],
  parts: [...parts],
  ...values,
});

const sources = new Map([
  ["jingle", source(4)],
  ["opening", source(6)],
  ["one", source(20)],
  ["two", source(15.5)],
  ["closing", source(5)],
  ["bed", source(30)],
]);
const parts = [
  part("jingle", "jingle"),
  part("opening", "opening", { pause: -1 }),
  part("one", "item", { pause: 0.5 }),
  part("two", "item", { pause: 0.5 }),
  part("closing", "closing", { pause: 0.5 }),
];

describe("a bulletin", () => {
  it("runs part after part, with pauses between them and crossings where asked for", () => {
    const { runningOrder, score, diagnostics } = arrangeBulletin(bulletin(parts), "vi", sources);
    expect(runningOrder.map(({ id, from, to }) => [id, from, to])).toEqual([
      ["jingle", 0, 4],
      ["opening", 3, 9],
      ["one", 9.5, 29.5],
      ["two", 30, 45.5],
      ["closing", 46, 51],
    ]);
    expect(score.length).toBe(seconds(51));
    expect(diagnostics).toEqual([]);
  });

  it("is stretched in its pauses to end on time", () => {
    const { runningOrder, score, diagnostics } = arrangeBulletin(bulletin(parts, { duration: 53 }), "vi", sources);
    expect(score.length).toBe(seconds(53));
    expect(runningOrder.at(-1)?.to).toBe(53);
    expect(diagnostics).toEqual([]);
  });

  it("lets the bed fill what is missing before the closing, and says so where there is no bed", () => {
    const bed = { media: "bed" };
    const filled = arrangeBulletin(bulletin(parts, { duration: 80, bed }), "vi", sources);
    expect(filled.runningOrder.at(-1)).toMatchObject({ from: 71, to: 76 });
    expect(filled.diagnostics).toEqual([]);
    const bare = arrangeBulletin(bulletin(parts, { duration: 80 }), "vi", sources);
    expect(bare.score.length).toBe(seconds(80));
    expect(bare.diagnostics.map(({ code }) => code)).toEqual(["sound.bulletin-too-short"]);
  });

  it("lets the bed come up behind the farewell, as long as there is time for it", () => {
    const last = (duration: number | undefined, order = parts) => {
      const { score, runningOrder } = arrangeBulletin(
        bulletin(order, { bed: { media: "bed" }, ...(duration !== undefined && { duration }) }),
        "vi",
        sources,
      );
      return [runningOrder.at(-1)?.to, score.length / RATE];
    };
    expect(last(undefined)).toEqual([51, 55]);
    expect(last(58)).toEqual([54, 58]);
    expect(last(52)).toEqual([51, 52]);
    expect(last(50)).toEqual([50, 50]);
    expect(last(undefined, [...parts, part("jingle", "jingle")])).toEqual([55, 55]);
  });

  it("takes time out of the pauses, then off the end, and says so", () => {
    expect(arrangeBulletin(bulletin(parts, { duration: 50 }), "vi", sources).diagnostics).toEqual([]);
    const long = arrangeBulletin(bulletin(parts, { duration: 40 }), "vi", sources);
    expect(long.score.length).toBe(seconds(40));
    expect(long.diagnostics.map(({ code }) => code)).toEqual(["sound.bulletin-too-long"]);
  });

  it("plays each language's own recordings, and leaves out what is for others", () => {
    const km = new Map([...sources, ["one-km", source(25)]]);
    const spoken = [part("one", "item", { variants: { km: "one-km" } }), part("two", "item", { languages: ["vi"] })];
    expect(arrangeBulletin(bulletin(spoken), "km", km).score.length).toBe(seconds(25));
    expect(arrangeBulletin(bulletin(spoken), "vi", km).score.length).toBe(seconds(35.5));
  });

  it("takes the silence off recordings that are cleaned up, and brings them to one level", () => {
    const raw = new Map([["one", source(20, { speech: [{ from: seconds(2), to: seconds(10) }], loudness: -33 })]]);
    const { score, runningOrder } = arrangeBulletin(
      bulletin([part("one", "item")], { treatment: "gentle" }),
      "vi",
      raw,
    );
    expect(runningOrder[0]?.to).toBeCloseTo(8.45, 5);
    expect(score.tracks[0]?.pieces[0]).toMatchObject({ from: seconds(1.85), gain: 10 });
    const length = (treatment: Bulletin["treatment"], trim?: boolean): number | undefined =>
      arrangeBulletin(bulletin([part("one", "item", { trim })], { treatment }), "vi", raw).runningOrder[0]?.to;
    expect(length("none")).toBe(20);
    expect(length("none", true)).toBeCloseTo(8.45, 5);
    expect(length("gentle", false)).toBe(20);
  });

  it("has its bed down before a voice, up between voices, and gone under a jingle", () => {
    const far = [part("jingle", "jingle"), part("one", "item", { pause: 6 }), part("closing", "closing", { pause: 8 })];
    const { score } = arrangeBulletin(bulletin(far, { bed: { media: "bed" } }), "vi", sources);
    const bed = score.tracks.find(({ id }) => id === "bed");
    const at = (moment: number): number => automationAt(bed?.automation ?? [], seconds(moment));
    expect([at(2), at(7), at(10), at(20), at(34)]).toEqual([-60, 0, -14, -14, 0]);
    expect(bed?.pieces.length).toBe(2);
  });

  it("ends exactly on time whatever its parts, and nothing sounds outside of it", () => {
    const anyPart = fc.record({
      role: fc.constantFrom<BulletinPart["role"]>("jingle", "opening", "item", "bumper", "closing"),
      length: fc.integer({ min: 1, max: 60_000 }),
      pause: fc.double({ min: -2, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(anyPart, { minLength: 1, maxLength: 8 }),
        fc.option(fc.double({ min: 0.5, max: 12, noNaN: true }), { nil: undefined }),
        fc.boolean(),
        (some, duration, withBed) => {
          const all = new Map<string, SourceSound>(some.map(({ length }, index) => [`${index}`, { length }]));
          all.set("bed", { length: 70_000 });
          const made = bulletin(
            some.map(({ role, pause }, index) => part(`${index}`, role, { pause })),
            { ...(duration !== undefined && { duration }), ...(withBed && { bed: { media: "bed" } }) },
          );
          const { score, runningOrder, diagnostics } = arrangeBulletin(made, "vi", all);
          if (duration !== undefined) expect(score.length).toBe(Math.round(duration * RATE));
          for (const { pieces } of score.tracks) {
            for (const { at, length, fadeIn, fadeOut } of pieces) {
              expect(at).toBeGreaterThanOrEqual(0);
              expect(length).toBeGreaterThan(0);
              expect(at + length).toBeLessThanOrEqual(score.length);
              expect(Math.max(fadeIn, fadeOut)).toBeLessThanOrEqual(length);
            }
          }
          const ends = Math.max(...runningOrder.map(({ to }) => to)) * RATE;
          const tail = withBed ? 4 : 0;
          if (diagnostics.length === 0) expect(Math.abs(score.length - ends)).toBeLessThan(RATE * (tail + 0.11));
        },
      ),
    );
  });
});
