/** Threads lead from frame to frame of one kind, one into each, never in a circle, and onto pages that can take them. */

import type { JsonPath } from "./json-path.ts";
import { findLoops, type LinkChecker } from "./reference-checker.ts";
import {
  loopOfFrames,
  masterCannotContinue,
  nextHasContent,
  nextOfAnotherKind,
  twoLeadIn,
} from "./reference-diagnostics.ts";
import type { Frame } from "./schema/frames.ts";
import type { Project } from "./schema/project.ts";
import { type FramePlace, framesIn } from "./walk-frames.ts";

/** Reports what is wrong with `next` and `addPages` of the frames at `places`. */
export function checkThreads(check: LinkChecker, places: readonly FramePlace[]): void {
  const next = new Map<string, string | undefined>();
  const leaders = new Map<string, string>();
  for (const { frame, path } of places) {
    if (frame.type !== "text" && frame.type !== "table") continue;
    const nextPath = [...path, "next"];
    next.set(frame.id, frame.next);
    if (frame.next !== undefined && check.known("frame", frame.next, nextPath)) {
      const following = check.frames.get(frame.next);
      const first = leaders.get(frame.next);
      if (first !== undefined) check.report(twoLeadIn(check.target(nextPath), frame.next, first));
      else leaders.set(frame.next, frame.id);
      if (following && following.type !== frame.type) {
        check.report(nextOfAnotherKind(check.target(nextPath), frame.next, frame.type, following.type));
      } else if (following && hasContent(following) && following.id !== frame.id) {
        check.report(nextHasContent(check.target(nextPath), frame.next));
      }
    }
    checkAddedPages(check, frame, path);
  }
  for (const loop of findLoops(next)) {
    const place = places.find(({ frame }) => frame.id === loop[0]);
    if (place) check.report(loopOfFrames(check.target([...place.path, "next"]), loop));
  }
}

const hasContent = (frame: Frame): boolean =>
  (frame.type === "text" && frame.text !== undefined) || (frame.type === "table" && frame.table !== undefined);

function checkAddedPages(check: LinkChecker, frame: Extract<Frame, { type: "text" | "table" }>, path: JsonPath): void {
  const id = frame.addPages?.master;
  const place = [...path, "addPages", "master"];
  if (id === undefined || !check.known("master", id, place)) return;
  if (!continuesOn(check.project, id, frame.type))
    check.report(masterCannotContinue(check.target(place), id, frame.type));
}

/** Whether pages of that master take up what does not fit a frame of this kind. */
export function continuesOn(project: Project, id: string, type: Frame["type"]): boolean {
  // A master takes the frames of those it is based on; a circle is reported elsewhere and must not hang this walk.
  const seen = new Set<string>();
  for (let current: string | undefined = id; current !== undefined && !seen.has(current); ) {
    seen.add(current);
    const wanted: string = current;
    const master = project.masters.find((one) => one.id === wanted);
    const frames = [...framesIn(master?.frames ?? [], [])];
    if (frames.some(({ frame }) => frame.type === type && "continues" in frame && frame.continues === true))
      return true;
    current = master?.basedOn;
  }
  return false;
}
