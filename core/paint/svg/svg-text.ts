/** Writing SVG: escaping, numbers, path data. */

import type { Matrix, PathData } from "../../units/geometry.ts";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Characters XML 1.0 forbids even when escaped, lone surrogates among them. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text for the inside of an element or a quoted attribute; what XML cannot hold becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** Four decimals of a point are less than a ten-thousandth of a millimetre. */
const DECIMALS = 4;
/** Scales multiply coordinates of up to some thousand font units. */
const SCALE_DECIMALS = 8;

/** Shortest decimal of a number, without `-0` or an exponent. */
export function svgNumber(value: number, decimals = DECIMALS): string {
  const rounded = Number(value.toFixed(decimals));
  return rounded === 0 ? "0" : String(Math.abs(rounded) < 1e-6 ? value.toFixed(decimals) : rounded);
}

export const svgMatrix = ([a, b, c, d, e, f]: Matrix): string =>
  a === 1 && b === 0 && c === 0 && d === 1
    ? `translate(${svgNumber(e)} ${svgNumber(f)})`
    : `matrix(${[a, b, c, d].map((part) => svgNumber(part, SCALE_DECIMALS)).join(" ")} ${svgNumber(e)} ${svgNumber(f)})`;

/** Path data of a path of the display list. */
export function svgPath(path: PathData): string {
  let data = "";
  for (const step of path) {
    data += step[0];
    for (let at = 1; at < step.length; at++) data += (at > 1 ? " " : "") + svgNumber(step[at] as number);
  }
  return data;
}
