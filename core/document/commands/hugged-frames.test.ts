import { expect, test } from "vitest";
import { plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import { makeClip } from "../clipboard/make-clip.ts";
import type { Frame, Hug } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { framesOf } from "../walk-frames.ts";
import { duplicateFrames } from "./duplicate-frames.ts";
import { removeFrames } from "./remove-frames.ts";

const hug: Hug[] = [
  { texts: ["name", "role"], right: "right", least: 40 },
  { texts: ["role"], bottom: "bottom" },
];
const bar: Frame = { type: "shape", id: "bar", x: 0, y: 0, width: 90, height: 30, hug, outline: { kind: "rectangle" } };
const project = sampleProject({
  pages: [{ id: "p", frames: [bar, textFrame("name", "t"), textFrame("role", "t", { y: 40 })] }],
  texts: { t: plainText("Rơ Châm H’Bia") },
});
const huggedBy = (one: Project, id: string): readonly (readonly string[])[] | undefined =>
  [...framesOf(one)].find(({ frame }) => frame.id === id)?.frame.hug?.map(({ texts }) => texts);

test("copies hug the texts copied with them, and the old ones where these were not", () => {
  const all = duplicateFrames(project, new Set(["bar", "name", "role"]), 5, 5);
  const [copy = "", name = "", role = ""] = all.ids;
  expect(huggedBy(all.project, copy)).toEqual([[name, role], [role]]);
  expect(huggedBy(all.project, "bar")).toEqual([["name", "role"], ["role"]]);
  const some = duplicateFrames(project, new Set(["bar", "role"]), 5, 5);
  const [other = "", only = ""] = some.ids;
  expect(huggedBy(some.project, other)).toEqual([["name", only], [only]]);
});

test("texts that go, or are not taken along, are let go of", () => {
  expect(huggedBy(removeFrames(project, new Set(["role"])), "bar")).toEqual([["name"]]);
  expect(huggedBy(removeFrames(project, new Set(["name", "role"])), "bar")).toBeUndefined();
  expect(huggedBy(makeClip(project, [bar]), "bar")).toBeUndefined();
});
