import { expect, it } from "vitest";
import { listPresets } from "../media/presets/preset-files.ts";
import { checkEncoders } from "./check-encoders.ts";

const { presets } = listPresets("/nowhere");
const toldWithout = async (...missing: readonly string[]): Promise<string[]> => {
  const all = ["libx264", "mpeg2video", "dnxhd", "aac", "libmp3lame", "libtwolame", "mp2", "pcm_s16le", "pcm_s24le"];
  const found = await checkEncoders(presets, new Set(all.filter((name) => !missing.includes(name))));
  return found.map(({ message }) => /“([^”]+)”.*“([^”]+)”/.exec(message.en)?.slice(1).join(" ") ?? "");
};

it("finds every preset possible with all encoders, and takes the second best", async () => {
  expect(await toldWithout()).toEqual([]);
  expect(await toldWithout("libtwolame")).toEqual([]);
});

it("names what each preset lacks", async () => {
  expect(await toldWithout("libmp3lame")).toEqual(["loudspeaker-mp3 libmp3lame", "mp3-192 libmp3lame"]);
  expect(await toldWithout("dnxhd", "pcm_s24le")).toEqual([
    "bwf-24 pcm_s24le",
    "dnxhd-120 dnxhd",
    "dnxhd-120 pcm_s24le",
    "xdcam-hd422 pcm_s24le",
  ]);
});
