import { accessSync, constants, existsSync } from "node:fs";
import { freemem, release, totalmem } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { type Bilingual, type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { errorCode } from "../files/error-code.ts";
import { freeBytes } from "../files/free-space.ts";
import { describeFonts } from "../fonts/describe-fonts.ts";
import { type FontLibrary, openFontLibrary } from "../fonts/font-library.ts";
import { findAppHome } from "../home/app-home.ts";
import { describeFfmpeg } from "../media/ffmpeg/describe-ffmpeg.ts";
import { ffmpegShortcomings } from "../media/ffmpeg/ffmpeg-needs.ts";
import type { ProgramOrigin } from "../media/ffmpeg/find-ffmpeg.ts";
import { programVersion } from "../program-version.ts";
import {
  canvasFails,
  dictionaryMissing,
  diskNearlyFull,
  folderNotWritable,
  fontFamilyMissing,
  nodeTooOld,
} from "./doctor-diagnostics.ts";

/** One thing looked at, with what was found. */
export interface Finding {
  readonly id: string;
  readonly label: Bilingual;
  readonly value: string;
}

export interface MachineReport {
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
}

const LEAST_NODE_MAJOR = 24;
const LEAST_FREE_BYTES = 500_000_000;
/** Not needed to make products: handy to look at them with. */
const OPTIONAL_TOOLS = ["pdftotext", "pdftoppm", "mutool", "qpdf"];

/** Looks at everything this program needs, in `folder` as the place where products would be written. */
export async function examineMachine(folder = process.cwd()): Promise<MachineReport> {
  const examined = [
    examineProgram(),
    examineNode(),
    examineSystem(),
    examineFonts(openFontLibrary()),
    await examineCanvas(),
    examineDictionaries(),
    await examineFfmpeg(),
    examineFolder(folder, FOLDER_LABELS.working),
    examineFolder(findAppHome().data, FOLDER_LABELS.own),
    examineTools(),
  ];
  return {
    findings: examined.flatMap(({ findings }) => findings),
    diagnostics: examined.flatMap(({ diagnostics }) => diagnostics),
  };
}

const finding = (id: string, vi: string, en: string, value: string): Finding => ({ id, label: { vi, en }, value });
const report = (findings: readonly Finding[], ...diagnostics: readonly Diagnostic[]): MachineReport => ({
  findings,
  diagnostics,
});
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(1)} GB`;

function examineProgram(): MachineReport {
  return report([finding("program", "Xưởng Tin", "Xưởng Tin", programVersion())]);
}

function examineNode(): MachineReport {
  const version = process.versions.node;
  const major = Number(version.split(".", 1)[0]);
  const found = finding(
    "node",
    "Node",
    "Node",
    `${version} (ICU ${process.versions.icu}, Unicode ${process.versions.unicode})`,
  );
  return major < LEAST_NODE_MAJOR ? report([found], nodeTooOld(version, LEAST_NODE_MAJOR)) : report([found]);
}

function examineSystem(): MachineReport {
  return report([
    finding("system", "Hệ điều hành", "System", `${process.platform} ${process.arch}, ${release()}`),
    finding("memory", "Bộ nhớ", "Memory", `${gigabytes(freemem())} / ${gigabytes(totalmem())}`),
  ]);
}

function examineFonts(library: FontLibrary): MachineReport {
  const families = describeFonts(library);
  const missing = families.filter(({ embeddable }) => embeddable === null);
  const value = `${families.length - missing.length} / ${families.length}`;
  return report(
    [finding("fonts", "Bộ phông", "Font families", value)],
    ...missing.map(({ name }) => fontFamilyMissing(name)),
  );
}

async function examineCanvas(): Promise<MachineReport> {
  const label = ["canvas", "Bộ vẽ ảnh", "Raster canvas"] as const;
  try {
    const { createCanvas } = await import("@napi-rs/canvas");
    const canvas = createCanvas(8, 8);
    canvas.getContext("2d").fillRect(0, 0, 8, 8);
    const bytes = await canvas.encode("png");
    return report([finding(...label, `Skia, PNG ${bytes.length} B`)]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return report([finding(...label, "–")], canvasFails(reason));
  }
}

/** Khmer and Lao dictionaries are our own; Thai and Burmese ones are the JavaScript engine's, and some builds leave them out. */
function examineDictionaries(): MachineReport {
  const samples = { th: "ฉันรักภาษาไทย", my: "ကျွန်တော်မြန်မာစကားချစ်တယ်" };
  const missing = Object.entries(samples)
    .filter(([language, text]) => [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].length < 2)
    .map(([language]) => language);
  const value = Object.keys(samples)
    .filter((language) => !missing.includes(language))
    .join(", ");
  return report(
    [finding("dictionaries", "Từ điển ngắt từ", "Word dictionaries", value || "–")],
    ...missing.map((language) => dictionaryMissing(language)),
  );
}

const ORIGINS: Readonly<Record<ProgramOrigin, string>> = {
  environment: "XUONGTIN_FFMPEG",
  program: "kèm chương trình / beside the program",
  package: "gói npm / npm package",
  system: "của máy / the system's",
};

async function examineFfmpeg(): Promise<MachineReport> {
  const label = ["ffmpeg", "ffmpeg (clip, bản tin)", "ffmpeg (clips, bulletins)"] as const;
  try {
    const abilities = await describeFfmpeg();
    const { ffmpeg, ffprobe } = abilities.programs;
    return report(
      [
        finding(...label, `${abilities.version}, ${ffmpeg.path} (${ORIGINS[ffmpeg.origin]})`),
        finding("ffprobe", "ffprobe", "ffprobe", `${ffprobe.path} (${ORIGINS[ffprobe.origin]})`),
      ],
      ...ffmpegShortcomings(abilities),
    );
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    // Printed products are made without it.
    return report(
      [finding(...label, "–")],
      ...error.diagnostics.map((one) => ({ ...one, severity: "warning" as const })),
    );
  }
}

/** What folders are for: their ids, and how they and the room on their disks are called. */
const FOLDER_LABELS = {
  working: { id: "folder", vi: "Thư mục làm việc", en: "Working folder", disk: "disk" },
  /** Pieces of clips are kept in it while they are rendered. */
  own: { id: "data", vi: "Thư mục của chương trình", en: "The program’s own folder", disk: "data-disk" },
} as const;

function examineFolder(
  folder: string,
  { id, vi, en, disk }: (typeof FOLDER_LABELS)[keyof typeof FOLDER_LABELS],
): MachineReport {
  const free = freeBytes(folder);
  const findings = [
    finding(id, vi, en, folder),
    finding(disk, "  còn trống trên đĩa", "  free on its disk", free === undefined ? "–" : gigabytes(free)),
  ];
  return report(
    findings,
    ...(isWritable(folder) ? [] : [folderNotWritable(folder)]),
    ...(free !== undefined && free < LEAST_FREE_BYTES ? [diskNearlyFull(folder, free)] : []),
  );
}

/** Whether it can be written to, or made. */
function isWritable(folder: string): boolean {
  for (let place = folder; ; place = dirname(place)) {
    try {
      accessSync(place, constants.W_OK);
      return true;
    } catch (error) {
      if (errorCode(error) !== "ENOENT" || dirname(place) === place) return false;
    }
  }
}

function examineTools(): MachineReport {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const ending = process.platform === "win32" ? ".exe" : "";
  const present = OPTIONAL_TOOLS.filter((tool) => folders.some((folder) => existsSync(join(folder, tool + ending))));
  const value = present.join(", ") || "–";
  return report([finding("tools", "Công cụ thêm (không bắt buộc)", "Extra tools (optional)", value)]);
}
