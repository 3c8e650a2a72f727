import { useEffect, useMemo } from "react";
import { settleTranslation } from "../../core/document/commands/edit-languages.ts";
import type { TextTarget } from "../../core/document/commands/edit-text.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { Block } from "../../core/document/schema/text.ts";
import type { ProjectSession } from "../session/project-session.ts";
import { useSession } from "../session/use-session.ts";

/** Somebody’s stay at one text after the other. */
export interface TranslationVisit {
  begin(target: TextTarget): void;
  /** What was changed meanwhile is taken for translated; it is undone together with what was typed. */
  end(): void;
}

const blocksIn = ({ texts }: Project, { text, language }: TextTarget): readonly Block[] | undefined =>
  texts[text]?.variants[language]?.blocks;

/** By this, changes to one text in one language merge. */
export const typingKey = ({ text, language }: TextTarget): string => `type:${text}:${language}`;

export function translationVisit(session: ProjectSession): TranslationVisit {
  let visited: { readonly target: TextTarget; readonly before: readonly Block[] | undefined } | undefined;
  const end = (): void => {
    const stay = visited;
    visited = undefined;
    if (stay) settle(session, stay.target, stay.before);
    session.endMerging();
  };
  return {
    begin(target) {
      if (visited) end();
      visited = { target, before: blocksIn(session.store.getState().project, target) };
    },
    end,
  };
}

function settle(session: ProjectSession, target: TextTarget, before: readonly Block[] | undefined): void {
  const { project, history } = session.store.getState();
  if (settleTranslation(project, target, before) === project) return;
  const { done } = history;
  const last = done.at(-1)?.change;
  const wroteIt = last?.patches.every(({ path: [part, id] }) => part === "texts" && id === target.text) === true;
  session.edit("text.type", (one) => settleTranslation(one, target, before), typingKey(target));
  if (wroteIt && session.store.getState().history.done.length > done.length)
    session.squash(done.length - 1, last.label);
}

/** A visit that ends with what uses it, at the latest. */
export function useTranslationVisit(): TranslationVisit {
  const session = useSession();
  const visit = useMemo(() => translationVisit(session), [session]);
  useEffect(() => () => visit.end(), [visit]);
  return visit;
}
