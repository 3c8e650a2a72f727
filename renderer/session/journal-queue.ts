/** Sends changes to the host's journal one after the other. Nothing is let go of before the host has it. */

import type { HostApi } from "../../core/api/host-contract.ts";
import type { SessionHandle } from "../../core/api/schemas.ts";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Change } from "../../core/document/history/change.ts";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { isOutOfReach } from "../host/reachable.ts";

/**
 * `waiting`: the host cannot take changes now and is asked again. `refused`: it will not take this one ever; nothing more is sent until
 * `goOn`.
 */
export type JournalState = "written" | "writing" | "waiting" | "refused";

/** A change with its number. */
export interface NumberedChange {
  readonly sequence: number;
  readonly change: Change;
}

export interface JournalQueue {
  /** Records a change under the number after the last one. Gives back that number. */
  append(change: Change): number;
  /** When all appended so far is on disk. Fails where it cannot be now. */
  flush(): Promise<void>;
  /** Asks a host again that could not be reached. */
  retry(): void;
  /** After a refusal: `session` has everything up to `sequence`, and `changes` come next. */
  goOn(session: SessionHandle, sequence: number, changes: readonly Change[]): void;
  readonly sequence: number;
  /** Those the host is not known to have, oldest first. */
  readonly unsent: readonly NumberedChange[];
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
/** A full disk is made room on. */
const NOT_NOW = "journal.not-written";
const DEFECT = "api.internal-error";
/** A defect of the host may pass, but not for ever. */
const MOST_DEFECTS = 5;

export function createJournalQueue(host: HostApi, options: JournalOptions): JournalQueue {
  const { onState } = options;
  let { session, sequence: last } = options;
  let waiting: readonly NumberedChange[] = [];
  let state: JournalState = "written";
  let refusal: readonly Diagnostic[] = [];
  let defects = 0;
  let sending: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const turn = (next: JournalState, diagnostics: readonly Diagnostic[] = []): void => {
    state = next;
    onState(next, diagnostics);
  };

  const mayPass = (diagnostics: readonly Diagnostic[]): boolean => {
    const isDefect = diagnostics.some(({ code }) => code === DEFECT);
    defects = isDefect ? defects + 1 : 0;
    return (
      isOutOfReach(diagnostics) ||
      diagnostics.some(({ code }) => code === NOT_NOW) ||
      (isDefect && defects < MOST_DEFECTS)
    );
  };

  const sendAll = async (): Promise<void> => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      await host.journal.append({ session, sequence: next.sequence, change: next.change });
      waiting = waiting.slice(1);
      defects = 0;
    }
  };

  const fail = (failure: unknown, pause: number): void => {
    const diagnostics = diagnosticsOf(failure);
    if (mayPass(diagnostics)) {
      timer = setTimeout(() => void send(Math.min(pause * 2, LONGEST_PAUSE)).catch(() => undefined), pause);
      turn("waiting", diagnostics);
    } else {
      refusal = diagnostics;
      turn("refused", diagnostics);
    }
  };

  const send = (pause: number): Promise<void> => {
    if (state === "refused") return Promise.reject(new DiagnosticError(refusal));
    clearTimeout(timer);
    sending ??= sendAll().then(
      () => {
        sending = undefined;
        turn("written");
      },
      (failure: unknown) => {
        sending = undefined;
        fail(failure, pause);
        throw failure;
      },
    );
    return sending;
  };
  const sendQuietly = (): void => void send(FIRST_PAUSE).catch(() => undefined);

  return {
    append(change) {
      last += 1;
      waiting = [...waiting, { sequence: last, change }];
      if (state === "written") turn("writing");
      if (state === "writing") sendQuietly();
      return last;
    },
    async flush() {
      if (waiting.length > 0) await send(FIRST_PAUSE);
    },
    retry() {
      if (state === "waiting") sendQuietly();
    },
    goOn(newSession, sequence, changes) {
      clearTimeout(timer);
      session = newSession;
      last = sequence + changes.length;
      waiting = changes.map((change, index) => ({ sequence: sequence + 1 + index, change }));
      turn("writing");
      sendQuietly();
    },
    get sequence() {
      return last;
    },
    get unsent() {
      return waiting;
    },
  };
}
