/** The open project laid out in a language, following every change. */

import { useEffect, useMemo, useRef, useState } from "react";
import type { Project } from "../../core/document/schema/project.ts";
import type { ProjectSession } from "../session/project-session.ts";
import { createProjectLayout, isLaidOut, type LaidOut, type ProjectLayout, picturesShown } from "./project-layout.ts";
import { picturesOf } from "./session-pictures.ts";
import { openPageEngine, type PageEngine } from "./text-engine.ts";

/** Throws what went wrong into the nearest error boundary. */
function useFailure(): (failure: unknown) => void {
  const [failure, fail] = useState<{ readonly reason: unknown }>();
  if (failure) throw failure.reason;
  return useMemo(() => (reason: unknown) => fail({ reason }), []);
}

function usePageEngine(session: ProjectSession, fail: (failure: unknown) => void): PageEngine | undefined {
  const [engine, setEngine] = useState<PageEngine>();
  useEffect(() => {
    let wanted = true;
    openPageEngine(session.host).then(
      (opened) => wanted && setEngine(opened),
      (failure: unknown) => wanted && fail(failure),
    );
    return () => {
      wanted = false;
    };
  }, [session.host, fail]);
  return engine;
}

/**
 * `project` laid out in `language`; undefined until fonts and pictures have come for the first time. While more are on their way
 * the layout before the change stays, so nothing is ever shown in a wrong font.
 */
export function useLayout(session: ProjectSession, project: Project, language: string): LaidOut | undefined {
  const fail = useFailure();
  const engine = usePageEngine(session, fail);
  const [fetched, setFetched] = useState(0);
  const last = useRef<LaidOut>(undefined);

  const layout = useMemo((): ProjectLayout | undefined => {
    last.current = undefined;
    return engine && createProjectLayout(engine, picturesOf(session), language);
  }, [engine, session, language]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `fetched` says that asking again may give an answer
  const result = useMemo(() => layout?.layOut(project), [layout, project, fetched]);
  if (result && isLaidOut(result)) last.current = result;

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

  const laidOut = last.current;
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
  const pictures = picturesOf(session);
  await pictures.load(picturesShown(project));
  const layout = createProjectLayout(engine, pictures, language);
  for (;;) {
    const result = layout.layOut(project);
    if (isLaidOut(result)) return result;
    await layout.fetch(result);
  }
}
