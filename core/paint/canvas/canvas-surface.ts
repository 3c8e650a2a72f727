/**
 * The part of the Canvas 2D API the painter uses, as structure alone: a browser's context and Skia's in Node both fit it,
 * and `core` needs the types of neither.
 */

export interface TransformInit {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** `Path2D`. */
export interface CanvasPath {
  addPath(path: CanvasPath, transform?: TransformInit): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  closePath(): void;
}

/** `CanvasGradient`. */
export interface CanvasGradientHandle {
  addColorStop(offset: number, color: string): void;
}

/** `ImageData`. */
export interface CanvasPixels {
  readonly data: Uint8ClampedArray;
}

/** Anything `drawImage` takes: a decoded picture or another canvas. */
export interface CanvasPicture {
  readonly width: number;
  readonly height: number;
}

/** `CanvasRenderingContext2D`, as far as it is used. */
export interface CanvasContext {
  fillStyle: string | object;
  strokeStyle: string | object;
  lineWidth: number;
  lineCap: "butt" | "round" | "square";
  lineJoin: "bevel" | "miter" | "round";
  miterLimit: number;
  globalAlpha: number;
  imageSmoothingEnabled: boolean;
  imageSmoothingQuality: "high" | "low" | "medium";
  save(): void;
  restore(): void;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fill(path: CanvasPath, rule?: "nonzero" | "evenodd"): void;
  stroke(path: CanvasPath): void;
  clip(path: CanvasPath, rule?: "nonzero" | "evenodd"): void;
  setLineDash(segments: number[]): void;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): CanvasGradientHandle;
  createRadialGradient(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): CanvasGradientHandle;
  drawImage(picture: CanvasPicture, x: number, y: number, width: number, height: number): void;
  createImageData(width: number, height: number): CanvasPixels;
  putImageData(pixels: CanvasPixels, x: number, y: number): void;
}

/** A transparent canvas beside the one painted on, in device pixels. */
export interface CanvasLayer {
  readonly context: CanvasContext;
  readonly picture: CanvasPicture;
}

/** Makes what a context cannot make itself. */
export interface CanvasFactory {
  /** `new Path2D(svg)`; empty without one. */
  path(svg?: string): CanvasPath;
  layer(width: number, height: number): CanvasLayer;
}

/** A decoded picture and the EXIF orientation its decoder left for the painter to apply (1 where it applied it itself). */
export interface OrientedPicture {
  readonly picture: CanvasPicture;
  readonly orientation: number;
}

/** Decoded pictures by asset id. */
export interface PictureSource {
  /**
   * Undefined where there is none, and its place stays empty. `across` is how many pixels wide the whole picture is painted: a source may
   * give it no larger than that.
   */
  picture(asset: string, across: number): OrientedPicture | undefined;
}
