/** Loudness over time with its target, and lanes of what was black, frozen or silent below it. */

import type { Bilingual } from "../../diagnostics/diagnostic.ts";
import type { DeliveryProfile } from "./delivery-profile.ts";
import type { FilePlan } from "./judge.ts";
import type { Measurement, TimeSpan } from "./measurement.ts";
import { unplanned } from "./planned-spans.ts";
import type { Written } from "./report-words.ts";
import { type TimecodeBase, timecode } from "./timecode.ts";

const LEFT = 92;
const WIDTH = 860;
const HEIGHT = 190;
const LANE = 20;
/** LUFS at the top and at the bottom. */
const TOP = -6;
const BOTTOM = -46;
/** Seconds between ticks; the first of which there are few enough is taken. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];
const MOST_TICKS = 8;
/** Narrower marks are not seen. */
const LEAST_MARK = 2;
/** The first short-term value is of the first three seconds. */
const FIRST_VALUE = 3;

/** An SVG picture as wide as the page. */
export function reportGraph(
  { sound, picture, facts }: Measurement,
  profile: DeliveryProfile,
  plan: FilePlan | undefined,
  base: TimecodeBase,
  written: Written,
): string {
  const duration = Math.max(facts.duration ?? 0, 0.001);
  const x = (seconds: number): number => round(LEFT + (Math.min(duration, Math.max(0, seconds)) / duration) * WIDTH);
  const chart = sound ? HEIGHT : 0;
  const lanes: readonly (readonly [Bilingual, readonly TimeSpan[], readonly TimeSpan[] | undefined])[] = [
    ...(picture
      ? ([
          [{ vi: "Hình đen", en: "Black" }, picture.black, plan?.black],
          [{ vi: "Hình đứng", en: "Freeze" }, picture.frozen, plan?.frozen],
        ] as const)
      : []),
    ...(sound ? ([[{ vi: "Lặng", en: "Silence" }, sound.silences, plan?.silences]] as const) : []),
  ];
  const end = chart + 10 + lanes.length * LANE;
  const step = STEPS.find((seconds) => duration / seconds <= MOST_TICKS) ?? 7200;
  const ticks = Array.from({ length: Math.floor(duration / step) + 1 }, (_, index) => index * step);
  return [
    `<svg viewBox="0 0 ${LEFT + WIDTH + 8} ${end + 24}" role="img" aria-label="LUFS">`,
    ...ticks.map(
      (at, index) =>
        `<line x1="${x(at)}" x2="${x(at)}" y1="0" y2="${end}" stroke="var(--line)" stroke-width="${index === 0 ? 1 : 0.5}"/>` +
        `<text x="${x(at)}" y="${end + 16}" text-anchor="${index === 0 ? "start" : duration - at < step / 3 ? "end" : "middle"}">${timecode(at, base).replace(/\.000$/, "")}</text>`,
    ),
    ...(sound ? loudness(sound.graph, profile, duration, x) : []),
    ...lanes.flatMap(([label, spans, planned], index) =>
      lane(written.first(label), spans, planned, chart + 10 + index * LANE, x),
    ),
    "</svg>",
  ].join("");
}

function loudness(
  values: readonly number[],
  { loudness: wanted }: DeliveryProfile,
  duration: number,
  x: (seconds: number) => number,
): readonly string[] {
  const y = (level: number): number =>
    round(((TOP - Math.max(BOTTOM, Math.min(TOP, level))) / (TOP - BOTTOM)) * HEIGHT);
  const scale = [-10, -20, -30, -40].map(
    (level) =>
      `<line x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${y(level)}" y2="${y(level)}" stroke="var(--line)" stroke-width=".5"/>` +
      `<text x="${LEFT - 8}" y="${y(level) + 4}" text-anchor="end">${String(level).replace("-", "−")}</text>`,
  );
  const target = y(wanted.target);
  const from = Math.min(FIRST_VALUE, duration);
  const points = values.map(
    (value, index) => `${x(from + ((duration - from) * index) / Math.max(1, values.length - 1))},${y(value)}`,
  );
  return [
    ...scale,
    `<text x="0" y="${target + 4}" style="fill:var(--good)">${String(wanted.target).replace("-", "−")} LUFS</text>`,
    `<line x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${target}" y2="${target}" stroke="var(--good)" stroke-width="1.5" stroke-dasharray="6 4"/>`,
    ...(points.length > 1
      ? [
          `<polygon points="${x(from)},${HEIGHT} ${points.join(" ")} ${x(duration)},${HEIGHT}" fill="var(--wave)" opacity=".14"/>`,
          `<polyline points="${points.join(" ")}" fill="none" stroke="var(--wave)" stroke-width="1.75" stroke-linejoin="round"/>`,
        ]
      : []),
  ];
}

function lane(
  label: string,
  spans: readonly TimeSpan[],
  planned: readonly TimeSpan[] | undefined,
  top: number,
  x: (seconds: number) => number,
): readonly string[] {
  const mark = ({ from, to }: TimeSpan, color: string): string =>
    `<rect x="${x(from)}" width="${round(Math.max(LEAST_MARK, x(to) - x(from)))}" y="${top + 4}" height="${LANE - 8}" rx="2" fill="${color}"/>`;
  return [
    `<text x="0" y="${top + LANE - 6}">${label}</text>`,
    `<line x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${top + LANE / 2}" y2="${top + LANE / 2}" stroke="var(--line)" stroke-width=".5"/>`,
    ...spans.map((span) => mark(span, "var(--asked)")),
    ...(planned ? unplanned(spans, planned).map((span) => mark(span, "var(--bad)")) : []),
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;
