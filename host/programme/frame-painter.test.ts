import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import type { Clip } from "../../core/document/schema/programme.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { resolveTimeline } from "../../core/programme/timeline.ts";
import { frameColors } from "../../test/support/frame-colors.ts";
import { colorScene, sampleClip } from "../../test/support/sample-clip.ts";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { createMemoryAssets } from "../assets/project-assets.ts";
import { openWorkshop } from "../make/workshop.ts";
import { paintOnSkia } from "../raster/rasterize.ts";
import { createFramePainter, type PainterSources } from "./frame-painter.ts";
import { createStagePages } from "./stage-pages.ts";

const size = { width: 320, height: 180 };
const workshop = openWorkshop();

/** A photograph with an edge in its middle, as a PNG. */
function halves(): Uint8Array {
  const canvas = createCanvas(640, 360);
  const context = canvas.getContext("2d");
  context.fillStyle = "#000000";
  context.fillRect(0, 0, 320, 360);
  context.fillStyle = "#ffffff";
  context.fillRect(320, 0, 320, 360);
  return canvas.toBuffer("image/png");
}

const project = (clip: Clip): Project =>
  sampleProject({
    page: { width: 320, height: 180, bleed: 0, margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    pages: [{ id: "ten", frames: [textFrame("a", "t", { fill: { color: "do" } }), textFrame("b", "t", { y: 60 })] }],
    texts: { t: plainText("Sô Phia"), u: plainText("Y Bhăm Êban") },
    assets: [{ id: "anh", file: "anh.png" }],
    programmes: [clip],
  });

/** Paints frames `from` to `to` and gives the pixels asked for. */
async function paint(clip: Clip, from: number, to: number, wanted: readonly number[], language = "vi") {
  const assets = createMemoryAssets({ anh: halves() });
  const sources: PainterSources = {
    project: project(clip),
    assets,
    workshop,
    report: (diagnostic) => expect.fail(diagnostic.message.en),
    media: { probe: () => expect.fail("there is no film"), paths: () => [] },
  };
  const painter = createFramePainter(resolveTimeline(clip, language, 25), { from, to }, size, "420", sources);
  const frames = new Map<number, Uint8Array>();
  const lumas = new Map<number, Uint8Array>();
  let last: { readonly planes: Uint8Array; readonly colors: Uint8Array } | undefined;
  for (let frame = from; frame < to; frame += 1) {
    const planes = await painter.next();
    // Where the very same bytes come again, nothing has been painted.
    if (planes !== last?.planes) last = { planes, colors: frameColors(planes, { ...size, chroma: "420" }) };
    if (!wanted.includes(frame)) continue;
    frames.set(frame, last.colors);
    lumas.set(frame, planes.slice(0, size.width * size.height));
  }
  await painter.close();
  const colors = (frame: number) => frames.get(frame) ?? new Uint8Array();
  return Object.assign(colors, { luma: (frame: number) => lumas.get(frame) ?? new Uint8Array() });
}

const pixel = (pixels: Uint8Array, x: number, y: number): readonly number[] => [
  ...pixels.subarray((y * size.width + x) * 4, (y * size.width + x) * 4 + 3),
];

/** Colours and those found differ by what planes of bytes take. */
const expectColors = (found: readonly (readonly number[])[], expected: readonly (readonly number[])[]): void => {
  const apart = found.flatMap((one, index) => one.map((part, at) => Math.abs(part - (expected[index]?.[at] ?? 0))));
  expect(found.length).toBe(expected.length);
  expect(Math.max(...apart)).toBeLessThanOrEqual(2);
};

test("a dissolve mixes what was with what comes, and frames in which nothing happens are the very same bytes", async () => {
  const clip = sampleClip([
    colorScene("a", 1, "#ff0000"),
    colorScene("b", 1, "#0000ff", { enter: { kind: "dissolve", duration: 0.12 } }),
  ]);
  const at = await paint(clip, 0, 50, [0, 24, 26, 40, 49]);
  expect(at(24)).toBe(at(0));
  expect(at(49)).toBe(at(40));
  expectColors([pixel(at(0), 5, 5)], [[255, 0, 0]]);
  const [red = 0, , blue = 0] = pixel(at(26), 5, 5);
  expect([red, blue].map((part) => Math.abs(part - 127.5) < 2)).toEqual([true, true]);
  expectColors([pixel(at(49), 160, 90)], [[0, 0, 255]]);
});

test("a wipe and a push show each scene on its side of the edge", async () => {
  const enter = { kind: "wipe", duration: 0.2, towards: "right" } as const;
  const wiped = await paint(
    sampleClip([colorScene("a", 1, "#ff0000"), colorScene("b", 1, "#0000ff", { enter })]),
    25,
    28,
    [27],
  );
  expectColors(
    [pixel(wiped(27), 10, 90), pixel(wiped(27), 310, 90)],
    [
      [0, 0, 255],
      [255, 0, 0],
    ],
  );
  const push = { kind: "push", duration: 0.2, towards: "up" } as const;
  const pushed = await paint(
    sampleClip([colorScene("a", 1, "#ff0000"), colorScene("b", 1, "#0000ff", { enter: push })]),
    25,
    28,
    [27],
  );
  expectColors(
    [pixel(pushed(27), 10, 10), pixel(pushed(27), 10, 170)],
    [
      [255, 0, 0],
      [0, 0, 255],
    ],
  );
});

test("a slow pan goes on by parts of a pixel in every frame", async () => {
  const motion = { from: { x: 0.48, y: 0.5, zoom: 1.5 }, to: { x: 0.52, y: 0.5, zoom: 1.5 }, ease: "linear" } as const;
  const clip = sampleClip([{ type: "image", id: "a", duration: 4, asset: "anh", motion }]);
  const all = Array.from({ length: 100 }, (_, frame) => frame);
  const at = await paint(clip, 0, 100, all);
  /** Where the edge is, to parts of a pixel: how much black there is in the row. */
  const edges = all.map((frame) => {
    let black = 0;
    for (let x = 0; x < size.width; x += 1) black += 1 - (pixel(at(frame), x, 90)[0] ?? 0) / 255;
    return black;
  });
  const steps = edges.slice(1).map((edge, index) => (edges[index] ?? 0) - edge);
  const even = ((edges[0] ?? 0) - (edges.at(-1) ?? 0)) / 99;
  expect(even).toBeCloseTo((0.04 * 480) / 99, 2);
  expect(Math.max(...steps.map((step) => Math.abs(step - even)))).toBeLessThan(0.03);
});

test("a title shows the words put in the place of its page's own, and nothing before and after its time", async () => {
  const overlays: Clip["overlays"] = [
    {
      type: "page",
      id: "o",
      at: 0.4,
      duration: 1,
      page: "ten",
      texts: { t: "u" },
      enter: { kind: "fade", duration: 0.2 },
    },
  ];
  const plain = await paint(sampleClip([colorScene("a", 2, "#ffffff")]), 0, 1, [0]);
  const clip = sampleClip([colorScene("a", 2, "#ffffff")], { overlays });
  const at = await paint(clip, 0, 50, [9, 10, 20, 34, 35]);
  expect([at(9), at(35)]).toEqual([plain(0), plain(0)]);
  expect(at(34)).toBe(at(20));
  expect(at(20)).not.toEqual(plain(0));
  expect(at(10)).not.toEqual(at(20));
  const own = await paint({ ...clip, overlays: clip.overlays.map(({ texts: _texts, ...rest }) => rest) }, 20, 21, [20]);
  expect(own(20)).not.toEqual(at(20));
});

const sentences = {
  km: "ដើម្បីការពារជំងឺគ្រុនឈាម",
  lo: "ປ້ອງກັນພະຍາດໄຂ້ຍຸງລາຍ",
  blt: "ꪹꪭꪙ ꪎꪱꪫ ꪶꪔ ꪼꪕ",
  cjm: "ꨀꨇꩉ ꨌꩌ",
  jra: "Ƀing gơñu ngă hơdră pơgang drơi jan",
};

test.each(Object.entries(sentences))("captions in %s are what the print painter paints", async (language, words) => {
  const clip = sampleClip([colorScene("a", 1, "#336699")], {
    captions: { [language]: [{ from: 0, to: 1, text: words }] },
  });
  const at = await paint(clip, 0, 1, [0], language);
  const assets = createMemoryAssets();
  const sources = { project: project(clip), assets, workshop, report: () => undefined };
  const timeline = resolveTimeline(clip, language, 25);
  const [cue] = timeline.cues;
  const page = cue && createStagePages(sources, timeline, size).captionOf(cue)?.page;
  if (!page) throw new Error("the caption has no page");
  const fill = {
    kind: "path",
    fill: { kind: "solid", color: { rgb: [0.2, 0.4, 0.6], cmyk: [0, 0, 0, 0], alpha: 1 } },
  } as const;
  const backed = {
    ...page,
    items: [
      {
        ...fill,
        path: [
          ["M", 0, 0],
          ["L", page.width, 0],
          ["L", page.width, page.height],
          ["L", 0, page.height],
          ["Z"],
        ] as const,
      },
      ...page.items,
    ],
  };
  const printed = await paintOnSkia(
    backed,
    { ppi: (size.width / page.width) * 72, format: "png" },
    { fonts: workshop.fonts, assets },
  );
  const expected = printed.getContext("2d").getImageData(0, 0, size.width, size.height).data;
  const luma = at.luma(0);
  let different = 0;
  let bright = 0;
  for (const [index, found] of luma.entries()) {
    const [r = 0, g = 0, b = 0] = expected.subarray(index * 4, index * 4 + 3);
    const wanted = 16 + (219 * (0.2126 * r + 0.7152 * g + 0.0722 * b)) / 255;
    // Laying a half-transparent picture over another rounds twice.
    if (Math.abs(wanted - found) > 2) different += 1;
    if (found > 130) bright += 1;
  }
  expect(different).toBe(0);
  expect(bright).toBeGreaterThan(60);
});
