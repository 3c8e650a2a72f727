/** A step of the screen's build: `virtual:licences` lists the packages the program comes with, as the lockfile states them. */

import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import type { LicensedPackage } from "./help/licensed-package.ts";

const LOCKFILE = new URL("../package-lock.json", import.meta.url);
const MODULE = "virtual:licences";
/** What the built screen is made of and the shell it runs in; the lockfile counts them among the tools. */
const SCREEN = [
  "electron",
  "fabric",
  "i18next",
  "immer",
  "lucide-react",
  "react",
  "react-aria-components",
  "react-dom",
  "react-i18next",
  "zustand",
];

interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The packages `roots` need, and those they need in turn, by name. */
export function licencesOf(
  locked: Readonly<Record<string, LockedPackage>>,
  roots: readonly string[],
): readonly LicensedPackage[] {
  const found = new Map<string, LicensedPackage>();
  const placeOf = (name: string, from: string): string | undefined => {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
      const place = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
      if (Object.hasOwn(locked, place)) return place;
      if (folder === "") return undefined;
    }
  };
  const visit = (name: string, from: string): void => {
    const place = placeOf(name, from);
    const entry = place === undefined ? undefined : locked[place];
    if (place === undefined || !entry || found.has(place)) return;
    found.set(place, { name: entry.name ?? name, version: entry.version ?? "", licence: entry.license ?? "" });
    for (const needed of Object.keys(entry.dependencies ?? {})) visit(needed, place);
  };
  for (const root of roots) visit(root, "");
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export const licences = (): Plugin => ({
  name: "licences",
  resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
  load(id) {
    if (id !== `\0${MODULE}`) return undefined;
    const { packages }: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync(LOCKFILE, "utf8"));
    const roots = [...Object.keys(packages[""]?.dependencies ?? {}), ...SCREEN];
    return `export const licences = ${JSON.stringify(licencesOf(packages, roots))};`;
  },
});
