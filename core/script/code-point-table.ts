/** Properties of code points, worked out page by page on first use and then read from an array. */

const PAGE_BITS = 8;
const PAGE_SIZE = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_SIZE - 1;

/**
 * A lookup of a small number (0–255) per code point. `valueAt` is asked once per code point of a page of 256,
 * when the page is first touched; it must be pure.
 */
export function createCodePointTable(valueAt: (codePoint: number) => number): (codePoint: number) => number {
  const pages: (Uint8Array | undefined)[] = [];
  const fillPage = (page: number): Uint8Array => {
    const values = new Uint8Array(PAGE_SIZE);
    const first = page << PAGE_BITS;
    for (let index = 0; index < PAGE_SIZE; index++) values[index] = valueAt(first + index);
    pages[page] = values;
    return values;
  };
  for (let page = 0; page <= 0x10ffff >> PAGE_BITS; page++) pages.push(undefined);
  return (codePoint) => {
    const page = codePoint >> PAGE_BITS;
    return (pages[page] ?? fillPage(page))[codePoint & PAGE_MASK] ?? 0;
  };
}
