/** Text strings and dates of PDF dictionaries. */

import { PDFHexString, PDFString } from "pdf-lib";

/** UTF-16BE with a byte order mark, whatever the script. */
export function textString(text: string): PDFHexString {
  return PDFHexString.of(`FEFF${utf16Hex(text)}`);
}

/** Code units as four hexadecimal digits each, big-endian. */
export function utf16Hex(text: string): string {
  let hex = "";
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, "0").toUpperCase();
  return hex;
}

/** `D:YYYYMMDDHHmmSSZ`, always in UTC so that the same moment gives the same bytes everywhere. */
export function dateString(date: Date): PDFString {
  return PDFString.of(`D:${date.toISOString().slice(0, 19).replace(/[-:T]/g, "")}Z`);
}
