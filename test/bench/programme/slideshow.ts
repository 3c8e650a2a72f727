/** A clip of photographs: each is panned and zoomed, dissolves into the next and has a caption. */

import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Clip, View } from "../../../core/document/schema/programme.ts";
import { serializeProject } from "../../../core/document/serialize-project.ts";
import { sampleProject } from "../../support/sample-project.ts";

export interface Slideshow {
  readonly photos: readonly string[];
  readonly secondsEach: number;
  readonly dissolve: number;
}

export const RATE = 25;

/** From where to where the view of each photograph goes, by turns. */
export const MOTIONS: readonly { readonly from: View; readonly to: View }[] = [
  { from: { x: 0.5, y: 0.5, zoom: 1 }, to: { x: 0.55, y: 0.45, zoom: 1.25 } },
  { from: { x: 0.35, y: 0.5, zoom: 1.3 }, to: { x: 0.65, y: 0.5, zoom: 1.3 } },
  { from: { x: 0.45, y: 0.55, zoom: 1.35 }, to: { x: 0.5, y: 0.5, zoom: 1.05 } },
];

const captions = readFileSync(new URL("../../fixtures/corpus/vi.txt", import.meta.url), "utf8")
  .split("\n")
  .flatMap((line) => line.match(/\S.{24,60}?(?=[\s.,;]|$)/gu) ?? []);

export const slideshowSeconds = ({ photos, secondsEach }: Slideshow): number => photos.length * secondsEach;

/** The clip; another `changed` makes the scene of that number another one. */
export function slideshowClip({ photos, secondsEach, dissolve }: Slideshow, changed?: number): Clip {
  return {
    kind: "clip",
    id: "anh",
    title: { vi: "Ảnh hoạt động" },
    frame: { width: 1920, height: 1080 },
    scenes: photos.map((_, index) => ({
      type: "image",
      id: `canh-${index}`,
      duration: secondsEach,
      asset: `anh-${index}`,
      motion: { ...(MOTIONS[(index + (index === changed ? 1 : 0)) % MOTIONS.length] ?? MOTIONS[0]), ease: "linear" },
      ...(index > 0 && { enter: { kind: "dissolve", duration: dissolve } }),
    })) as Clip["scenes"],
    overlays: [],
    tracks: [],
    captions: {
      vi: photos.map((_, index) => ({
        from: index * secondsEach + 0.2,
        to: (index + 1) * secondsEach - 0.2,
        text: captions[(index * 7) % captions.length] ?? "Ảnh hoạt động",
      })),
    },
  };
}

/** Writes the project beside its photographs; answers the path of its file. */
export function writeSlideshow(slideshow: Slideshow, changed?: number): string {
  const file = join(dirname(slideshow.photos[0] ?? ""), "project.json");
  const project = sampleProject({
    page: { width: 960, height: 540, bleed: 0, margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    assets: slideshow.photos.map((photo, index) => ({ id: `anh-${index}`, file: basename(photo) })),
    programmes: [slideshowClip(slideshow, changed)],
  });
  writeFileSync(file, serializeProject(project));
  return file;
}
