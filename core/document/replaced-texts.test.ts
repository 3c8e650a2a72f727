import { expect, test } from "vitest";
import { sampleClip } from "../../test/support/sample-clip.ts";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { replacedTexts } from "./replaced-texts.ts";
import type { Overlay } from "./schema/programme.ts";

const title = (id: string, texts: Record<string, string> | undefined): Overlay => ({
  type: "page",
  id,
  at: 0,
  page: "title",
  shapes: ["tall"],
  ...(texts && { texts }),
});
const project = (...overlays: readonly Overlay[]) =>
  sampleProject({
    pages: [
      { id: "title", frames: [textFrame("a", "name"), textFrame("b", "role")] },
      { id: "tall", frames: [textFrame("c", "name")] },
      { id: "poster", frames: [textFrame("d", "date")] },
    ],
    texts: Object.fromEntries(["name", "role", "date", "n1", "n2", "r1"].map((id) => [id, plainText(id)])),
    programmes: [
      sampleClip([{ type: "color", id: "s", duration: 1, fill: { color: { rgb: "#000000" } } }], {
        overlays: [...overlays],
      }),
    ],
  });

test("a sample nobody sees is one that is replaced wherever its pages are shown", () => {
  const both = [title("x", { name: "n1", role: "r1" }), title("y", { name: "n2" })];
  expect([...replacedTexts(project(...both))]).toEqual(["name"]);
  expect([...replacedTexts(project(...both, title("z", undefined)))]).toEqual([]);
  expect([...replacedTexts(project())]).toEqual([]);
});

test("what takes another's place is seen, and so is what stands elsewhere too", () => {
  expect([...replacedTexts(project(title("x", { name: "role", role: "r1" })))]).toEqual(["name"]);
  const poster = { ...project(title("x", { name: "n1" })) };
  const pages = poster.pages.map((page) =>
    page.id === "poster" ? { ...page, frames: [textFrame("d", "name")] } : page,
  );
  expect([...replacedTexts({ ...poster, pages })]).toEqual([]);
});
