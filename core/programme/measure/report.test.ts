import { expect, it } from "vitest";
import type { MediaFacts } from "../../media/media-facts.ts";
import { deliveryProfileSchema } from "./delivery-profile.ts";
import { judge } from "./judge.ts";
import type { Measurement } from "./measurement.ts";
import { reportHtml } from "./report-html.ts";
import { timecode } from "./timecode.ts";

const profile = deliveryProfileSchema.parse({
  version: 1,
  id: "thu",
  name: { vi: "Thử", en: "Trial" },
  loudness: { target: -23, tolerance: 0.5, truePeak: -1 },
  longest: { silence: 4, black: 2, freeze: 5 },
});

const facts = {
  kind: "video",
  bytes: 1e6,
  container: "mxf",
  duration: 60,
  audio: [],
  tags: {},
} as unknown as MediaFacts;
const measurement: Measurement = {
  facts: { ...facts, timecode: "10:00:00:00" },
  checksum: "5e1f",
  sound: {
    loudness: {
      integrated: -23.04,
      shortTermMax: -18,
      momentaryMax: -15,
      range: 6,
      truePeak: -2,
      samplePeak: -3,
      duration: 60,
    },
    graph: [-30, -23, -20],
    silences: [{ from: 50, to: 60 }],
    clipped: 0,
    firstClip: undefined,
  },
  picture: {
    black: [{ from: 0, to: 8 }],
    frozen: [
      { from: 0, to: 8 },
      { from: 20, to: 26 },
    ],
    fields: "progressive",
    outOfRange: 0,
    complaints: [],
  },
};
const plan = {
  duration: 60,
  black: [{ from: 0, to: 8.1 }],
  frozen: [{ from: 0, to: 8.1 }],
  silences: [{ from: 50.2, to: 60 }],
};
const missed = (...args: Parameters<typeof judge>): readonly string[] =>
  judge(...args).flatMap(({ id, passes }) => (passes ? [] : [id]));

it("counts black, still pictures and silence as faults only where the programme does not ask for them", () => {
  expect(missed(measurement, profile)).toEqual(["silence", "black", "freeze"]);
  expect(missed(measurement, profile, plan)).toEqual(["freeze"]);
  expect(missed(measurement, profile, { ...plan, duration: 60.2 })).toEqual(["freeze", "duration"]);
});

it("names every span by its timecode and says which of them are planned", () => {
  const base = { rate: 25, start: "10:00:00:00" };
  expect([timecode(20.04, base), timecode(3661.5, { rate: undefined })]).toEqual(["10:00:20:01", "01:01:01.500"]);
  const page = reportHtml({
    name: `<script>"a&b".mxf`,
    measurement,
    profile,
    judgements: judge(measurement, profile, plan),
    made: { title: "Lễ hội", language: "vi", preset: profile.name, plan, diagnostics: [] },
  });
  expect(page).toContain("Chưa đạt: 1 mục");
  expect(page).toContain("&lt;script&gt;&quot;a&amp;b&quot;.mxf");
  expect(page.match(/theo kịch bản/g)).toHaveLength(3);
  expect(page.match(/không có trong kịch bản/g)).toHaveLength(1);
  expect(page).not.toMatch(/<script|https?:|url\(/);
});

it("puts the language first that is asked for", () => {
  const judgements = judge(measurement, profile, plan);
  const page = reportHtml({ name: "a.mxf", measurement, profile, judgements, language: "en" });
  expect(page).toMatch(/<html lang="en">/);
  expect(page.indexOf("Not passed")).toBeLessThan(page.indexOf("Chưa đạt"));
});
