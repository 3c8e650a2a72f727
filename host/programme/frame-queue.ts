/** Puts a stream of bytes together into frames, holding the stream back while nobody takes them. */

export interface FrameQueue {
  /** Bytes as they come; the promise is fulfilled when there is room for more. */
  take(chunk: Uint8Array): Promise<void> | undefined;
  /** No more will come. */
  end(error?: unknown): void;
  /** Lets the stream run out without keeping anything. */
  drop(): void;
  /** The next frame, valid until the one after it is asked for; undefined after the last. Throws what the stream ended with. */
  next(): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** Frames that may wait: one being drawn, others being filled. */
const WAITING = 2;

/** A queue of frames of `bytes` each. */
export function createFrameQueue(bytes: number): FrameQueue {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  const free: Uint8Array<ArrayBuffer>[] = [];
  let filling = new Uint8Array(bytes);
  let filled = 0;
  let taken: Uint8Array<ArrayBuffer> | undefined;
  let ended: { readonly error: unknown } | undefined;
  let dropped = false;
  let wake: (() => void) | undefined;
  let makeRoom: (() => void) | undefined;

  const changed = (): void => {
    wake?.();
    wake = undefined;
  };
  const roomy = (): void => {
    makeRoom?.();
    makeRoom = undefined;
  };

  return {
    take(chunk) {
      if (dropped) return undefined;
      for (let at = 0; at < chunk.length; ) {
        const part = chunk.subarray(at, at + bytes - filled);
        filling.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < bytes) break;
        ready.push(filling);
        filling = free.pop() ?? new Uint8Array(bytes);
        filled = 0;
      }
      if (ready.length > 0) changed();
      if (ready.length < WAITING) return undefined;
      return new Promise((resolve) => {
        makeRoom = resolve;
      });
    },
    end(error) {
      ended = { error };
      changed();
    },
    drop() {
      dropped = true;
      ready.length = 0;
      roomy();
    },
    async next() {
      if (taken) free.push(taken);
      taken = undefined;
      while (ready.length === 0 && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (ready.length === 0 && ended?.error !== undefined) throw ended.error;
      taken = ready.shift();
      if (ready.length < WAITING) roomy();
      return taken;
    },
  };
}
