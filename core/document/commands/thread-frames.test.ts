import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import { checkReferences } from "../check-references.ts";
import { digestBlocks } from "../text-digest.ts";
import { canLink, linkFrames, threadOf, unlinkFrame } from "./thread-frames.ts";

const project = sampleProject({
  pages: [
    {
      id: "p1",
      frames: [
        textFrame("a", "t1", { next: "b" }),
        textFrame("b"),
        textFrame("c", "t2", { style: "than" }),
        textFrame("d", "t3"),
        textFrame("e", "t4"),
      ],
    },
  ],
  texts: {
    t1: {
      variants: {
        vi: { blocks: [{ runs: ["Một"] }] },
        km: { blocks: [{ runs: ["មួយ"] }], basedOn: digestBlocks([{ runs: ["Một"] }]) },
      },
    },
    t2: plainText("Hai"),
    t3: plainText("Ba"),
    t4: { variants: { vi: { blocks: [{ runs: [] }] } } },
  },
  slots: [{ kind: "text", name: "ba", label: { vi: "Ba", en: "Three" }, text: "t3" }],
});
const ids = (id: string, one = project): readonly string[] => threadOf(one, id).map((frame) => frame.id);

test("text led into a frame that has text of its own takes it in, in every language, and nothing is lost", () => {
  const linked = linkFrames(project, "b", "c");
  expect(ids("c", linked)).toEqual(["a", "b", "c"]);
  const joined = [{ runs: ["Một"] }, { style: "than", runs: ["Hai"] }];
  expect(linked.texts.t1?.variants.vi?.blocks).toEqual(joined);
  expect(linked.texts.t1?.variants.km).toEqual({
    blocks: [{ runs: ["មួយ"] }, { style: "than", runs: ["Hai"] }],
    basedOn: digestBlocks(joined),
  });
  expect(linked.texts).not.toHaveProperty("t2");
  expect(checkReferences(linked, "")).toEqual([]);
});

test("a frame put in between keeps what came after", () => {
  const linked = linkFrames(project, "a", "e");
  expect(ids("a", linked)).toEqual(["a", "e", "b"]);
  expect(linked.texts.t1).toEqual(project.texts.t1);
});

test("nothing is led into itself, into the middle of a thread, or over what a slot fills", () => {
  expect(canLink(project, "a", "a")).toBe(false);
  expect(canLink(project, "b", "a")).toBe(false);
  expect(canLink(project, "c", "b")).toBe(false);
  expect(canLink(project, "a", "d")).toBe(false);
  expect(canLink(project, "d", "c")).toBe(true);
  expect(linkFrames(project, "a", "d")).toBe(project);
});

test("a link taken away leaves the text where it began, and an empty one in the frame after", () => {
  const parted = unlinkFrame(project, "a");
  expect(ids("a", parted)).toEqual(["a"]);
  expect(parted.texts.t1).toBe(project.texts.t1);
  const [alone] = threadOf(parted, "b");
  expect(parted.texts[alone?.text ?? ""]).toEqual({ variants: { vi: { blocks: [{ runs: [] }] } } });
  expect(unlinkFrame(project, "c")).toBe(project);
});

test("however frames are linked and parted, the project stays sound", () => {
  const frame = fc.constantFrom("a", "b", "c", "d", "e");
  fc.assert(
    fc.property(fc.array(fc.tuple(frame, frame, fc.boolean()), { maxLength: 12 }), (steps) => {
      let one = project;
      for (const [from, to, links] of steps) one = links ? linkFrames(one, from, to) : unlinkFrame(one, from);
      expect(checkReferences(one, "")).toEqual([]);
    }),
  );
});
