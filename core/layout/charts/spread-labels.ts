/** Labels that want to lie beside their marks, moved apart until none covers another. */

/** A label and where it would like to be, along one axis. */
export interface WantedLabel {
  /** Where its middle would best be. */
  readonly middle: number;
  readonly height: number;
}

/** Middles in the order given, kept between `from` and `to` as far as there is room, each as near to its wish as its neighbours let it. */
export function spreadLabels(labels: readonly WantedLabel[], from: number, to: number): readonly number[] {
  const order = labels.map((label, index) => ({ ...label, index })).sort((one, other) => one.middle - other.middle);
  // Blocks of touching labels; each lies where the mean of its labels' wishes puts it.
  const blocks: { top: number; height: number; wish: number; members: typeof order }[] = [];
  for (const label of order) {
    const wish = label.middle - label.height / 2;
    let block = { top: clamp(wish, from, to - label.height), height: label.height, wish, members: [label] };
    let before = blocks.at(-1);
    while (before && before.top + before.height > block.top) {
      blocks.pop();
      const count = before.members.length + block.members.length;
      const shifted = block.wish - before.height;
      const merged = (before.wish * before.members.length + shifted * block.members.length) / count;
      const height = before.height + block.height;
      block = {
        top: clamp(merged, from, to - height),
        height,
        wish: merged,
        members: [...before.members, ...block.members],
      };
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  const middles = new Array<number>(labels.length).fill(0);
  for (const block of blocks) {
    let top = block.top;
    for (const { index, height } of block.members) {
      middles[index] = top + height / 2;
      top += height;
    }
  }
  return middles;
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
