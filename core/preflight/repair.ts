/** What can be mended at the press of a button: for a message, commands that take its cause away. */

import type { Bilingual, Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Project } from "../document/schema/project.ts";
import { dropUnusedAssets } from "./repairs/drop-unused-assets.ts";
import { extendIntoBleed, growPageBleed, SMALLEST_BLEED_MM } from "./repairs/extend-into-bleed.ts";
import { dropClip, dropCrop, dropFrame, fitText, growWithText, moveIntoSafeArea } from "./repairs/mend-frames.ts";
import { followSource, loosenLines, mendSpelling, readLegacyText } from "./repairs/mend-texts.ts";
import { usePlainBlack } from "./repairs/use-plain-black.ts";
import { useProgramFonts } from "./repairs/use-program-fonts.ts";

/** One way to mend what a message is about. */
export interface Repair {
  readonly label: Bilingual;
  /** Loses nothing and looks as meant: it may be done with all others of its kind unseen. */
  readonly safe: boolean;
  /** Gives back the same project where there is nothing to mend. */
  readonly apply: (project: Project) => Project;
}

type Make = (target: Diagnostic["target"], language: string) => readonly Repair[];

const frameRepair = (label: Bilingual, safe: boolean, mend: (project: Project, frame: string) => Project): Make => {
  return ({ frame }) => (frame === undefined ? [] : [{ label, safe, apply: (project) => mend(project, frame) }]);
};

const textRepair = (
  label: Bilingual,
  safe: boolean,
  mend: (project: Project, text: string, language: string) => Project,
): Make => {
  return ({ text, language: own }, language) =>
    text === undefined ? [] : [{ label, safe, apply: (project) => mend(project, text, own ?? language) }];
};

const MAKERS: Readonly<Record<string, Make>> = {
  "text.overflow": ({ frame, text }) => [
    {
      label: { vi: "Thu nhỏ chữ cho vừa", en: "Shrink the text to fit" },
      safe: true,
      apply: (project) => fitText(project, frame, text),
    },
    {
      label: { vi: "Cho khung cao theo chữ", en: "Let the frame grow with its text" },
      safe: false,
      apply: (project) => growWithText(project, frame, text),
    },
  ],
  "text.outside-safe-area": frameRepair({ vi: "Dời vào trong", en: "Move it inside" }, true, moveIntoSafeArea),
  "text.suspicious-spelling": textRepair({ vi: "Sửa cách gõ", en: "Mend the spelling" }, true, mendSpelling),
  "text.legacy-encoding": textRepair({ vi: "Đổi sang Unicode", en: "Turn into Unicode" }, false, readLegacyText),
  "text.stale-translation": textRepair({ vi: "Bản dịch còn đúng", en: "Still right" }, false, followSource),
  "text.ink-collision": textRepair(
    { vi: "Dùng giãn dòng của ngôn ngữ", en: "Use the language’s leading" },
    false,
    loosenLines,
  ),
  "text.unanchored-mark": ({ font }, language) =>
    font === undefined
      ? []
      : [
          {
            label: { vi: "Dùng phông đủ dấu", en: "Use a font with all marks" },
            safe: false,
            apply: (project) => useProgramFonts(project, font, language),
          },
        ],
  "image.none": frameRepair({ vi: "Xoá khung trống", en: "Delete the empty frame" }, false, dropFrame),
  "image.empty-crop": frameRepair({ vi: "Bỏ vùng cắt", en: "Take the crop away" }, true, dropCrop),
  "frame.malformed-clip": frameRepair({ vi: "Bỏ hình cắt", en: "Take the cutting outline away" }, true, dropClip),
  "frame.short-of-bleed": frameRepair({ vi: "Kéo ra hết tràn lề", en: "Extend into the bleed" }, true, extendIntoBleed),
  "page.no-bleed": () => [
    {
      label: { vi: `Thêm tràn lề ${SMALLEST_BLEED_MM} mm`, en: `Add ${SMALLEST_BLEED_MM} mm of bleed` },
      safe: true,
      apply: growPageBleed,
    },
  ],
  "ink.rich-black-text": (_target, language) => [
    {
      label: { vi: "Dùng đen thuần cho chữ", en: "Use plain black for text" },
      safe: true,
      apply: (project) => usePlainBlack(project, language),
    },
  ],
  "asset.unused": () => [
    { label: { vi: "Bỏ ảnh thừa", en: "Drop unused pictures" }, safe: true, apply: dropUnusedAssets },
  ],
};

/** Ways to mend what the message is about, the best first; `language` is the one it was found in. */
export function repairsOf({ code, target }: Diagnostic, project: Project, language: string): readonly Repair[] {
  const make = Object.hasOwn(MAKERS, code) ? MAKERS[code] : undefined;
  return make?.(target, language).filter(({ apply }) => apply(project) !== project) ?? [];
}

/** The project with the first safe repair of every message, one after the other. */
export function repairAll(project: Project, diagnostics: readonly Diagnostic[], language: string): Project {
  let mended = project;
  for (const diagnostic of diagnostics) {
    const safe = repairsOf(diagnostic, mended, language).find((repair) => repair.safe);
    if (safe) mended = safe.apply(mended);
  }
  return mended;
}
