import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const FOLDER = fileURLToPath(new URL("../../renderer/", import.meta.url));

/** Classes that a style sheet gives looks of their own, wherever they stand. */
function classesOf(sheet: string): readonly string[] {
  const plain = sheet
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/@(?:media|supports)[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, "");
  const selectors = [...plain.matchAll(/([^{}]+)\{/g)].flatMap(([, list = ""]) => list.split(","));
  return selectors.flatMap(
    (selector) => /^\s*\.([\w-]+)(?:::?[\w-]+(?:\([^)]*\))?|\[[^\]]*\])*\s*$/.exec(selector)?.[1] ?? [],
  );
}

it("lets no two style sheets give looks to the same class, since all of them hold everywhere", () => {
  const owners = new Map<string, Set<string>>();
  const sheets = globSync("**/*.css", { cwd: FOLDER }).filter((name) => !name.startsWith("node_modules"));
  for (const name of sheets) {
    for (const one of classesOf(readFileSync(new URL(name, `file://${FOLDER}`), "utf8"))) {
      owners.set(one, (owners.get(one) ?? new Set()).add(name));
    }
  }
  expect(owners.size).toBeGreaterThan(300);
  const shared = [...owners]
    .filter(([, names]) => names.size > 1)
    .map(([one, names]) => `${one}: ${[...names].join(" ")}`);
  expect(shared).toEqual([]);
});
