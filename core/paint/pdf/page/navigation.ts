/** What leads a reader through the file: links, outline, page labels. */

import { PDFNull, type PDFRef, PDFString } from "pdf-lib";
import type { OutlineEntry } from "../../../layout/display-list.ts";
import type { Rect } from "../../../units/geometry.ts";
import type { LinkArea } from "../content/paint-items.ts";
import type { PdfEntries, PdfFile, PdfValue } from "../file/pdf-file.ts";
import { textString } from "../file/text-string.ts";

/** A page that was written. */
export interface WrittenPage {
  readonly ref: PDFRef;
  /** Height of the trim's top edge in PDF's coordinates. */
  readonly top: number;
  readonly folio: string;
  /** Index in its own document: a batch begins again with every record. */
  readonly index: number;
}

const LINK = { Type: "Annot", Subtype: "Link", Border: [0, 0, 0], F: 4 } as const;

/** A link annotation; one that leads to a page not in the file leads nowhere. `firstPage` is where its document begins. */
export function linkAnnotation(link: LinkArea, pages: readonly WrittenPage[], firstPage: number): PdfEntries {
  const annotation = { ...LINK, Rect: corners(link.rect) };
  if ("uri" in link.target) return { ...annotation, A: { S: "URI", URI: uriString(link.target.uri) } };
  return { ...annotation, Dest: destination(pages, firstPage + link.target.page, link.target.y) };
}

/** Keeps the reader's zoom; undefined where there is no such page. */
function destination(pages: readonly WrittenPage[], index: number, y: number): PdfValue {
  const page = pages[index];
  return page && [page.ref, "XYZ", PDFNull, page.top - y, PDFNull];
}

const corners = ({ x, y, width, height }: Rect): readonly number[] => [x, y, x + width, y + height];

/** URIs are 7-bit; parentheses and backslashes would end or escape the string. */
function uriString(uri: string): PDFString {
  const ascii = uri.toWellFormed().replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character));
  return PDFString.of(ascii.replace(/[\\()]/g, (character) => `\\${character}`));
}

/** Bookmarks, the first level open; undefined where there are none. */
export function writeOutline(
  file: PdfFile,
  entries: readonly OutlineEntry[],
  pages: readonly WrittenPage[],
): PDFRef | undefined {
  if (entries.length === 0) return undefined;
  const root = file.reserve();
  const { first, last } = writeOutlineLevel(file, entries, pages, root);
  return file.write({ Type: "Outlines", First: first, Last: last, Count: entries.length }, root);
}

function writeOutlineLevel(
  file: PdfFile,
  entries: readonly OutlineEntry[],
  pages: readonly WrittenPage[],
  parent: PDFRef,
): { readonly first: PDFRef | undefined; readonly last: PDFRef | undefined } {
  const refs = entries.map(() => file.reserve());
  entries.forEach((entry, at) => {
    const own = refs[at];
    if (!own) return;
    const hasChildren = entry.children.length > 0;
    const { first, last } = hasChildren
      ? writeOutlineLevel(file, entry.children, pages, own)
      : { first: undefined, last: undefined };
    file.write(
      {
        Title: textString(entry.title),
        Parent: parent,
        Prev: refs[at - 1],
        Next: refs[at + 1],
        First: first,
        Last: last,
        // A negative count means closed.
        Count: hasChildren ? -entry.children.length : undefined,
        Dest: destination(pages, entry.page, entry.y),
      },
      own,
    );
  });
  return { first: refs[0], last: refs.at(-1) };
}

interface LabelRange {
  readonly start: number;
  readonly label: PageLabel;
}

interface PageLabel {
  readonly style: "D" | "r" | "R" | undefined;
  readonly value: number;
  readonly prefix: string;
}

/**
 * The number tree of page labels, so that viewers show the numbers printed on the pages. Undefined where they count from 1 anyway,
 * and for batches, where every record has a page 1.
 */
export function pageLabels(pages: readonly WrittenPage[]): PdfEntries | undefined {
  if (pages.some(({ index }, at) => index !== at)) return undefined;
  if (pages.every(({ folio }, at) => folio === String(at + 1))) return undefined;
  const ranges: LabelRange[] = [];
  let previous: PageLabel | undefined;
  pages.forEach(({ folio }, at) => {
    const label = readFolio(folio);
    const continues = previous?.style && previous.style === label.style && label.value === previous.value + 1;
    if (!continues) ranges.push({ start: at, label });
    previous = label;
  });
  return {
    Nums: ranges.flatMap(({ start, label }) => [
      start,
      {
        S: label.style,
        P: label.prefix ? textString(label.prefix) : undefined,
        St: label.style && label.value !== 1 ? label.value : undefined,
      },
    ]),
  };
}

function readFolio(folio: string): PageLabel {
  if (/^[1-9]\d{0,5}$/.test(folio)) return { style: "D", value: Number(folio), prefix: "" };
  const value = romanValue(folio.toLowerCase());
  if (value > 0 && folio === folio.toLowerCase()) return { style: "r", value, prefix: "" };
  if (value > 0 && folio === folio.toUpperCase()) return { style: "R", value, prefix: "" };
  return { style: undefined, value: 0, prefix: folio };
}

const ROMAN: readonly (readonly [string, number])[] = [
  ["m", 1000],
  ["cm", 900],
  ["d", 500],
  ["cd", 400],
  ["c", 100],
  ["xc", 90],
  ["l", 50],
  ["xl", 40],
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
];

/** 0 where the letters are no Roman number as it is written today. */
function romanValue(letters: string): number {
  let rest = letters;
  let value = 0;
  for (const [sign, worth] of ROMAN) {
    for (let times = 0; times < (sign.length === 1 ? 3 : 1) && rest.startsWith(sign); times++) {
      value += worth;
      rest = rest.slice(sign.length);
    }
  }
  return rest === "" ? value : 0;
}
