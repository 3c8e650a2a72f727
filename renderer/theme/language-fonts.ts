/** Fonts of scripts the style sheet does not bring, taken from the catalogue when something in such a language is shown. */

import { useContext, useEffect } from "react";
import type { HostApi } from "../../core/api/host-contract.ts";
import { languageOr } from "../../core/script/language-registry.ts";
import { HostContext } from "../host/host-context.ts";

interface ScriptFont {
  /** As style sheets call it. */
  readonly family: string;
  /** Faces of the catalogue, those with the rarer letters last. */
  readonly keys: readonly string[];
  /** A letter by which one sees whether the system has such a font itself. */
  readonly letter: string;
}

const TRADITIONAL: ScriptFont = { family: "Noto Sans TC", keys: ["noto-sans-tc/400"], letter: "體" };
const FONTS: Readonly<Record<string, ScriptFont>> = {
  "zh-Hant": TRADITIONAL,
  yue: TRADITIONAL,
  "zh-Hans": { family: "Noto Sans SC", keys: ["noto-sans-sc/400"], letter: "体" },
  "vi-Hani": {
    family: "Hanazono Mincho",
    keys: ["hanazono-nom/400-basic", "hanazono-nom/400-supplement"],
    letter: "𡨸",
  },
  "hmn-Hmng": { family: "Noto Sans Pahawh Hmong", keys: ["noto-sans-pahawh-hmong/400"], letter: "𖬄" },
};

const asked = new Set<string>();

async function load(host: HostApi, { family, keys }: ScriptFont): Promise<void> {
  for (const key of keys) {
    if (asked.has(key)) continue;
    asked.add(key);
    try {
      const { bytes } = await host.fonts.bytes({ key });
      document.fonts.add(await new FontFace(family, bytes.slice()).load());
    } catch {
      // Without it the system's own font shows, as it would have anyway.
      asked.delete(key);
    }
  }
}

const SIZE = 24;
const NO_LETTER = "\u{10FFFD}";

/** Whether the letter comes out as the box that stands for letters there are none of. */
function isMissing(letter: string): boolean {
  const canvas = new OffscreenCanvas(SIZE, SIZE);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return false;
  const [shown, box] = [letter, NO_LETTER].map((text) => {
    context.clearRect(0, 0, SIZE, SIZE);
    context.font = `${SIZE - 4}px system-ui, sans-serif`;
    context.textBaseline = "top";
    context.fillText(text, 0, 0);
    return context.getImageData(0, 0, SIZE, SIZE).data.join();
  });
  return shown === box;
}

/** Sees to it that text in the language shows letters: in fields those it is printed in, elsewhere those the system has. */
export function useLanguageFont(tag: string, use: "field" | "label"): void {
  const host = useContext(HostContext);
  useEffect(() => {
    const font = FONTS[tag === "" ? "" : languageOr(tag).tag];
    if (host && font && (use === "field" || isMissing(font.letter))) void load(host, font);
  }, [host, tag, use]);
}
