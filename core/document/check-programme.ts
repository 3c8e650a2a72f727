/** What is checked of one programme by itself: the ids it mentions, and that its own lead somewhere within it. */

import type { PartChecker } from "./check-parts.ts";
import type { JsonPath } from "./json-path.ts";
import { nearestName } from "./nearest-name.ts";
import { cueWithoutTime, duplicateId, type Kind, unknownReference } from "./reference-diagnostics.ts";
import type { AudioTrack, Clip, Cue, Programme, Scene, ShownPage } from "./schema/programme.ts";

type Target = (step: string | number, ...steps: readonly (string | number)[]) => JsonPath;

/** Reports what is wrong with what a programme refers to. */
export function checkProgramme(check: PartChecker, programme: Programme, path: JsonPath): void {
  const at: Target = (...steps) => [...path, ...steps];
  const scenes = programme.kind === "clip" ? programme.scenes : [];
  const sceneIds = uniqueIds(check, "scene", scenes, at("scenes"));
  checkTracks(check, programme.tracks, sceneIds, at("tracks"));
  if (programme.kind === "clip") checkClip(check, programme, sceneIds, at);
  else {
    uniqueIds(check, "part", programme.parts, at("parts"));
    for (const [index, part] of programme.parts.entries()) checkMedia(check, part, at("parts", index));
    if (programme.bed) check.known("media", programme.bed.media, at("bed", "media"));
  }
}

function checkClip(check: PartChecker, clip: Clip, scenes: ReadonlySet<string>, at: Target): void {
  for (const [index, scene] of clip.scenes.entries()) checkScene(check, scene, at("scenes", index));
  uniqueIds(check, "overlay", clip.overlays, at("overlays"));
  for (const [index, overlay] of clip.overlays.entries()) {
    checkLocal(check, "scene", overlay.scene, scenes, at("overlays", index, "scene"));
    checkShownPage(check, overlay, at("overlays", index));
    if (overlay.type !== "page") check.known("text", overlay.text, at("overlays", index, "text"));
  }
  check.known("paragraphStyle", clip.captionLook?.style, at("captionLook", "style"));
  for (const [language, cues] of Object.entries(clip.captions ?? {})) checkCues(check, cues, at("captions", language));
}

function checkScene(check: PartChecker, scene: Scene, path: JsonPath): void {
  switch (scene.type) {
    case "image":
      check.known("asset", scene.asset, [...path, "asset"]);
      for (const [language, asset] of Object.entries(scene.variants ?? {})) {
        check.known("asset", asset, [...path, "variants", language]);
      }
      break;
    case "clip":
      checkMedia(check, scene, path);
      break;
    case "page":
      checkShownPage(check, scene, path);
      break;
    case "color":
      break;
  }
}

function checkShownPage(check: PartChecker, { page, shapes, texts }: ShownPage, path: JsonPath): void {
  check.known("page", page, [...path, "page"]);
  for (const [index, shape] of (shapes ?? []).entries()) check.known("page", shape, [...path, "shapes", index]);
  for (const [replaced, shown] of Object.entries(texts ?? {})) {
    check.known("text", replaced, [...path, "texts", replaced]);
    check.known("text", shown, [...path, "texts", replaced]);
  }
}

function checkMedia(
  check: PartChecker,
  { media, variants }: { readonly media: string; readonly variants?: Readonly<Record<string, string>> | undefined },
  path: JsonPath,
): void {
  check.known("media", media, [...path, "media"]);
  for (const [language, id] of Object.entries(variants ?? {}))
    check.known("media", id, [...path, "variants", language]);
}

function checkTracks(
  check: PartChecker,
  tracks: readonly AudioTrack[],
  scenes: ReadonlySet<string>,
  path: JsonPath,
): void {
  const ids = uniqueIds(check, "track", tracks, path);
  for (const [index, track] of tracks.entries()) {
    const place = [...path, index];
    for (const [position, id] of (track.duck?.under ?? []).entries()) {
      checkLocal(check, "track", id, ids, [...place, "duck", "under", position]);
    }
    uniqueIds(check, "audioItem", track.items, [...place, "items"]);
    for (const [position, item] of track.items.entries()) {
      checkMedia(check, item, [...place, "items", position]);
      checkLocal(check, "scene", item.scene, scenes, [...place, "items", position, "scene"]);
    }
  }
}

function checkCues(check: PartChecker, cues: readonly Cue[], path: JsonPath): void {
  for (const [index, { from, to }] of cues.entries()) {
    if (to <= from) check.report(cueWithoutTime(check.target([...path, index, "to"]), from, to));
  }
}

function uniqueIds(
  check: PartChecker,
  kind: Kind,
  things: readonly { readonly id: string }[],
  path: JsonPath,
): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [index, { id }] of things.entries()) {
    if (ids.has(id)) {
      const first = things.findIndex((one) => one.id === id);
      check.report(duplicateId(check.target([...path, index]), kind, id, `${path.at(-1)}[${first}]`));
    }
    ids.add(id);
  }
  return ids;
}

function checkLocal(
  check: PartChecker,
  kind: Kind,
  id: string | undefined,
  known: ReadonlySet<string>,
  path: JsonPath,
): void {
  if (id === undefined || known.has(id)) return;
  check.report(unknownReference(check.target(path), kind, id, nearestName(id, known)));
}
