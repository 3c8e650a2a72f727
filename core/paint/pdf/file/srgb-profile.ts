/** The sRGB colour space as an ICC profile (ICC.1:2004-10, version 4.2), computed from its definition in IEC 61966-2-1. */

/** Colorants and white adapted to D50 by Bradford, as XYZ. */
const D50 = [0.9642, 1, 0.8249] as const;
const RED = [0.43607, 0.22249, 0.01392] as const;
const GREEN = [0.38515, 0.71687, 0.09708] as const;
const BLUE = [0.14307, 0.06061, 0.7141] as const;
/** Bradford adaptation from D65 to D50, row by row. */
const ADAPTATION = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168] as const;
/** Y = (aX + b)^g above d, cX below it. */
const TRANSFER = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const;

const HEADER_LENGTH = 128;
const TAG_ENTRY_LENGTH = 12;

/** About 600 bytes, always the same. */
export function srgbProfile(): Uint8Array {
  const curve = element("para", (write) => {
    write.uint16(3);
    write.uint16(0);
    for (const value of TRANSFER) write.fixed(value);
  });
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ["desc", localizedText("sRGB")],
    ["cprt", localizedText("CC0")],
    ["wtpt", xyz(D50)],
    ["chad", element("sf32", (write) => ADAPTATION.forEach(write.fixed))],
    ["rXYZ", xyz(RED)],
    ["gXYZ", xyz(GREEN)],
    ["bXYZ", xyz(BLUE)],
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const contents = [...new Set(tags.map(([, data]) => data))];
  const firstElement = HEADER_LENGTH + 4 + tags.length * TAG_ENTRY_LENGTH;
  const offsets = new Map<Uint8Array, number>();
  let length = firstElement;
  for (const data of contents) {
    offsets.set(data, length);
    length += data.length;
  }

  const profile = new Uint8Array(length);
  const view = new DataView(profile.buffer);
  view.setUint32(0, length);
  view.setUint32(8, 0x04200000);
  putTag(view, 12, "mntr");
  putTag(view, 16, "RGB ");
  putTag(view, 20, "XYZ ");
  // A fixed date of creation: 1 January 2000.
  [2000, 1, 1].forEach((part, index) => {
    view.setUint16(24 + index * 2, part);
  });
  putTag(view, 36, "acsp");
  D50.forEach((value, index) => {
    view.setInt32(68 + index * 4, fixed16(value));
  });
  view.setUint32(HEADER_LENGTH, tags.length);
  tags.forEach(([tag, data], index) => {
    const at = HEADER_LENGTH + 4 + index * TAG_ENTRY_LENGTH;
    putTag(view, at, tag);
    view.setUint32(at + 4, offsets.get(data) ?? 0);
    view.setUint32(at + 8, data.length);
  });
  for (const [data, offset] of offsets) profile.set(data, offset);
  return profile;
}

interface ElementWriter {
  readonly uint16: (value: number) => void;
  readonly uint32: (value: number) => void;
  /** s15Fixed16Number. */
  readonly fixed: (value: number) => void;
}

/** A tag's data: type, four zeros, contents, padded to a multiple of four. */
function element(type: string, fill: (write: ElementWriter) => unknown): Uint8Array {
  const view = new DataView(new ArrayBuffer(128));
  putTag(view, 0, type);
  let at = 8;
  fill({
    uint16: (value) => {
      view.setUint16(at, value);
      at += 2;
    },
    uint32: (value) => {
      view.setUint32(at, value);
      at += 4;
    },
    fixed: (value) => {
      view.setInt32(at, fixed16(value));
      at += 4;
    },
  });
  return new Uint8Array(view.buffer, 0, (at + 3) & ~3);
}

const xyz = (values: readonly number[]) => element("XYZ ", (write) => values.forEach(write.fixed));

/** A `mluc` element with one record, in English. */
const localizedText = (text: string) =>
  element("mluc", (write) => {
    for (const value of [1, 12]) write.uint32(value);
    write.uint16(0x656e);
    write.uint16(0x5553);
    write.uint32(text.length * 2);
    write.uint32(28);
    for (let at = 0; at < text.length; at++) write.uint16(text.charCodeAt(at));
  });

const fixed16 = (value: number): number => Math.round(value * 65536);

function putTag(view: DataView, at: number, tag: string): void {
  for (let letter = 0; letter < 4; letter++) view.setUint8(at + letter, tag.charCodeAt(letter));
}
