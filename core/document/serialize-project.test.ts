import fc from "fast-check";
import { expect, it } from "vitest";
import { arbitraryProject } from "../../test/support/arbitrary-project.ts";
import { sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { parseProject } from "./parse-project.ts";
import { serializeProject } from "./serialize-project.ts";
import { framesOf } from "./walk-frames.ts";

it("gives every project back as it was", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(arbitraryProject, (project) => {
      for (const { frame } of framesOf(project)) seen.add(frame.type);
      expect(parseProject(serializeProject(project), "a.json")).toEqual(project);
    }),
    { numRuns: 150, seed: 20261121 },
  );
  expect([...seen].sort()).toEqual(["chart", "group", "image", "line", "ornament", "qr", "shape", "table", "text"]);
});

it("writes equal projects as equal text, whatever the order of their properties", () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inside]) => [key, shuffled(inside)]),
    );
  };
  fc.assert(
    fc.property(arbitraryProject, (project) => {
      expect(serializeProject(shuffled(project) as typeof project)).toBe(serializeProject(project));
    }),
    { numRuns: 50, seed: 3 },
  );
});

it("follows the order of the schema, with two spaces and a newline at the end", () => {
  const project = sampleProject({
    texts: { b: { variants: { vi: { blocks: [] } } }, a: { variants: {} } },
    pages: [{ frames: [textFrame("f", "a")], id: "p1" }],
  });
  const text = serializeProject({ ...project, author: undefined });
  expect(text.startsWith('{\n  "format": "xuongtin.project",\n  "version": 1,\n  "id": "giay-moi",\n')).toBe(true);
  expect(text.endsWith('  "slots": []\n}\n')).toBe(true);
  expect(text).not.toContain("author");
  expect(text.indexOf('"a": {')).toBeLessThan(text.indexOf('"b": {'));
  expect(text).toMatch(/"type": "text",\s+"id": "f",\s+"x": 10,/);
});
