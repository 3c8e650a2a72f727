/** Fonts and text engine of this page, opened once and shared by every project. */

import type { HostApi } from "../../core/api/host-contract.ts";
import { createTextEngine, type TextEngine } from "../../core/text/text-engine.ts";
import { type BrowserFonts, openBrowserFonts } from "./browser-fonts.ts";

export interface PageEngine {
  readonly fonts: BrowserFonts;
  readonly engine: TextEngine;
}

const opened = new WeakMap<object, Promise<PageEngine>>();

/** The engine over the fonts of `host`; a failure is forgotten, so that it can be tried again. */
export function openPageEngine(host: Pick<HostApi, "fonts">): Promise<PageEngine> {
  const known = opened.get(host);
  if (known) return known;
  const opening = openBrowserFonts(host).then((fonts) => ({ fonts, engine: createTextEngine(fonts) }));
  opened.set(host, opening);
  opening.catch(() => opened.delete(host));
  return opening;
}
