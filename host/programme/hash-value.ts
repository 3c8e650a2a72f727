import { createHash, type Hash } from "node:crypto";

/** Takes plain data into a hash by what it says: equal data gives equal hashes, whatever objects it is made of. */
export function hashValue(hash: Hash, value: unknown): void {
  if (value instanceof Uint8Array) {
    hash.update(`b${value.byteLength}:`).update(value);
    return;
  }
  if (Array.isArray(value)) {
    hash.update(`a${value.length}:`);
    for (const item of value) hashValue(hash, item);
    return;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, inside]) => inside !== undefined);
    hash.update(`o${entries.length}:`);
    for (const [key, inside] of entries.sort(([one], [other]) => (one < other ? -1 : 1))) {
      hash.update(`${key.length}:${key}`);
      hashValue(hash, inside);
    }
    return;
  }
  const text = String(value);
  hash.update(`${typeof value}${text.length}:${text}`);
}

/** A name for what plain data says, of letters and digits. */
export function hashName(value: unknown): string {
  const hash = createHash("sha256");
  hashValue(hash, value);
  return hash.digest("hex");
}
