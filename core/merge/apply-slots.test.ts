import { describe, expect, it } from "vitest";
import { imageFrame, plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { checkReferences } from "../document/check-references.ts";
import type { Frame } from "../document/schema/frames.ts";
import { Project } from "../document/schema/project.ts";
import type { Text } from "../document/schema/text.ts";
import { applySlots } from "./apply-slots.ts";
import { slotUses } from "./slot-uses.ts";

const label = (vi: string) => ({ vi, en: vi });
const qr = (id: string): Frame => ({ type: "qr", id, x: 0, y: 0, width: 20, height: 20, data: { slot: "ma" } });

/** An invitation: a name, an address of several lines, a greeting with slots inside, a portrait, a code. */
const invitation: Project = sampleProject({
  masters: [{ id: "mau", name: label("Mẫu"), frames: [textFrame("chan-trang", "loi-chao")] }],
  pages: [
    {
      id: "p1",
      frames: [
        textFrame("khung-ten", "ten"),
        textFrame("khung-dia-chi", "dia-chi", { next: "khung-tiep" }),
        textFrame("khung-tiep"),
        imageFrame("khung-anh", "mac-dinh"),
        {
          type: "group",
          id: "nhom",
          x: 0,
          y: 0,
          width: 50,
          height: 50,
          frames: [textFrame("khung-co-dinh", "co-dinh"), qr("khung-ma")],
        },
      ],
    },
    { id: "p2", frames: [textFrame("khung-sau", "co-dinh")] },
  ],
  texts: {
    ten: {
      variants: {
        vi: {
          blocks: [{ style: "than", runs: [{ text: "Họ tên", style: "dam", format: { size: 14 } }, " phụ"] }],
          basedOn: "00",
        },
        km: { blocks: [{ runs: ["ឈ្មោះ"] }] },
      },
    },
    "dia-chi": {
      variants: {
        vi: {
          blocks: [
            { style: "than", runs: ["Thôn"] },
            { format: { paragraph: { align: "end" } }, runs: [{ text: "Xã", style: "dam" }] },
          ],
        },
      },
    },
    "loi-chao": {
      variants: {
        vi: {
          blocks: [
            { runs: ["Kính mời ông/bà ", { slot: "ten", style: "dam" }, " lúc ", { slot: "gio" }] },
            { runs: ["Trân trọng."] },
          ],
        },
      },
    },
    "co-dinh": plainText("Ủy ban nhân dân xã Ia Dơk"),
  },
  assets: [{ id: "mac-dinh", file: "anh.png" }],
  slots: [
    { kind: "text", name: "ten", label: label("Họ tên"), text: "ten", required: true },
    { kind: "text", name: "dia_chi", label: label("Địa chỉ"), text: "dia-chi", multiline: true },
    { kind: "text", name: "gio", label: label("Giờ"), sample: "08:00" },
    { kind: "text", name: "ma", label: label("Mã") },
    { kind: "image", name: "anh", label: label("Ảnh"), frames: ["khung-anh"] },
  ],
});

const blocksOf = (text: Text | undefined, language = "vi") => text?.variants[language]?.blocks;

describe("texts", () => {
  it("take the value in the look of what was there", () => {
    const { project, diagnostics } = applySlots(invitation, { ten: "Rơ Châm H'Bia" }, "vi");
    expect(diagnostics).toEqual([]);
    expect(project.texts.ten?.variants).toEqual({
      vi: { blocks: [{ style: "than", runs: [{ text: "Rơ Châm H'Bia", style: "dam", format: { size: 14 } }] }] },
      km: invitation.texts.ten?.variants.km,
    });
  });

  it("of several lines become paragraphs, each in the style of its place", () => {
    const { project } = applySlots(invitation, { ten: "A", dia_chi: "Làng Mook Đen\r\nXã Ia Dơk\nHuyện Đức Cơ" }, "vi");
    expect(blocksOf(project.texts["dia-chi"])).toEqual([
      { style: "than", runs: ["Làng Mook Đen"] },
      { format: { paragraph: { align: "end" } }, runs: [{ text: "Xã Ia Dơk", style: "dam" }] },
      { format: { paragraph: { align: "end" } }, runs: [{ text: "Huyện Đức Cơ", style: "dam" }] },
    ]);
  });

  it("of one line stay one line", () => {
    const { project } = applySlots(invitation, { ten: "Rơ Châm\n H'Bia" }, "vi");
    expect(blocksOf(project.texts.ten)?.[0]).toMatchObject({ runs: [{ text: "Rơ Châm H'Bia" }] });
  });

  it("made for a language that has no variant yet look like the source's", () => {
    const { project } = applySlots(invitation, { ten: "ឈ្មោះ", dia_chi: "ភូមិ" }, "km");
    expect(blocksOf(project.texts["dia-chi"], "km")).toEqual([{ style: "than", runs: ["ភូមិ"] }]);
    expect(blocksOf(project.texts["dia-chi"])).toBe(blocksOf(invitation.texts["dia-chi"]));
    // The greeting is shown in Vietnamese to Khmer readers until it is translated, so that is what is filled.
    expect(blocksOf(project.texts["loi-chao"])?.[0]).toMatchObject({
      runs: ["Kính mời ông/bà ", { text: "ឈ្មោះ" }, " lúc ", { slot: "gio" }],
    });
  });

  it("of slots and signs alone are filled for the language asked for", () => {
    const numbered = { ...invitation.texts, so: { variants: { vi: { blocks: [{ runs: ["№ ", { slot: "ma" }] }] } } } };
    const { project } = applySlots(sampleProject({ ...invitation, texts: numbered }), { ten: "A", ma: "៧" }, "km");
    expect(blocksOf(project.texts.so, "km")).toEqual([{ runs: ["№ ", "៧"] }]);
    expect(blocksOf(project.texts.so)).toBe(numbered.so.variants.vi.blocks);
  });

  it("with slots inside are filled in their style, and keep the slot where there is no value", () => {
    const { project } = applySlots(invitation, { ten: "Y Blơ" }, "vi");
    expect(blocksOf(project.texts["loi-chao"])).toEqual([
      { runs: ["Kính mời ông/bà ", { text: "Y Blơ", style: "dam" }, " lúc ", { slot: "gio" }] },
      { runs: ["Trân trọng."] },
    ]);
    const filled = applySlots(invitation, { ten: "Y Blơ", gio: "" }, "vi").project;
    expect(blocksOf(filled.texts["loi-chao"])?.[0]).toEqual({
      runs: ["Kính mời ông/bà ", { text: "Y Blơ", style: "dam" }, " lúc ", ""],
    });
  });

  it("are composed and clean", () => {
    const { project } = applySlots(invitation, { ten: "Nguyê\u0303n\u0007" }, "vi");
    expect(blocksOf(project.texts.ten)?.[0]).toMatchObject({ runs: [{ text: "Nguyễn" }] });
  });
});

describe("pictures and codes", () => {
  it("take their value, inside groups too", () => {
    const { project } = applySlots(
      invitation,
      { ten: "A", anh: { asset: "chan-dung" }, ma: "https://gialai.gov.vn/1" },
      "vi",
    );
    const [, , , portrait, group] = project.pages[0]?.frames ?? [];
    expect(portrait).toMatchObject({ id: "khung-anh", asset: "chan-dung" });
    expect(group).toMatchObject({
      frames: [{ id: "khung-co-dinh" }, { id: "khung-ma", data: "https://gialai.gov.vn/1" }],
    });
  });

  it("are emptied by an empty value", () => {
    const frame = applySlots(invitation, { ten: "A", anh: "" }, "vi").project.pages[0]?.frames[3];
    expect(frame).toMatchObject({ id: "khung-anh" });
    expect(frame).not.toHaveProperty("asset");
  });

  it("replace a picture meant for the language", () => {
    const own = { ...imageFrame("khung-anh", "mac-dinh"), variants: { km: "b", vi: "c" } } as Frame;
    const project = sampleProject({ ...invitation, pages: [{ id: "p1", frames: [own] }] });
    const [frame] = applySlots(project, { ten: "A", anh: { asset: "moi" } }, "vi").project.pages[0]?.frames ?? [];
    expect(frame).toMatchObject({ asset: "moi", variants: { km: "b" } });
  });
});

describe("what no value touches", () => {
  const full = { ten: "Y Blơ", dia_chi: "a\nb", gio: "7h", ma: "x", anh: { asset: "chan-dung" } };

  it("stays the same object", () => {
    const { project } = applySlots(invitation, full, "vi");
    for (const key of ["swatches", "paragraphStyles", "characterStyles", "assets", "slots", "masters"] as const) {
      expect(project[key]).toBe(invitation[key]);
    }
    expect(project.pages[1]).toBe(invitation.pages[1]);
    expect(project.texts["co-dinh"]).toBe(invitation.texts["co-dinh"]);
    expect(blocksOf(project.texts["loi-chao"])?.[1]).toBe(blocksOf(invitation.texts["loi-chao"])?.[1]);
    const changed = project.pages[0]?.frames.map((frame, index) => frame !== invitation.pages[0]?.frames[index]);
    expect(changed).toEqual([false, false, false, true, true]);
  });

  it("stays the same project where there are no values, and the same pages where only text changes", () => {
    expect(applySlots(invitation, {}, "vi").project).toBe(invitation);
    expect(applySlots(invitation, { ten: "A" }, "vi").project.pages).toBe(invitation.pages);
  });

  it("gives the same objects for the same values", () => {
    const first = applySlots(invitation, full, "vi").project;
    const second = applySlots(invitation, { ...full, gio: "8h" }, "vi").project;
    expect(second.texts.ten).toBe(first.texts.ten);
    expect(second.pages[0]?.frames[3]).toBe(first.pages[0]?.frames[3]);
    expect(second.texts["loi-chao"]).not.toBe(first.texts["loi-chao"]);
  });

  it("leaves the template as it was, and the result is a sound project", () => {
    const before = structuredClone(invitation);
    const { project } = applySlots(invitation, { ...full, anh: { asset: "mac-dinh" } }, "vi");
    expect(invitation).toEqual(before);
    expect(Project.parse(project)).toEqual(project);
    expect(checkReferences(project, "a")).toEqual([]);
  });
});

describe("problems", () => {
  const problemsOf = (values: Parameters<typeof applySlots>[1]) =>
    applySlots(invitation, values, "vi").diagnostics.map((one) => `${one.code} ${one.target.slot}`);

  it("offers the slot that was meant", () => {
    const [problem] = applySlots(invitation, { ten: "A", dia_chỉ: "B" }, "vi").diagnostics;
    expect(problem?.hints[0]?.vi).toBe("Có phải ý bạn là “dia_chi”?");
  });

  it.each([
    [{}, ["merge.slot-not-set ten"]],
    [{ ten: "  " }, ["merge.required-empty ten"]],
    [{ ten: "A", anh: "anh.jpg" }, ["merge.wants-image anh"]],
    [{ ten: "A", gio: { asset: "x" } }, ["merge.wants-text gio"]],
    [{ ten: "A", ma: "x".repeat(2001) }, ["merge.qr-too-long ma"]],
    [{ ten: "A", constructor: "x" } as Record<string, string>, ["merge.unknown-slot constructor"]],
  ])("%j", (values, codes) => {
    expect(problemsOf(values)).toEqual(codes);
  });
});

it("tells what each slot touches, threads and groups included", () => {
  const uses = slotUses(invitation);
  expect(uses.get("ten")).toEqual({
    texts: ["loi-chao", "ten"],
    replacedFrames: [],
    frames: ["chan-trang", "khung-ten"],
  });
  expect(uses.get("dia_chi")?.frames).toEqual(["khung-dia-chi", "khung-tiep"]);
  expect(uses.get("gio")).toEqual({ texts: ["loi-chao"], replacedFrames: [], frames: ["chan-trang"] });
  expect(uses.get("ma")).toEqual({ texts: [], replacedFrames: ["khung-ma"], frames: ["khung-ma"] });
  expect(uses.get("anh")).toEqual({ texts: [], replacedFrames: ["khung-anh"], frames: ["khung-anh"] });
});
