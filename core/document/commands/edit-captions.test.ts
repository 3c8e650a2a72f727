import { expect, it } from "vitest";
import { colorScene, sampleClip } from "../../../test/support/sample-clip.ts";
import { sampleProject } from "../../../test/support/sample-project.ts";
import { checkReferences } from "../check-references.ts";
import type { Clip } from "../schema/programme.ts";
import { validateProject } from "../validate-project.ts";
import { setCaptions } from "./edit-captions.ts";

const project = sampleProject({ programmes: [sampleClip([colorScene("a", 5, "#000000")])] });
const cues = [
  { from: 2, to: 3, text: "hai" },
  { from: 0, to: 1, text: "một" },
];
const captionsOf = ({ programmes = [] }: typeof project) => (programmes[0] as Clip).captions;

it("sets captions of one language in order, and leaves the others", () => {
  const both = setCaptions(setCaptions(project, "phim", "vi", cues), "phim", "km", cues.slice(1));
  expect(captionsOf(both)).toEqual({ vi: [cues[1], cues[0]], km: [cues[1]] });
  expect(both.languages.variants).toContain("km");
  expect([...validateProject(both, "a").diagnostics, ...checkReferences(both, "a")]).toEqual([]);
  expect(captionsOf(setCaptions(both, "phim", "vi", []))).toEqual({ km: [cues[1]] });
  expect(captionsOf(setCaptions(setCaptions(project, "phim", "vi", cues), "phim", "vi", []))).toBeUndefined();
});

it("changes nothing where there is no such clip", () => {
  expect(setCaptions(project, "khác", "vi", cues)).toBe(project);
});
