import type { Block } from "./schema/text.ts";

/** FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const FNV_OFFSET = [0x84222325, 0xcbf29ce4] as const;
/** The prime is 2⁴⁰ + 0x1b3, so one multiplication takes two small products and a shift. */
const FNV_PRIME_LOW = 0x1b3;

const digests = new WeakMap<readonly Block[], string>();

/**
 * Sixteen hexadecimal digits that change when the blocks do; kept in `basedOn` of what was translated from them.
 * Equal blocks have equal digests whatever the order of their properties. Good against accidents, not against ill will.
 * Blocks are taken for immutable: the digest of an array is computed once.
 */
export function digestBlocks(blocks: readonly Block[]): string {
  const known = digests.get(blocks);
  if (known !== undefined) return known;
  const digest = fnv1a64(canonicalText(blocks));
  digests.set(blocks, digest);
  return digest;
}

/** JSON with sorted keys and without undefined properties. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([, inside]) => inside !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inside]) => `${JSON.stringify(key)}:${canonicalText(inside)}`);
  return `{${parts.join(",")}}`;
}

/** Over UTF-8 bytes. */
export function fnv1a64(text: string): string {
  let [low, high]: readonly [number, number] = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    const product = low * FNV_PRIME_LOW;
    const carry = Math.floor(product / 2 ** 32);
    // Shifting by 40 bits moves the low word's last 24 bits into the high word.
    high = (Math.imul(high, FNV_PRIME_LOW) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}
