import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkReferences } from "../check-references.ts";
import { parseProject } from "../parse-project.ts";
import type { Frame } from "../schema/frames.ts";
import { validateProject } from "../validate-project.ts";
import { findFrame } from "./edit-frames.ts";
import { pageRef } from "./holders.ts";
import { makeFrame, type NewFrameKind } from "./new-frames.ts";

const template = (id: string) =>
  parseProject(readFileSync(new URL(`../../../templates/${id}/template.json`, import.meta.url), "utf8"), id);
const KINDS = ["text", "image", "rectangle", "ellipse", "polygon", "line", "table", "chart", "qr", "ornament"] as const;
const place = (page: string) => ({ holder: pageRef(page), x: 10, y: 20, width: 90, height: 35, language: "vi" });

test.each(["leaflet-a5", "invitation-a6", "plain-page"])("every kind of frame is sound in %s", (id) => {
  const project = template(id);
  const page = project.pages[0]?.id ?? "";
  for (const kind of KINDS) {
    const { project: made, id: frame } = makeFrame(project, kind, place(page));
    expect(checkReferences(made, ""), kind).toEqual([]);
    expect(validateProject(made, "").diagnostics, kind).toEqual([]);
    expect(findFrame(made, frame)).toMatchObject({ x: 10, y: 20, width: 90 });
  }
});

test("new frames are in the document's own colours and styles, and share the styles they bring", () => {
  const project = template("leaflet-a5");
  const page = project.pages[0]?.id ?? "";
  const make = (kind: NewFrameKind, base = project): readonly [typeof project, Frame | undefined] => {
    const made = makeFrame(base, kind, place(page));
    return [made.project, findFrame(made.project, made.id)];
  };
  expect(make("rectangle")[1]).toMatchObject({ fill: { color: "pine" } });
  const [once, table] = make("table");
  expect(table).toMatchObject({
    table: { headerRows: 1, headerFill: { color: "pine" }, headerStyle: "bang-dau-sang" },
  });
  const [twice] = make("table", once);
  expect(twice.paragraphStyles).toHaveLength(once.paragraphStyles.length);
  expect(once.paragraphStyles.find(({ id }) => id === "bang-o")?.character?.color).toBe("ink");
});
