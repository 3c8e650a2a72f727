/**
 * Reads a trie of byte strings in the form ICU calls BytesTrie. A node begins with a byte: below 0x10 a branch, below 0x20 a run of
 * bytes to match, above it a value, final where its lowest bit is set. The values of dictionaries say nothing and are passed over.
 */

/** What a step leads to: nowhere, inside a word, the end of the longest word, or the end of a word that others go on from. */
export const TRIE = { NOTHING: 0, INSIDE: 1, LAST: 2, WORD: 3 } as const;

const LINEAR_MATCH = 0x10;
const VALUE = 0x20;
const FINAL = 1;
/** Branches of more entries are searched by halving. */
const LINEAR_BRANCH = 5;

/** Lead bytes of values of two, three and more bytes, shifted as they stand in a node. */
const TWO_BYTE_VALUE = 0x51;
const THREE_BYTE_VALUE = 0x6c;
const FOUR_BYTE_VALUE = 0x7e;
const ONE_BYTE_VALUE_BASE = 0x10;

const TWO_BYTE_DELTA = 0xc0;
const THREE_BYTE_DELTA = 0xf0;
const FOUR_BYTE_DELTA = 0xfe;

/** A walk from the root. */
export interface TrieWalk {
  /** The first byte of a word. */
  first(byte: number): number;
  /** The next one; only after a step that leads on. */
  next(byte: number): number;
}

export function createTrieWalk(bytes: Uint8Array): TrieWalk {
  let position = 0;
  /** Bytes left of the run being matched, less one. */
  let remaining = -1;

  const at = (index: number): number => bytes[index] ?? 0;
  const big = (index: number, count: number): number => {
    let value = 0;
    for (let byte = 0; byte < count; byte += 1) value = value * 256 + at(index + byte);
    return value;
  };

  const stepTo = (index: number): number => {
    position = index;
    const node = at(index);
    if (remaining >= 0 || node < VALUE) return TRIE.INSIDE;
    return node & FINAL ? TRIE.LAST : TRIE.WORD;
  };

  const afterValue = (index: number, lead: number): number => {
    if (lead < TWO_BYTE_VALUE << 1) return index;
    if (lead < THREE_BYTE_VALUE << 1) return index + 1;
    return lead < FOUR_BYTE_VALUE << 1 ? index + 2 : index + 3 + ((lead >> 1) & 1);
  };

  /** Where the value that begins before `index` leads, taken as a distance. */
  const afterJump = (index: number, lead: number): number => {
    if (lead < TWO_BYTE_VALUE) return index + lead - ONE_BYTE_VALUE_BASE;
    if (lead < THREE_BYTE_VALUE) return index + 1 + (lead - TWO_BYTE_VALUE) * 256 + at(index);
    if (lead < FOUR_BYTE_VALUE) return index + 2 + (lead - THREE_BYTE_VALUE) * 65_536 + big(index, 2);
    const count = lead === FOUR_BYTE_VALUE ? 3 : 4;
    return index + count + big(index, count);
  };

  const deltaSize = (lead: number): number => {
    if (lead < TWO_BYTE_DELTA) return 0;
    if (lead < THREE_BYTE_DELTA) return 1;
    if (lead < FOUR_BYTE_DELTA) return 2;
    return lead === FOUR_BYTE_DELTA ? 3 : 4;
  };

  const afterDelta = (index: number): number => {
    const lead = at(index);
    const size = deltaSize(lead);
    const base = size === 0 ? lead : size === 1 ? (lead - TWO_BYTE_DELTA) * 256 : (lead - THREE_BYTE_DELTA) * 65_536;
    return index + 1 + size + (size > 2 ? big(index + 1, size) : base + big(index + 1, size));
  };

  const branch = (start: number, node: number, byte: number): number => {
    let index = start;
    let length = (node === 0 ? at(index++) : node) + 1;
    while (length > LINEAR_BRANCH) {
      if (byte < at(index++)) {
        length >>= 1;
        index = afterDelta(index);
      } else {
        length -= length >> 1;
        index += 1 + deltaSize(at(index));
      }
    }
    for (; length > 1; length -= 1) {
      const key = at(index++);
      const lead = at(index++);
      if (byte !== key) {
        index = afterValue(index, lead);
        continue;
      }
      if (lead & FINAL) {
        position = index - 1;
        return TRIE.LAST;
      }
      return stepTo(afterJump(index, lead >> 1));
    }
    return byte === at(index) ? stepTo(index + 1) : TRIE.NOTHING;
  };

  const step = (start: number, byte: number): number => {
    let index = start;
    for (;;) {
      const node = at(index++);
      if (node < LINEAR_MATCH) return branch(index, node, byte);
      if (node < VALUE) {
        if (byte !== at(index)) return TRIE.NOTHING;
        remaining = node - LINEAR_MATCH - 1;
        return stepTo(index + 1);
      }
      if (node & FINAL) return TRIE.NOTHING;
      index = afterValue(index, node);
    }
  };

  return {
    first(byte) {
      remaining = -1;
      return step(0, byte);
    },
    next(byte) {
      if (remaining < 0) return step(position, byte);
      if (byte !== at(position)) return TRIE.NOTHING;
      remaining -= 1;
      return stepTo(position + 1);
    },
  };
}
