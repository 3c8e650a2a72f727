/** Puts a title of a package into a project's clip and writes the project as a package. */

import { type Diagnostic, DiagnosticError, hasErrors } from "../../core/diagnostics/diagnostic.ts";
import { nearestName } from "../../core/document/nearest-name.ts";
import type { AssetEntry, Project } from "../../core/document/schema/project.ts";
import type { SlotValues } from "../../core/merge/apply-slots.ts";
import { takeTitle } from "../../core/programme/titles/take-title.ts";
import { unknownTitleScene } from "../../core/programme/titles/title-diagnostics.ts";
import { titlesOf } from "../../core/programme/titles/title-package.ts";
import { readSlotSettings } from "../make/read-slot-settings.ts";
import { createMediaFinder } from "../package/find-media.ts";
import { openProject } from "../package/open-project.ts";
import { savePackage } from "../package/write-package.ts";
import { chooseClip } from "../programme/choose-programme.ts";
import { openTitlePackage } from "./title-packages.ts";

export interface TitleRequest {
  /** An `.xtin` or JSON file. */
  readonly source: string;
  readonly programme?: string | undefined;
  /** Id of a package, or a project's file. */
  readonly package: string;
  readonly title: string;
  /** `slot=text` or `slot:km=text`, as `make` takes them. */
  readonly slots: readonly string[];
  readonly scene?: string | undefined;
  /** Seconds. */
  readonly at: number;
  readonly duration?: number | undefined;
  readonly id?: string | undefined;
  readonly out: string;
}

export interface TitleReport {
  readonly ok: boolean;
  readonly path: string;
  readonly programme: string;
  readonly overlay: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Nothing is written where there are errors. Throws a `DiagnosticError` where the work cannot begin. */
export async function addTitle(request: TitleRequest): Promise<TitleReport> {
  const opened = await openProject(request.source);
  const titles = await openTitlePackage(request.package);
  const clip = chooseClip(opened.project.programmes ?? [], request.programme, request.source);
  const scenes = clip.scenes.map(({ id }) => id);
  if (request.scene !== undefined && !scenes.includes(request.scene)) {
    throw new DiagnosticError([unknownTitleScene(request.scene, scenes, nearestName(request.scene, scenes))]);
  }
  const pictures: AssetEntry[] = [];
  const assets = {
    ...opened.assets,
    addAsset(bytes: Uint8Array, name: string): AssetEntry {
      const entry = opened.assets.addAsset(bytes, name);
      pictures.push(entry);
      return entry;
    },
  };
  const slots = namedWithin(titles.project, request.title);
  const values: Record<string, SlotValues> = {};
  for (const [language, settings] of byLanguage(request.slots, opened.project.languages.source)) {
    values[language] = (await readSlotSettings(settings, { ...opened, project: slots, assets })).values;
  }
  const { id, scene, at, duration, title } = request;
  const taken = takeTitle(opened.project, titles.project, {
    programme: clip.id,
    title,
    values,
    scene,
    at,
    duration,
    id,
  });
  const report = { path: request.out, programme: clip.id, overlay: taken.overlay };
  if (hasErrors(taken.diagnostics)) return { ok: false, ...report, diagnostics: taken.diagnostics };
  const known = new Set(taken.project.assets.map((one) => one.id));
  const project: Project = {
    ...taken.project,
    assets: [...taken.project.assets, ...pictures.filter((one) => !known.has(one.id))],
  };
  const brought = new Set(taken.assets);
  const read = {
    bytes: (asset: string): Uint8Array | undefined => (brought.has(asset) ? titles.assets : opened.assets).bytes(asset),
  };
  const written = await savePackage(request.out, project, read, { finder: createMediaFinder([opened.file]) });
  return { ok: true, ...report, diagnostics: [...taken.diagnostics, ...written.diagnostics] };
}

/** The package with the slots of one title, as they are called within it. */
const namedWithin = (titles: Project, title: string): Project => ({
  ...titles,
  slots: titlesOf(titles)
    .filter(({ id }) => id === title)
    .flatMap((one) => one.slots.map(({ name, slot }) => ({ ...slot, name }))),
});

/** `name:km=…` is said in Khmer, `name=…` in the project's own language. */
function byLanguage(settings: readonly string[], source: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>([[source, []]]);
  for (const setting of settings) {
    const [, name, language, rest] = /^([^=:]+):([A-Za-z][A-Za-z0-9-]*)(=[\s\S]*)$/u.exec(setting) ?? [];
    const tag = language ?? source;
    found.set(tag, [...(found.get(tag) ?? []), name === undefined ? setting : `${name}${rest ?? ""}`]);
  }
  return found;
}
