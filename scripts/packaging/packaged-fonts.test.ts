import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { openFontLibrary } from "../../host/fonts/font-library.ts";

const root = new URL("../../", import.meta.url);
const config = readFileSync(new URL("electron-builder.yml", root), "utf8");

/** `scope/name/path` of every font file the packing takes. */
const packed = [
  ...config.matchAll(/^ {2}- from: node_modules\/(@[\w-]+)\n(?: {4}.*\n)*? {4}filter:\n((?: {6}- .*\n)+)/gm),
]
  .flatMap(([, scope = "", list = ""]) =>
    [...list.matchAll(/- (.+\.(?:ttf|otf|woff2?))$/gm)].map(([, file]) => `${scope}/${file}`),
  )
  .sort();

it("packs the font files of the catalogue and no others", () => {
  const wanted = openFontLibrary().catalog.families.flatMap(({ origin, faces }) =>
    "package" in origin ? faces.map(({ file }) => `${origin.package}/${file}`) : [],
  );
  expect(packed).toEqual([...new Set(wanted)].sort());
  expect(packed.filter((file) => !existsSync(new URL(`node_modules/${file}`, root)))).toEqual([]);
});
