/** Sizes of paper that offices print on. Millimetres, upright where the two sides differ and no fold says otherwise. */

export interface PageSizePreset {
  readonly id: "a3" | "a4" | "a5" | "a6" | "third" | "trifold" | "card" | "square";
  readonly width: number;
  readonly height: number;
  /** Panels between folds: as many columns. */
  readonly columns?: number;
}

export const PAGE_SIZES: readonly PageSizePreset[] = [
  { id: "a3", width: 297, height: 420 },
  { id: "a4", width: 210, height: 297 },
  { id: "a5", width: 148, height: 210 },
  { id: "a6", width: 105, height: 148 },
  { id: "third", width: 99, height: 210 },
  { id: "trifold", width: 297, height: 210, columns: 3 },
  { id: "card", width: 90, height: 55 },
  { id: "square", width: 210, height: 210 },
];

/** The size these sides are, either way round; undefined for one of one's own. */
export const presetOf = (width: number, height: number): PageSizePreset | undefined =>
  PAGE_SIZES.find((size) => size.width === width && size.height === height) ??
  PAGE_SIZES.find((size) => size.width === height && size.height === width && size.columns === undefined);
