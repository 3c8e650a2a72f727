/** The characters a word processor shows for the bytes of an old font. */

/** 0x80 to 0x9F; where windows-1252 has nothing, the control character of the same number, as browsers do. */
const HIGH_CONTROLS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Windows-1252 as a string of 256 characters. */
export const WINDOWS_1252: string = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? HIGH_CONTROLS.charAt(byte - 0x80) : String.fromCharCode(byte),
).join("");

const byteOf = new Map<string, number>();
for (let byte = 0; byte < 256; byte++) byteOf.set(WINDOWS_1252.charAt(byte), byte);

/** The byte behind a character shown by windows-1252 or by Latin-1; undefined for any other character. */
export function windows1252Byte(character: string): number | undefined {
  const code = character.charCodeAt(0);
  return code < 0x100 && character.length === 1 ? code : byteOf.get(character);
}

/** Bytes read as windows-1252. */
export function readWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  // Pieces keep the argument lists short.
  for (let from = 0; from < bytes.length; from += 4096) {
    parts.push(Array.from(bytes.subarray(from, from + 4096), (byte) => WINDOWS_1252.charAt(byte)).join(""));
  }
  return parts.join("");
}

/** Characters of windows-1252 as bytes; `?` for any other. */
export const writeWindows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => windows1252Byte(character) ?? 0x3f);
