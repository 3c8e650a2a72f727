import type { TFunction } from "i18next";

const NAMED: readonly (readonly [name: string, short: number, long: number])[] = [
  ["A2", 420, 594],
  ["A3", 297, 420],
  ["A4", 210, 297],
  ["A5", 148, 210],
  ["A6", 105, 148],
];
const TOLERANCE_MM = 0.5;

export interface PageSizeMm {
  readonly width: number;
  readonly height: number;
}

/** `A5`, or undefined where the size has no name. */
export function paperName({ width, height }: PageSizeMm): string | undefined {
  const short = Math.min(width, height);
  const long = Math.max(width, height);
  return NAMED.find(([, s, l]) => Math.abs(s - short) < TOLERANCE_MM && Math.abs(l - long) < TOLERANCE_MM)?.[0];
}

/** `A6 ngang`, `100 × 200 mm`. */
export function describeSize(size: PageSizeMm, t: TFunction): string {
  const name = paperName(size);
  if (name === undefined) return t("size.custom", { width: size.width, height: size.height });
  return size.width > size.height ? t("size.landscape", { name }) : t("size.portrait", { name });
}
