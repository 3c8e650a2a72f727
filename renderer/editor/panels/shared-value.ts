/** What all of several things have; undefined where they differ. */
export function sharedValue<Thing, Value>(things: readonly Thing[], read: (thing: Thing) => Value): Value | undefined {
  const [first, ...others] = things;
  if (first === undefined) return undefined;
  const value = read(first);
  return others.every((thing) => read(thing) === value) ? value : undefined;
}

/** The same for values that are objects: what is written alike counts as the same. */
export function sameValue<Thing, Value>(things: readonly Thing[], read: (thing: Thing) => Value): Value | undefined {
  const [first] = things;
  if (first === undefined) return undefined;
  return sharedValue(things, (thing) => JSON.stringify(read(thing))) === undefined ? undefined : read(first);
}
