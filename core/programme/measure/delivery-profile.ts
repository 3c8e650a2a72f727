import { z } from "zod";

/** What a finished file is held to: `resources/profiles/*.json` and the user's own files of the same form. */
export const deliveryProfileSchema = z.strictObject({
  version: z.literal(1),
  id: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  name: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  loudness: z.strictObject({
    /** LUFS, and how many LU it may be off. */
    target: z.number().min(-40).max(-5),
    tolerance: z.number().min(0).max(5),
    /** dBTP. */
    truePeak: z.number().min(-20).max(0),
    /** LUFS over 3 s, for short programmes. */
    shortTermMax: z.number().min(-40).max(0).optional(),
    /** LU. */
    rangeMax: z.number().min(0).max(40).optional(),
  }),
  /** Seconds without sound, of black and of a picture that does not move; anything longer is a fault. */
  longest: z.strictObject({
    silence: z.number().min(0).max(3600).optional(),
    black: z.number().min(0).max(3600).optional(),
    freeze: z.number().min(0).max(3600).optional(),
  }),
  /** Share of pixels that may be outside a television's range. */
  outOfRange: z.number().min(0).max(1).optional(),
});

export type DeliveryProfile = z.output<typeof deliveryProfileSchema>;
