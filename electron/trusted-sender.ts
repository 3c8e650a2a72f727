/** The page of the program, served by its own scheme. */
export const SCHEME = "xuongtin";
export const PAGE_ORIGIN = `${SCHEME}://app`;
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/`;

/** The parts of an IPC event that say who sent it. */
export interface SentEvent {
  readonly sender: { readonly id: number; readonly mainFrame: unknown };
  readonly senderFrame: { readonly url: string } | null;
}

/** True for the main frame of our own page in a window of ours; frames within it, other pages and dead frames are not. */
export function isTrustedSender({ sender, senderFrame }: SentEvent, ownWindows: ReadonlySet<number>): boolean {
  return (
    senderFrame !== null && senderFrame === sender.mainFrame && ownWindows.has(sender.id) && isOwnPage(senderFrame.url)
  );
}

/** True for addresses of the screen. */
export function isOwnPage(address: string): boolean {
  return address === PAGE_ORIGIN || address.startsWith(PAGE_ADDRESS);
}
