import { expect, it } from "vitest";
import { createPictureReader } from "./read-picture-log.ts";

it("reads what ffmpeg's detectors say, and closes what goes on to the end", () => {
  const reader = createPictureReader();
  const lines = [
    "[blackdetect @ 0x55d1] black_start:0 black_end:1.04 black_duration:1.04",
    "[Parsed_freezedetect_1 @ 0x55d2] lavfi.freezedetect.freeze_start: 2.2",
    "[Parsed_freezedetect_1 @ 0x55d2] lavfi.freezedetect.freeze_duration: 2",
    "[Parsed_freezedetect_1 @ 0x55d2] lavfi.freezedetect.freeze_end: 4.2",
    "[Parsed_freezedetect_1 @ 0x55d2] lavfi.freezedetect.freeze_start: 7",
    "[Parsed_metadata_5 @ 0x55d3] lavfi.signalstats.BRNG=8.68056e-05",
    "[Parsed_metadata_5 @ 0x55d3] lavfi.signalstats.BRNG=0.05",
    "[Parsed_idet_2 @ 0x55d4] Multi frame detection: TFF:    90 BFF:     1 Progressive:    5 Undetermined:     0",
  ];
  for (const line of lines) expect(reader.take(line)).toBe(true);
  expect(reader.take("[h264 @ 0x1] error while decoding MB 3 4")).toBe(false);
  expect(reader.read(10)).toEqual({
    black: [{ from: 0, to: 1.04 }],
    frozen: [
      { from: 2.2, to: 4.2 },
      { from: 7, to: 10 },
    ],
    fields: { topFirst: 90, bottomFirst: 1, progressive: 5 },
    outOfRange: 0.05,
  });
});
