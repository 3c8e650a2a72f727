import { expect, test } from "vitest";
import { resolveTimeline } from "../../core/programme/timeline.ts";
import { colorScene, sampleClip } from "../../test/support/sample-clip.ts";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { createMemoryAssets } from "../assets/project-assets.ts";
import { openWorkshop } from "../make/workshop.ts";
import { checkClip } from "./check-clip.ts";

test("a page for another shape than is rendered stops nothing", () => {
  const clip = sampleClip([colorScene("a", 2, "#0a7d4b")], {
    overlays: [{ type: "page", id: "tit", at: 0, page: "wide", shapes: ["tall"] }],
  });
  const project = sampleProject({
    page: { width: 160, height: 90, bleed: 0, margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    pages: [
      { id: "wide", frames: [textFrame("w", "t")] },
      { id: "tall", size: { width: 90, height: 160 }, frames: [textFrame("h", "t", { width: 12, height: 6 })] },
    ],
    texts: { t: plainText("Diệt lăng quăng, phòng sốt xuất huyết") },
    programmes: [clip],
  });
  const sources = { project, assets: createMemoryAssets(), workshop: openWorkshop(), report: () => undefined };
  const pagesWithTrouble = (...pictures: Parameters<typeof checkClip>[2][]) =>
    checkClip(resolveTimeline(clip, "vi", 25), sources, ...pictures).map(({ target }) => target.page);
  expect(pagesWithTrouble([{ width: 1920, height: 1080 }])).toEqual([]);
  expect(pagesWithTrouble([{ width: 1080, height: 1920 }])).toEqual([2]);
  expect(pagesWithTrouble()).toEqual([2]);
});
