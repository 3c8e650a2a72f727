import { expect, it } from "vitest";
import { judgeDecoding, trueEnd } from "./judge-decoding.ts";
import { createDecodeLogReader } from "./read-decode-log.ts";
import { readProbe } from "./read-probe.ts";

const facts = readProbe(
  {
    streams: [
      {
        index: 0,
        codec_type: "video",
        codec_name: "h264",
        width: 160,
        height: 90,
        avg_frame_rate: "25/1",
        duration: "4",
      },
      { index: 1, codec_type: "audio", codec_name: "aac", sample_rate: "48000", channels: 2, duration: "4" },
    ],
    format: { format_name: "mov,mp4", duration: "4" },
  },
  1,
);
const frame = (time: number): string =>
  `[Parsed_showinfo_0 @ 0x1] [info] n:   1 pts:  1 pts_time:${time}  pos: 1 fmt:yuv420p`;
const sound = (time: number): string =>
  `[Parsed_ashowinfo_0 @ 0x2] [info] n:1 pts:1 pts_time:${time} pos:1 fmt:fltp channels:2 chlayout:stereo rate:48000 nb_samples:24000 checksum:0`;
const decoded = (lines: readonly string[]) => {
  const reader = createDecodeLogReader(1 / 25);
  for (const line of lines) expect(reader.take(line)).toBe(true);
  return reader.read();
};
const judged = (lines: readonly string[]) =>
  facts ? judgeDecoding(facts, decoded(lines), "a.mp4").map(({ code, target }) => [code, target.second]) : [];
const whole = (to: number): string[] =>
  Array.from({ length: to * 2 }, (_, half) => [frame(half / 2), sound(half / 2)]).flat();

it("has nothing to say of a whole file", () => {
  expect(judged([...whole(4), frame(3.96)])).toEqual([]);
  expect(trueEnd(decoded([...whole(4), frame(3.96)]))).toBeCloseTo(4, 6);
});

it("tells where a file ends early, and not of the damage at that end", () => {
  expect(judged([...whole(2), "[mov @ 0x3] [error] stream 0, offset 0x3cb7: partial file"])).toEqual([
    ["media.ends-early", 1.54],
  ]);
});

it("tells of damage at its second, spans joined, warnings only where they are of damage", () => {
  const lines = [
    "[mpeg @ 0x3] [warning] Packet corrupt (stream = 1, dts = 1).",
    ...whole(1),
    "[h264 @ 0x3] [error] error while decoding MB 5 3, bytestream -5",
    frame(1),
    "[h264 @ 0x3] [error] concealing 12 DC errors",
    "[h264 @ 0x3] [warning] Increasing reorder buffer to 1",
    "[null @ 0x3] [error] Application provided invalid, non monotonically increasing dts",
    ...whole(4).slice(6),
    frame(3.96),
  ];
  expect(judged(lines)).toEqual([["media.damaged", 0.5]]);
  expect(decoded(lines).damage).toEqual([{ from: 0.5, to: 1, reason: "error while decoding MB 5 3, bytestream -5" }]);
});

it("tells of times that go back, once for each time they do", () => {
  expect(judged([...whole(3), frame(1), frame(1.04), ...whole(4).slice(12), frame(3.96)])).toEqual([
    ["media.times-jump", 2.5],
  ]);
});

it("tells where sound and picture part, and of a length that was said wrong", () => {
  expect(judged([...whole(4), frame(3.96), sound(4), sound(4.5)])).toEqual([
    ["media.longer-than-said", undefined],
    ["media.sound-and-picture-differ", 4],
  ]);
});
