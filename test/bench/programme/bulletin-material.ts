/** A folder with a bulletin of half an hour as offices make them: files of several kinds, a bed below the whole of it, speech cleaned up. */

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bulletin } from "../../../core/document/schema/programme.ts";
import { serializeProject } from "../../../core/document/serialize-project.ts";
import { makeSound } from "../../programme/support/make-media.ts";
import { sampleProject } from "../../support/sample-project.ts";
import { speech } from "./speech.ts";

export const BULLETIN_SECONDS = 1_800;
const ITEM_SECONDS = 208;

/** What phones, recorders and desks give. */
const RECORDINGS = [
  { extension: "mp3", rate: 44_100, options: ["-b:a", "128k"] },
  { extension: "wav", rate: 48_000, options: [] },
  { extension: "m4a", rate: 44_100, options: ["-c:a", "aac", "-b:a", "128k", "-ac", "2"] },
  { extension: "mp3", rate: 48_000, options: ["-b:a", "192k", "-ac", "2"] },
] as const;

const chord = (...tones: readonly number[]): string =>
  tones.map((tone) => `0.12*sin(2*PI*${tone}*t)*(0.6+0.4*sin(${(tone / 90).toFixed(2)}*t))`).join("+");

export interface BulletinMaterial {
  readonly project: string;
  /** Files in the order they are heard, without the bed. */
  readonly parts: readonly string[];
  readonly bed: string;
}

/** Makes the files and the project in `folder`. */
export function makeBulletinMaterial(folder: string): BulletinMaterial {
  const media: { readonly id: string; readonly file: string }[] = [];
  const parts: Bulletin["parts"] = [];
  const keep = (id: string, file: string): string => {
    media.push({ id, file });
    return join(folder, file);
  };
  const speak = (id: string, seconds: number, seed: number): void => {
    const { extension, rate, options } = RECORDINGS[seed % RECORDINGS.length] ?? RECORDINGS[0];
    const raw = ["-f", "f32le", "-ar", String(rate), "-ac", "1", "-i", "pipe:0"];
    const path = keep(id, `${id}.${extension}`);
    const { status } = spawnSync("ffmpeg", ["-loglevel", "error", "-y", ...raw, ...options, path], {
      input: new Uint8Array(speech(seconds, rate, seed).buffer),
      stdio: ["pipe", "ignore", "inherit"],
    });
    if (status !== 0) throw new Error(`ffmpeg could not make ${path}`);
  };
  const music = (id: string, seconds: number, graph: string): string =>
    makeSound(keep(id, `${id}.mp3`), `aevalsrc='${graph}':s=44100:c=stereo:d=${seconds}`, ["-b:a", "192k"]);

  music("jingle", 8, `${chord(523, 659, 784)}|${chord(523, 660, 783)}`);
  music("bumper", 3, `${chord(784, 988)}|${chord(784, 987)}`);
  const bed = music("bed", 97, `${chord(110, 220, 277, 330)}|${chord(110, 221, 278, 329)}`);
  parts.push({ id: "jingle", role: "jingle", media: "jingle", fadeOut: 1 });
  speak("opening", 25, 1);
  parts.push({ id: "opening", role: "opening", media: "opening", pause: -0.8 });
  for (let item = 1; item <= 8; item += 1) {
    parts.push({ id: `bumper${item}`, role: "bumper", media: "bumper", pause: 0.5 });
    speak(`item${item}`, ITEM_SECONDS, item + 1);
    parts.push({ id: `item${item}`, role: "item", media: `item${item}`, pause: 0.3 });
  }
  speak("closing", 20, 10);
  parts.push({ id: "closing", role: "closing", media: "closing", pause: 0.8 });

  const bulletin: Bulletin = {
    kind: "bulletin",
    id: "tin",
    title: { vi: "Bản tin nửa giờ" },
    duration: BULLETIN_SECONDS,
    treatment: "gentle",
    tracks: [],
    parts,
    bed: { media: "bed", gain: -6 },
  };
  const project = join(folder, "project.json");
  writeFileSync(project, serializeProject(sampleProject({ media, programmes: [bulletin] })));
  const pathOf = new Map(media.map(({ id, file }) => [id, join(folder, file)]));
  return { project, parts: parts.flatMap((part) => pathOf.get(part.media) ?? []), bed };
}
