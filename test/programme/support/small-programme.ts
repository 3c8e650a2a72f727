import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Clip } from "../../../core/document/schema/programme.ts";
import { serializeProject } from "../../../core/document/serialize-project.ts";
import { findPreset } from "../../../host/media/presets/preset-files.ts";
import { colorScene, sampleClip } from "../../support/sample-clip.ts";
import { plainText, sampleProject, textFrame } from "../../support/sample-project.ts";
import { makeMedia, makeSound } from "./make-media.ts";

/** Files of the programme `writeSmallProgramme` writes, by what they are. */
export const SMALL_FILES = {
  voice: "-lời %d.wav",
  voiceKm: "lời km.wav",
  film: "quay 'ở ấp'.mp4",
} as const;

/** Scenes of a colour, a page, a film and a colour with a voice over them, two seconds in all. */
export const smallClip: Clip = sampleClip(
  [
    colorScene("a", 0.4, "#c8102e"),
    { type: "page", id: "b", duration: 0.6, page: "p1", enter: { kind: "dissolve", duration: 0.4 } },
    { type: "clip", id: "c", duration: 0.6, media: "film", sound: {} },
    colorScene("d", 0.4, "#0b6b3a", { enter: { kind: "push", duration: 0.3, towards: "left" } }),
  ],
  {
    captions: { vi: [{ from: 0.2, to: 1.6, text: "Diệt lăng quăng" }] },
    tracks: [
      {
        id: "loi",
        role: "voice",
        items: [{ id: "i", media: "voice", at: 0.3, variants: { km: "voice-km" } }],
      },
    ],
  },
);

/**
 * Writes a project with this clip into `folder`, with two small presets beside it: `nho.json`, whose pieces are joined as they are, and
 * `nho-mpg.json`, which is encoded in one go.
 */
export function writeSmallProgramme(folder: string, clip: Clip = smallClip): void {
  mkdirSync(folder, { recursive: true });
  makeSound(join(folder, SMALL_FILES.voice), "anoisesrc=d=1.4:c=pink:a=0.3:seed=1");
  makeSound(join(folder, SMALL_FILES.voiceKm), "anoisesrc=d=1:c=pink:a=0.3:seed=2");
  makeMedia(join(folder, SMALL_FILES.film), [
    ...["-f", "lavfi", "-i", "testsrc2=s=160x90:r=25:d=1.5", "-f", "lavfi", "-i", "sine=f=330:d=1.5"],
    ...["-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac"],
  ]);
  const project = sampleProject({
    page: { width: 160, height: 90, bleed: 0, margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    pages: [{ id: "p1", frames: [textFrame("a", "t")] }],
    texts: { t: plainText("Ấp Chòm Tre") },
    media: [
      { id: "voice", file: SMALL_FILES.voice },
      { id: "voice-km", file: SMALL_FILES.voiceKm },
      { id: "film", file: SMALL_FILES.film },
    ],
    programmes: [clip],
  });
  writeFileSync(join(folder, "project.json"), serializeProject(project));
  for (const [id, from, encoder] of [
    ["nho", "web-1080p25", {}],
    ["nho-mpg", "hd-mpg", { level: "main", bitRate: 2_000_000, bufferSize: 1_835_008 }],
  ] as const) {
    const preset = findPreset(from, "/nowhere");
    if (!preset.video) throw new Error("not for films");
    const video = { ...preset.video, width: 192, height: 108, encoder: { ...preset.video.encoder, ...encoder } };
    writeFileSync(join(folder, `${id}.json`), JSON.stringify({ ...preset, id, video }));
  }
}
