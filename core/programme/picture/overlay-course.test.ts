import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { colorScene, sampleClip } from "../../../test/support/sample-clip.ts";
import type { Overlay } from "../../document/schema/programme.ts";
import { resolveTimeline } from "../timeline.ts";
import { clockText } from "./clock-text.ts";
import { evenStep } from "./even-step.ts";
import { frameState } from "./frame-state.ts";
import type { OverlayFacts } from "./overlay-course.ts";

const ALONG = { kind: "fade", duration: 0.4 } as const;
type Given<Kind extends Overlay["type"]> = Omit<Extract<Overlay, { type: Kind }>, "id" | "at" | "page" | "text">;

/** What changes in every frame of an overlay that is there from second 1 to second 1 + `seconds`. */
function course(
  given: Given<"crawl"> | Given<"credits"> | Given<"clock">,
  seconds: number,
  facts: Partial<OverlayFacts>,
) {
  const overlay = { id: "o", at: 1, page: "p", text: "t", duration: seconds, ...given } as Overlay;
  const timeline = resolveTimeline(
    sampleClip([colorScene("a", seconds + 2, "#000000")], { overlays: [overlay] }),
    "vi",
    25,
  );
  return Array.from({ length: seconds * 25 }, (_, index) => {
    const [shown] = frameState(timeline, 25 + index, () => ({ items: 1, ...facts })).overlays;
    return shown?.changing;
  });
}

const positions = (...of: Parameters<typeof course>) => course(...of).map((one) => (one?.kind === "run" ? one.at : 0));
const steps = (places: readonly number[]): readonly number[] =>
  places.slice(1).map((place, index) => place - (places[index] ?? 0));

const lengths = fc.record({
  window: fc.integer({ min: 100, max: 4_000 }),
  content: fc.double({ min: 20, max: 20_000, noNaN: true }),
  page: fc.integer({ min: 160, max: 4_000 }),
});

describe("what runs", () => {
  it("moves by the same amount in every frame, and credits are gone with the overlay's last frame", () => {
    fc.assert(
      fc.property(lengths, fc.integer({ min: 4, max: 40 }), fc.boolean(), (run, seconds, animated) => {
        const facts = { run: { ...run, lastMiddle: run.content / 2 } };
        const places = positions(
          { type: "credits", style: "roll", ...(animated && { enter: ALONG, leave: ALONG }) },
          seconds,
          facts,
        );
        const whole = run.window + run.content;
        const end = places.length - (animated ? 10 : 0);
        const moved = steps(places.slice(0, end)).filter((step) => step > 0);
        const [step = 0] = moved;
        expect(moved.slice(0, -1).every((one) => one === step)).toBe(true);
        expect(step * 16).toBe(Math.round(step * 16));
        expect(places[end - 1] ?? 0).toBeLessThan(whole);
        expect((places[end - 1] ?? 0) + step).toBeGreaterThanOrEqual(whole);
      }),
    );
  });

  it("stops with its last lines in the middle and stands there", () => {
    const run = { window: 1_000, content: 3_000, lastMiddle: 2_900, page: 1_920 };
    const places = positions({ type: "credits", style: "roll", ending: "stay", hold: 2 }, 20, { run });
    expect(places.slice(-50)).toEqual(Array.from({ length: 50 }, () => 500 + 2_900));
    expect(places.at(-51)).toBeLessThan(3_400);
  });

  it("has run through when a crawl without a speed ends, and goes on for as long as one with a speed is there", () => {
    const run = { window: 1_600, content: 5_000, lastMiddle: 0, page: 1_920 };
    const fitted = positions({ type: "crawl" }, 30, { run });
    expect((fitted.at(-1) ?? 0) + Math.max(...steps(fitted))).toBeGreaterThanOrEqual(6_600);
    const ticker = positions({ type: "crawl", speed: 0.1 }, 60, { run });
    expect(new Set(steps(ticker))).toEqual(new Set([8]));
    expect(ticker.at(-1)).toBeGreaterThan(6_600);
  });

  it("goes by whole pixels where these are near to what is asked for", () => {
    expect(evenStep(7.68, "nearest")).toBe(8);
    expect(evenStep(2.2, "atLeast")).toBe(2.25);
    expect(evenStep(1.02, "nearest")).toBe(1);
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 60, noNaN: true }), (wanted) => {
        expect(Math.abs(evenStep(wanted, "nearest") / wanted - 1)).toBeLessThanOrEqual(0.065);
        expect(evenStep(wanted, "atLeast")).toBeGreaterThanOrEqual(wanted - 1e-8);
      }),
    );
  });
});

describe("sheets of credits", () => {
  it("come up one after the other, each for as long as the next, and are never two at once", () => {
    const shown = course({ type: "credits", style: "sheets" }, 9, { sheets: 3 });
    const counts = [0, 1, 2].map((sheet) => shown.filter((one) => one?.kind === "sheet" && one.sheet === sheet).length);
    expect(counts).toEqual([75, 75, 75]);
    const alphas = shown.map((one) => (one?.kind === "sheet" ? one.alpha : 0));
    expect(alphas[37]).toBe(1);
    expect([alphas[0], alphas[74], alphas[75]].every((alpha) => (alpha ?? 1) < 0.1)).toBe(true);
  });
});

describe("clocks", () => {
  const texts = (...of: Parameters<typeof course>) =>
    course(...of).map((one) => (one?.kind === "clock" ? one.text : ""));

  it("tell the time from when the programme began, a second for every second", () => {
    const told = texts({ type: "clock", count: "time", start: "23:59:57", format: "HH:mm:ss" }, 4, {});
    expect([...new Set(told)]).toEqual(["23:59:58", "23:59:59", "00:00:00", "00:00:01"]);
    expect(told.filter((one) => one === "00:00:00")).toHaveLength(25);
  });

  it("count up from zero and down to zero, which is there in the last frame", () => {
    const up = texts({ type: "clock", count: "up", format: "mm:ss" }, 3, {});
    expect([up[0], up[24], up[25], up.at(-1)]).toEqual(["00:00", "00:00", "00:01", "00:02"]);
    const down = texts({ type: "clock", count: "down", format: "ss" }, 10, {});
    expect([down[0], down.at(-2), down.at(-1)]).toEqual(["10", "01", "00"]);
    const held = texts({ type: "clock", count: "down", hold: 1, format: "ss" }, 10, {});
    expect(held.slice(-26)).toEqual(Array.from({ length: 26 }, () => "00"));
    expect(held.at(-27)).toBe("01");
  });

  it("write what has grown beyond their format", () => {
    expect(clockText({ count: "up", format: "mm:ss" }, 4_500)).toBe("75:00");
    expect(clockText({ count: "time", format: "mm:ss" }, 4_500)).toBe("15:00");
    expect(clockText({ count: "down", format: "ss" }, 100)).toBe("100");
    expect(clockText({ count: "time", format: "HH:mm" }, 86_400 + 60)).toBe("00:01");
  });
});
