import { describe, expect, it } from "vitest";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import { openSource } from "../../host/make/open-source.ts";
import type { FontKey, FontSource } from "../fonts/font-face.ts";
import { createTextEngine } from "../text/text-engine.ts";
import { expectedFaces } from "./expected-faces.ts";
import { layoutDocument } from "./layout-document.ts";

const fonts = openFontLibrary();
const TEMPLATES = ["handbook-a5", "invitation-a6", "leaflet-a5", "plain-page", "poster-a3"];

describe("expected faces", () => {
  it.each(TEMPLATES)("names the font of every text of %s before it is laid out, and few others", async (template) => {
    const { project, assets } = await openSource(template);
    for (const language of project.languages.variants) {
      const first = new Set<FontKey>();
      const watched: FontSource = {
        face: (key) => fonts.face(key),
        chain(request, tag) {
          const chain = fonts.chain(request, tag);
          if (chain[0] !== undefined) first.add(chain[0]);
          return chain;
        },
      };
      layoutDocument(project, { language, engine: createTextEngine(watched), assets });
      const expected = expectedFaces(project, language, fonts);
      expect([...first].filter((key) => !expected.has(key))).toEqual([]);
      expect(expected.size - first.size).toBeLessThanOrEqual(1);
    }
  });
});
