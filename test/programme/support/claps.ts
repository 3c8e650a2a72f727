/** Films that clap: a white flash and a click at one moment, in files of several frame rates; and what of them is left in a finished file. */

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Clip } from "../../../core/document/schema/programme.ts";
import { serializeProject } from "../../../core/document/serialize-project.ts";
import { findPreset } from "../../../host/media/presets/preset-files.ts";
import { sampleClip } from "../../support/sample-clip.ts";
import { sampleProject } from "../../support/sample-project.ts";
import { makeMedia } from "./make-media.ts";

const FRAME_RATE = 25;
const SOUND_RATE = 48_000;
/** Seconds of each film, and at which of them it claps. */
const FILM_SECONDS = 20;
const CLAP_AT = 10;

interface Film {
  readonly file: string;
  readonly rate: string;
  readonly filter?: string;
  readonly output: readonly string[];
}

/** Uneven frames as phones make them, American rates, fields of television, cinema. */
const FILMS: readonly Film[] = [
  {
    file: "điện thoại.mkv",
    rate: "30",
    filter: "select='not(eq(mod(n,7),3))*not(between(mod(n,60),41,44))'",
    output: ["-fps_mode", "vfr", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-ar", "44100"],
  },
  {
    file: "29.97.mp4",
    rate: "30000/1001",
    output: ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-c:a", "aac"],
  },
  {
    file: "50i.mpg",
    rate: "50",
    filter: "tinterlace=interleave_top,setfield=tff",
    output: ["-c:v", "mpeg2video", "-b:v", "3M", "-flags", "+ilme+ildct", "-c:a", "mp2", "-f", "vob"],
  },
  { file: "24.avi", rate: "24", output: ["-c:v", "mpeg4", "-q:v", "4", "-c:a", "libmp3lame", "-ar", "44100"] },
];

/** Seconds at which it turns white, and at which it clicks. */
export interface Clap {
  readonly flash: number;
  readonly click: number;
}

/** A project of `scenes` scenes of the films in turn, each `seconds` long, with a clap in the middle of each: when they are to be seen and heard. */
export function makeClaps(
  folder: string,
  scenes: number,
  seconds: number,
): { readonly source: string; readonly claps: readonly Clap[] } {
  for (const { file, rate, filter, output } of FILMS) {
    const flash = `drawbox=color=white:t=fill:enable='between(t,${CLAP_AT - 0.001},${CLAP_AT + 0.25})'`;
    const picture = `color=0x101010:s=320x180:r=${rate}:d=${FILM_SECONDS},${[flash, ...(filter ? [filter] : [])].join(",")}`;
    const click = `aevalsrc='0.03*sin(2*PI*300*t)+0.7*between(t,${CLAP_AT},${CLAP_AT + 0.001})':s=48000:d=${FILM_SECONDS}`;
    makeMedia(join(folder, file), [
      "-f",
      "lavfi",
      "-i",
      picture,
      "-f",
      "lavfi",
      "-i",
      click,
      "-pix_fmt",
      "yuv420p",
      ...output,
    ]);
  }
  // Containers and coders have moved them, and the two apart.
  const moved = FILMS.map(({ file }) => filmClap(join(folder, file)));
  const claps: Clap[] = [];
  const played = Array.from({ length: scenes }, (_, index): Clip["scenes"][number] => {
    // Claps wander through the scenes by less than whole frames, so that no two stand alike on the frames of film and programme.
    const into = seconds / 2 + ((index % 5) - 2) * 0.047;
    const { flash, click } = moved[index % FILMS.length] ?? { flash: CLAP_AT, click: CLAP_AT };
    const begins = index * seconds + into - CLAP_AT;
    claps.push({ flash: begins + flash, click: begins + click });
    const crossing = index % 3 === 1 ? { enter: { kind: "dissolve" as const, duration: 0.4 } } : {};
    return {
      type: "clip",
      id: `canh${index}`,
      duration: seconds,
      media: `phim${index % FILMS.length}`,
      start: CLAP_AT - into,
      sound: {},
      ...crossing,
    };
  });
  const media = FILMS.map(({ file }, index) => ({ id: `phim${index}`, file }));
  const source = join(folder, "project.json");
  writeFileSync(source, serializeProject(sampleProject({ media, programmes: [sampleClip(played)] })));
  return { source, claps };
}

/** A preset of the program at a size that is quickly rendered; answers its file. */
export function smallPreset(folder: string, id: "web-1080p25" | "hd-mpg"): string {
  const preset = findPreset(id, "/nowhere");
  const { video } = preset;
  if (!video) throw new Error("not for films");
  const encoder =
    video.encoder.codec === "mpeg2video"
      ? { ...video.encoder, level: "main", bitRate: 4_000_000, bufferSize: 1_835_008 }
      : { ...video.encoder, effort: "ultrafast" };
  const path = join(folder, `${id}-small.json`);
  writeFileSync(
    path,
    JSON.stringify({ ...preset, id: `${id}-small`, video: { ...video, width: 320, height: 180, encoder } }),
  );
  return path;
}

/** The clap of a film as players show it. */
function filmClap(path: string): Clap {
  const { stderr } = spawnSync(
    "ffmpeg",
    // With its sound: of MPEG streams alone, ffmpeg counts from the first of those it is asked for.
    [
      "-hide_banner",
      "-nostdin",
      "-i",
      `file:${path}`,
      "-map",
      "0:v:0",
      "-map",
      "0:a:0",
      "-vf",
      "scale=2:2,showinfo",
      "-f",
      "null",
      "-",
    ],
    { encoding: "utf8", maxBuffer: 1e8 },
  );
  const shown = stderr.split("\n").find((line) => /mean:\[(1[5-9]|2)\d/.test(line)) ?? "";
  const flash = Number(/pts_time:([\d.]+)/.exec(shown)?.[1]);
  const begins = startOf(path, "a:0");
  const [click = Number.NaN] = findClicks(readSound(path), begins - Math.min(begins, startOf(path, "v:0")));
  return { flash, click };
}

export interface HeardClaps {
  readonly flashes: readonly number[];
  readonly clicks: readonly number[];
  /** Seconds at which each of the two ends. */
  readonly pictureEnd: number;
  readonly soundEnd: number;
}

/** What ffmpeg sees and hears in a file, from its first frame on: field by field where there are fields. */
export function readClaps(path: string): HeardClaps {
  const isWoven = factOf(path, "v:0", "field_order") === "tt";
  const rate = isWoven ? 2 * FRAME_RATE : FRAME_RATE;
  const small = `${isWoven ? "separatefields," : ""}scale=2:2:flags=area,format=gray`;
  const grey = new Uint8Array(decode(path, ["-map", "0:v:0", "-vf", small, "-f", "rawvideo"]));
  const frames = grey.length / 4;
  const level = (frame: number): number => grey[frame * 4] ?? 0;
  const flashes: number[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    if (level(frame) <= 128) continue;
    flashes.push(frame / rate);
    // Fields that were made into frames and back may flicker once more where it ends.
    frame += Math.floor(rate / 2);
  }
  const sound = readSound(path);
  const late = startOf(path, "a:0") - startOf(path, "v:0");
  return {
    flashes,
    clicks: findClicks(sound, late),
    pictureEnd: frames / rate,
    soundEnd: late + sound.length / SOUND_RATE,
  };
}

function readSound(path: string): Float32Array {
  const bytes = decode(path, ["-map", "0:a:0", "-ac", "1", "-ar", String(SOUND_RATE), "-f", "f32le"]);
  return new Float32Array(new Uint8Array(bytes).buffer);
}

/** Where sound that begins at `begin` is suddenly far louder than its tone. */
function findClicks(sound: Float32Array, begin: number): number[] {
  const threshold = sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) / 3;
  const clicks: number[] = [];
  for (let at = 0; at < sound.length; at += 1) {
    if (Math.abs(sound[at] ?? 0) < threshold) continue;
    clicks.push(begin + at / SOUND_RATE);
    at += SOUND_RATE / 2;
  }
  return clicks;
}

function decode(path: string, args: readonly string[]): Buffer {
  const { status, stdout, stderr } = spawnSync(
    "ffmpeg",
    [
      "-hide_banner",
      "-nostdin",
      "-loglevel",
      "error",
      "-i",
      `file:${path}`,
      ...args,
      "-fps_mode",
      "passthrough",
      "pipe:1",
    ],
    { maxBuffer: 2 ** 31 - 1 },
  );
  if (status !== 0) throw new Error(stderr.toString("utf8"));
  return stdout;
}

const startOf = (path: string, stream: string): number => Number.parseFloat(factOf(path, stream, "start_time"));

/** What ffprobe says of a stream. */
function factOf(path: string, stream: string, fact: string): string {
  const { stdout } = spawnSync(
    "ffprobe",
    ["-v", "error", "-select_streams", stream, "-show_entries", `stream=${fact}`, "-of", "csv=p=0", `file:${path}`],
    { encoding: "utf8" },
  );
  return stdout.split(/[,\s]/)[0] ?? "";
}
