/** What changed between two texts, word by word, for the eye of a translator. */

export interface DiffPart {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Longer texts are shown as one gone and one new: comparing takes the product of both lengths. */
const MOST_WORDS = 2_000;

/** The parts of both texts in reading order; joining those not `new` gives `before`, those not `gone` gives `after`. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const old = wordsAndSpaces(before);
  const now = wordsAndSpaces(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const parts: DiffPart[] = [];
  const push = (kind: DiffPart["kind"], text: string): void => {
    const last = parts.at(-1);
    if (text === "") return;
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
  };
  push("same", old.slice(0, start).join(""));
  const gone = old.slice(start, old.length - end);
  const added = now.slice(start, now.length - end);
  if (gone.length > MOST_WORDS || added.length > MOST_WORDS) {
    push("gone", gone.join(""));
    push("new", added.join(""));
  } else for (const part of middle(gone, added)) push(part.kind, part.text);
  push("same", old.slice(old.length - end).join(""));
  return gathered(parts);
}

const wordsAndSpaces = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|./gsu) ?? [];

/** Changes with nothing but a space between them are one change: what is gone, then what is new. */
function gathered(parts: readonly DiffPart[]): readonly DiffPart[] {
  const tidy: DiffPart[] = [];
  let gone = "";
  let added = "";
  const flush = (): void => {
    if (gone !== "") tidy.push({ kind: "gone", text: gone });
    if (added !== "") tidy.push({ kind: "new", text: added });
    gone = "";
    added = "";
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const next = parts[index + 1];
    const isSeam = kind === "same" && text.trim() === "" && gone + added !== "" && next !== undefined;
    if (kind === "gone" || isSeam) gone += text;
    if (kind === "new" || isSeam) added += text;
    if (kind !== "same" || isSeam) continue;
    flush();
    tidy.push({ kind, text });
  }
  flush();
  return tidy;
}

/** More than all that stands between words of the longest texts compared. */
const WEIGHT_OF_WORD = 2 * MOST_WORDS;
const weightOf = (part: string): number => (/[\p{L}\p{N}]/u.test(part) ? WEIGHT_OF_WORD : 1);

/** By the common subsequence with most words, and of those with most else. */
function middle(gone: readonly string[], added: readonly string[]): readonly DiffPart[] {
  const width = added.length + 1;
  const common = new Uint32Array((gone.length + 1) * width);
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    const weight = weightOf(gone[i] ?? "");
    for (let j = added.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        gone[i] === added[j]
          ? (common[(i + 1) * width + j + 1] ?? 0) + weight
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < gone.length || j < added.length) {
    const [one = "", other = ""] = [gone[i], added[j]];
    if (i < gone.length && j < added.length && one === other) {
      parts.push({ kind: "same", text: one });
      i += 1;
      j += 1;
    } else if (
      j >= added.length ||
      (i < gone.length && (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      parts.push({ kind: "gone", text: one });
      i += 1;
    } else {
      parts.push({ kind: "new", text: other });
      j += 1;
    }
  }
  return parts;
}
