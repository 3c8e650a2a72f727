/** The open project laid out in a language, following every change. */

import { useEffect, useMemo, useRef, useState } from "react";
import type { Project } from "../../core/document/schema/project.ts";
import type { ProjectSession } from "../session/project-session.ts";
import {
  createProjectLayout,
  isLaidOut,
  type LaidOut,
  type ProjectLayout,
  picturesShown,
  type ShownPages,
} from "./project-layout.ts";
import { beginLayout, type LaidOutAs, layoutOf } from "./session-layouts.ts";
import { picturesOf } from "./session-pictures.ts";
import { openPageEngine } from "./text-engine.ts";

/** Throws what went wrong into the nearest error boundary. */
function useFailure(): (failure: unknown) => void {
  const [failure, fail] = useState<{ readonly reason: unknown }>();
  if (failure) throw failure.reason;
  return useMemo(() => (reason: unknown) => fail({ reason }), []);
}

/** Hears of the first page while the others are laid out for the first time; undefined where that has only begun. */
type OnFirst = (first: ShownPages | undefined) => void;

/** The layout once everything has been laid out for the first time. */
function useBegunLayout(
  session: ProjectSession,
  project: Project,
  language: string,
  as: LaidOutAs,
  fail: (failure: unknown) => void,
  onFirst: OnFirst | undefined,
): ProjectLayout | undefined {
  const [begun, setBegun] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `begun` says that there is one by now
  const layout = useMemo(() => layoutOf(session, language, as), [session, language, as, begun]);
  const latest = useRef(project);
  latest.current = project;
  const isThere = layout !== undefined;
  useEffect(() => {
    if (isThere) return;
    let wanted = true;
    const tellFirst = onFirst && ((first: ShownPages): void => (wanted ? onFirst(first) : undefined));
    onFirst?.(undefined);
    beginLayout(session, latest.current, language, as, tellFirst).then(
      () => wanted && setBegun((count) => count + 1),
      (failure: unknown) => wanted && fail(failure),
    );
    return () => {
      wanted = false;
    };
  }, [isThere, session, language, as, fail, onFirst]);
  return layout;
}

/**
 * `project` laid out in `language`; undefined until fonts and pictures have come for the first time. While more are on their way
 * the layout before the change stays, so nothing is ever shown in a wrong font.
 */
export function useLayout(
  session: ProjectSession,
  project: Project,
  language: string,
  as: LaidOutAs = "pages",
  onFirst?: OnFirst,
): LaidOut | undefined {
  const fail = useFailure();
  const layout = useBegunLayout(session, project, language, as, fail, onFirst);
  const [fetched, setFetched] = useState(0);
  const last = useRef<{ readonly layout: ProjectLayout; readonly laidOut: LaidOut }>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `fetched` says that asking again may give an answer
  const result = useMemo(() => layout?.layOut(project), [layout, project, fetched]);
  if (layout && result && isLaidOut(result)) last.current = { layout, laidOut: result };

  useEffect(() => {
    if (!layout || !result || isLaidOut(result)) return;
    let wanted = true;
    const fetching = result.kind === "asset" ? picturesOf(session).load(picturesShown(project)) : layout.fetch(result);
    fetching.then(
      () => wanted && setFetched((count) => count + 1),
      (failure: unknown) => wanted && fail(failure),
    );
    return () => {
      wanted = false;
    };
  }, [layout, result, project, session, fail]);

  const laidOut = last.current?.layout === layout ? last.current?.laidOut : undefined;
  const assets = laidOut?.project.assets;
  useEffect(() => {
    if (!assets) return;
    // Should the host go away, a copy put aside has its pictures.
    const later = requestIdleCallback(() => {
      const ids = assets.map(({ id }) => id);
      void picturesOf(session)
        .fetchFiles(ids)
        .catch(() => undefined);
    });
    return () => cancelIdleCallback(later);
  }, [session, assets]);
  return laidOut;
}

/** `project` laid out in `language` once, everything it needs being fetched first. */
export async function layOutLanguage(session: ProjectSession, project: Project, language: string): Promise<LaidOut> {
  const engine = await openPageEngine(session.host);
  return createProjectLayout(engine, picturesOf(session), language).begin(project);
}
