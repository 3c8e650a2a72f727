/**
 * What was last copied in any window of the program. Where a page may read the clipboard without its own paste event, browsers clean the
 * HTML they hand over; where it may not, this is all there is.
 */

export interface ClipboardWords {
  readonly html: string;
  readonly plain: string;
}

/** `undefined` asks the other windows what they know. */
type Message = ClipboardWords | undefined;

const channel = new BroadcastChannel("xuongtin-clip");
let last: ClipboardWords | undefined;

channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
  if (data) last = data;
  else if (last) channel.postMessage(last);
});
channel.postMessage(undefined);

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
