/** Building blocks of the project schema. Lengths are millimetres, type sizes points, colours by swatch or value. */

import { z } from "zod";

export const ID_PATTERN = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,63}$/u;
export const LANGUAGE_TAG_PATTERN = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
export const HEX_COLOR_PATTERN = /^#[0-9a-fA-F]{6}$/;

export const Id = z.string().regex(ID_PATTERN);
/** BCP 47. Whether the registry knows it is for preflight to say. */
export const LanguageTag = z.string().regex(LANGUAGE_TAG_PATTERN);
export const Label = z.strictObject({ vi: z.string(), en: z.string() });
/** No coordinate and no length is further from zero. */
export const MAX_LENGTH_MM = 10_000;
export const Coordinate = z.number().min(-MAX_LENGTH_MM).max(MAX_LENGTH_MM);
export const Length = z.number().min(0).max(MAX_LENGTH_MM);
export const Fraction = z.number().min(0).max(1);
export const PointSize = z.number().min(1).max(2_000);

export const EdgesMm = z.strictObject({ top: Length, right: Length, bottom: Length, left: Length });
export type EdgesMm = z.infer<typeof EdgesMm>;

/** A swatch's id, or a swatch made lighter or see-through, or a colour by value. Percentages of ink for CMYK. */
const Percent = z.number().min(0).max(100);
const Hex = z.string().regex(HEX_COLOR_PATTERN);
export const ColorRef = z.union([
  Id,
  z.strictObject({ swatch: Id, tint: Fraction.optional(), alpha: Fraction.optional() }),
  z.strictObject({ rgb: Hex, alpha: Fraction.optional() }),
  z.strictObject({ cmyk: z.tuple([Percent, Percent, Percent, Percent]), alpha: Fraction.optional() }),
]);
export type ColorRef = z.infer<typeof ColorRef>;

export const Swatch = z.strictObject({
  id: Id,
  name: Label,
  rgb: Hex,
  /** Without it the inks are computed from `rgb`. */
  cmyk: z.tuple([Percent, Percent, Percent, Percent]).optional(),
});
export type Swatch = z.infer<typeof Swatch>;

const Stop = z.strictObject({ at: Fraction, color: ColorRef });
export const Fill = z.union([
  z.strictObject({ color: ColorRef }),
  /** `angle` in degrees: 0 runs from left to right, 90 from top to bottom. */
  z.strictObject({ linear: z.strictObject({ angle: z.number(), stops: z.array(Stop).min(2) }) }),
  z.strictObject({
    radial: z.strictObject({
      center: z.strictObject({ x: Fraction, y: Fraction }),
      radius: z.number().positive(),
      stops: z.array(Stop).min(2),
    }),
  }),
]);
export type Fill = z.infer<typeof Fill>;

export const StrokeStyle = z.strictObject({
  color: ColorRef,
  /** Points. */
  width: z.number().min(0).max(200),
  /** Lengths of dash and gap as multiples of the width. */
  dash: z.array(z.number().min(0)).optional(),
  cap: z.enum(["butt", "round", "square"]).optional(),
  join: z.enum(["miter", "round", "bevel"]).optional(),
});
export type StrokeStyle = z.infer<typeof StrokeStyle>;

export const Shadow = z.strictObject({ dx: Coordinate, dy: Coordinate, blur: Length, color: ColorRef });
export type Shadow = z.infer<typeof Shadow>;
