/**
 * Makes `kept` hold `wanted` and nothing else: what is missing is made, what is no longer wanted is let go of first, so that both are never
 * held at once.
 */
export async function keepOnly<Thing>(
  kept: Map<number, Thing>,
  wanted: readonly number[],
  make: (index: number) => Promise<Thing>,
  release?: (thing: Thing) => Promise<void>,
): Promise<void> {
  for (const [index, thing] of kept) {
    if (wanted.includes(index)) continue;
    kept.delete(index);
    await release?.(thing);
  }
  for (const index of wanted) if (!kept.has(index)) kept.set(index, await make(index));
}
