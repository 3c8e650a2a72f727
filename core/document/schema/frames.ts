/** Frames: what stands on a page. Positions are millimetres from the top left corner of the page, before rotation about the frame's centre. */

import { z } from "zod";
import {
  ColorRef,
  Coordinate,
  EdgesMm,
  Fill,
  Fraction,
  Id,
  LanguageTag,
  Length,
  Shadow,
  StrokeStyle,
} from "./primitives.ts";

export const Outline = z.union([
  z.strictObject({
    kind: z.literal("rectangle"),
    radius: z.union([Length, z.tuple([Length, Length, Length, Length])]).optional(),
  }),
  z.strictObject({ kind: z.literal("ellipse") }),
  /** `inner` below 1 makes a star: the inner radius as a fraction of the outer. */
  z.strictObject({ kind: z.literal("polygon"), sides: z.number().int().min(3).max(120), inner: Fraction.optional() }),
  /** SVG path data drawn in `viewBox` and stretched to the frame. */
  z.strictObject({
    kind: z.literal("path"),
    d: z.string().max(200_000),
    viewBox: z.tuple([z.number(), z.number(), z.number().positive(), z.number().positive()]),
    rule: z.enum(["nonzero", "evenodd"]).optional(),
  }),
]);
export type Outline = z.infer<typeof Outline>;

/**
 * Edges of a frame that follow words: each edge named moves by the room its side of the texts' frames has to spare, so that a bar drawn
 * for the longest name is as wide as the name it shows. Frames of masters stay as they are drawn.
 */
export const Hug = z.strictObject({
  /** Text frames of the same page, in groups too; the one with the least room to spare decides. */
  texts: z.array(Id).min(1).max(8),
  left: z.enum(["left", "right"]).optional(),
  right: z.enum(["left", "right"]).optional(),
  top: z.enum(["top", "bottom"]).optional(),
  bottom: z.enum(["top", "bottom"]).optional(),
  /** The words count as at least this wide. */
  least: Length.optional(),
});
export type Hug = z.infer<typeof Hug>;

const common = {
  id: Id,
  name: z.string().optional(),
  x: Coordinate,
  y: Coordinate,
  width: Length,
  height: Length,
  /** Degrees, clockwise. */
  rotation: z.number().min(-360).max(360).optional(),
  opacity: Fraction.optional(),
  locked: z.boolean().optional(),
  hidden: z.boolean().optional(),
  /** Shown only in these languages. */
  languages: z.array(LanguageTag).optional(),
  /** What they say adds up. */
  hug: z.array(Hug).min(1).max(4).optional(),
  shadow: Shadow.optional(),
  /** Everything outside this outline is cut off. */
  clip: Outline.optional(),
};

const box = {
  fill: Fill.optional(),
  stroke: StrokeStyle.optional(),
  radius: z.union([Length, z.tuple([Length, Length, Length, Length])]).optional(),
};

/** Where content goes that does not fit: on into another frame, or onto pages added from a master that has a `continues` frame. */
const flow = {
  next: Id.optional(),
  addPages: z.strictObject({ master: Id }).optional(),
  continues: z.boolean().optional(),
};

export const TextFrame = z.strictObject({
  type: z.literal("text"),
  ...common,
  ...box,
  ...flow,
  /** Absent in a frame that another frame leads into, and in a master's `continues` frame. */
  text: Id.optional(),
  /** Paragraph style of blocks that name none. */
  style: Id.optional(),
  columns: z.number().int().min(1).max(12).optional(),
  columnGap: Length.optional(),
  inset: EdgesMm.optional(),
  verticalAlign: z.enum(["top", "center", "bottom", "justify"]).optional(),
  fit: z
    .union([
      z.strictObject({ mode: z.literal("none") }),
      /** All sizes are scaled by one factor, no smaller than `minimum`. */
      z.strictObject({ mode: z.literal("shrink"), minimum: z.number().min(0.1).max(1) }),
      /** Height follows the text, up to `maximum` millimetres. */
      z.strictObject({ mode: z.literal("grow"), maximum: Length.optional() }),
    ])
    .optional(),
});

export const ImageFrame = z.strictObject({
  type: z.literal("image"),
  ...common,
  ...box,
  asset: Id.optional(),
  /** Another picture in these languages. */
  variants: z.record(LanguageTag, Id).optional(),
  fit: z.enum(["cover", "contain", "stretch"]).optional(),
  /** The point of the picture that stays in view when it is cut. */
  focus: z.strictObject({ x: Fraction, y: Fraction }).optional(),
  /** Part of the picture used, as fractions of its size. */
  crop: z.strictObject({ x: Fraction, y: Fraction, width: Fraction, height: Fraction }).optional(),
  /** A description for readers who cannot see it. */
  alt: Id.optional(),
});

export const ShapeFrame = z.strictObject({
  type: z.literal("shape"),
  ...common,
  outline: Outline,
  fill: Fill.optional(),
  stroke: StrokeStyle.optional(),
});

/** A straight line from corner to corner of the frame: down from the top left, or up from the bottom left. */
export const LineFrame = z.strictObject({
  type: z.literal("line"),
  ...common,
  stroke: StrokeStyle,
  direction: z.enum(["down", "up"]).optional(),
});

const CellBorders = z.strictObject({
  top: StrokeStyle.optional(),
  right: StrokeStyle.optional(),
  bottom: StrokeStyle.optional(),
  left: StrokeStyle.optional(),
});
export const TableCell = z.strictObject({
  text: Id.optional(),
  style: Id.optional(),
  columnSpan: z.number().int().min(1).optional(),
  rowSpan: z.number().int().min(1).optional(),
  fill: Fill.optional(),
  borders: CellBorders.optional(),
  verticalAlign: z.enum(["top", "center", "bottom"]).optional(),
});
export const TableFrame = z.strictObject({
  type: z.literal("table"),
  ...common,
  ...flow,
  table: z
    .strictObject({
      /** Shares of the frame's width. */
      columns: z
        .array(z.strictObject({ width: z.number().positive() }))
        .min(1)
        .max(100),
      /** The first rows, repeated wherever the table goes on. */
      headerRows: z.number().int().min(0).optional(),
      rows: z
        .array(z.strictObject({ cells: z.array(TableCell), minHeight: Length.optional(), fill: Fill.optional() }))
        .max(5_000),
      /** Cells covered by a span are left out of `cells`. */
      padding: EdgesMm.optional(),
      borders: z
        .strictObject({
          outer: StrokeStyle.optional(),
          rows: StrokeStyle.optional(),
          columns: StrokeStyle.optional(),
          header: StrokeStyle.optional(),
        })
        .optional(),
      headerFill: Fill.optional(),
      headerStyle: Id.optional(),
      bodyStyle: Id.optional(),
      /** Every second body row. */
      stripeFill: Fill.optional(),
    })
    .optional(),
});

export const ChartFrame = z.strictObject({
  type: z.literal("chart"),
  ...common,
  ...box,
  chart: z.strictObject({
    kind: z.enum(["bar", "column", "line", "pie", "donut", "pictogram"]),
    categories: z.array(Id).min(1).max(200),
    series: z
      .array(z.strictObject({ name: Id, values: z.array(z.number()), color: ColorRef.optional() }))
      .min(1)
      .max(20),
    /** Colours of categories in pies, of series elsewhere, in turn. */
    colors: z.array(ColorRef).min(1).optional(),
    stacked: z.boolean().optional(),
    legend: z.enum(["none", "top", "right", "bottom"]).optional(),
    values: z.boolean().optional(),
    axis: z
      .strictObject({
        minimum: z.number().optional(),
        maximum: z.number().optional(),
        grid: z.boolean().optional(),
        hidden: z.boolean().optional(),
      })
      .optional(),
    decimals: z.number().int().min(0).max(6).optional(),
    suffix: z.string().max(12).optional(),
    labelStyle: Id.optional(),
    /** One figure of a pictogram stands for this many. */
    unit: z.number().positive().optional(),
    icon: z.enum(["person", "house", "drop", "tree", "book", "circle", "square", "star", "rice"]).optional(),
  }),
});

export const QrFrame = z.strictObject({
  type: z.literal("qr"),
  ...common,
  data: z.union([z.string().max(2_000), z.strictObject({ slot: Id })]),
  correction: z.enum(["L", "M", "Q", "H"]).optional(),
  color: ColorRef.optional(),
  background: ColorRef.optional(),
  /** Modules of white around it. */
  quietZone: z.number().int().min(0).max(16).optional(),
});

export const OrnamentFrame = z.strictObject({
  type: z.literal("ornament"),
  ...common,
  /** Id of a motif of the ornament catalogue. */
  motif: Id,
  /** `band` repeats along the longer side, `border` runs round the frame, `tile` fills it, `single` draws one. */
  arrangement: z.enum(["single", "band", "border", "tile"]),
  /** Millimetres: height of a band, width of a border, side of a tile. */
  size: Length.optional(),
  colors: z.array(ColorRef).min(1).max(8),
  background: ColorRef.optional(),
});

export type TextFrame = z.infer<typeof TextFrame>;
export type ImageFrame = z.infer<typeof ImageFrame>;
export type ShapeFrame = z.infer<typeof ShapeFrame>;
export type LineFrame = z.infer<typeof LineFrame>;
export type TableFrame = z.infer<typeof TableFrame>;
export type TableCell = z.infer<typeof TableCell>;
export type ChartFrame = z.infer<typeof ChartFrame>;
export type QrFrame = z.infer<typeof QrFrame>;
export type OrnamentFrame = z.infer<typeof OrnamentFrame>;

const leaves = [TextFrame, ImageFrame, ShapeFrame, LineFrame, TableFrame, ChartFrame, QrFrame, OrnamentFrame] as const;
/** Every frame but a group. */
export const LeafFrame = z.discriminatedUnion("type", leaves);
export type LeafFrame = z.infer<typeof LeafFrame>;

/** A group without its frames. */
export const GroupBase = z.strictObject({ type: z.literal("group"), ...common });
/** Frames of a group have positions of their own from the group's top left corner. */
export type GroupFrame = z.infer<typeof GroupBase> & { frames: Frame[] };
export type Frame = LeafFrame | GroupFrame;

export const GroupFrame: z.ZodType<GroupFrame> = z.lazy(() => GroupBase.extend({ frames: z.array(Frame) }));
export const Frame: z.ZodType<Frame> = z.union([LeafFrame, GroupFrame]);
