import { copyFileSync, readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { measureSound } from "../../host/media/measure/measure-sound.ts";
import { probeMedia } from "../../host/media/probe-media.ts";
import { measureWhileWritten } from "../../host/media/sound/measure-while-written.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { makeSound } from "./support/make-media.ts";

const SOUND = "anoisesrc=c=pink:a=0.4:r=48000:seed=3:d=4.1,volume='0.2+abs(sin(3*t))':eval=frame";
const FRAMES = 196_800;

const kinds = [
  { format: "mp3", channels: 1, args: ["-ac", "1", "-b:a", "128k", "-id3v2_version", "3", "-metadata", "title=Tin"] },
  { format: "mp3", channels: 2, args: ["-ac", "2", "-b:a", "192k"] },
  { format: "wav", channels: 2, args: ["-ac", "2", "-c:a", "pcm_s24le", "-write_bext", "1", "-rf64", "auto"] },
] as const;

/** Writes a file in parts with pauses, as encoders do: its head is finished last, and `atEnd` may do what they do not. */
async function writeSlowly(from: string, path: string, atEnd: (bytes: Buffer) => void = () => undefined) {
  const bytes = readFileSync(from);
  const handle = await open(path, "w");
  try {
    const unfinished = Buffer.from(bytes);
    if (from.endsWith("wav")) unfinished.writeUInt32LE(0xffffffff, unfinished.indexOf("data") + 4);
    else unfinished.fill(0, unfinished.indexOf("Info") + 8, unfinished.indexOf("Info") + 150);
    const part = Math.ceil(bytes.length / 4);
    for (let at = 0; at < bytes.length; at += part) {
      await handle.write(unfinished.subarray(at, at + part));
      await setTimeout(60);
    }
    atEnd(bytes);
    await handle.write(bytes, 0, bytes.length, 0);
  } finally {
    await handle.close();
  }
}

it.each(kinds)(
  "$format of $channels is measured while it is written, or not at all",
  async ({ format, channels, args }) => {
    const folder = temporaryFolder();
    const made = makeSound(join(folder, `xong.${format}`), SOUND, args);
    const path = join(folder, `đang ghi.${format}`);
    const sound = { path, format, channels, frames: FRAMES };
    copyFileSync(made, path);
    const found = await measureWhileWritten(sound, () => writeSlowly(made, path));
    // To the last digit as the finished file is.
    expect(found).toEqual(await measureSound(await probeMedia(path)));
    expect(found?.loudness.duration).toBeCloseTo(4.1, 6);
    // The disk holds something else than was read, or of another length.
    const spoil = (bytes: Buffer): void => void bytes.writeUInt8(bytes.readUInt8(20_000) ^ 1, 20_000);
    expect(await measureWhileWritten(sound, () => writeSlowly(made, path, spoil))).toBeUndefined();
    const longer = { ...sound, frames: FRAMES + 480 };
    expect(await measureWhileWritten(longer, () => writeSlowly(made, path))).toBeUndefined();
    const full = new Error("no room");
    await expect(measureWhileWritten(sound, () => Promise.reject(full))).rejects.toBe(full);
  },
);
