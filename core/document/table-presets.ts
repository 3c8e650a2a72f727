/** Designed looks of tables, in the document's own colours. */

import type { Bilingual } from "../diagnostics/diagnostic.ts";
import type { StrokeStyle } from "./schema/primitives.ts";
import { type SwatchRoles, tinted } from "./swatch-roles.ts";
import type { Table } from "./table-places.ts";

/** What of a table a preset decides. */
export interface TableLook {
  readonly borders: NonNullable<Table["borders"]>;
  readonly headerFill?: NonNullable<Table["headerFill"]>;
  readonly stripeFill?: NonNullable<Table["stripeFill"]>;
  /** Whether the header's words are light. */
  readonly hasDarkHeader: boolean;
}

/** A look with its name; `look` makes it of the document's colours. */
export interface TablePreset {
  readonly id: string;
  readonly name: Bilingual;
  look(roles: SwatchRoles): TableLook;
}

const line = (color: StrokeStyle["color"], width: number): StrokeStyle => ({ color, width });

/** In the order a chooser shows them; new tables take the first. */
export const tablePresets: readonly TablePreset[] = [
  {
    id: "dau-dam",
    name: { vi: "Đầu bảng đậm", en: "Bold heading" },
    look: ({ main }) => ({
      borders: { outer: line(main, 0.75), rows: line(tinted(main, 0.3), 0.5), columns: line(tinted(main, 0.3), 0.5) },
      headerFill: { color: main },
      hasDarkHeader: true,
    }),
  },
  {
    id: "soc",
    name: { vi: "Sọc xen kẽ", en: "Stripes" },
    look: ({ main }) => ({
      borders: { header: line(main, 1) },
      headerFill: { color: main },
      stripeFill: { color: tinted(main, 0.09) },
      hasDarkHeader: true,
    }),
  },
  {
    id: "ke-ngang",
    name: { vi: "Kẻ ngang", en: "Rules" },
    look: ({ main }) => ({
      borders: { rows: line(tinted(main, 0.35), 0.5), header: line(main, 1.25) },
      hasDarkHeader: false,
    }),
  },
  {
    id: "ke-o",
    name: { vi: "Kẻ ô", en: "Grid" },
    look: ({ ink, main }) => ({
      borders: { outer: line(ink, 0.75), rows: line(ink, 0.5), columns: line(ink, 0.5), header: line(ink, 0.75) },
      headerFill: { color: tinted(main, 0.12) },
      hasDarkHeader: false,
    }),
  },
  {
    id: "nen-nhat",
    name: { vi: "Nền nhạt", en: "Soft" },
    look: ({ main, paper }) => ({
      borders: { rows: line(paper, 1.5), header: line(paper, 1.5) },
      headerFill: { color: tinted(main, 0.28) },
      stripeFill: { color: tinted(main, 0.08) },
      hasDarkHeader: false,
    }),
  },
  {
    id: "so-lieu",
    name: { vi: "Số liệu", en: "Figures" },
    look: ({ ink }) => ({
      borders: { outer: line(ink, 1), rows: line(tinted(ink, 0.2), 0.35), header: line(ink, 0.5) },
      hasDarkHeader: false,
    }),
  },
];
