import { expect, test } from "vitest";
import { colorScene, sampleClip } from "../../../test/support/sample-clip.ts";
import { plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import { checkReferences } from "../check-references.ts";
import type { Project } from "../schema/project.ts";
import { removePage } from "./edit-pages.ts";
import { removeFrames } from "./remove-frames.ts";

const shown = { page: "rong", shapes: ["cao", "vuong"] };
const project: Project = sampleProject({
  pages: ["rong", "cao", "vuong"].map((id) => ({ id, frames: [textFrame(`khung-${id}`, "tin")] })),
  texts: { tin: plainText("Tin vắn") },
  programmes: [
    sampleClip([colorScene("a", 4, "#000000"), { type: "page", id: "b", duration: 4, ...shown }], {
      overlays: [{ type: "crawl", id: "o", at: 0, text: "tin", ...shown }],
    }),
  ],
});

const clipOf = ({ programmes }: Project) => {
  const [clip] = programmes ?? [];
  if (clip?.kind !== "clip") throw new Error("the project has a clip");
  return clip;
};

test("without one of its pages, what a clip shows has the others; without any, it is black or gone", () => {
  const two = removePage(project, "rong");
  expect(clipOf(two).overlays).toMatchObject([{ page: "cao", shapes: ["vuong"] }]);
  expect(clipOf(two).scenes[1]).toMatchObject({ type: "page", page: "cao", shapes: ["vuong"] });
  const one = removePage(two, "vuong");
  expect(clipOf(one).overlays[0]).toMatchObject({ page: "cao" });
  expect(clipOf(one).overlays[0]).not.toHaveProperty("shapes");
  const more = { ...one, pages: [...one.pages, { id: "khac", frames: [] }] };
  const none = removePage(more, "cao");
  expect([clipOf(none).overlays, clipOf(none).scenes[1]?.type]).toEqual([[], "color"]);
  for (const each of [two, one, none]) expect(checkReferences(each, "")).toEqual([]);
});

test("a text that runs stays when the last frame that shows it goes", () => {
  const bare = removeFrames(project, new Set(["khung-rong", "khung-cao", "khung-vuong"]));
  expect(bare.texts).toHaveProperty("tin");
  expect(checkReferences(bare, "")).toEqual([]);
});
