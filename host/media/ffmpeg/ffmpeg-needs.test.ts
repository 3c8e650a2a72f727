import { expect, it } from "vitest";
import { describeFfmpeg, type FfmpegAbilities } from "./describe-ffmpeg.ts";
import { ffmpegShortcomings } from "./ffmpeg-needs.ts";

const without = (
  abilities: FfmpegAbilities,
  part: "encoders" | "decoders" | "muxers" | "filters",
  ...gone: string[]
) => ({
  ...abilities,
  [part]: new Set([...abilities[part]].filter((name) => !gone.includes(name))),
});

it("lacks nothing on a machine the tests run on, and says of each part what is lost without it", async () => {
  const full = await describeFfmpeg();
  expect(ffmpegShortcomings(full)).toEqual([]);
  const lost = (abilities: FfmpegAbilities) =>
    ffmpegShortcomings(abilities).map(({ code, message }) => [code, message.en]);
  expect(lost(without(full, "decoders", "hevc"))).toEqual([
    ["machine.ffmpeg-lacks-decoder", expect.stringContaining("HEIC photographs")],
  ]);
  expect(lost(without(full, "filters", "idet", "signalstats"))).toEqual([
    ["machine.ffmpeg-lacks-filter", expect.stringMatching(/“idet, signalstats”.*no reports/)],
  ]);
  expect(lost(without(full, "encoders", "libtwolame"))).toEqual([]);
  expect(lost(without(full, "encoders", "libtwolame", "mp2"))).toHaveLength(1);
  expect(lost(without(full, "muxers", "mxf"))).toHaveLength(1);
  expect(lost({ ...full, version: "3.4.8-0ubuntu0.2" })[0]?.[0]).toBe("machine.ffmpeg-too-old");
});
