import type { Bilingual } from "../../diagnostics/diagnostic.ts";
import type { FieldOrder } from "../../media/media-facts.ts";
import type { Preset } from "../presets/preset-schema.ts";
import type { DeliveryProfile } from "./delivery-profile.ts";
import type { Measurement, TimeSpan } from "./measurement.ts";
import { NOTHING_PLANNED, type PlannedSpans, unplanned } from "./planned-spans.ts";
import { figure } from "./report-words.ts";

/** One thing a profile asks for, with what was found. */
export interface Judgement {
  readonly id: string;
  readonly label: Bilingual;
  readonly found: string;
  readonly wanted: string;
  readonly passes: boolean;
}

/** What the programme a file was made of asks for. */
export interface FilePlan extends PlannedSpans {
  /** Seconds. */
  readonly duration: number;
}

/** What a file made by a preset is held to: the preset's own loudness as closely as EBU R128 asks, and what listeners take for a breakdown. */
export const profileOf = ({ id, name, loudness, video }: Preset): DeliveryProfile => ({
  version: 1,
  id,
  name,
  loudness: { ...loudness, tolerance: 0.5 },
  longest: { silence: 4, ...(video && { black: 2, freeze: 5 }) },
  // Screens show what televisions do not.
  ...(video?.scan === "interlaced" && { outOfRange: 0.01 }),
});

/** Two frames of picture, or of MP3 and AAC, which are written whole. */
const DURATION_TOLERANCE = 0.08;

/**
 * Holds a measurement to a profile: everything that applies to the file, in the order of a report. Of black, still pictures and silence only
 * what `plan` does not ask for can be a fault.
 */
export function judge(
  { sound, picture, facts }: Measurement,
  profile: DeliveryProfile,
  plan?: FilePlan | undefined,
): readonly Judgement[] {
  const { target, tolerance, truePeak, shortTermMax, rangeMax } = profile.loudness;
  const { silence, black, freeze } = profile.longest;
  const loudness = sound?.loudness;
  const planned = plan ?? NOTHING_PLANNED;
  const judgements: (Judgement | false | undefined)[] = [
    !sound && {
      id: "sound",
      label: { vi: "Rãnh tiếng", en: "Tracks of sound" },
      found: "0",
      wanted: "≥ 1",
      passes: false,
    },
    loudness && {
      id: "loudness",
      label: { vi: "Độ to trung bình", en: "Integrated loudness" },
      found: `${figure(loudness.integrated)} LUFS`,
      wanted: `${figure(target)} ± ${figure(tolerance)} LUFS`,
      // A hundredth for rounding: what is shown as right is right.
      passes: Math.abs(loudness.integrated - target) <= tolerance + 0.01,
    },
    loudness && {
      id: "true-peak",
      label: { vi: "Đỉnh thực", en: "True peak" },
      found: `${figure(loudness.truePeak)} dBTP`,
      wanted: `≤ ${figure(truePeak)} dBTP`,
      passes: loudness.truePeak <= truePeak,
    },
    loudness &&
      shortTermMax !== undefined && {
        id: "short-term",
        label: { vi: "Độ to ngắn hạn lớn nhất", en: "Short-term maximum" },
        found: `${figure(loudness.shortTermMax)} LUFS`,
        wanted: `≤ ${figure(shortTermMax)} LUFS`,
        passes: loudness.shortTermMax <= shortTermMax,
      },
    loudness &&
      rangeMax !== undefined && {
        id: "range",
        label: { vi: "Dải độ to", en: "Loudness range" },
        found: `${figure(loudness.range)} LU`,
        wanted: `≤ ${figure(rangeMax)} LU`,
        passes: loudness.range <= rangeMax,
      },
    sound && {
      id: "clipping",
      label: { vi: "Tiếng vỡ (chạm trần)", en: "Clipping" },
      found: sound.firstClip === undefined ? "0" : `${sound.clipped} (${figure(sound.firstClip)} s)`,
      wanted: "0",
      passes: sound.clipped === 0,
    },
    sound &&
      longest(
        "silence",
        { vi: "Khoảng lặng dài nhất", en: "Longest silence" },
        unplanned(sound.silences, planned.silences),
        silence,
      ),
    picture &&
      longest(
        "black",
        { vi: "Hình đen dài nhất", en: "Longest black" },
        unplanned(picture.black, planned.black),
        black,
      ),
    picture &&
      longest(
        "freeze",
        { vi: "Hình đứng dài nhất", en: "Longest freeze" },
        unplanned(picture.frozen, planned.frozen),
        freeze,
      ),
    picture &&
      profile.outOfRange !== undefined && {
        id: "range-of-picture",
        label: { vi: "Điểm ảnh ngoài dải truyền hình", en: "Pixels outside the range of television" },
        found: `${figure(picture.outOfRange * 100)} %`,
        wanted: `≤ ${figure(profile.outOfRange * 100)} %`,
        // As it is shown, in tenths of a percent.
        passes: Math.round(picture.outOfRange * 1000) <= Math.round(profile.outOfRange * 1000),
      },
    picture && fieldOrder(facts.video?.fieldOrder ?? "unknown", picture.fields),
    picture && {
      id: "decoding",
      label: { vi: "Lỗi khi giải mã từ đầu đến cuối", en: "Errors, decoded from end to end" },
      found: picture.complaints.length === 0 ? "0" : `${picture.complaints.length} (${picture.complaints[0]})`,
      wanted: "0",
      passes: picture.complaints.length === 0,
    },
    plan && {
      id: "duration",
      label: { vi: "Thời lượng so với kịch bản", en: "Duration as planned" },
      found: `${(facts.duration ?? 0).toFixed(2)} s`,
      wanted: `${plan.duration.toFixed(2)} ± ${DURATION_TOLERANCE.toFixed(2)} s`,
      passes: Math.abs((facts.duration ?? 0) - plan.duration) <= DURATION_TOLERANCE + 0.001,
    },
  ];
  return judgements.filter((one) => one !== undefined && one !== false);
}

function longest(
  id: string,
  label: Bilingual,
  spans: readonly TimeSpan[],
  most: number | undefined,
): Judgement | undefined {
  if (most === undefined) return undefined;
  const first = spans.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
  return {
    id,
    label,
    found: first ? `${figure(first.to - first.from)} s (${figure(first.from)} s)` : "0 s",
    wanted: `≤ ${figure(most)} s`,
    passes: !first || first.to - first.from <= most,
  };
}

const FIELD_NAMES: Readonly<Record<FieldOrder, string>> = {
  progressive: "p",
  "top-first": "tff",
  "bottom-first": "bff",
  unknown: "–",
};

/** Frames whose two fields are of one moment may be sent as interlaced; the other way round a picture combs. */
function fieldOrder(said: FieldOrder, seen: FieldOrder): Judgement {
  const interlacedWrongly = (seen === "top-first" || seen === "bottom-first") && said !== seen && said !== "unknown";
  return {
    id: "field-order",
    label: {
      vi: "Thứ tự quét: tệp ghi (hình cho thấy)",
      en: "Field order: as the file says (as is seen)",
    },
    found: seen === said || seen === "unknown" ? FIELD_NAMES[said] : `${FIELD_NAMES[said]} (${FIELD_NAMES[seen]})`,
    wanted: interlacedWrongly ? FIELD_NAMES[seen] : FIELD_NAMES[said],
    passes: !interlacedWrongly,
  };
}
