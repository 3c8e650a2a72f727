/**
 * Programmes: video clips and audio bulletins made of a project's pages, pictures, texts and of files of sound and video.
 * Times are seconds. What belongs to a scene counts from its beginning, so that it moves along when scenes before it grow in a language.
 */

import { z } from "zod";
import { Outline } from "./frames.ts";
import { ColorRef, Fill, Fraction, Id, LanguageTag, Length } from "./primitives.ts";

/** No programme and no file is longer: six hours. */
export const MAX_PROGRAMME_SECONDS = 21_600;
const Moment = z.number().min(0).max(MAX_PROGRAMME_SECONDS);
const Span = z.number().min(0.04).max(MAX_PROGRAMME_SECONDS);
const Decibels = z.number().min(-60).max(24);
const Direction = z.enum(["left", "right", "up", "down"]);
export type Direction = z.infer<typeof Direction>;

/** How a scene comes in over the one before it, which goes on behind: the programme gets no shorter. Nothing stands for a cut. */
export const Transition = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("dissolve"), duration: Span }),
  /** Down to the colour in the first half, up from it in the second. */
  z.strictObject({ kind: z.literal("dip"), duration: Span, color: ColorRef }),
  /** An edge that runs over the picture; `soft` is the part of the picture it is blurred across. */
  z.strictObject({ kind: z.literal("wipe"), duration: Span, towards: Direction, soft: Fraction.optional() }),
  z.strictObject({ kind: z.literal("push"), duration: Span, towards: Direction }),
]);
export type Transition = z.infer<typeof Transition>;

/** What of a picture is seen: the point in the middle, as far as the picture reaches, and how much larger than just filling the frame. */
const View = z.strictObject({ x: Fraction, y: Fraction, zoom: z.number().min(1).max(20) });
export type View = z.infer<typeof View>;

const scene = {
  id: Id,
  name: z.string().optional(),
  duration: Span,
  /** Where a language needs another one. */
  durations: z.record(LanguageTag, Span).optional(),
  /** Shown in these languages only. */
  languages: z.array(LanguageTag).optional(),
  enter: Transition.optional(),
};
const picture = {
  fit: z.enum(["cover", "contain"]).optional(),
  /** What is seen beside a picture that does not fill the frame. */
  background: ColorRef.optional(),
};
const shownPage = {
  page: Id,
  /** Pages of other shapes that say the same: the one nearest to the picture's shape is shown. */
  shapes: z.array(Id).max(8).optional(),
  /** Texts shown instead of those the pages name, by their ids: one page serves many names and places. */
  texts: z.record(Id, Id).optional(),
};

export const Scene = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("image"),
    ...scene,
    ...picture,
    asset: Id,
    /** Another picture in these languages. */
    variants: z.record(LanguageTag, Id).optional(),
    /** The picture stands still without it. */
    motion: z.strictObject({ from: View, to: View, ease: z.enum(["linear", "smooth"]).optional() }).optional(),
  }),
  z.strictObject({
    type: z.literal("clip"),
    ...scene,
    ...picture,
    media: Id,
    variants: z.record(LanguageTag, Id).optional(),
    /** Where in the file it begins. */
    start: Moment.optional(),
    focus: z.strictObject({ x: Fraction, y: Fraction }).optional(),
    /** The clip's own sound; silent without it. */
    sound: z
      .strictObject({ gain: Decibels.optional(), fadeIn: Moment.optional(), fadeOut: Moment.optional() })
      .optional(),
  }),
  z.strictObject({ type: z.literal("page"), ...scene, ...shownPage }),
  z.strictObject({ type: z.literal("color"), ...scene, fill: Fill }),
]);
export type Scene = z.infer<typeof Scene>;

/** How a title comes and goes. `stagger` lets its frames follow one another, that many seconds apart, in the order they lie in. */
export const Animation = z.strictObject({
  kind: z.enum(["fade", "slide", "wipe", "rise"]),
  duration: Span,
  towards: Direction.optional(),
  stagger: z.number().min(0).max(10).optional(),
});
export type Animation = z.infer<typeof Animation>;

const placed = {
  /** The scene from whose beginning `at` counts; the programme's own without it. */
  scene: Id.optional(),
  at: z.number().min(-MAX_PROGRAMME_SECONDS).max(MAX_PROGRAMME_SECONDS),
};

const overlay = {
  id: Id,
  name: z.string().optional(),
  ...placed,
  duration: Span.optional(),
  durations: z.record(LanguageTag, Span).optional(),
  languages: z.array(LanguageTag).optional(),
  ...shownPage,
  enter: Animation.optional(),
  leave: Animation.optional(),
};
/** The text of the page that moves or is replaced: a frame of the page itself shows it, none in a group. */
const changing = { text: Id };

/** A page of the project over the picture: lower third, title, logo. Without a duration it stays to the end of its scene, or of the programme. */
const PageOverlay = z.strictObject({ type: z.literal("page"), ...overlay });

/** One line that runs from right to left through the frame of its text; every paragraph is an item of it. */
const CrawlOverlay = z.strictObject({
  type: z.literal("crawl"),
  ...overlay,
  ...changing,
  /**
   * Widths of the page a second, and the line begins again and again for as long as the overlay is there. Without it the line has just run
   * through when the overlay ends.
   */
  speed: z.number().min(0.01).max(2).optional(),
  /** Drawn between two items; lengths in millimetres of the page, `gap` to each side. */
  separator: z
    .strictObject({ outline: Outline, fill: Fill, width: Length, height: Length, gap: Length.optional() })
    .optional(),
});

/** Names that roll up through the frame of their text at one speed, or come up sheet by sheet. */
const CreditsOverlay = z.strictObject({
  type: z.literal("credits"),
  ...overlay,
  ...changing,
  style: z.enum(["roll", "sheets"]),
  /** Rolling: whether the last lines run out at the top or stop in the middle. What follows an empty paragraph belongs together. */
  ending: z.enum(["leave", "stay"]).optional(),
  /** Seconds at the end for which the last lines stand. */
  hold: z.number().min(0).max(600).optional(),
});

/** A clock: the time of day, or seconds counted up from the overlay's beginning or down to its end. */
const ClockOverlay = z.strictObject({
  type: z.literal("clock"),
  ...overlay,
  ...changing,
  count: z.enum(["time", "up", "down"]),
  /** The time of day when the programme begins, for `time`. */
  start: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)
    .optional(),
  format: z.enum(["HH:mm", "HH:mm:ss", "mm:ss", "ss"]),
  /** Seconds at the end for which zero stands, for `down`. */
  hold: z.number().min(0).max(600).optional(),
});

export const Overlay = z.discriminatedUnion("type", [PageOverlay, CrawlOverlay, CreditsOverlay, ClockOverlay]);
export type Overlay = z.infer<typeof Overlay>;
export type CrawlOverlay = z.infer<typeof CrawlOverlay>;
export type CreditsOverlay = z.infer<typeof CreditsOverlay>;
export type ClockOverlay = z.infer<typeof ClockOverlay>;
/** What says which page is shown, with which texts. */
export type ShownPage = Pick<Overlay, "page" | "shapes" | "texts">;

const source = {
  media: Id,
  /** Another file in these languages: narration is spoken anew. */
  variants: z.record(LanguageTag, Id).optional(),
  languages: z.array(LanguageTag).optional(),
  /** Where in the file it begins. */
  start: Moment.optional(),
  /** To the end of the file without it, or of the programme where it is looped. */
  duration: Span.optional(),
  /** Leaves out the silence before the first word and after the last, where neither `start` nor `duration` says otherwise. */
  trim: z.boolean().optional(),
  gain: Decibels.optional(),
  fadeIn: Moment.optional(),
  fadeOut: Moment.optional(),
};

export const AudioItem = z.strictObject({
  id: Id,
  name: z.string().optional(),
  ...placed,
  ...source,
  loop: z.boolean().optional(),
});
export type AudioItem = z.infer<typeof AudioItem>;

/** How far a track goes down under the voices of others, and how long before and after them. */
const Duck = z.strictObject({
  under: z.array(Id).min(1),
  /** Decibels by which it is lowered. */
  depth: z.number().min(0).max(60),
  lead: z.number().min(0).max(5).optional(),
  release: z.number().min(0).max(10).optional(),
});
export type Duck = z.infer<typeof Duck>;

export const AudioTrack = z.strictObject({
  id: Id,
  name: z.string().optional(),
  role: z.enum(["voice", "music", "ambience", "effect"]),
  gain: Decibels.optional(),
  /** Cleans up speech: rumble, noise, hiss and uneven levels. */
  treatment: z.enum(["none", "gentle", "strong"]).optional(),
  duck: Duck.optional(),
  items: z.array(AudioItem).max(2_000),
});
export type AudioTrack = z.infer<typeof AudioTrack>;

/** Words over the picture from one moment to another, counted from the programme's beginning. `\n` is a forced line. */
export const Cue = z.strictObject({ from: Moment, to: Moment, text: z.string().min(1).max(2_000) });
export type Cue = z.infer<typeof Cue>;

const CaptionLook = z.strictObject({
  /** Paragraph style of the words; plain white ones without it. */
  style: Id.optional(),
  position: z.enum(["bottom", "top"]).optional(),
  /** Laid behind the lines. */
  background: ColorRef.optional(),
  lines: z.number().int().min(1).max(4).optional(),
});
export type CaptionLook = z.infer<typeof CaptionLook>;

const common = {
  id: Id,
  title: z.record(LanguageTag, z.string()),
  /** The length it must have; a clip's scenes decide without it. */
  duration: Span.optional(),
  tracks: z.array(AudioTrack).max(64),
};

export const Clip = z.strictObject({
  kind: z.literal("clip"),
  ...common,
  /** Proportions of the picture, and pixels its fine parts are meant for. */
  frame: z.strictObject({ width: z.number().int().min(16).max(8_192), height: z.number().int().min(16).max(8_192) }),
  /** Parts of the width and height at each edge in which no words stand. */
  safe: Fraction.max(0.4).optional(),
  /** Behind everything, and black without it. */
  background: ColorRef.optional(),
  scenes: z.array(Scene).min(1).max(2_000),
  /** How the last scene goes down to the background. */
  leave: z.strictObject({ duration: Span }).optional(),
  overlays: z.array(Overlay).max(2_000),
  /** Captions by language. */
  captions: z.record(LanguageTag, z.array(Cue).max(20_000)).optional(),
  captionLook: CaptionLook.optional(),
});
export type Clip = z.infer<typeof Clip>;

export const BulletinPart = z.strictObject({
  id: Id,
  name: z.string().optional(),
  role: z.enum(["jingle", "opening", "item", "bumper", "closing"]),
  ...source,
  /** Silence before it, or the time by which it runs into the part before it where negative. */
  pause: z.number().min(-60).max(60).optional(),
});
export type BulletinPart = z.infer<typeof BulletinPart>;

/** Parts one after the other; `tracks` lie beside them. */
export const Bulletin = z.strictObject({
  kind: z.literal("bulletin"),
  ...common,
  treatment: z.enum(["none", "gentle", "strong"]).optional(),
  parts: z.array(BulletinPart).min(1).max(500),
  /** Music below the whole of it. */
  bed: z
    .strictObject({
      media: Id,
      gain: Decibels.optional(),
      fadeIn: Moment.optional(),
      fadeOut: Moment.optional(),
      depth: z.number().min(0).max(60).optional(),
    })
    .optional(),
});
export type Bulletin = z.infer<typeof Bulletin>;

export const Programme = z.discriminatedUnion("kind", [Clip, Bulletin]);
export type Programme = z.infer<typeof Programme>;
