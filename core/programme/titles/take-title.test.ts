import { describe, expect, it } from "vitest";
import { colorScene, sampleClip } from "../../../test/support/sample-clip.ts";
import { imageFrame, plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import { DiagnosticError } from "../../diagnostics/diagnostic.ts";
import { checkReferences } from "../../document/check-references.ts";
import type { Clip } from "../../document/schema/programme.ts";
import { Project } from "../../document/schema/project.ts";
import { takeTitle, type WantedTitle } from "./take-title.ts";
import { titlesOf } from "./title-package.ts";

const label = (vi: string) => ({ vi, en: vi });
const styled = (...lines: readonly (readonly [style: string, text: string])[]) => ({
  variants: { vi: { blocks: lines.map(([style, text]) => ({ style, runs: text === "" ? [] : [text] })) } },
});

/** A package of a lower third in two shapes, credits and a logo. */
const titles: Project = sampleProject({
  id: "bo",
  paragraphStyles: ["bo.ten", "bo.vai", "bo.cuoi"].map((id) => ({ id, name: label(id) })),
  swatches: [{ id: "bo.do", name: label("Đỏ"), rgb: "#c8102e" }],
  pages: [
    { id: "bo.ten", frames: [textFrame("bo.ten.1", "bo.ten.name", { style: "bo.ten", fill: { color: "bo.do" } })] },
    { id: "bo.ten.tall", size: { width: 90, height: 160 }, frames: [textFrame("bo.ten.2", "bo.ten.name")] },
    { id: "bo.ekip", frames: [textFrame("bo.ekip.1", "bo.ekip.names")] },
    { id: "bo.logo", frames: [imageFrame("bo.logo.1")] },
  ],
  texts: {
    "bo.ten.name": { variants: { ...styled(["bo.ten", "Họ tên"]).variants, en: { blocks: [{ runs: ["Name"] }] } } },
    "bo.ekip.names": styled(["bo.vai", "Biên tập"], ["bo.ten", "A"], ["bo.cuoi", ""], ["bo.cuoi", "Đơn vị"]),
  },
  slots: [
    { kind: "text", name: "ten.name", label: label("Họ tên"), text: "bo.ten.name", required: true },
    { kind: "text", name: "ekip.names", label: label("Ê-kíp"), text: "bo.ekip.names", multiline: true },
    { kind: "image", name: "logo.picture", label: label("Biểu trưng"), frames: ["bo.logo.1"] },
  ],
  programmes: [
    sampleClip([colorScene("s", 5, "#000000")], {
      overlays: [
        {
          type: "page",
          id: "ten",
          scene: "s",
          at: 0,
          duration: 5,
          page: "bo.ten",
          shapes: ["bo.ten.tall"],
          enter: { kind: "fade", duration: 0.5 },
        },
        { type: "credits", id: "ekip", at: 0, duration: 5, page: "bo.ekip", text: "bo.ekip.names", style: "roll" },
        { type: "page", id: "logo", scene: "s", at: 0, page: "bo.logo" },
      ],
    }),
  ],
});

const project: Project = sampleProject({
  kind: "project",
  texts: { ten: plainText("Xã Ia Dơk") },
  programmes: [sampleClip([colorScene("a", 10, "#000000")])],
});

const take = (into: Project, wanted: Partial<WantedTitle>) =>
  takeTitle(into, titles, { programme: "phim", title: "ten", values: {}, at: 1, ...wanted });
const overlaysOf = ({ programmes }: Project): Clip["overlays"] =>
  (programmes ?? []).flatMap((one) => (one.kind === "clip" ? one.overlays : []));

describe("a title of a package", () => {
  it("is an overlay with words of its own, and comes with the pages, styles and colours it needs", () => {
    const values = { vi: { name: "Rơ Châm H’Bia" }, km: { name: "ម៉ៅ សុផានីតា" } };
    const { project: after, overlay, diagnostics } = take(project, { values, scene: "a" });
    expect(diagnostics).toEqual([]);
    expect(Project.parse(after)).toEqual(after);
    expect(checkReferences(after, "")).toEqual([]);
    expect(overlaysOf(after)).toEqual([
      expect.objectContaining({
        id: overlay,
        scene: "a",
        at: 1,
        duration: 5,
        page: "bo.ten",
        shapes: ["bo.ten.tall"],
        texts: { "bo.ten.name": "ten.name" },
      }),
    ]);
    expect(after.texts["ten.name"]?.variants).toEqual({
      vi: { blocks: [{ style: "bo.ten", runs: ["Rơ Châm H’Bia"] }] },
      km: { blocks: [{ style: "bo.ten", runs: ["ម៉ៅ សុផានីតា"] }] },
    });
    expect(after.pages.map(({ id }) => id)).toEqual(["p1", "bo.ten", "bo.ten.tall"]);
    expect(after.texts.ten).toBe(project.texts.ten);
  });

  it("taken again shares its pages and leaves what people changed in them", () => {
    const once = take(project, { values: { vi: { name: "A" } } }).project;
    const [page] = once.pages.filter(({ id }) => id === "bo.ten");
    const changed = {
      ...once,
      swatches: once.swatches.map((one) => ({ ...one, rgb: "#000000" })),
      pages: once.pages.map((one) => (one === page ? { ...one, frames: [] } : one)),
    };
    const { project: twice, overlay } = take(changed, { values: { vi: { name: "B" } } });
    expect(overlay).toBe("ten-2");
    expect(twice.pages).toEqual(changed.pages);
    expect(twice.swatches).toEqual(changed.swatches);
    const said = overlaysOf(twice).map(({ texts }) => twice.texts[texts?.["bo.ten.name"] ?? ""]?.variants.vi?.blocks);
    expect(said).toEqual([[{ style: "bo.ten", runs: ["A"] }], [{ style: "bo.ten", runs: ["B"] }]]);
    expect(checkReferences(twice, "")).toEqual([]);
  });

  it("sets credits by what their lines are", () => {
    const names = "Quay phim: Siu Hơ Mi\nDựng phim: Kpă Thuyên\n\nhttps://xa.gov.vn\nXã Ia Dơk";
    const { project: after } = take(project, { title: "ekip", values: { vi: { names } } });
    const [overlay] = overlaysOf(after);
    expect(after.texts[overlay?.texts?.["bo.ekip.names"] ?? ""]?.variants.vi?.blocks).toEqual([
      { style: "bo.vai", runs: ["Quay phim"] },
      { style: "bo.ten", runs: ["Siu Hơ Mi"] },
      { style: "bo.vai", runs: ["Dựng phim"] },
      { style: "bo.ten", runs: ["Kpă Thuyên"] },
      { style: "bo.cuoi", runs: [] },
      { style: "bo.cuoi", runs: ["https://xa.gov.vn"] },
      { style: "bo.cuoi", runs: ["Xã Ia Dơk"] },
    ]);
  });

  it("with a picture put into it has pages of its own, each use another", () => {
    const withPictures = { ...project, assets: ["x", "y"].map((id) => ({ id, file: `${id}.png` })) };
    const put = (into: Project, asset: string) =>
      take(into, { title: "logo", values: { vi: { picture: { asset } } } }).project;
    const after = put(put(withPictures, "x"), "y");
    expect(checkReferences(after, "")).toEqual([]);
    const shown = overlaysOf(after).map(({ page }) => after.pages.find(({ id }) => id === page)?.frames[0]);
    expect(shown).toMatchObject([{ asset: "x" }, { asset: "y" }]);
    expect(overlaysOf(after).every(({ duration }) => duration === undefined)).toBe(true);
  });

  it("that is not there, and words for a slot it does not have, are told", () => {
    expect(() => take(project, { title: "tem" })).toThrow(DiagnosticError);
    const { diagnostics } = take(project, { values: { vi: { nane: "A" } } });
    expect(diagnostics.map(({ code }) => code)).toEqual(["titles.unknown-slot", "merge.slot-not-set"]);
  });

  it("is listed with the slots it has and the shapes it is made for", () => {
    expect(titlesOf(titles).map(({ id, slots, pages }) => [id, slots.map(({ name }) => name), pages.length])).toEqual([
      ["ten", ["name"], 2],
      ["ekip", ["names"], 1],
      ["logo", ["picture"], 1],
    ]);
  });
});
