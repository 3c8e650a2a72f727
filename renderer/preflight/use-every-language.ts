import { useEffect, useState } from "react";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { layOutLanguage } from "../engine/use-layout.ts";
import { useSession } from "../session/use-session.ts";
import { findingsOf } from "./use-preflight.ts";

/** What is found in one language; undefined while it is still looked over. */
export type LanguageFindings = ReadonlyMap<string, readonly Diagnostic[] | undefined>;

/** Looks all languages over, one after the other, whenever the page has time; a change begins anew. */
export function useEveryLanguage(project: Project, colour: "rgb" | "cmyk"): LanguageFindings {
  const session = useSession();
  const [findings, setFindings] = useState<LanguageFindings>(new Map());
  useEffect(() => {
    let wanted = true;
    const look = async (): Promise<void> => {
      for (const language of project.languages.variants) {
        await idle();
        if (!wanted) return;
        const laidOut = await layOutLanguage(session, project, language);
        if (!wanted) return;
        const found = findingsOf(laidOut, colour);
        setFindings((known) => new Map(known).set(language, found));
      }
    };
    look().catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [session, project, colour]);
  return findings;
}

const idle = (): Promise<void> => new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 1_000 }));
