/** A cache that forgets what was not asked for lately. */

/**
 * Keeps at least the last `capacity` weight of entries and at most twice that: when the young half is full it becomes
 * the old half, and what the old half held unasked is dropped. Both reading and writing take constant time.
 */
export interface BoundedCache<Key, Value> {
  get(key: Key): Value | undefined;
  /** `weight` counts against the capacity; 1 unless told. */
  set(key: Key, value: Value, weight?: number): void;
}

export function createBoundedCache<Key, Value>(capacity: number): BoundedCache<Key, Value> {
  let young = new Map<Key, Value>();
  let old = new Map<Key, Value>();
  let weightOfYoung = 0;

  const set = (key: Key, value: Value, weight = 1): void => {
    if (weightOfYoung >= capacity) {
      old = young;
      young = new Map();
      weightOfYoung = 0;
    }
    young.set(key, value);
    weightOfYoung += weight;
  };

  return {
    get(key) {
      const recent = young.get(key);
      if (recent !== undefined) return recent;
      const earlier = old.get(key);
      if (earlier === undefined) return undefined;
      // Promoted entries count as one: their weight is not known here, and they make place by themselves when unused.
      set(key, earlier);
      return earlier;
    },
    set,
  };
}
