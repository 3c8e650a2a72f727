import { plainLatin } from "../script/plain-latin.ts";

/** A name as people compare names: no accents, no capitals, `đ` as `d`. */
export const foldName = (name: string): string => plainLatin(name).toLowerCase();
