/** Takes the EXIF orientation out of a JPEG: some readers of SVG heed it and some do not, so the painter turns the picture itself. */

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
const APP1 = 0xe1;
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION_TAG = 0x0112;
const ENTRY_SIZE = 12;

/** Offset of the two bytes of the orientation inside a TIFF header that starts at `tiff`, or undefined where there is none. */
function orientationOffset(
  view: DataView,
  tiff: number,
  end: number,
): { at: number; littleEndian: boolean } | undefined {
  if (tiff + 8 > end) return undefined;
  const littleEndian = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, littleEndian);
  if (directory + 2 > end) return undefined;
  const count = view.getUint16(directory, littleEndian);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * ENTRY_SIZE;
    if (entry + ENTRY_SIZE > end) return undefined;
    if (view.getUint16(entry, littleEndian) === ORIENTATION_TAG) return { at: entry + 8, littleEndian };
  }
  return undefined;
}

/** The same JPEG with its orientation tag set to 1; the file itself where it has no such tag. Not re-encoded. */
export function withoutOrientation(jpeg: Uint8Array): Uint8Array {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === MARKER && jpeg[at + 1] !== START_OF_SCAN) {
    const end = Math.min(at + 2 + view.getUint16(at + 2), jpeg.length);
    if (jpeg[at + 1] === APP1 && EXIF.every((byte, index) => jpeg[at + 4 + index] === byte)) {
      const found = orientationOffset(view, at + 4 + EXIF.length, end);
      if (found) {
        const result = new Uint8Array(jpeg);
        new DataView(result.buffer).setUint16(found.at, 1, found.littleEndian);
        return result;
      }
    }
    at = end;
  }
  return jpeg;
}
