/** A growing piece of a content stream: numbers and operators as bytes, without strings in between. */

const FIRST_CAPACITY = 1 << 14;
const DECIMALS = 3;
const POWERS = [1, 10, 100, 1000, 1e4, 1e5, 1e6] as const;
/** PDF readers keep whole numbers in 32 bits (ISO 32000-1, annex C). */
const LARGEST = 2_147_483_647;
const MINUS = 0x2d;
const POINT = 0x2e;
const SPACE = 0x20;
const ZERO = 0x30;

export class ContentBytes {
  #bytes = new Uint8Array(FIRST_CAPACITY);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written so far; valid until the next call that writes. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  /** ASCII as it is. */
  text(text: string): void {
    this.#reserve(text.length);
    const bytes = this.#bytes;
    for (let at = 0; at < text.length; at++) bytes[this.#length++] = text.charCodeAt(at);
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A number followed by a space, rounded to `decimals` places, without trailing zeros; at most what readers can hold. */
  number(value: number, decimals: 0 | 1 | 2 | 3 | 4 | 5 | 6 = DECIMALS): void {
    this.#reserve(32);
    const bytes = this.#bytes;
    const power = POWERS[decimals] ?? 1;
    let scaled = Math.round(Math.max(-LARGEST, Math.min(LARGEST, value)) * power);
    if (scaled < 0) {
      bytes[this.#length++] = MINUS;
      scaled = -scaled;
    }
    const whole = Math.floor(scaled / power);
    let fraction = scaled - whole * power;
    if (whole > 0 || fraction === 0) this.#digits(whole);
    if (fraction > 0) {
      bytes[this.#length++] = POINT;
      for (let unit = power / 10; fraction > 0; unit /= 10) {
        const digit = Math.floor(fraction / unit);
        bytes[this.#length++] = ZERO + digit;
        fraction -= digit * unit;
      }
    }
    bytes[this.#length++] = SPACE;
  }

  #digits(whole: number): void {
    let unit = 1;
    while (unit * 10 <= whole) unit *= 10;
    for (let left = whole; unit >= 1; unit /= 10) {
      const digit = Math.floor(left / unit);
      this.#bytes[this.#length++] = ZERO + digit;
      left -= digit * unit;
    }
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + count));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
