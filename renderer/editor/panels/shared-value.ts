/** What all of several things have; undefined where they differ. */
export function sharedValue<Thing, Value>(things: readonly Thing[], read: (thing: Thing) => Value): Value | undefined {
  const [first, ...others] = things;
  if (first === undefined) return undefined;
  const value = read(first);
  return others.every((thing) => read(thing) === value) ? value : undefined;
}
