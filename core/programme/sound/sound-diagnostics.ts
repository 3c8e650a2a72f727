/** What the user is told about the sound of a programme. */

import type { Bilingual, Diagnostic } from "../../diagnostics/diagnostic.ts";
import { error, info, warning } from "../../diagnostics/make-diagnostic.ts";
import { MIX_RATE } from "../../media/conform.ts";
import type { Loudness } from "../../sound/loudness-meter.ts";
import type { LoudnessTarget } from "../presets/preset-schema.ts";
import type { ProgrammeTarget } from "../programme-diagnostics.ts";
import type { MasterSettings } from "./master-plan.ts";

/** One decimal, a true minus, and a comma in Vietnamese. */
const figures = (value: number): Bilingual => {
  const text = Number.isFinite(value) ? value.toFixed(1).replace("-", "−") : "−∞";
  return { vi: text.replace(".", ","), en: text };
};

export const soundSilent = (file: string, seconds: number): Diagnostic =>
  warning(
    "sound.silent",
    { file },
    seconds < 0.4
      ? {
          vi: "Tiếng ngắn hơn 0,4 giây nên không đo và không chỉnh được độ to.",
          en: "The sound is shorter than 0.4 s: its loudness can neither be measured nor set.",
        }
      : { vi: "Chương trình không có tiếng.", en: "The programme is silent." },
    {
      vi: "Nếu không chủ ý, kiểm tra các tệp tiếng và mức âm của từng rãnh.",
      en: "If that is not meant, look at the sound files and at the level of each track.",
    },
  );

/** The file could not be brought to its target. */
export const loudnessMissed = (
  file: string,
  made: Loudness,
  target: LoudnessTarget,
  settings: MasterSettings,
): Diagnostic => {
  const [loudness, peak, wanted, limit] = [made.integrated, made.truePeak, target.target, target.truePeak].map(figures);
  const why: Bilingual = settings.gainCapped
    ? {
        vi: `bản thu quá nhỏ: đã tăng ${figures(settings.gain).vi} dB, tăng nữa chỉ nghe tiếng ồn`,
        en: `the recording is too quiet: it was raised by ${figures(settings.gain).en} dB, and more would raise noise only`,
      }
    : {
        vi: "đỉnh âm quá cao so với độ to trung bình, ép thêm sẽ méo tiếng",
        en: "its peaks stand too high above its loudness, and more limiting would distort it",
      };
  return warning(
    "sound.loudness-missed",
    { file },
    {
      vi: `Độ to là ${loudness?.vi} LUFS (cần ${wanted?.vi}), đỉnh ${peak?.vi} dBTP (giới hạn ${limit?.vi}): ${why.vi}.`,
      en: `The loudness is ${loudness?.en} LUFS (${wanted?.en} wanted), the peak ${peak?.en} dBTP (limit ${limit?.en}): ${why.en}.`,
    },
    {
      vi: "Thu lại gần micrô hơn, hoặc nâng mức các đoạn nhỏ trước khi ghép.",
      en: "Record nearer to the microphone, or raise the quiet parts before mixing.",
    },
  );
};

export const peaksHeldDown = (file: string, decibels: number): Diagnostic =>
  info(
    "sound.peaks-held-down",
    { file },
    {
      vi: `Những đỉnh âm to nhất được ép xuống tới ${figures(decibels).vi} dB để đạt độ to yêu cầu; có thể nghe hơi bí.`,
      en: `The loudest peaks are held down by up to ${figures(decibels).en} dB to reach the loudness asked for; it may sound dense.`,
    },
    {
      vi: "Giảm mức của tiếng động hoặc nhạc to nhất rồi xuất lại.",
      en: "Lower the loudest effect or music and export again.",
    },
  );

/** `at` and `length` in frames at the mix rate. */
export const itemAfterEnd = (target: ProgrammeTarget, item: string, at: number, length: number): Diagnostic => {
  const [begins, ends] = [at, length].map((frames) => figures(frames / MIX_RATE));
  return warning(
    "sound.after-end",
    target,
    {
      vi: `Đoạn tiếng “${item}” bắt đầu ở giây ${begins?.vi}, sau khi chương trình hết (giây ${ends?.vi}).`,
      en: `The sound “${item}” begins at second ${begins?.en}, after the end of the programme (second ${ends?.en}).`,
    },
    {
      vi: "Dời đoạn tiếng lên trước, hoặc kéo dài chương trình.",
      en: "Move it forward, or make the programme longer.",
    },
  );
};

/** `frames` of it do not fit before the end. */
export const itemCutOff = (target: ProgrammeTarget, item: string, frames: number): Diagnostic => {
  const missing = figures(frames / MIX_RATE);
  return warning(
    "sound.cut-off",
    target,
    {
      vi: `Đoạn tiếng “${item}” bị cắt mất ${missing.vi} giây cuối vì chương trình đã hết.`,
      en: `The last ${missing.en} s of the sound “${item}” are cut off by the end of the programme.`,
    },
    { vi: "Kéo dài cảnh cuối, hoặc rút ngắn đoạn tiếng.", en: "Make the last scene longer, or the sound shorter." },
  );
};

export const bulletinTooShort = (target: ProgrammeTarget, seconds: number): Diagnostic =>
  warning(
    "sound.bulletin-too-short",
    target,
    {
      vi: `Bản tin còn thiếu ${figures(seconds).vi} giây; phần cuối để lặng cho đủ giờ.`,
      en: `The bulletin is ${figures(seconds).en} s too short; silence at its end fills the time.`,
    },
    { vi: "Thêm tin, hoặc thêm nhạc nền để lấp chỗ trống.", en: "Add an item, or a bed that fills the room." },
  );

export const bulletinTooLong = (target: ProgrammeTarget, seconds: number): Diagnostic =>
  warning(
    "sound.bulletin-too-long",
    target,
    {
      vi: `Bản tin dài quá ${figures(seconds).vi} giây; phần cuối bị cắt để hết đúng giờ.`,
      en: `The bulletin is ${figures(seconds).en} s too long; its end is cut off to be on time.`,
    },
    { vi: "Bỏ bớt tin, hoặc rút ngắn một tin.", en: "Take an item out, or make one shorter." },
  );

/** A bulletin was to be delivered by a preset for clips. */
export const presetNeedsPicture = (target: ProgrammeTarget, preset: string): Diagnostic =>
  error(
    "sound.preset-needs-picture",
    target,
    {
      vi: `Chuẩn xuất “${preset}” dành cho clip có hình; bản tin chỉ có tiếng.`,
      en: `The preset “${preset}” is for clips; a bulletin has no picture.`,
    },
    {
      vi: "Dùng loudspeaker-mp3, mp3-192, mp2-256, aac-192, bwf-24 hoặc bwf-16.",
      en: "Use loudspeaker-mp3, mp3-192, mp2-256, aac-192, bwf-24 or bwf-16.",
    },
  );
