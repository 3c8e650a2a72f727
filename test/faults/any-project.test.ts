import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { test } from "vitest";
import { readImageHeader } from "../../core/assets/image-header.ts";
import type { Asset } from "../../core/layout/asset-source.ts";
import { layoutDocument } from "../../core/layout/layout-document.ts";
import { createPdfWriter } from "../../core/paint/pdf/pdf-writer.ts";
import { paintSvg } from "../../core/paint/svg/paint-svg.ts";
import { preflight } from "../../core/preflight/preflight.ts";
import { arbitraryProject } from "../support/arbitrary-project.ts";
import { engine, library } from "../support/text-setting.ts";

const picture = (id: string, file: string): Asset => {
  const bytes = new Uint8Array(readFileSync(new URL(`../fixtures/${file}`, import.meta.url)));
  return { id, bytes, ...readImageHeader(bytes, id) };
};
const pictures = new Map(
  [picture("a0", "images/turned-exif-6.jpg"), picture("a1", "svg/lotus-badge.svg")].map((one) => [one.id, one]),
);
const sources = { fonts: library, assets: { asset: (id: string) => pictures.get(id) } };

/** Throws at the first number no page can hold. */
function expectFiniteNumbers(value: unknown): void {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError("a number that is none");
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
  for (const part of Object.values(value)) expectFiniteNumbers(part);
}

test("whatever the schema allows is laid out, looked over and painted", () => {
  fc.assert(
    fc.property(arbitraryProject, (project) => {
      const language = project.languages.source;
      const placed = layoutDocument(project, { language, engine, assets: sources.assets });
      preflight(project, placed, { ...sources, colour: "cmyk" });
      const options = { colour: "cmyk", bleed: true, marks: true } as const;
      const writer = createPdfWriter({ ...sources, deflate: (bytes) => deflateSync(bytes) }, options);
      for (const page of placed.pages) {
        expectFiniteNumbers(page.items);
        writer.addPage(page);
        paintSvg(page, sources, { bleed: true });
      }
      writer.finish({ title: placed.title, language, author: "", keywords: [], outline: placed.outline });
    }),
    { numRuns: 300 },
  );
});
