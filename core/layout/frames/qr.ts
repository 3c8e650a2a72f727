/** QR codes as one path of dark modules on a light square. */

import qrcode from "qrcode-generator";
import { BLACK, type Color, WHITE } from "../../color/color.ts";
import { contrastRatio, relativeLuminance } from "../../color/contrast.ts";
import type { QrFrame } from "../../document/schema/frames.ts";
import type { PathData } from "../../units/geometry.ts";
import { ptToMm } from "../../units/units.ts";
import type { DisplayItem } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import { frameRect, isEmptyRect } from "./frame-size.ts";
import { qrLowContrast, qrNoData, qrTooLong, qrTooSmall } from "./frames-diagnostics.ts";
import { traceModules } from "./module-outline.ts";
import { transformPath } from "./path-geometry.ts";
import { rectanglePath } from "./path-shapes.ts";

type Correction = NonNullable<QrFrame["correction"]>;

/** An encoded text as the outline of its dark modules. */
export interface QrModules {
  /** Modules along one side, quiet zone left out. */
  readonly size: number;
  /** Outline of the dark modules, one unit a module. */
  readonly path: PathData;
}

/** ISO/IEC 18004 asks for four. */
export const QUIET_ZONE = 4;
/** Bytes that version 40 holds in byte mode. */
const MOST_BYTES: Readonly<Record<Correction, number>> = { L: 2953, M: 2331, Q: 1663, H: 1273 };
/** Below this, phones at reading distance miss codes. */
export const LEAST_MODULE_MM = 0.33;
const LEAST_CONTRAST = 4;
const MOST_CACHED = 64;

/** The code from the frame's top left corner, in points, centred and square. What cannot be encoded is reported and draws nothing. */
export function layoutQr(frame: QrFrame, context: FrameContext): DisplayItem[] {
  const rect = frameRect(frame);
  if (isEmptyRect(rect)) return [];
  const target = { frame: frame.id };
  const data = qrData(frame, context);
  if (data === "") {
    context.report(qrNoData(typeof frame.data === "string" ? target : { ...target, slot: frame.data.slot }));
    return [];
  }
  const correction = frame.correction ?? "M";
  const modules = qrModules(data, correction);
  if (!modules) {
    context.report(qrTooLong(target, new TextEncoder().encode(data).length, MOST_BYTES[correction]));
    return [];
  }
  const quiet = frame.quietZone ?? QUIET_ZONE;
  const side = Math.min(rect.width, rect.height);
  const scale = side / (modules.size + 2 * quiet);
  const left = (rect.width - side) / 2;
  const top = (rect.height - side) / 2;
  const color = frame.color === undefined ? BLACK : context.color(frame.color);
  const background = frame.background === undefined ? WHITE : context.color(frame.background);
  reportLegibility(color, background, ptToMm(scale), target, context);
  const square = rectanglePath({ x: left, y: top, width: side, height: side });
  const place = [scale, 0, 0, scale, left + quiet * scale, top + quiet * scale] as const;
  const code = { kind: "path", path: transformPath(place, modules.path), fill: { kind: "solid", color } } as const;
  if (background.alpha <= 0) return [code];
  return [{ kind: "path", path: square, fill: { kind: "solid", color: background } }, code];
}

const cache = new Map<string, QrModules>();

/** The modules for this text as UTF-8 in the smallest version that holds it; undefined where none does. */
export function qrModules(data: string, correction: Correction): QrModules | undefined {
  const key = correction + data;
  const known = cache.get(key);
  if (known) return known;
  const bytes = new TextEncoder().encode(data);
  if (bytes.length > MOST_BYTES[correction]) return undefined;
  const code = qrcode(0, correction);
  // The encoder takes one byte from every character's low eight bits.
  code.addData(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""), "Byte");
  code.make();
  const size = code.getModuleCount();
  const modules = { size, path: traceModules(size, (row, column) => code.isDark(row, column)) };
  cache.set(key, modules);
  const oldest = cache.size > MOST_CACHED ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  return modules;
}

function qrData(frame: QrFrame, context: FrameContext): string {
  if (typeof frame.data === "string") return frame.data;
  const name = frame.data.slot;
  const slot = context.project.slots.find((one) => one.name === name);
  if (slot?.kind !== "text") return "";
  return slot.text === undefined ? (slot.sample ?? "") : context.plainText(slot.text);
}

function reportLegibility(
  color: Color,
  background: Color,
  moduleMm: number,
  target: { readonly frame: string },
  context: FrameContext,
): void {
  const ratio = contrastRatio(color, background);
  const inverted = relativeLuminance(color) > relativeLuminance(background);
  if (ratio < LEAST_CONTRAST || inverted) context.report(qrLowContrast(target, ratio, inverted));
  if (moduleMm < LEAST_MODULE_MM) context.report(qrTooSmall(target, moduleMm, LEAST_MODULE_MM));
}
