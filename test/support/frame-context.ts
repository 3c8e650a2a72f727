/** A frame context for tests: texts are their own ids, colours are by value, and everything reported is kept. */

import { BLACK, colorFromHex } from "../../core/color/color.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { ColorRef } from "../../core/document/schema/primitives.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { Asset } from "../../core/layout/asset-source.ts";
import type { FrameContext } from "../../core/layout/frame-context.ts";
import type { CharacterStyle } from "../../core/text/paragraph-model.ts";
import { engine, paragraph } from "./text-setting.ts";

export interface ContextDouble extends FrameContext {
  readonly reported: readonly Diagnostic[];
  /** Codes of everything reported, in order. */
  codes(): readonly string[];
}

interface Setting {
  readonly language?: string;
  readonly assets?: readonly Asset[];
  readonly slots?: Project["slots"];
  readonly character?: Partial<CharacterStyle>;
}

const MM_PER_INCH = 25.4;

function color(reference: ColorRef) {
  if (typeof reference === "string") return BLACK;
  const alpha = reference.alpha ?? 1;
  if ("rgb" in reference) return { ...(colorFromHex(reference.rgb) ?? BLACK), alpha };
  return { ...BLACK, alpha };
}

export function frameContext(setting: Setting = {}): ContextDouble {
  const language = setting.language ?? "vi";
  const reported: Diagnostic[] = [];
  return {
    project: sampleProject(setting.slots ?? []),
    language,
    engine,
    assets: { asset: (id) => setting.assets?.find((asset) => asset.id === id) },
    color,
    paint(fill, box) {
      if ("color" in fill) return { kind: "solid", color: color(fill.color) };
      const stops = ("linear" in fill ? fill.linear : fill.radial).stops.map((stop) => ({
        at: stop.at,
        color: color(stop.color),
      }));
      return { kind: "linear", from: box, to: { x: box.x + box.width, y: box.y }, stops };
    },
    stroke: (style) => ({
      paint: { kind: "solid", color: color(style.color) },
      width: style.width,
      dash: [],
      cap: style.cap ?? "butt",
      join: style.join ?? "miter",
    }),
    paragraphs: (text) => [paragraph(text, language, {}, { size: 8, ...setting.character })],
    plainText: (text) => text,
    isTranslated: () => true,
    report: (diagnostic) => reported.push(diagnostic),
    reported,
    codes: () => reported.map((one) => one.code),
  };
}

/** Millimetres of a length in points. */
export const inMm = (points: number): number => (points * MM_PER_INCH) / 72;

function sampleProject(slots: Project["slots"]): Project {
  return {
    format: "xuongtin.project",
    version: 1,
    id: "thử",
    kind: "project",
    title: { vi: "Thử" },
    product: "other",
    languages: { source: "vi", variants: ["vi"] },
    page: { width: 210, height: 297, bleed: 0, margins: { top: 10, right: 10, bottom: 10, left: 10 } },
    swatches: [],
    paragraphStyles: [],
    characterStyles: [],
    masters: [],
    pages: [{ id: "p1", frames: [] }],
    texts: {},
    assets: [],
    slots,
  };
}
