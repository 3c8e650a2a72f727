import type { Bilingual } from "../diagnostics/diagnostic.ts";

/** What came of reading a picture's header. */
export type HeaderResult<Header> =
  | { readonly state: "read"; readonly header: Header }
  | { readonly state: "truncated" }
  | { readonly state: "damaged"; readonly detail: Bilingual };

export const read = <Header>(header: Header): HeaderResult<Header> => ({ state: "read", header });

export const TRUNCATED: HeaderResult<never> = { state: "truncated" };

/** `vi` and `en` finish the sentence “the picture is damaged: …”. */
export const damaged = (vi: string, en: string): HeaderResult<never> => ({ state: "damaged", detail: { vi, en } });
