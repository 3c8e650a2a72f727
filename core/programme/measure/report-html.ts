/** A measurement as a page people read and print: one file, nothing fetched, nothing that runs. */

import type { Bilingual } from "../../diagnostics/diagnostic.ts";
import type { DeliveryProfile } from "./delivery-profile.ts";
import type { Judgement } from "./judge.ts";
import type { Measurement, TimeSpan } from "./measurement.ts";

export interface ReportPage {
  /** Name of the file, without its folder. */
  readonly name: string;
  readonly measurement: Measurement;
  readonly profile: DeliveryProfile;
  readonly judgements: readonly Judgement[];
}

/** The page, in Vietnamese with English below it. */
export function reportHtml({ name, measurement, profile, judgements }: ReportPage): string {
  const passed = judgements.every(({ passes }) => passes);
  const { sound, picture, facts } = measurement;
  const verdict: Bilingual = passed ? { vi: "Đạt", en: "Passed" } : { vi: "Chưa đạt", en: "Not passed" };
  return [
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escaped(name)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escaped(name)}</h1>`,
    `<p class="verdict ${passed ? "passed" : "failed"}">${both(verdict)}</p>`,
    `<p>${both(profile.name)} · ${time(facts.duration ?? 0)}</p>`,
    `<table><thead><tr><th>${both({ vi: "Mục", en: "Item" })}</th><th>${both({ vi: "Đo được", en: "Measured" })}</th>`,
    `<th>${both({ vi: "Yêu cầu", en: "Required" })}</th><th></th></tr></thead><tbody>`,
    ...judgements.map(
      ({ label, found, wanted, passes }) =>
        `<tr class="${passes ? "passed" : "failed"}"><td>${both(label)}</td><td>${escaped(found)}</td>` +
        `<td>${escaped(wanted)}</td><td>${passes ? "✓" : "✗"}</td></tr>`,
    ),
    "</tbody></table>",
    ...(sound
      ? [
          `<h2>${both({ vi: "Độ to theo thời gian (LUFS, 3 giây)", en: "Loudness over time (LUFS, 3 s)" })}</h2>`,
          graph(sound.graph, profile, facts.duration ?? 0),
          spanList({ vi: "Khoảng lặng", en: "Silence" }, sound.silences),
        ]
      : []),
    ...(picture
      ? [
          spanList({ vi: "Hình đen", en: "Black" }, picture.black),
          spanList({ vi: "Hình đứng", en: "Frozen picture" }, picture.frozen),
        ]
      : []),
    "</main></body></html>\n",
  ].join("\n");
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1d2429;--paper:#fff;--soft:#5b6770;--line:#d5dbe0;--good:#0b6b3a;--bad:#a3200d}
@media(prefers-color-scheme:dark){:root{--ink:#e8ecef;--paper:#171b1f;--soft:#a3afb8;--line:#39424a;--good:#5fd08f;--bad:#ff8a75}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Be Vietnam Pro","Segoe UI","Noto Sans",sans-serif}
main{max-width:52rem;margin:2rem auto;padding:0 1.25rem}
h1{font-size:1.4rem;overflow-wrap:anywhere}h2{font-size:1.05rem;margin-top:2rem}
small{color:var(--soft);font-size:.8em}.verdict{font-size:1.25rem;font-weight:600}
.passed.verdict,.passed td:last-child{color:var(--good)}.failed.verdict,.failed td{color:var(--bad)}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td{font-variant-numeric:tabular-nums}svg{width:100%;height:auto}`.replaceAll("\n", "");

const both = ({ vi, en }: Bilingual): string =>
  vi === en ? escaped(vi) : `${escaped(vi)} <small lang="en">${escaped(en)}</small>`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const time = (seconds: number): string => {
  const whole = Math.floor(seconds);
  const rest = Math.floor((seconds - whole) * 100);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${Math.floor(whole / 60)}:${two(whole % 60)}.${two(rest)}`;
};

const MOST_SPANS = 50;

function spanList(label: Bilingual, spans: readonly TimeSpan[]): string {
  if (spans.length === 0) return "";
  const items = spans.slice(0, MOST_SPANS).map(({ from, to }) => `<li>${time(from)} – ${time(to)}</li>`);
  const more = spans.length > MOST_SPANS ? `<li>… +${spans.length - MOST_SPANS}</li>` : "";
  return `<h2>${both(label)}</h2><ul>${items.join("")}${more}</ul>`;
}

const WIDTH = 640;
const HEIGHT = 200;
/** LUFS at the top and at the bottom. */
const TOP = -6;
const BOTTOM = -46;

function graph(values: readonly number[], { loudness }: DeliveryProfile, duration: number): string {
  const y = (level: number): number =>
    Math.round(((TOP - Math.max(BOTTOM, Math.min(TOP, level))) / (TOP - BOTTOM)) * HEIGHT);
  const x = (index: number): number => Math.round((index / Math.max(1, values.length - 1)) * WIDTH);
  const scale = [-10, -20, -30, -40].map(
    (level) =>
      `<line x1="0" x2="${WIDTH}" y1="${y(level)}" y2="${y(level)}" stroke="var(--line)"/>` +
      `<text x="${WIDTH + 6}" y="${y(level) + 4}" font-size="12" fill="var(--soft)">${String(level).replace("-", "−")}</text>`,
  );
  const points = values.map((value, index) => `${x(index)},${y(value)}`).join(" ");
  const band = { top: y(loudness.target + loudness.tolerance), bottom: y(loudness.target - loudness.tolerance) };
  return [
    `<svg viewBox="0 0 ${WIDTH + 40} ${HEIGHT + 20}" role="img" aria-label="LUFS">`,
    ...scale,
    `<rect x="0" width="${WIDTH}" y="${band.top}" height="${Math.max(2, band.bottom - band.top)}" fill="var(--good)" opacity=".35"/>`,
    values.length > 1 ? `<polyline points="${points}" fill="none" stroke="currentColor" stroke-width="1.5"/>` : "",
    `<text x="0" y="${HEIGHT + 16}" font-size="12" fill="var(--soft)">0:00.00</text>`,
    `<text x="${WIDTH}" y="${HEIGHT + 16}" font-size="12" fill="var(--soft)" text-anchor="end">${time(duration)}</text>`,
    "</svg>",
  ].join("");
}
