/** A bulletin of half an hour: how many times faster than it plays, beside an encoder that is handed the finished mix, and beside ffmpeg's own filters. */

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { audioArguments, containerArguments } from "../../../core/programme/presets/preset-arguments.ts";
import { treatmentFilters } from "../../../core/programme/sound/treatment.ts";
import { describeFfmpeg } from "../../../host/media/ffmpeg/describe-ffmpeg.ts";
import { findFfmpeg } from "../../../host/media/ffmpeg/find-ffmpeg.ts";
import { findPreset } from "../../../host/media/presets/preset-files.ts";
import { BULLETIN_SECONDS, type BulletinMaterial, makeBulletinMaterial } from "./bulletin-material.ts";
import { type Measured, runMeasured } from "./run-measured.ts";

const LEAST_SPEED = 60;
/** Seconds ffmpeg's filters are given: all of it would take them minutes, and every second costs them the same. */
const PEER_SECONDS = 90;
const PRESETS = ["loudspeaker-mp3", "bwf-24"] as const;

/** What was promised and not kept. */
export async function benchBulletin(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "xuongtin-bench-"));
  try {
    process.stderr.write("half an hour of speech…\n");
    mkdirSync(join(folder, "material"));
    const material = makeBulletinMaterial(join(folder, "material"));
    const failures: string[] = [];
    process.stdout.write(`\nBulletin of ${BULLETIN_SECONDS / 60} minutes, speech cleaned up, over a bed\n\n`);
    for (const preset of PRESETS) failures.push(...(await benchPreset(material, preset, folder)));
    const scaled = BULLETIN_SECONDS / PEER_SECONDS;
    process.stdout.write(
      `\n* ${PEER_SECONDS} s of it, its time taken ${scaled} times; ${LEAST_SPEED}× real time are promised\n`,
    );
    return failures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchPreset(material: BulletinMaterial, id: string, folder: string): Promise<readonly string[]> {
  const preset = findPreset(id);
  const ffmpeg = findFfmpeg().ffmpeg.path;
  const out = (name: string): string => join(folder, `${name}.${preset.extension}`);
  const { encoders } = await describeFfmpeg();
  const encoding = [...audioArguments(preset.audio, encoders), ...containerArguments(preset)];
  process.stderr.write(`${id}…\n`);
  const command = new URL("../../../cli/xuongtin.ts", import.meta.url).pathname;
  const ours = await runMeasured(
    process.execPath,
    [command, "render", material.project, "--preset", id, "--out", out("ours")],
    { XUONGTIN_HOME: join(folder, `home-${id}`) },
  );
  process.stderr.write("the encoder alone…\n");
  const mix = join(folder, "mix.wav");
  await runMeasured(ffmpeg, ["-nostdin", "-y", "-i", out("ours"), "-ac", String(preset.audio.channels), mix]);
  const alone = await runMeasured(ffmpeg, ["-nostdin", "-y", "-i", mix, ...encoding, out("alone")]);
  process.stderr.write("ffmpeg's filters…\n");
  const graph = await filterGraph(material, preset.loudness, encoding, out("graph"));
  const rows: readonly (readonly [string, Measured])[] = [
    ["Xưởng Tin", ours],
    ["encoder alone", alone],
    [`ffmpeg's filters*`, graph],
  ];
  for (const [name, run] of rows) process.stdout.write(`${id.padEnd(18)}${name.padEnd(18)}${row(run)}\n`);
  const speed = BULLETIN_SECONDS / ours.seconds;
  return speed < LEAST_SPEED ? [`${id}: ${speed.toFixed(0)} times real time, ${LEAST_SPEED} promised`] : [];
}

const row = ({ seconds, processor, megabytes, helpersMegabytes }: Measured): string =>
  `${seconds.toFixed(1).padStart(7)} s${(BULLETIN_SECONDS / seconds).toFixed(0).padStart(6)}× real time` +
  `${processor === undefined ? "" : `${processor.toFixed(0)} s of processors`.padStart(22)}   ${megabytes} + ${helpersMegabytes} MB`;

/** The same job with `amix`, `sidechaincompress` and `loudnorm` in two passes: parts laid end to end, the bed ducked under them. */
async function filterGraph(
  { parts: all, bed }: BulletinMaterial,
  { target, truePeak }: { readonly target: number; readonly truePeak: number },
  encoding: readonly string[],
  out: string,
): Promise<Measured> {
  const scaled = BULLETIN_SECONDS / PEER_SECONDS;
  // Jingle, opening, a bumper and an item: more than is heard of them.
  const parts = all.slice(0, 4);
  const inputs = [...parts.flatMap((path) => ["-i", path]), "-stream_loop", "-1", "-i", bed];
  const conformed = parts.map(
    (_, index) =>
      `[${index}:a]aresample=48000,aformat=channel_layouts=stereo,${treatmentFilters("gentle").join(",")}[p${index}]`,
  );
  const chain = parts.map((_, index) => `[p${index}]`).join("");
  const normal = `loudnorm=I=${target}:TP=${truePeak}:LRA=11`;
  const graph = (last: string): string =>
    [
      ...conformed,
      `${chain}concat=n=${parts.length}:v=0:a=1,asplit[voice][key]`,
      `[${parts.length}:a]aresample=48000,volume=-6dB[bed]`,
      "[bed][key]sidechaincompress=threshold=0.02:ratio=8:attack=20:release=600[ducked]",
      `[voice][ducked]amix=inputs=2:duration=first:normalize=0,${last}[out]`,
    ].join(";");
  const ffmpeg = findFfmpeg().ffmpeg.path;
  const common = ["-hide_banner", "-nostats", "-nostdin", "-y", ...inputs];
  const first = await runMeasured(ffmpeg, [
    ...common,
    ...["-filter_complex", graph(`${normal}:print_format=json`), "-map", "[out]"],
    ...["-t", String(PEER_SECONDS), "-f", "null", "-"],
  ]);
  const second = await runMeasured(ffmpeg, [
    ...common,
    ...["-filter_complex", graph(`${normal},aresample=48000`), "-map", "[out]"],
    ...["-t", String(PEER_SECONDS), ...encoding, out],
  ]);
  const processor =
    first.processor === undefined || second.processor === undefined
      ? undefined
      : (first.processor + second.processor) * scaled;
  return { ...second, seconds: (first.seconds + second.seconds) * scaled, processor };
}
