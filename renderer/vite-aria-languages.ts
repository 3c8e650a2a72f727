/** A step of the screen's build: of react-aria's 34 languages only English stays, and our Vietnamese stands beside it. */

import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const DICTIONARY =
  /\/node_modules\/(react-aria|react-stately|react-aria-components)\/dist\/private\/.*intlStrings\.m?js$/;
const ENGLISH = /from "(\.\.?\/intl\/(?:([\w-]+)\/)?en-US\.m?js)"/;
const VIETNAMESE = fileURLToPath(new URL("i18n/aria-vi.ts", import.meta.url));

/** What takes the place of a module that brings together the languages of one of its parts; undefined for every other module. */
export function twoLanguages(module: string, code: string): string | undefined {
  const [, library] = DICTIONARY.exec(module.replaceAll("\\", "/")) ?? [];
  const [, english, folder] = library === undefined ? [] : (ENGLISH.exec(code) ?? []);
  if (library === undefined || english === undefined) return undefined;
  const key = folder === undefined ? library : `${library}/${folder}`;
  return [
    `import english from ${JSON.stringify(english)};`,
    `import { ariaVi } from ${JSON.stringify(VIETNAMESE)};`,
    `export default { "en-US": english, "vi-VN": ariaVi[${JSON.stringify(key)}] };`,
  ].join("\n");
}

export const ariaLanguages = (): Plugin => ({
  name: "aria-languages",
  enforce: "pre",
  transform: (code, module) => twoLanguages(module, code),
});
