/** More distinct values than this of one slot are hardly worth keeping: names of people, not of villages. */
const MOST_KEPT = 500;

/**
 * Remembers what was made of recent values, so that equal values give the very same object and layout can reuse its work.
 * Forgets all at once when it is full, which keeps it cheap for values that never repeat.
 */
export function recentValues<Made>(make: (value: string) => Made): (value: string) => Made {
  const made = new Map<string, Made>();
  return (value) => {
    const known = made.get(value);
    if (known !== undefined) return known;
    const fresh = make(value);
    if (made.size >= MOST_KEPT) made.clear();
    made.set(value, fresh);
    return fresh;
  };
}
