import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { ProjectSession, ProjectSessionState } from "./project-session.ts";
import { useCalmStore } from "./use-calm-store.ts";

export const SessionContext = createContext<ProjectSession | undefined>(undefined);

/** The project that is open on this screen. */
export function useSession(): ProjectSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error("no open project above this component");
  return session;
}

/** A part of the open project's state; the component is drawn again when that part changes. */
export const useSessionState = <Part>(select: (state: ProjectSessionState) => Part): Part =>
  useStore(useSession().store, select);

/** The same for what may follow a moment later, when typing and dragging leave time for it. */
export const useCalmSessionState = <Part>(select: (state: ProjectSessionState) => Part): Part =>
  useCalmStore(useSession().store, select);
