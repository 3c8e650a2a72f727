import { createContext, useContext } from "react";

/** The language whose pages are shown beside those worked on; undefined where none is. */
export const ComparedContext = createContext<string | undefined>(undefined);

export const useCompared = (): string | undefined => useContext(ComparedContext);
