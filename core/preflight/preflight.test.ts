import { expect, test } from "vitest";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import { colorScene, sampleClip } from "../../test/support/sample-clip.ts";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { Project } from "../document/schema/project.ts";
import { digestBlocks } from "../document/text-digest.ts";
import type { Asset } from "../layout/asset-source.ts";
import { layoutDocument } from "../layout/layout-document.ts";
import { encodeLegacyText } from "../script/legacy/legacy-encoding.ts";
import { createTextEngine } from "../text/text-engine.ts";
import { checkTexts } from "./check-texts.ts";
import { preflight } from "./preflight.ts";

const fonts = openFontLibrary();
const engine = createTextEngine(fonts);
const photo: Asset = { id: "photo", kind: "png", bytes: new Uint8Array(), width: 600, height: 400, orientation: 1 };
const assets = { asset: (id: string) => (id === "photo" ? photo : undefined) };

const text = (words: string) => ({ blocks: [{ runs: [words] }] });

function diagnose(frames: readonly unknown[], texts: Record<string, unknown>, language = "vi", source = "vi") {
  const project = Project.parse({
    format: "xuongtin.project",
    version: 1,
    id: "sample",
    kind: "project",
    title: { vi: "Mẫu" },
    product: "page",
    languages: { source, variants: [...new Set([source, language])] },
    page: { width: 100, height: 100, bleed: 0, margins: { top: 5, right: 5, bottom: 5, left: 5 } },
    swatches: [],
    paragraphStyles: [],
    characterStyles: [],
    masters: [],
    pages: [{ id: "page", frames }],
    texts,
    assets: JSON.stringify(frames).includes("photo") ? [{ id: "photo", file: "photo.png" }] : [],
    slots: [],
  });
  const placed = layoutDocument(project, { language, engine, assets });
  return preflight(project, placed, { fonts, assets, colour: "rgb" });
}

const codes = (...input: Parameters<typeof diagnose>) => diagnose(...input).map((one) => one.code);

const frame = (id: string, more: Record<string, unknown> = {}) => ({
  type: "text",
  id,
  x: 10,
  y: 10,
  width: 80,
  height: 30,
  text: id,
  ...more,
});

test("a sound page has nothing to report", () => {
  const sound = { title: { variants: { vi: text("Thông báo lịch tiêm chủng tháng 9") } } };
  expect(codes([frame("title")], sound)).toEqual([]);
});

test("a picture's resolution is that of its printed size, whatever was cut away", () => {
  const image = { type: "image", id: "cover", x: 0, y: 0, width: 100, height: 100, asset: "photo", fit: "cover" };
  const [low, ...more] = diagnose([image], {});
  expect(more).toEqual([]);
  // 400 pixels stand on 100 mm: 400 / (100 / 25.4) = 101.6.
  expect(low).toMatchObject({ code: "image.low-resolution", target: { page: 1, frame: "cover", asset: "photo" } });
  expect(low?.message.en).toContain("101 ppi");
  expect(codes([{ ...image, width: 45, height: 45 }], {})).toEqual([]);
});

test("text near the trim is reported with its distance, also when turned", () => {
  const words = { near: { variants: { vi: text("Sát mép") } } };
  const [found] = diagnose([frame("near", { x: 1 })], words);
  expect(found).toMatchObject({ code: "text.outside-safe-area", target: { page: 1, frame: "near" } });
  expect(Number(/is (-?[\d.]+) mm/.exec(found?.message.en ?? "")?.[1])).toBeCloseTo(1, 0);
  expect(codes([frame("near", { x: -30, y: 40, width: 80, height: 20, rotation: -90 })], words)).toContain(
    "text.outside-safe-area",
  );
});

test("languages are told apart: unknown, not verified, verified", () => {
  const words = { title: { variants: { sed: text("Kon Tum"), "xx-Latn": text("Kon Tum"), km: text("កម្ពុជា") } } };
  expect(codes([frame("title")], words, "sed", "sed")).toEqual(["language.unverified"]);
  expect(codes([frame("title")], words, "xx-Latn", "xx-Latn")).toEqual(["language.unknown"]);
  expect(codes([frame("title")], words, "km", "km")).toEqual([]);
});

test("a Khmer vowel typed in two pieces is reported once with its repair", () => {
  const [found, ...more] = diagnose([frame("title")], { title: { variants: { km: text("ដេីរលេងដេីរ") } } }, "km", "km");
  expect(more).toEqual([]);
  expect(found?.code).toBe("text.suspicious-spelling");
  expect(found?.message.en).toContain("2 times");
  expect(found?.hints[0]?.en).toContain("ដើ");
});

test("text pasted from an old encoding is recognised and shown as it would read", () => {
  const typed = encodeLegacyText(
    "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền",
    "tcvn3",
  ).text;
  const [found] = diagnose([frame("title")], { title: { variants: { vi: text(typed) } } });
  expect(found?.code).toBe("text.legacy-encoding");
  expect(found?.message.en).toContain("Tất cả mọi người");
});

test("half a character is an error, for its other half is lost", () => {
  const found = diagnose([frame("title")], { title: { variants: { vi: text("Chữ \ud800 hỏng") } } });
  expect(found.find((one) => one.code === "text.broken-characters")?.severity).toBe("error");
});

test("a translation is stale once its source has changed", () => {
  const source = text("Bản mới");
  const translated = (basedOn: string) => ({ title: { variants: { vi: source, en: { ...text("Old"), basedOn } } } });
  expect(codes([frame("title")], translated("0"), "en")).toEqual(["text.stale-translation"]);
  expect(codes([frame("title")], translated(digestBlocks(source.blocks)), "en")).toEqual([]);
});

test("two texts that share their words are told apart", () => {
  const shared = plainText("Chữ \ud800 hỏng");
  const found = checkTexts(sampleProject({ texts: { mot: shared, hai: shared } }), "vi");
  expect(found.map((one) => one.target.text)).toEqual(["mot", "hai"]);
});

test("of samples that every title replaces nothing is said, of those one title shows it is", () => {
  const page = { id: "title", frames: [textFrame("a", "sample", { width: 80 })] };
  const title = (id: string, texts?: Record<string, string>) =>
    ({ type: "page", id, at: 0, page: "title", ...(texts && { texts }) }) as const;
  const codesOf = (...overlays: readonly ReturnType<typeof title>[]): readonly string[] => {
    const project = sampleProject({
      pages: [page],
      texts: {
        sample: plainText("Rơ Châm H’Bia"),
        own: { variants: { vi: text("Y Moan"), km: text("សុខ ភា") } },
      },
      programmes: [sampleClip([colorScene("s", 5, "#000000")], { overlays: [...overlays] })],
    });
    const placed = layoutDocument(project, { language: "km", engine, assets });
    return preflight(project, placed, { fonts, assets, colour: "rgb" }).map(({ code }) => code);
  };
  const untranslated = codesOf(title("x")).filter((code) => !codesOf(title("x", { sample: "own" })).includes(code));
  expect(untranslated).toEqual(["text.missing-translation"]);
  expect(codesOf(title("x", { sample: "own" }), title("y"))).toContain("text.missing-translation");
});
