import type { Frame } from "../../core/document/schema/frames.ts";
import type { Project } from "../../core/document/schema/project.ts";

const none = { top: 0, right: 0, bottom: 0, left: 0 };

/** The smallest sound project: one empty A6 page, with whatever a test puts in. */
export function sampleProject(changes: Partial<Project> = {}): Project {
  return {
    format: "xuongtin.project",
    version: 1,
    id: "giay-moi",
    kind: "template",
    title: { vi: "Giấy mời họp dân" },
    product: "invitation",
    languages: { source: "vi", variants: ["vi", "km"] },
    page: { width: 105, height: 148, bleed: 3, margins: none },
    swatches: [{ id: "do", name: { vi: "Đỏ", en: "Red" }, rgb: "#c8102e" }],
    paragraphStyles: [{ id: "than", name: { vi: "Thân", en: "Body" } }],
    characterStyles: [{ id: "dam", name: { vi: "Đậm", en: "Bold" }, character: { weight: 700 } }],
    masters: [],
    pages: [{ id: "p1", frames: [] }],
    texts: {},
    assets: [],
    slots: [],
    ...changes,
  };
}

/** A text frame of 50 × 20 mm. */
export const textFrame = (id: string, text?: string, more: Partial<Extract<Frame, { type: "text" }>> = {}): Frame => ({
  type: "text",
  id,
  x: 10,
  y: 10,
  width: 50,
  height: 20,
  ...(text !== undefined && { text }),
  ...more,
});

/** A picture frame of 50 × 20 mm. */
export const imageFrame = (id: string, asset?: string): Frame => ({
  type: "image",
  id,
  x: 10,
  y: 40,
  width: 50,
  height: 20,
  ...(asset !== undefined && { asset }),
});

/** A text with one plain paragraph per string, in Vietnamese. */
export const plainText = (...paragraphs: readonly string[]): Project["texts"][string] => ({
  variants: { vi: { blocks: paragraphs.map((text) => ({ runs: [text] })) } },
});
