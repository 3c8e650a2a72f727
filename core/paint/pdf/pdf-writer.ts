/** Writes a PDF page by page: what a page leaves behind is its finished bytes, so batches of any length fit into memory. */

import type { PDFRef } from "pdf-lib";
import { PDFString } from "pdf-lib";
import type { PlacedGroup, PlacedPage } from "../../layout/display-list.ts";
import type { Matrix, Rect } from "../../units/geometry.ts";
import { ContentBytes } from "./content/content-bytes.ts";
import { ContentStream } from "./content/content-stream.ts";
import { createItemPainter, type LinkArea } from "./content/paint-items.ts";
import { createPaintResources } from "./content/paint-resources.ts";
import { writeInfo, writeXmp } from "./file/metadata.ts";
import { createPdfFile } from "./file/pdf-file.ts";
import { srgbProfile } from "./file/srgb-profile.ts";
import { textString } from "./file/text-string.ts";
import { linkAnnotation, pageLabels, type WrittenPage, writeOutline } from "./page/navigation.ts";
import { type PageBoxes, pageBoxes } from "./page/page-boxes.ts";
import { createPageTree } from "./page/page-tree.ts";
import { printerMarks } from "./page/printer-marks.ts";
import type { PdfInfo, PdfOptions, PdfSources } from "./pdf-options.ts";

export interface PdfWriter {
  /**
   * Pages come in the order of the file. Several documents may follow each other: links lead to pages of their own document, told
   * apart by `page.index`. Throws DiagnosticError where a font or picture cannot be written.
   */
  addPage(page: PlacedPage): void;
  /** Closes the file and returns it; the writer is of no use afterwards. */
  finish(info: PdfInfo): Uint8Array;
}

interface PageGeometry {
  readonly boxes: PageBoxes;
  readonly matrix: Matrix;
  readonly marks: PlacedGroup | undefined;
}

interface WaitingLink {
  readonly ref: PDFRef;
  readonly link: LinkArea;
  readonly firstPage: number;
}

export function createPdfWriter(sources: PdfSources, options: PdfOptions): PdfWriter {
  const file = createPdfFile(sources.deflate);
  const resources = createPaintResources(file, sources, options);
  const painter = createItemPainter(resources);
  const tree = createPageTree(file);
  const geometries = new Map<string, PageGeometry>();
  const contents = new ContentBytes();
  const pages: WrittenPage[] = [];
  const waitingLinks: WaitingLink[] = [];
  const colorSpace = options.colour === "cmyk" ? "DeviceCMYK" : "DeviceRGB";

  const paintContents = (page: PlacedPage, geometry: PageGeometry, links: LinkArea[]): ContentStream => {
    contents.clear();
    const stream = new ContentStream(options.colour, resources.plainState, contents);
    const target = { stream, matrix: geometry.matrix, opacity: 1, links, mayShare: true };
    stream.concat(geometry.matrix);
    if (geometry.boxes.clip) {
      stream.save();
      stream.path(rectanglePath(geometry.boxes.clip), "W n");
    }
    painter.paint(page.items, target);
    if (geometry.boxes.clip) stream.restore();
    if (geometry.marks) painter.paint([geometry.marks], target);
    if (options.marks && options.slug) painter.paint(options.slug(page), target);
    stream.end();
    return stream;
  };

  return {
    addPage(page) {
      const geometry = geometryOf(page, options, geometries);
      const { boxes } = geometry;
      const links: LinkArea[] = [];
      const stream = paintContents(page, geometry, links);
      const firstPage = pages.length - page.index;
      const annotations = links.map((link) => {
        const ref = file.reserve();
        waitingLinks.push({ ref, link, firstPage });
        return ref;
      });
      const ref = file.write({
        Type: "Page",
        Parent: tree.nextParent(),
        MediaBox: boxes.media,
        CropBox: boxes.crop,
        BleedBox: boxes.bleed,
        TrimBox: boxes.trim,
        Resources: resources.catalog.dictionary(stream.resources),
        Contents: file.writeStream({}, stream.bytes.view()),
        Annots: annotations.length > 0 ? annotations : undefined,
        Group: resources.hasTransparency ? { Type: "Group", S: "Transparency", CS: colorSpace } : undefined,
      });
      tree.addPage(ref);
      pages.push({ ref, top: boxes.origin.y, folio: page.folio, index: page.index });
    },

    finish(info) {
      for (const { ref, link, firstPage } of waitingLinks) file.write(linkAnnotation(link, pages, firstPage), ref);
      resources.fonts.finish();
      tree.finish();
      const outlines = writeOutline(file, info.outline, pages);
      const catalog = file.write({
        Type: "Catalog",
        Pages: tree.root,
        Outlines: outlines,
        PageMode: outlines && "UseOutlines",
        PageLabels: pageLabels(pages),
        Lang: PDFString.of(info.language.replace(/[^A-Za-z0-9-]/g, "")),
        ViewerPreferences: { DisplayDocTitle: true },
        Metadata: writeXmp(file, info),
        OutputIntents:
          options.colour === "rgb"
            ? [
                {
                  Type: "OutputIntent",
                  S: "GTS_PDFA1",
                  OutputConditionIdentifier: textString("sRGB IEC61966-2.1"),
                  Info: textString("sRGB IEC61966-2.1"),
                  DestOutputProfile: file.writeStream({ N: 3 }, srgbProfile()),
                },
              ]
            : undefined,
      });
      return file.finish(catalog, writeInfo(file, info));
    },
  };
}

/** Pages of one size share their boxes and, as one object, their marks. */
function geometryOf(page: PlacedPage, options: PdfOptions, known: Map<string, PageGeometry>): PageGeometry {
  const { width, height, bleed } = page;
  const key = [width, height, bleed.top, bleed.right, bleed.bottom, bleed.left].join(" ");
  let geometry = known.get(key);
  if (!geometry) {
    const boxes = pageBoxes(page, options);
    geometry = {
      boxes,
      matrix: [1, 0, 0, -1, boxes.origin.x, boxes.origin.y],
      marks: options.marks
        ? printerMarks(page, { bleed: options.bleed, colourBar: options.colourBar === true })
        : undefined,
    };
    known.set(key, geometry);
  }
  return geometry;
}

const rectanglePath = ({ x, y, width, height }: Rect) =>
  [["M", x, y], ["L", x + width, y], ["L", x + width, y + height], ["L", x, y + height], ["Z"]] as const;
