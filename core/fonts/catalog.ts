/** The catalogue of fonts: which families there are, where their files lie, and which serve a language. */

import { z } from "zod";

const FamilyId = z.string().regex(/^[a-z0-9-]+$/);

const CatalogFace = z.strictObject({
  key: z.string().min(1),
  weight: z.number().int().min(100).max(900),
  italic: z.boolean(),
  /** Names the part where a family comes as one file per range of characters; all parts of a weight are used together. */
  part: z.string().optional(),
  /** Relative to the package or to the folder of the catalogue. */
  file: z.string().min(1),
});
export type CatalogFace = z.infer<typeof CatalogFace>;

const CatalogFamily = z.strictObject({
  id: FamilyId,
  name: z.string().min(1),
  /** Other names a project may ask for it by, such as the font it stands in for. */
  aliases: z.array(z.string().min(1)).optional(),
  style: z.enum(["sans", "serif", "display"]),
  /** Scripts it is meant for; it may have letters of others. */
  scripts: z.array(z.string().length(4)).min(1),
  /** SPDX. */
  licence: z.string().min(1),
  origin: z.union([
    z.strictObject({ package: z.string().min(1), licenceFile: z.string().min(1).optional() }),
    z.strictObject({ folder: z.string().min(1), licenceFile: z.string().min(1), version: z.string().min(1) }),
  ]),
  faces: z.array(CatalogFace).min(1),
});
type ListedFamily = z.infer<typeof CatalogFamily>;

/** A family of the user as a screen hears of it: its faces without the place they lie in. */
export const UserFamily = CatalogFamily.extend({ origin: z.strictObject({ userFolder: z.literal("") }) });

/** A family of the catalogue, or one found in a folder of the user. */
export type CatalogFamily = Omit<ListedFamily, "origin"> & {
  readonly origin: ListedFamily["origin"] | { readonly userFolder: string };
};

const LanguageFonts = z.strictObject({ text: FamilyId, heading: FamilyId, fallbacks: z.array(FamilyId) });
export type LanguageFonts = z.infer<typeof LanguageFonts>;

/** What `fonts/catalog.json` holds. */
export const CatalogData = z.strictObject({
  families: z.array(CatalogFamily).min(1),
  languages: z.record(z.string(), LanguageFonts),
  /** Latin families that end every chain's own part. */
  general: z.array(FamilyId).min(1),
  /** One family per other script, so that text of mixed languages finds its glyphs. */
  everyScript: z.array(FamilyId),
  /** Large families, tried only when all else lacks a glyph. */
  last: z.array(FamilyId),
});

/** A checked catalogue with its lookups. */
export interface FontCatalog {
  readonly families: readonly CatalogFamily[];
  readonly languages: Readonly<Record<string, LanguageFonts>>;
  readonly general: readonly string[];
  readonly everyScript: readonly string[];
  readonly last: readonly string[];
  readonly familyById: ReadonlyMap<string, CatalogFamily>;
  /** By name or alias, lower case. */
  readonly familyByName: ReadonlyMap<string, CatalogFamily>;
  readonly faceByKey: ReadonlyMap<string, { readonly family: CatalogFamily; readonly face: CatalogFace }>;
}

/** Checks the data and builds the lookups. Throws where a family is named that is not there, or a key is given twice. */
export const buildCatalog = (data: unknown, added: readonly CatalogFamily[] = []): FontCatalog => {
  const checked = CatalogData.parse(data);
  const families = [...checked.families, ...added];
  const familyById = new Map<string, CatalogFamily>();
  const familyByName = new Map<string, CatalogFamily>();
  const faceByKey = new Map<string, { family: CatalogFamily; face: CatalogFace }>();
  for (const family of families) {
    if (familyById.has(family.id)) throw new RangeError(`font family ${family.id} is listed twice`);
    familyById.set(family.id, family);
    for (const name of [family.name, family.id]) familyByName.set(name.toLowerCase(), family);
    for (const face of family.faces) {
      if (faceByKey.has(face.key)) throw new RangeError(`font key ${face.key} is listed twice`);
      faceByKey.set(face.key, { family, face });
    }
  }
  for (const family of families) {
    for (const alias of family.aliases ?? []) {
      if (!familyByName.has(alias.toLowerCase())) familyByName.set(alias.toLowerCase(), family);
    }
  }
  const named = [
    ...Object.values(checked.languages).flatMap((fonts) => [fonts.text, fonts.heading, ...fonts.fallbacks]),
    ...checked.general,
    ...checked.everyScript,
    ...checked.last,
  ];
  const unknown = named.find((id) => !familyById.has(id));
  if (unknown !== undefined) throw new RangeError(`font family ${unknown} is not in the catalogue`);
  return { ...checked, families, familyById, familyByName, faceByKey };
};
