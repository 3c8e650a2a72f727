/** Looks a laid-out document over before it goes to print: what layout reported, and what only shows on the finished pages. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { replacedTexts } from "../document/replaced-texts.ts";
import type { Project } from "../document/schema/project.ts";
import type { FontSource } from "../fonts/font-face.ts";
import type { AssetSource } from "../layout/asset-source.ts";
import type { PlacedDocument, PlacedGlyphRun, PlacedPage } from "../layout/display-list.ts";
import { FAIR_PPI } from "../layout/frames/image-fit.ts";
import { walkItems } from "../layout/walk-items.ts";
import { inkDiagnostics } from "../paint/pdf/ink-diagnostics.ts";
import { findLanguage } from "../script/language-registry.ts";
import { type Matrix, type Rect, transformBounds } from "../units/geometry.ts";
import { ptToMm } from "../units/units.ts";
import { checkBleed } from "./check-bleed.ts";
import { checkTexts } from "./check-texts.ts";
import {
  fontNotEmbeddable,
  lowResolution,
  outsideSafeArea,
  unknownLanguage,
  unusedAssetsFound,
  unverifiedLanguage,
} from "./preflight-diagnostics.ts";
import { unusedAssets } from "./repairs/drop-unused-assets.ts";

/** Rounding of coordinates is not worth a warning. */
const TOLERANCE_PT = 0.1;

export interface PreflightOptions {
  readonly fonts: FontSource;
  readonly assets: AssetSource;
  /** Inks and bleed are checked for print in CMYK only. */
  readonly colour: "rgb" | "cmyk";
}

/** Every Diagnostic of a project in the language it was laid out in, layout's own first. */
export function preflight(project: Project, placed: PlacedDocument, options: PreflightOptions): readonly Diagnostic[] {
  const unseen = replacedTexts(project);
  const found = [
    ...placed.diagnostics,
    ...languageDiagnostics(placed.language),
    ...placed.pages.flatMap((page) => [
      ...safeAreaDiagnostics(page, options.fonts),
      ...imageDiagnostics(page, options.assets),
    ]),
    ...fontDiagnostics(placed, options.fonts),
    ...(options.colour === "cmyk"
      ? [...checkBleed(project, placed.language), ...placed.pages.flatMap((page) => inkDiagnostics(page))]
      : []),
    ...assetDiagnostics(project),
    ...checkTexts(project, placed.language),
  ];
  return unseen.size === 0 ? found : found.filter(({ target }) => !unseen.has(String(target.text)));
}

function assetDiagnostics(project: Project): readonly Diagnostic[] {
  const count = unusedAssets(project).length;
  // A template's spare pictures are for those who make something of it.
  return count === 0 || project.kind === "template" ? [] : [unusedAssetsFound(count)];
}

function languageDiagnostics(tag: string): readonly Diagnostic[] {
  const language = findLanguage(tag);
  if (!language) return [unknownLanguage({ language: tag })];
  return language.verified ? [] : [unverifiedLanguage({ language: tag }, language.names)];
}

/** Text nearer to the trim than the page's safe distance, once per frame with the smallest distance. */
function safeAreaDiagnostics(page: PlacedPage, fonts: FontSource): readonly Diagnostic[] {
  const nearest = new Map<string, number>();
  walkItems(page.items, (item, matrix, frame) => {
    if (item.kind !== "glyphs") return;
    const ink = inkBounds(item, matrix, fonts);
    if (!ink || isOffPage(ink, page)) return;
    const distances = [
      [ink.y, page.safe.top],
      [ink.x, page.safe.left],
      [page.width - ink.x - ink.width, page.safe.right],
      [page.height - ink.y - ink.height, page.safe.bottom],
    ] as const;
    for (const [distance, safe] of distances) {
      if (distance >= safe - TOLERANCE_PT) continue;
      const key = frame ?? "";
      nearest.set(key, Math.min(distance, nearest.get(key) ?? Number.POSITIVE_INFINITY));
    }
  });
  const safe = Math.round(ptToMm(page.safe.top));
  return [...nearest].map(([frame, distance]) =>
    outsideSafeArea({ page: page.index + 1, frame }, ptToMm(distance), safe),
  );
}

/** Ink of a run on its page; undefined where nothing shows, as in a run of spaces. */
function inkBounds(run: PlacedGlyphRun, matrix: Matrix, fonts: FontSource): Rect | undefined {
  const face = fonts.face(run.font);
  if (!face) return undefined;
  const scale = run.size / face.unitsPerEm;
  let box: { xMin: number; xMax: number; yMin: number; yMax: number } | undefined;
  for (const { span, dx } of run.spans) {
    if (!span.ink || span.advance === 0) continue;
    const xMin = run.x + dx + span.ink.xMin * scale;
    const xMax = run.x + dx + span.ink.xMax * scale;
    const yMin = run.y - span.ink.yMax * scale;
    const yMax = run.y - span.ink.yMin * scale;
    box = box
      ? {
          xMin: Math.min(box.xMin, xMin),
          xMax: Math.max(box.xMax, xMax),
          yMin: Math.min(box.yMin, yMin),
          yMax: Math.max(box.yMax, yMax),
        }
      : { xMin, xMax, yMin, yMax };
  }
  return (
    box &&
    transformBounds(matrix, { x: box.xMin, y: box.yMin, width: box.xMax - box.xMin, height: box.yMax - box.yMin })
  );
}

const isOffPage = (box: Rect, page: PlacedPage): boolean =>
  box.x > page.width || box.y > page.height || box.x + box.width < 0 || box.y + box.height < 0;

function imageDiagnostics(page: PlacedPage, assets: AssetSource): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  walkItems(page.items, (item, matrix, frame) => {
    if (item.kind !== "image") return;
    const asset = assets.asset(item.asset);
    if (!asset || asset.kind === "svg") return;
    const [a, b, c, d] = matrix;
    const horizontal = (asset.width * 72) / (item.rect.width * Math.hypot(a, b));
    const vertical = (asset.height * 72) / (item.rect.height * Math.hypot(c, d));
    const ppi = Math.floor(Math.min(horizontal, vertical));
    if (ppi >= FAIR_PPI) return;
    const target = { page: page.index + 1, asset: item.asset, ...(frame === undefined ? {} : { frame }) };
    found.push(lowResolution(target, ppi, FAIR_PPI));
  });
  return found;
}

function fontDiagnostics(placed: PlacedDocument, fonts: FontSource): readonly Diagnostic[] {
  const used = new Set<string>();
  for (const page of placed.pages) {
    walkItems(page.items, (item) => {
      if (item.kind === "glyphs") used.add(item.font);
    });
  }
  const faces = [...used].flatMap((key) => fonts.face(key) ?? []);
  const families = new Set(faces.filter(({ embeddable }) => !embeddable).map(({ family }) => family));
  return [...families].map((font) => fontNotEmbeddable({ font }));
}
