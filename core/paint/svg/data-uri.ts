/** Files inside an SVG. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const CODES = new TextEncoder().encode(ALPHABET);
const PADDING = 0x3d;

function base64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
  const code = (value: number) => CODES[value & 63] ?? PADDING;
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const one = bytes[from] ?? 0;
    const two = bytes[from + 1] ?? 0;
    const three = bytes[from + 2] ?? 0;
    text[to] = code(one >> 2);
    text[to + 1] = code((one << 4) | (two >> 4));
    if (from + 1 < bytes.length) text[to + 2] = code((two << 2) | (three >> 6));
    if (from + 2 < bytes.length) text[to + 3] = code(three);
  }
  return new TextDecoder().decode(text);
}

/** `data:` address of a file (RFC 2397). */
export const dataUri = (mediaType: string, bytes: Uint8Array): string => `data:${mediaType};base64,${base64(bytes)}`;
