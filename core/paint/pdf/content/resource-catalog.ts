/** Everything content streams refer to by name. Names are unique in the file; every stream lists only what it uses. */

import type { PDFRef } from "pdf-lib";
import type { PdfFile } from "../file/pdf-file.ts";

const PREFIXES = { Font: "F", XObject: "X", ExtGState: "G", Shading: "S", Pattern: "P" } as const;
export type ResourceCategory = keyof typeof PREFIXES;
const CATEGORIES = Object.keys(PREFIXES) as readonly ResourceCategory[];

export interface ResourceCatalog {
  /** A new name for the object. */
  add(category: ResourceCategory, ref: PDFRef): string;
  /** The dictionary of these names; streams that use the same names share it. */
  dictionary(names: ReadonlySet<string>): PDFRef;
}

export function createResourceCatalog(file: PdfFile): ResourceCatalog {
  const refs = new Map<string, PDFRef>();
  const dictionaries = new Map<string, PDFRef>();
  return {
    add(category, ref) {
      const name = `${PREFIXES[category]}${refs.size + 1}`;
      refs.set(name, ref);
      return name;
    },
    dictionary(names) {
      const sorted = [...names].sort();
      const key = sorted.join(" ");
      let dictionary = dictionaries.get(key);
      if (!dictionary) {
        const entries: Record<string, Record<string, PDFRef>> = {};
        for (const category of CATEGORIES) {
          const used = sorted.filter((name) => name.startsWith(PREFIXES[category]));
          if (used.length > 0) entries[category] = Object.fromEntries(used.map((name) => [name, known(refs, name)]));
        }
        dictionary = file.write(entries);
        dictionaries.set(key, dictionary);
      }
      return dictionary;
    },
  };
}

function known(refs: ReadonlyMap<string, PDFRef>, name: string): PDFRef {
  const ref = refs.get(name);
  if (!ref) throw new Error(`Resource ${name} was never added`);
  return ref;
}
