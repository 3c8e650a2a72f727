import { describe, expect, test } from "vitest";
import { sampleProject, textFrame } from "../../test/support/sample-project.ts";
import type { Page } from "../document/schema/project.ts";
import { addedPageInstance, folios, masterFrames, pageInstance } from "./page-instances.ts";

const project = sampleProject();
const numbered = (...numberings: readonly Page["numbering"][]) =>
  folios(
    numberings.map((numbering, index) =>
      pageInstance(project, { id: `p${index}`, frames: [], ...(numbering && { numbering }) }),
    ),
  );

describe("folios", () => {
  test("count from 1 where nothing is said", () => {
    expect(numbered(undefined, undefined, undefined)).toEqual(["1", "2", "3"]);
  });

  test("a preface in Roman numerals, then the body from 1", () => {
    const pages = numbered({ style: "i" }, undefined, undefined, undefined, { start: 1, style: "1" }, undefined);
    expect(pages).toEqual(["i", "ii", "iii", "iv", "1", "2"]);
  });

  test("pages without a number are counted all the same", () => {
    expect(numbered({ style: "none" }, undefined, { style: "1" }, undefined)).toEqual(["", "", "3", "4"]);
  });

  test("an added page goes on counting and does not start anew", () => {
    const first = pageInstance(project, { id: "p", frames: [], numbering: { start: 7, style: "i" } });
    const added = addedPageInstance(project, first, "m", 1);
    expect(folios([first, added, addedPageInstance(project, added, "m", 2)])).toEqual(["vii", "viii", "ix"]);
  });
});

describe("masters", () => {
  const master = (id: string, basedOn?: string) => ({
    id,
    name: { vi: id, en: id },
    frames: [textFrame(`frame-${id}`)],
    ...(basedOn !== undefined && { basedOn }),
  });
  const ids = (masters: readonly ReturnType<typeof master>[], id: string | undefined) =>
    masterFrames(sampleProject({ masters: [...masters] }), id).map((frame) => frame.id);

  test("frames of a base lie below those of what is based on it", () => {
    const masters = [master("c", "b"), master("a"), master("b", "a")];
    expect(ids(masters, "c")).toEqual(["frame-a", "frame-b", "frame-c"]);
  });

  test("a circle, a gap and no master end the walk", () => {
    expect(ids([master("a", "b"), master("b", "a")], "a")).toEqual(["frame-b", "frame-a"]);
    expect(ids([master("a", "gone")], "a")).toEqual(["frame-a"]);
    expect(ids([master("a")], undefined)).toEqual([]);
  });
});

test("an added page has the size of the page it follows and only the frames of its master", () => {
  const masters = [{ id: "next", name: { vi: "", en: "" }, frames: [textFrame("on", undefined, { continues: true })] }];
  const wide = pageInstance(sampleProject({ masters }), {
    id: "wide",
    size: { width: 297, height: 210 },
    frames: [textFrame("own", "words")],
  });
  const added = addedPageInstance(sampleProject({ masters }), wide, "next", 3);
  expect(added).toMatchObject({ key: "wide+3", added: true, width: 297, height: 210, page: { frames: [] } });
  expect(added.masterFrames.map((frame) => frame.id)).toEqual(["on"]);
});
