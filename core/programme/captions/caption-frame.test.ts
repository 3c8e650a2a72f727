import { expect, it } from "vitest";
import { colorScene, sampleClip } from "../../../test/support/sample-clip.ts";
import { captionFrame } from "./caption-frame.ts";

const clip = sampleClip([colorScene("a", 1, "#000")]);
const endOf = (width: number, height: number, more = {}): number => {
  const frame = captionFrame({ ...clip, ...more }, { width, height });
  return (frame.y + frame.height) / height;
};

it("keeps captions above what telephones lay over upright pictures, and within the safe area of others", () => {
  expect(endOf(1080, 1920)).toBeCloseTo(0.82);
  expect(endOf(1080, 1920, { safe: 0.25 })).toBeCloseTo(0.75);
  for (const [width, height] of [
    [1920, 1080],
    [1080, 1080],
  ] as const) {
    expect(endOf(width, height)).toBeCloseTo(0.95);
    expect(endOf(width, height, { safe: 0.1 })).toBeCloseTo(0.9);
  }
});
