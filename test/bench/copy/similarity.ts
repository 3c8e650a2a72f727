/** How much of a text came back: 2 × longest common subsequence ÷ sum of both lengths, white space aside; 1 is every letter in order. */
export function similarity(copied: string, source: string): number {
  const [one, other] = [condense(copied), condense(source)];
  if (one.length + other.length === 0) return 1;
  let previous = new Uint32Array(other.length + 1);
  let current = new Uint32Array(other.length + 1);
  for (const character of one) {
    for (let at = 1; at <= other.length; at += 1) {
      current[at] =
        other[at - 1] === character ? (previous[at - 1] ?? 0) + 1 : Math.max(previous[at] ?? 0, current[at - 1] ?? 0);
    }
    [previous, current] = [current, previous];
  }
  return (2 * (previous[other.length] ?? 0)) / (one.length + other.length);
}

/** Code points without white space and break marks, which readers guess from positions. */
const condense = (text: string): readonly string[] => [...text.normalize("NFC").replace(/[\s\u200b]/gu, "")];
