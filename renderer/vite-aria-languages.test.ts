import { globSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { ariaVi } from "./i18n/aria-vi.ts";
import { twoLanguages } from "./vite-aria-languages.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const modules = globSync(
  "node_modules/{react-aria,react-stately,react-aria-components}/dist/private/**/intlStrings.mjs",
  {
    cwd: root,
  },
);

it("says in Vietnamese everything react-aria says in English, part by part", async () => {
  expect(modules.length).toBeGreaterThan(15);
  for (const module of modules) {
    const code = twoLanguages(`/x/${module}`, readFileSync(`${root}${module}`, "utf8"));
    const [, english = ""] = /from "(\..*)"/.exec(code ?? "") ?? [];
    const [, key = ""] = /ariaVi\["(.*)"\]/.exec(code ?? "") ?? [];
    const words: { readonly default: object } = await import(new URL(english, pathToFileURL(`${root}${module}`)).href);
    expect(Object.keys(ariaVi[key] ?? {}).sort(), module).toEqual(Object.keys(words.default).sort());
  }
});

it("leaves every other module as it is", () => {
  expect(twoLanguages("/x/renderer/i18n/intlStrings.mjs", 'import a from "./intl/en-US.mjs"')).toBeUndefined();
  expect(twoLanguages("/x/node_modules/react-aria/dist/private/menu/useMenu.mjs", "")).toBeUndefined();
});
