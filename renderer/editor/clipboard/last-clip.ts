/**
 * What was last copied in any window of the program. Browsers hand a page plain text alone for Ctrl+Shift+V, and nothing at all where
 * reading the clipboard without a key is not allowed; the same text then says which clip is meant.
 */

export interface ClipboardWords {
  readonly html: string;
  readonly plain: string;
}

const channel = new BroadcastChannel("xuongtin-clip");
let last: ClipboardWords | undefined;

channel.addEventListener("message", ({ data }: MessageEvent<ClipboardWords>) => {
  last = data;
});

export function remember(words: ClipboardWords): void {
  last = words;
  channel.postMessage(words);
}

export const lastClip = (): ClipboardWords | undefined => last;

/** The clip whose words these are. */
export const clipOfPlain = (plain: string): string | undefined =>
  last && sameWords(last.plain, plain) ? last.html : undefined;

/** Systems end lines in their own ways. */
const sameWords = (one: string, other: string): boolean =>
  one.replaceAll("\r\n", "\n").trimEnd() === other.replaceAll("\r\n", "\n").trimEnd();
