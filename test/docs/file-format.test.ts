import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { Project } from "../../core/document/schema/project.ts";

const page = readFileSync(new URL("../../docs/file-format.md", import.meta.url), "utf8");
const code = [...page.matchAll(/```[\s\S]*?```|`[^`]+`/gu)].map(([part]) => part).join("\n");
const isTold = (word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}_-])${word.replace(/[.-]/gu, "\\$&")}(?![\\p{L}\\p{N}_-])`, "u").test(code);

/** Names of properties and the words they may hold, wherever in the schema they stand. */
function vocabulary(schema: unknown): { readonly properties: Set<string>; readonly words: Set<string> } {
  const properties = new Set<string>();
  const words = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "properties") for (const name of Object.keys(value)) properties.add(name);
      const allowed: readonly unknown[] = key === "enum" ? value : key === "const" ? [value] : [];
      for (const word of allowed) if (typeof word === "string") words.add(word);
      visit(value);
    }
  };
  visit(schema);
  return { properties, words };
}

test("the page about the file format tells of every property and every word the schema knows", () => {
  const { properties, words } = vocabulary(z.toJSONSchema(Project));
  expect(properties.size).toBeGreaterThan(150);
  expect([...properties].filter((name) => !isTold(name))).toEqual([]);
  expect([...words].filter((word) => !isTold(word))).toEqual([]);
});
