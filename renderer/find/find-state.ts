/** What is being looked for in the open project, and which of the places found is shown. */

import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Hit } from "../../core/document/find/find-in-project.ts";
import type { FindOptions } from "../../core/document/find/find-text.ts";

export interface FindState {
  readonly shown: boolean;
  /** The field for what to put instead is shown too. */
  readonly replacing: boolean;
  readonly options: FindOptions;
  readonly everyLanguage: boolean;
  readonly replacement: string;
  readonly hits: readonly Hit[];
  /** The hit to be shown, by its number; a new object asks anew. Undefined until one is asked for. */
  readonly current: { readonly index: number } | undefined;
  /** Counts every time the field is asked for. */
  readonly asked: number;
}

export type Find = StoreApi<FindState>;

export const createFind = (): Find =>
  createStore<FindState>(() => ({
    shown: false,
    replacing: false,
    options: { query: "", matchCase: false, wholeWord: false, ignoreAccents: false },
    everyLanguage: false,
    replacement: "",
    hits: [],
    current: undefined,
    asked: 0,
  }));

/** Shows the field and takes the words selected, if any. */
export function openFind(find: Find, replacing: boolean, words = ""): void {
  const { options, asked } = find.getState();
  const query = words === "" || words.includes("\n") ? options.query : words;
  find.setState({ shown: true, replacing, options: { ...options, query }, asked: asked + 1 });
}

export const closeFind = (find: Find): void => find.setState({ shown: false, hits: [], current: undefined });

/** The next hit, or with -1 the one before; round and round. */
export function stepFind(find: Find, step: 1 | -1): void {
  const { hits, current } = find.getState();
  if (hits.length === 0) return;
  const from = current?.index ?? (step === 1 ? -1 : 0);
  find.setState({ current: { index: (from + step + hits.length) % hits.length } });
}

export const currentHit = ({ hits, current }: FindState): Hit | undefined => current && hits[current.index];

export const FindContext = createContext<Find | undefined>(undefined);

export function useFind(): Find {
  const find = useContext(FindContext);
  if (!find) throw new Error("no search above this component");
  return find;
}

export const useFindState = <Part>(choose: (state: FindState) => Part): Part => useStore(useFind(), choose);
