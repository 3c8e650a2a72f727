/** Recordings and a template → a package with a bulletin that is ready to be rendered. */

import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { type Diagnostic, DiagnosticError, hasErrors } from "../../core/diagnostics/diagnostic.ts";
import { type AssetEntry, PROJECT_FORMAT, PROJECT_VERSION, type Project } from "../../core/document/schema/project.ts";
import { bulletinFileSilent, bulletinMusicMissing } from "../../core/programme/bulletins/bulletin-diagnostics.ts";
import type { BulletinTemplate } from "../../core/programme/bulletins/bulletin-template.ts";
import {
  type BulletinFacts,
  type BulletinMedia,
  type BulletinSounds,
  checkBulletinSounds,
  type FilledBulletin,
  fillBulletin,
} from "../../core/programme/bulletins/fill-bulletin.ts";
import type { RunningPart } from "../../core/programme/sound/arrange-bulletin.ts";
import { findAppHome } from "../home/app-home.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { diagnosticsOf } from "../make/diagnostics-of.ts";
import { refuseInputAsOutput } from "../make/output-safety.ts";
import { probeMedia } from "../media/probe-media.ts";
import { listen } from "../media/sound/listen.ts";
import { createMediaFinder, type MediaFinder, mediaAt } from "../package/find-media.ts";
import { savePackage } from "../package/write-package.ts";
import { planRender } from "../programme/render-programme.ts";
import { findBulletinTemplate } from "./bulletin-templates.ts";

export interface BulletinRequest extends Omit<BulletinSounds, "items"> {
  /** Id of a template, or a JSON file. */
  readonly template: string;
  readonly title: string;
  readonly language: string;
  /** `name=file`, or a file alone. */
  readonly items: readonly string[];
  /** Seconds. */
  readonly duration?: number | undefined;
  readonly out: string;
}

export interface BulletinReport {
  readonly ok: boolean;
  readonly path: string;
  readonly bytes: number;
  readonly template: string;
  readonly seconds: number;
  /** When each part is on. */
  readonly runningOrder: readonly RunningPart[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One page that nobody looks at: a project has at least one. */
const PAGE = { width: 297, height: 210, bleed: 0, margins: { top: 0, right: 0, bottom: 0, left: 0 } };
const NO_PICTURES = { bytes: () => undefined };

/**
 * Writes the package, whole or not at all, and listens to it for its running order. Throws a `DiagnosticError` with everything that is missing
 * or has no sound before anything is written, and the signal's reason when canceled.
 */
export async function makeBulletin(request: BulletinRequest, options: JobOptions = {}): Promise<BulletinReport> {
  const { out, title, language, duration } = request;
  const { template, file } = findBulletinTemplate(request.template);
  const sounds: BulletinSounds = { ...request, items: request.items.map(readItem) };
  const beside = createMediaFinder([file]);
  try {
    const loudnessOf = await hearMusic(template, sounds, beside, options);
    const filled = fillBulletin(template, sounds, { title, language, duration, loudnessOf });
    const finder = findingIn(filled.media, beside);
    const wrong = [
      ...checkBulletinSounds(template, sounds),
      ...(await checkFiles(filled.media, file, finder, options)),
    ];
    if (wrong.length > 0) throw new DiagnosticError(wrong);
    const given = filled.media.filter(({ from }) => from === "given");
    await refuseInputAsOutput(out, [file, ...given.map((one) => one.file)]);
    const project = projectOf(filled, title, language);
    const written = await savePackage(out, project, NO_PICTURES, { ...options, finder, media: "inside" });
    const order = await runningOrderOf(out, language, options);
    const diagnostics = [...written.diagnostics, ...order.diagnostics];
    return {
      ok: !hasErrors(diagnostics),
      path: out,
      bytes: (await stat(out)).size,
      template: template.id,
      seconds: order.seconds,
      runningOrder: order.runningOrder,
      diagnostics,
    };
  } finally {
    await beside.close();
  }
}

/** `name=file`; both may hold further `=`: the first that leaves the name of a file parts them. An item without a name is called as its file is. */
function readItem(item: string): BulletinSounds["items"][number] {
  const cuts = [...item.matchAll(/=/g)].map(({ index }) => index).filter((at) => item.slice(0, at).trim() !== "");
  const cut = existsSync(item) ? undefined : (cuts.find((at) => existsSync(item.slice(at + 1))) ?? cuts[0]);
  return cut === undefined
    ? { name: basename(item, extname(item)), file: item }
    : { name: item.slice(0, cut).trim(), file: item.slice(cut + 1) };
}

/** Files that were given are where they were given; music of the template's is beside it. */
function findingIn(media: readonly BulletinMedia[], beside: MediaFinder): MediaFinder {
  const given = new Map(media.flatMap(({ id, file, from }) => (from === "given" ? [[id, file] as const] : [])));
  return {
    ...beside,
    async find(entry) {
      const file = given.get(entry.id);
      return file === undefined ? beside.find(entry) : mediaAt(file);
    },
  };
}

/** How loud the music is that was given, and the template's in whose place it comes. What cannot be heard is told of later. */
async function hearMusic(
  template: BulletinTemplate,
  sounds: BulletinSounds,
  beside: MediaFinder,
  { signal }: JobOptions,
): Promise<NonNullable<BulletinFacts["loudnessOf"]>> {
  const known = new Map<string, number | null>();
  const hear = async (path: string): Promise<number | null> => {
    const { loudness } = await listen(await probeMedia(path, { signal }), findAppHome().sounds, { signal });
    return loudness;
  };
  const keep = async (key: string, path: Promise<string | undefined>): Promise<void> => {
    const found = await path.catch(() => undefined);
    if (found === undefined || known.has(key)) return;
    const heard = await hear(found).catch(() => null);
    signal?.throwIfAborted();
    known.set(key, heard);
  };
  for (const { role, file } of musicOf(template)) {
    const given = sounds[role];
    if (given === undefined) continue;
    await keep(`given:${given}`, Promise.resolve(given));
    const own = beside.find({ id: role, file });
    await keep(
      `template:${file}`,
      own.then((found) => found?.path),
    );
  }
  return (file, from) => known.get(`${from}:${file}`) ?? undefined;
}

interface OwnMusic {
  readonly role: "jingle" | "bumper" | "bed";
  readonly file: string;
}

function musicOf({ order, bed }: BulletinTemplate): readonly OwnMusic[] {
  const played = order.flatMap((entry): readonly OwnMusic[] => {
    if (entry.part === "jingle") return [{ role: "jingle", file: entry.file }];
    if (entry.part === "items" && entry.bumper) return [{ role: "bumper", file: entry.bumper.file }];
    return [];
  });
  return [...played, ...(bed ? [{ role: "bed", file: bed.file } as const] : [])];
}

/** Everything that cannot be played, each file once. */
async function checkFiles(
  media: readonly BulletinMedia[],
  template: string,
  finder: MediaFinder,
  { signal }: JobOptions,
): Promise<readonly Diagnostic[]> {
  const wrong = new Map<string, readonly Diagnostic[]>();
  for (const one of media) {
    const key = `${one.from}:${one.file}`;
    if (wrong.has(key)) continue;
    wrong.set(key, await (one.from === "given" ? checkSound(one.file, signal) : checkMusic(one, template, finder)));
  }
  return [...wrong.values()].flat();
}

const checkSound = (file: string, signal: AbortSignal | undefined): Promise<readonly Diagnostic[]> =>
  probeMedia(file, { signal }).then(
    ({ facts }) => (facts.audio.length === 0 ? [bulletinFileSilent(file)] : []),
    diagnosticsOf,
  );

const checkMusic = (
  { id, file }: BulletinMedia,
  template: string,
  finder: MediaFinder,
): Promise<readonly Diagnostic[]> =>
  finder.find({ id, file }).then((found) => (found ? [] : [bulletinMusicMissing(file, template)]), diagnosticsOf);

const projectOf = ({ bulletin, media }: FilledBulletin, title: string, language: string): Project => ({
  format: PROJECT_FORMAT,
  version: PROJECT_VERSION,
  id: bulletin.id,
  kind: "project",
  title: { [language]: title },
  product: "other",
  languages: { source: language, variants: [language] },
  page: PAGE,
  swatches: [],
  paragraphStyles: [],
  characterStyles: [],
  masters: [],
  pages: [{ id: "p1", frames: [] }],
  texts: {},
  assets: [],
  slots: [],
  media: media.map(({ id, file, from }): AssetEntry => ({ id, file: from === "given" ? basename(file) : file })),
  programmes: [bulletin],
});

/** As a render would play it. The package is written by now: what is wrong with its sound is told, not thrown. */
async function runningOrderOf(
  source: string,
  language: string,
  options: JobOptions,
): Promise<Pick<BulletinReport, "seconds" | "runningOrder" | "diagnostics">> {
  try {
    const request = {
      source,
      language,
      programme: undefined,
      presets: ["bwf-24"],
      fontFolders: [],
      out: `${source}.wav`,
    };
    const { plan, diagnostics } = await planRender(request, options);
    return { seconds: plan?.seconds ?? 0, runningOrder: plan?.runningOrder ?? [], diagnostics };
  } catch (error) {
    return { seconds: 0, runningOrder: [], diagnostics: diagnosticsOf(error) };
  }
}
