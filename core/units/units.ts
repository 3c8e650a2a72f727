/** Lengths and ratios as branded numbers, and the only place where one is turned into another. */

declare const unit: unique symbol;
type Unit<Name extends string> = number & { readonly [unit]: Name };

/** A PostScript point, 1/72 inch: the unit of the display list and of PDF. */
export type Pt = Unit<"pt">;
/** A millimetre: the unit of project files and of the interface. */
export type Mm = Unit<"mm">;
/** A device pixel of a raster. */
export type Px = Unit<"px">;

const POINTS_PER_INCH = 72;
const MILLIMETRES_PER_INCH = 25.4;

export const mmToPt = (value: number): Pt => ((value * POINTS_PER_INCH) / MILLIMETRES_PER_INCH) as Pt;
export const ptToMm = (value: number): Mm => ((value * MILLIMETRES_PER_INCH) / POINTS_PER_INCH) as Mm;
export const ptToPx = (value: number, pixelsPerInch: number): Px => ((value * pixelsPerInch) / POINTS_PER_INCH) as Px;
