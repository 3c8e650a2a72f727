/** How a station puts its bulletins together: `resources/bulletins/*.json`, or a file of the same form of the user's own. */

import { z } from "zod";
import { Id } from "../../document/schema/primitives.ts";
import { Bulletin, BulletinPart } from "../../document/schema/programme.ts";

const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const part = BulletinPart.shape;

const music = {
  /** From the folder of the template, in forward slashes. */
  file: z.string().min(1).max(400),
  gain: part.gain,
  fadeIn: part.fadeIn,
  fadeOut: part.fadeOut,
};
const playedMusic = {
  ...music,
  /** Seconds of it that are played at most. */
  longest: part.duration,
  pause: part.pause,
};
const spoken = {
  /** Before it, after speech. */
  pause: part.pause,
  /** Before it, after music; `pause` without it. */
  afterMusic: part.pause,
  gain: part.gain,
  trim: part.trim,
};

export const bulletinTemplateSchema = z.strictObject({
  version: z.literal(1),
  id: Id,
  name: bilingual,
  description: bilingual,
  treatment: Bulletin.shape.treatment,
  order: z
    .array(
      z.discriminatedUnion("part", [
        z.strictObject({ part: z.literal("jingle"), ...playedMusic }),
        z.strictObject({ part: z.literal("opening"), ...spoken }),
        z.strictObject({
          part: z.literal("items"),
          ...spoken,
          /** Played before each item that follows speech. */
          bumper: z.strictObject(playedMusic).optional(),
          /** How often all of them are said, one round after the other. */
          times: z.int().min(1).max(5).optional(),
        }),
        z.strictObject({ part: z.literal("closing"), ...spoken }),
      ]),
    )
    .min(1)
    .max(50),
  bed: z.strictObject({ ...music, depth: z.number().min(0).max(60).optional() }).optional(),
});
export type BulletinTemplate = z.infer<typeof bulletinTemplateSchema>;
