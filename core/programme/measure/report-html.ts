/** A measurement as a page people read and print: one file, nothing fetched, nothing that runs. */

import type { Bilingual, Diagnostic } from "../../diagnostics/diagnostic.ts";
import { describeMedia } from "../../media/describe-media.ts";
import { rationalValue } from "../../media/rational.ts";
import type { DeliveryProfile } from "./delivery-profile.ts";
import type { FilePlan, Judgement } from "./judge.ts";
import type { Measurement, TimeSpan } from "./measurement.ts";
import { unplanned } from "./planned-spans.ts";
import { reportGraph } from "./report-graph.ts";
import { REPORT_STYLE } from "./report-style.ts";
import { type Written, writtenIn } from "./report-words.ts";
import { type TimecodeBase, timecode } from "./timecode.ts";

export interface ReportPage {
  /** Name of the file, without its folder. */
  readonly name: string;
  readonly measurement: Measurement;
  readonly profile: DeliveryProfile;
  readonly judgements: readonly Judgement[];
  /** What the file was made of, where it was made here. */
  readonly made?: MadeFrom | undefined;
  /** The language that comes first; the other stands smaller beside it. */
  readonly language?: "vi" | "en";
}

export interface MadeFrom {
  readonly title: string;
  /** Of the programme. */
  readonly language: string;
  readonly preset: Bilingual;
  readonly plan: FilePlan;
  /** What was told while it was made. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The page, complete. */
export function reportHtml(page: ReportPage): string {
  const { name, measurement, profile, judgements, made, language = "vi" } = page;
  const written = writtenIn(language);
  const { both, escaped } = written;
  const { facts, sound, checksum } = measurement;
  const base = timecodeBase(measurement);
  const missed = judgements.filter(({ passes }) => !passes);
  const verdict: Bilingual =
    missed.length === 0
      ? { vi: "Đạt", en: "Passed" }
      : { vi: `Chưa đạt: ${missed.length} mục`, en: `Not passed: ${missed.length}` };
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escaped(name)}</title><style>${REPORT_STYLE}</style></head><body><main>`,
    `<header><div><p class="kind">${both({ vi: "Báo cáo kỹ thuật", en: "Technical report" })}</p><h1>${escaped(name)}</h1>`,
    ...(made ? [`<p class="made">${escaped(made.title)} <span>${escaped(made.language)}</span></p>`] : []),
    `</div><p class="verdict ${missed.length === 0 ? "passed" : "failed"}">${both(verdict)}</p></header>`,
    `<p class="against">${made && made.preset.vi !== profile.name.vi ? `${both(made.preset)} · ` : ""}${both(profile.name)} · ${timecode(facts.duration ?? 0, { rate: base.rate })}</p>`,
    ...(sound ? [tiles(page, written)] : []),
    ...(sound || measurement.picture
      ? [
          `<section><h2>${both({ vi: "Theo thời gian", en: "Over time" })}</h2>`,
          reportGraph(measurement, profile, made?.plan, base, written),
          "</section>",
        ]
      : []),
    judgementTable(judgements, written),
    spanTable(page, base, written),
    ...(made && made.diagnostics.length > 0
      ? [
          `<section><h2>${both({ vi: "Lưu ý khi dựng", en: "Told while rendering" })}</h2><ul>`,
          ...made.diagnostics.map(({ message }) => `<li>${both(message)}</li>`),
          "</ul></section>",
        ]
      : []),
    `<section><h2>${both({ vi: "Tệp", en: "The file" })}</h2><table class="facts"><tbody>`,
    ...describeMedia(facts).map(({ label, value }) => `<tr><th>${both(label)}</th><td>${escaped(value)}</td></tr>`),
    `<tr><th>SHA-256</th><td class="sum">${escaped(checksum)}</td></tr></tbody></table></section>`,
    `<footer>${both({
      vi: "Xưởng Tin đo trên tệp đã hoàn chỉnh, giải mã từ đầu đến cuối: độ to theo ITU-R BS.1770-4 và EBU R128, đỉnh thực lấy mẫu gấp bốn.",
      en: "Measured by Xưởng Tin on the finished file, decoded from end to end: loudness by ITU-R BS.1770-4 and EBU R128, true peak four times oversampled.",
    })}</footer>`,
    "</main></body></html>\n",
  ].join("\n");
}

const timecodeBase = ({ facts }: Measurement): TimecodeBase => ({
  rate: facts.video?.frameRate && rationalValue(facts.video.frameRate),
  start: facts.timecode,
});

/** The four figures a technician looks for first. */
function tiles({ measurement: { sound }, judgements }: ReportPage, { both, escaped, figure }: Written): string {
  if (!sound) return "";
  const { integrated, truePeak, shortTermMax, range } = sound.loudness;
  const shown: readonly [string, Bilingual, number, string][] = [
    ["loudness", { vi: "Độ to trung bình", en: "Integrated" }, integrated, "LUFS"],
    ["true-peak", { vi: "Đỉnh thực", en: "True peak" }, truePeak, "dBTP"],
    ["short-term", { vi: "Ngắn hạn lớn nhất", en: "Short-term maximum" }, shortTermMax, "LUFS"],
    ["range", { vi: "Dải độ to", en: "Loudness range" }, range, "LU"],
  ];
  const tile = ([id, label, value, unit]: (typeof shown)[number]): string => {
    const judged = judgements.find((one) => one.id === id);
    const state = judged ? (judged.passes ? "passed" : "failed") : "";
    return (
      `<div class="tile ${state}"><h3>${both(label)}</h3><p class="figure">${figure(value)}<small> ${unit}</small></p>` +
      `<p class="wanted">${judged ? `${judged.passes ? "✓" : "✗"} ${escaped(judged.wanted)}` : "&nbsp;"}</p></div>`
    );
  };
  return `<div class="tiles">${shown.map(tile).join("")}</div>`;
}

function judgementTable(judgements: readonly Judgement[], { both, escaped }: Written): string {
  const heads: readonly Bilingual[] = [
    { vi: "Mục", en: "Item" },
    { vi: "Đo được", en: "Measured" },
    { vi: "Yêu cầu", en: "Required" },
  ];
  return [
    `<section><h2>${both({ vi: "Đối chiếu", en: "Held to the profile" })}</h2>`,
    `<table><thead><tr><th></th>${heads.map((head) => `<th>${both(head)}</th>`).join("")}</tr></thead><tbody>`,
    ...judgements.map(
      ({ label, found, wanted, passes }) =>
        `<tr class="${passes ? "passed" : "failed"}"><td class="mark">${passes ? "✓" : "✗"}</td><th>${both(label)}</th>` +
        `<td>${escaped(found)}</td><td>${escaped(wanted)}</td></tr>`,
    ),
    "</tbody></table></section>",
  ].join("\n");
}

const MOST_SPANS = 60;

/** Every span that was found, by the timecodes a cutter goes to, and whether the programme asks for it. */
function spanTable({ measurement, made }: ReportPage, base: TimecodeBase, { both }: Written): string {
  const { sound, picture } = measurement;
  const plan = made?.plan;
  const listed = (kind: Bilingual, spans: readonly TimeSpan[], planned: readonly TimeSpan[] | undefined) =>
    spans.map((span) => ({ kind, span, asked: planned ? unplanned([span], planned).length === 0 : undefined }));
  const rows = [
    ...listed({ vi: "Hình đen", en: "Black" }, picture?.black ?? [], plan?.black),
    ...listed({ vi: "Hình đứng", en: "Frozen picture" }, picture?.frozen ?? [], plan?.frozen),
    ...listed({ vi: "Lặng", en: "Silence" }, sound?.silences ?? [], plan?.silences),
  ].sort((one, other) => one.span.from - other.span.from);
  if (rows.length === 0) return "";
  return [
    `<section><h2>${both({ vi: "Đen, đứng, lặng", en: "Black, freeze, silence" })}</h2><table><thead><tr>`,
    ...[
      { vi: "Từ", en: "From" },
      { vi: "Đến", en: "To" },
      { vi: "Dài", en: "Length" },
      { vi: "Loại", en: "Kind" },
    ].map((head) => `<th>${both(head)}</th>`),
    ...(plan ? ["<th></th>"] : []),
    "</tr></thead><tbody>",
    ...rows
      .slice(0, MOST_SPANS)
      .map(
        ({ kind, span, asked }) =>
          `<tr><td>${timecode(span.from, base)}</td><td>${timecode(span.to, base)}</td><td>${(span.to - span.from).toFixed(2)} s</td><td>${both(kind)}</td>` +
          (asked === undefined
            ? ""
            : `<td class="${asked ? "asked" : "found"}">${both(asked ? { vi: "theo kịch bản", en: "as planned" } : { vi: "không có trong kịch bản", en: "not planned" })}</td>`) +
          "</tr>",
      ),
    ...(rows.length > MOST_SPANS ? [`<tr><td colspan="5">… +${rows.length - MOST_SPANS}</td></tr>`] : []),
    "</tbody></table></section>",
  ].join("\n");
}
