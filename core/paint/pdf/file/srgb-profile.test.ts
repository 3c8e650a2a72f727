import { expect, test } from "vitest";
import { srgbProfile } from "./srgb-profile.ts";

test("the profile's colorants add up to its white, and its tags lie inside it", () => {
  const profile = srgbProfile();
  const view = new DataView(profile.buffer);
  expect(view.getUint32(0)).toBe(profile.length);
  const tagged = new Map<string, number>();
  for (let index = 0; index < view.getUint32(128); index++) {
    const at = 132 + index * 12;
    const offset = view.getUint32(at + 4);
    expect(offset % 4).toBe(0);
    expect(offset + view.getUint32(at + 8)).toBeLessThanOrEqual(profile.length);
    tagged.set(String.fromCharCode(...profile.subarray(at, at + 4)), offset);
  }
  const xyz = (tag: string) => [8, 12, 16].map((at) => view.getInt32((tagged.get(tag) ?? 0) + at) / 65536);
  const white = xyz("wtpt");
  const sum = ["rXYZ", "gXYZ", "bXYZ"]
    .map(xyz)
    .reduce((total, one) => total.map((part, axis) => part + (one[axis] ?? 0)));
  sum.forEach((part, axis) => {
    expect(part).toBeCloseTo(white[axis] ?? 0, 3);
  });
});

test("its curve is sRGB's: middle grey 0.5 has a luminance of 0.214, and both branches meet", () => {
  const view = new DataView(srgbProfile().buffer);
  const curve = [...Array(view.getUint32(128)).keys()]
    .map((index) => 132 + index * 12)
    .find((at) => view.getUint32(at) === 0x72545243);
  const start = view.getUint32((curve ?? 0) + 4) + 12;
  const [g = 0, a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3, 4].map((index) => view.getInt32(start + index * 4) / 65536);
  expect((a * 0.5 + b) ** g).toBeCloseTo(0.214, 3);
  expect((a * d + b) ** g).toBeCloseTo(c * d, 4);
});
