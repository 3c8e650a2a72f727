/**
 * A content stream being written: PDF operators behind the few things painting needs. It knows the graphics state, so that nothing
 * is said twice, and which resources it used.
 */

import type { Color } from "../../../color/color.ts";
import type { Stroke } from "../../../layout/display-list.ts";
import type { Matrix, PathData } from "../../../units/geometry.ts";
import type { EncodedSpan } from "../cluster-font/cluster-font.ts";
import type { ColourMode } from "../pdf-options.ts";
import { ContentBytes } from "./content-bytes.ts";

/** A span with the place of its origin along the run, points. */
export interface EncodedPlacement {
  readonly font: string;
  readonly encoded: EncodedSpan;
  readonly dx: number;
}

export interface TextPlacement {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Undefined where it is not known: at the start of a form, which inherits the state of whoever calls it. */
interface GraphicsState {
  fill: Color | undefined;
  stroke: Color | undefined;
  font: string | undefined;
  size: number;
  extended: string | undefined;
  width: number | undefined;
  cap: Stroke["cap"] | undefined;
  join: Stroke["join"] | undefined;
  dash: string | undefined;
}

const UNKNOWN: GraphicsState = {
  fill: undefined,
  stroke: undefined,
  font: undefined,
  size: 0,
  extended: undefined,
  width: undefined,
  cap: undefined,
  join: undefined,
  dash: undefined,
};

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;
/** Shifts below this many points are left to the next span. */
const SMALLEST_SHIFT = 0.005;

export class ContentStream {
  readonly bytes: ContentBytes;
  readonly resources = new Set<string>();
  readonly #colour: ColourMode;
  readonly #saved: GraphicsState[] = [];
  #state: GraphicsState;
  #inText = false;

  /** `plainState` names the extended state of opaque paint, in force where the stream begins. */
  constructor(colour: ColourMode, plainState: string, bytes = new ContentBytes()) {
    this.#colour = colour;
    this.bytes = bytes;
    this.#state = { ...UNKNOWN, extended: plainState };
  }

  save(): void {
    this.#leaveText();
    this.bytes.text("q\n");
    this.#saved.push({ ...this.#state });
  }

  restore(): void {
    this.#leaveText();
    this.bytes.text("Q\n");
    this.#state = this.#saved.pop() ?? this.#state;
  }

  /** Must be called before the bytes are taken. */
  end(): void {
    this.#leaveText();
  }

  concat(matrix: Matrix): void {
    this.#leaveText();
    for (const value of matrix) this.bytes.number(value, 6);
    this.bytes.text("cm\n");
  }

  /** Alpha, overprint and soft masks, by the name of an extended graphics state. */
  extendedState(name: string): void {
    if (this.#state.extended === name) return;
    this.#state.extended = name;
    this.#operand(name);
    this.bytes.text("gs\n");
  }

  fillColor(color: Color): void {
    if (this.#state.fill && sameInk(this.#state.fill, color)) return;
    this.#state.fill = color;
    this.#color(color, "rg\n", "k\n");
  }

  strokeColor(color: Color): void {
    if (this.#state.stroke && sameInk(this.#state.stroke, color)) return;
    this.#state.stroke = color;
    this.#color(color, "RG\n", "K\n");
  }

  strokePattern(name: string): void {
    this.#state.stroke = undefined;
    this.bytes.text("/Pattern CS ");
    this.#operand(name);
    this.bytes.text("SCN\n");
  }

  lineStyle({ width, cap, join, dash }: Stroke): void {
    this.#leaveText();
    const state = this.#state;
    if (state.width !== width) {
      state.width = width;
      this.bytes.number(width);
      this.bytes.text("w\n");
    }
    if (state.cap !== cap) {
      state.cap = cap;
      this.bytes.text(`${CAPS[cap]} J\n`);
    }
    if (state.join !== join) {
      state.join = join;
      this.bytes.text(`${JOINS[join]} j\n`);
    }
    const dashes = dash.some((length) => length > 0) ? dash : [];
    const key = dashes.join(" ");
    if (state.dash !== key) {
      state.dash = key;
      this.bytes.text("[");
      for (const length of dashes) this.bytes.number(length);
      this.bytes.text("]0 d\n");
    }
  }

  /** Builds the path; `operator` then paints it or makes it the clip. */
  path(path: PathData, operator: "f" | "f*" | "S" | "B" | "B*" | "W n" | "W* n"): void {
    this.#leaveText();
    const { bytes } = this;
    for (const step of path) {
      switch (step[0]) {
        case "M":
          bytes.number(step[1]);
          bytes.number(step[2]);
          bytes.text("m\n");
          break;
        case "L":
          bytes.number(step[1]);
          bytes.number(step[2]);
          bytes.text("l\n");
          break;
        case "C":
          for (let at = 1; at < 7; at++) bytes.number(step[at] as number);
          bytes.text("c\n");
          break;
        case "Z":
          bytes.text("h\n");
      }
    }
    bytes.text(`${operator}\n`);
  }

  shading(name: string): void {
    this.#leaveText();
    this.#operand(name);
    this.bytes.text("sh\n");
  }

  xObject(name: string): void {
    this.#leaveText();
    this.#operand(name);
    this.bytes.text("Do\n");
  }

  /** Operators written elsewhere that leave the graphics state as it was. */
  operators(bytes: Uint8Array): void {
    this.#leaveText();
    this.bytes.raw(bytes);
  }

  /** One line of text: `dx` is reached by adjustments, which never add up their rounding. */
  showText(spans: readonly EncodedPlacement[], { x, y, size }: TextPlacement): void {
    const { bytes } = this;
    if (!this.#inText) {
      bytes.text("BT\n");
      this.#inText = true;
    }
    const thousandths = 1000 / size;
    let font: string | undefined;
    let pen = 0;
    for (const { font: needed, encoded, dx } of spans) {
      if (encoded.bytes.length === 0) continue;
      const target = dx * thousandths;
      if (needed !== font) {
        if (font !== undefined) bytes.text(")]TJ\n");
        this.#font(needed, size);
        bytes.text("1 0 0 -1 ");
        bytes.number(x + dx);
        bytes.number(y);
        bytes.text("Tm\n[(");
        font = needed;
        pen = target;
      } else if (Math.abs(target - pen) * size >= SMALLEST_SHIFT * 1000) {
        const shift = Math.round((target - pen) * 100) / 100;
        bytes.text(")");
        bytes.number(-shift, 2);
        bytes.text("(");
        pen += shift;
      }
      bytes.raw(encoded.bytes);
      pen += encoded.width;
    }
    if (font !== undefined) bytes.text(")]TJ\n");
  }

  #font(name: string, size: number): void {
    if (this.#state.font === name && this.#state.size === size) return;
    this.#state.font = name;
    this.#state.size = size;
    this.#operand(name);
    this.bytes.number(size);
    this.bytes.text("Tf\n");
  }

  #color({ rgb, cmyk }: Color, rgbOperator: string, cmykOperator: string): void {
    const components = this.#colour === "cmyk" ? cmyk : rgb;
    for (const component of components) this.bytes.number(component, 4);
    this.bytes.text(this.#colour === "cmyk" ? cmykOperator : rgbOperator);
  }

  #operand(name: string): void {
    this.resources.add(name);
    this.bytes.text(`/${name} `);
  }

  #leaveText(): void {
    if (!this.#inText) return;
    this.bytes.text("ET\n");
    this.#inText = false;
  }
}

/** Alpha is no part of the colour operators. */
function sameInk(one: Color, other: Color): boolean {
  if (one === other) return true;
  const [r, g, b] = one.rgb;
  const [c, m, y, k] = one.cmyk;
  return (
    r === other.rgb[0] &&
    g === other.rgb[1] &&
    b === other.rgb[2] &&
    c === other.cmyk[0] &&
    m === other.cmyk[1] &&
    y === other.cmyk[2] &&
    k === other.cmyk[3]
  );
}
