/** Sends changes to the host's journal one after the other, and goes on trying where the host does not answer. */

import type { HostApi } from "../../core/api/host-contract.ts";
import type { SessionHandle } from "../../core/api/schemas.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Change } from "../../core/document/history/change.ts";
import { diagnosticsOf } from "../host/diagnostics-of.ts";

/** `waiting`: the host does not answer, and is asked again. */
export type JournalState = "written" | "writing" | "waiting";

export interface JournalQueue {
  /** Records a change under the number after the last one. Gives back that number. */
  append(change: Change): number;
  /** When all appended so far is on disk. Fails where it cannot be now. */
  flush(): Promise<void>;
  readonly sequence: number;
}

export interface JournalOptions {
  readonly session: SessionHandle;
  /** Of the last change the host has. */
  readonly sequence: number;
  readonly onState: (state: JournalState, diagnostics: readonly Diagnostic[]) => void;
}

/** First pause before a failed change is sent again, and the longest one. Milliseconds. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

export function createJournalQueue(host: HostApi, { session, sequence, onState }: JournalOptions): JournalQueue {
  const waiting: { readonly sequence: number; readonly change: Change }[] = [];
  let last = sequence;
  let sending: Promise<void> | undefined;

  const sendAll = async (): Promise<void> => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      await host.journal.append({ session, sequence: next.sequence, change: next.change });
      waiting.shift();
    }
  };

  const send = (pause: number): Promise<void> => {
    sending ??= sendAll().then(
      () => {
        sending = undefined;
        onState("written", []);
      },
      (failure: unknown) => {
        sending = undefined;
        onState("waiting", diagnosticsOf(failure));
        setTimeout(() => void send(Math.min(pause * 2, LONGEST_PAUSE)).catch(() => undefined), pause);
        throw failure;
      },
    );
    return sending;
  };

  return {
    append(change) {
      last += 1;
      waiting.push({ sequence: last, change });
      onState("writing", []);
      void send(FIRST_PAUSE).catch(() => undefined);
      return last;
    },
    async flush() {
      if (waiting.length > 0) await send(FIRST_PAUSE);
    },
    get sequence() {
      return last;
    },
  };
}
