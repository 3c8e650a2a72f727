import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bulletin } from "../../document/schema/programme.ts";
import { type BulletinTemplate, bulletinTemplateSchema } from "./bulletin-template.ts";
import { type BulletinSounds, checkBulletinSounds, fillBulletin } from "./fill-bulletin.ts";

const template: BulletinTemplate = {
  version: 1,
  id: "xa",
  name: { vi: "Xã", en: "Commune" },
  description: { vi: "Xã", en: "Commune" },
  treatment: "gentle",
  order: [
    { part: "jingle", file: "sound/a.mp3", gain: -5, longest: 30, pause: 9 },
    { part: "opening", pause: 0.5, afterMusic: -1.2 },
    { part: "items", pause: 0.8, afterMusic: -0.6, bumper: { file: "sound/b.mp3", pause: 0.3 } },
    { part: "closing", pause: 0.7, gain: 1 },
    { part: "jingle", file: "sound/a.mp3", fadeOut: 3, pause: 0.5 },
  ],
  bed: { file: "sound/c.mp3", gain: -9, depth: 12 },
};
const facts = { title: "Bản tin sáng", language: "vi" };
const items = [
  { name: "Một", file: "1.mp3" },
  { name: "Hai", file: "2.mp3" },
];
const all: BulletinSounds = { opening: "chào.mp3", items, closing: "kết.mp3" };

const codes = (made: BulletinTemplate, sounds: BulletinSounds): readonly string[] =>
  checkBulletinSounds(made, sounds).map(({ code }) => code);

describe("a bulletin by a template", () => {
  it("has its parts in the template's order, bumpers between speech, music taken once", () => {
    const { bulletin, media } = fillBulletin(template, all, { ...facts, duration: 900 });
    expect(bulletin).toEqual({
      kind: "bulletin",
      id: "ban-tin",
      title: { vi: "Bản tin sáng" },
      duration: 900,
      tracks: [],
      treatment: "gentle",
      parts: [
        { id: "jingle", role: "jingle", media: "jingle", gain: -5, duration: 30 },
        { id: "opening", role: "opening", media: "opening", pause: -1.2 },
        { id: "bumper", role: "bumper", media: "bumper", pause: 0.3 },
        { id: "item-1", role: "item", media: "item-1", name: "Một", pause: -0.6 },
        { id: "bumper-2", role: "bumper", media: "bumper", pause: 0.3 },
        { id: "item-2", role: "item", media: "item-2", name: "Hai", pause: -0.6 },
        { id: "closing", role: "closing", media: "closing", gain: 1, pause: 0.7 },
        { id: "jingle-2", role: "jingle", media: "jingle", fadeOut: 3, pause: 0.5 },
      ],
      bed: { media: "bed", gain: -9, depth: 12 },
    });
    expect(media.map(({ id, file, from }) => [id, file, from])).toEqual([
      ["jingle", "sound/a.mp3", "template"],
      ["opening", "chào.mp3", "given"],
      ["bumper", "sound/b.mp3", "template"],
      ["item-1", "1.mp3", "given"],
      ["item-2", "2.mp3", "given"],
      ["closing", "kết.mp3", "given"],
      ["bed", "sound/c.mp3", "template"],
    ]);
  });

  it("brings music that was given to the loudness of the template's own", () => {
    const given = { ...all, jingle: "to.mp3", bumper: "nho.mp3", bed: "im.mp3" };
    const gains = (loudness: Readonly<Record<string, number>>) => {
      const loudnessOf = (file: string, from: "given" | "template") => loudness[`${from} ${file}`];
      const { parts, bed } = fillBulletin(template, given, { ...facts, loudnessOf }).bulletin;
      const gainOf = (role: string) => parts.find((part) => part.role === role)?.gain ?? 0;
      return { jingle: gainOf("jingle"), bumper: gainOf("bumper"), bed: bed?.gain ?? 0 };
    };
    const asTheyAre = gains({});
    const [jingle, bumper] = template.order.flatMap((entry) =>
      entry.part === "jingle" ? [entry.file] : entry.part === "items" && entry.bumper ? [entry.bumper.file] : [],
    );
    const heard = gains({
      ...{ [`template ${jingle}`]: -20, "given to.mp3": -8.04 },
      ...{ [`template ${bumper}`]: -17, "given nho.mp3": -60 },
    });
    expect(heard.jingle).toBeCloseTo(asTheyAre.jingle - 12, 6);
    // What is as quiet as this was not meant to be raised so far.
    expect(heard.bumper).toBeCloseTo(asTheyAre.bumper + 20, 6);
    expect(heard.bed).toBe(asTheyAre.bed);
  });

  it("goes from the jingle into the first item where nobody says welcome", () => {
    const { parts } = fillBulletin(template, { items: items.slice(0, 1) }, facts).bulletin;
    expect(parts.map(({ id, pause }) => [id, pause])).toEqual([
      ["jingle", undefined],
      ["item-1", -0.6],
      ["jingle-2", 0.5],
    ]);
  });

  it("says everything as often as the template wants, round after round", () => {
    const twice: BulletinTemplate = { ...template, order: [{ part: "items", pause: 2, times: 2 }] };
    const { bulletin, media } = fillBulletin(twice, { items }, facts);
    expect(bulletin.parts.map(({ id, name, media: one, pause }) => [id, name, one, pause])).toEqual([
      ["item-1", "Một (1/2)", "item-1", undefined],
      ["item-2", "Hai (1/2)", "item-2", 2],
      ["item-3", "Một (2/2)", "item-1", 2],
      ["item-4", "Hai (2/2)", "item-2", 2],
    ]);
    expect(media).toHaveLength(3);
  });

  it("plays the station's own music instead of the template's, and keeps the template's two tunes apart", () => {
    const other: BulletinTemplate = {
      ...template,
      order: [...template.order, { part: "jingle", file: "sound/z.mp3" }],
    };
    const jingles = (sounds: BulletinSounds) =>
      fillBulletin(other, sounds, facts)
        .media.filter(({ id }) => id.startsWith("jingle"))
        .map(({ id, file, from }) => [id, file, from]);
    expect(jingles(all)).toEqual([
      ["jingle", "sound/a.mp3", "template"],
      ["jingle-2", "sound/z.mp3", "template"],
    ]);
    expect(jingles({ ...all, jingle: "đài.mp3" })).toEqual([["jingle", "đài.mp3", "given"]]);
  });

  it("is refused without items, with sounds it has no place for and with more parts than there may be", () => {
    expect(codes(template, all)).toEqual([]);
    expect(codes(template, { items: [] })).toEqual(["bulletin.no-items"]);
    const bare: BulletinTemplate = { ...template, order: [{ part: "items" }], bed: undefined };
    const unused = checkBulletinSounds(bare, { ...all, bed: "b.mp3" }).map(({ message }) => message.en);
    expect(unused.map((text) => /--(\w+)/.exec(text)?.[1])).toEqual(["opening", "closing", "bed"]);
    const many = Array.from({ length: 300 }, () => ({ name: "Tin", file: "t.mp3" }));
    expect(codes(template, { items: many })).toEqual(["bulletin.too-many-parts"]);
  });

  it("is a sound bulletin whatever the template and the recordings", () => {
    const number = fc.option(fc.integer({ min: -5, max: 20 }), { nil: undefined });
    const file = fc.constantFrom("a.mp3", "b.mp3", "c.mp3");
    const music = fc.record({ file, gain: number, pause: number }, { requiredKeys: ["file"] });
    const entry = fc.oneof(
      music.map((one) => ({ part: "jingle" as const, ...one })),
      fc.constantFrom("opening" as const, "closing" as const).map((part) => ({ part })),
      fc
        .record({ bumper: music, times: fc.integer({ min: 1, max: 3 }), pause: number }, { requiredKeys: [] })
        .map((one) => ({ part: "items" as const, ...one })),
    );
    const optional = fc.option(file, { nil: undefined });
    const sounds = fc.record({
      opening: optional,
      closing: optional,
      jingle: optional,
      bumper: optional,
      bed: optional,
      items: fc.array(fc.record({ name: fc.constantFrom("Một", "Hai"), file }), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 6 }),
        fc.option(
          music.map(({ file: one, gain }) => ({ file: one, gain })),
          { nil: undefined },
        ),
        sounds,
        (order, bed, given) => {
          const made = bulletinTemplateSchema.parse({ ...template, order, bed });
          fc.pre(checkBulletinSounds(made, given).length === 0);
          const { bulletin, media } = fillBulletin(made, given, facts);
          expect(Bulletin.parse(bulletin)).toEqual(bulletin);
          const ids = bulletin.parts.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(bulletin.parts[0]?.pause).toBeUndefined();
          const used = [...bulletin.parts.map((part) => part.media), ...(bulletin.bed ? [bulletin.bed.media] : [])];
          expect(media.map(({ id }) => id)).toEqual([...new Set(used)]);
          const rounds = order.reduce(
            (sum, one) => sum + (one.part === "items" ? ("times" in one ? (one.times ?? 1) : 1) : 0),
            0,
          );
          expect(bulletin.parts.filter(({ role }) => role === "item")).toHaveLength(rounds * given.items.length);
        },
      ),
    );
  });
});
