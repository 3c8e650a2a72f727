/** Writing the sfnt container: the table directory of a TrueType font. */

const DIRECTORY_HEADER = 12;
const DIRECTORY_ENTRY = 16;
const CHECKSUM_TARGET = 0xb1b0afba;
const HEAD_CHECKSUM_OFFSET = 8;

/** A TrueType file of these tables; `head.checkSumAdjustment` is set here. */
export function writeSfnt(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const tags = Object.keys(tables).sort();
  const padded = (length: number) => (length + 3) & ~3;
  const contentLength = tags.reduce((sum, tag) => sum + padded(tables[tag]?.length ?? 0), 0);
  const file = new Uint8Array(DIRECTORY_HEADER + tags.length * DIRECTORY_ENTRY + contentLength);
  const view = new DataView(file.buffer);
  const log2 = Math.floor(Math.log2(tags.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tags.length);
  view.setUint16(6, 2 ** log2 * 16);
  view.setUint16(8, log2);
  view.setUint16(10, tags.length * 16 - 2 ** log2 * 16);

  let offset = DIRECTORY_HEADER + tags.length * DIRECTORY_ENTRY;
  let headOffset = -1;
  tags.forEach((tag, index) => {
    const table = tables[tag] ?? new Uint8Array();
    file.set(table, offset);
    const entry = DIRECTORY_HEADER + index * DIRECTORY_ENTRY;
    for (let letter = 0; letter < 4; letter++) file[entry + letter] = tag.charCodeAt(letter);
    view.setUint32(entry + 4, checksum(view, offset, padded(table.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.length);
    if (tag === "head") headOffset = offset;
    offset += padded(table.length);
  });
  if (headOffset >= 0) {
    const whole = checksum(view, 0, file.length);
    view.setUint32(headOffset + HEAD_CHECKSUM_OFFSET, (CHECKSUM_TARGET - whole) >>> 0);
  }
  return file;
}

/** Sum of big-endian words modulo 2³²; `length` is a multiple of four. */
export function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
