/** Layout of one project in one language: at once where everything is here, after fetching where it is not. */

import type { Project } from "../../core/document/schema/project.ts";
import type { AssetSource } from "../../core/layout/asset-source.ts";
import type { PlacedDocument } from "../../core/layout/display-list.ts";
import { expectedFaces } from "../../core/layout/expected-faces.ts";
import { createSteppedLayout, finish, layoutFirstPage } from "../../core/layout/layout-document.ts";
import type { CanvasSources } from "../../core/paint/canvas/paint-canvas.ts";
import type { TextEngine } from "../../core/text/text-engine.ts";
import { browserCache } from "./browser-canvas.ts";
import type { BrowserFonts } from "./browser-fonts.ts";
import type { DecodedPictures } from "./decoded-pictures.ts";
import { type Needed, NeededError } from "./needed.ts";
import type { ProjectPictures } from "./project-pictures.ts";
import type { PageEngine } from "./text-engine.ts";

/** What pages are painted from; of the pictures there may be more, or sharper ones, a moment later. */
export interface PageSources extends CanvasSources {
  readonly pictures: DecodedPictures;
}

/** A project with its display list. */
export interface LaidOut {
  readonly project: Project;
  readonly language: string;
  readonly placed: PlacedDocument;
  readonly sources: PageSources;
  readonly assets: AssetSource;
  readonly engine: TextEngine;
  /** Time layout took, fetching left out. */
  readonly milliseconds: number;
  /** Lays out another state of the same project at once, for what is drawn before React hears of it. */
  readonly again: (project: Project) => LaidOut | Needed;
}

export interface ProjectLayout {
  /** The layout, or what must be fetched before there can be one. */
  layOut(project: Project): LaidOut | Needed;
  /** Fetches what is missing. */
  fetch(needed: Needed): Promise<void>;
  /**
   * Lays out a project for the first time: what it needs is fetched together, and between pages the screen has its turn. `onFirst` hears
   * of the first page as soon as that stands, if it can before all the others.
   */
  begin(project: Project, onFirst?: (first: ShownPages) => void): Promise<LaidOut>;
}

/** What it takes to show pages: all of a document, or its first one while the others are laid out. */
export interface ShownPages extends Pick<LaidOut, "project" | "language" | "sources"> {
  readonly placed: Pick<PlacedDocument, "pages">;
}

/** Layout makes a pause after so many milliseconds, in which the screen answers and paints. */
const LONGEST_STEPS = 12;

export const isLaidOut = (result: LaidOut | Needed): result is LaidOut => "placed" in result;

export function createProjectLayout(
  { fonts, engine }: PageEngine,
  pictures: ProjectPictures,
  language: string,
): ProjectLayout {
  const options = { language, engine, assets: pictures };
  const layout = createSteppedLayout(options);
  const sources: PageSources = { fonts, pictures, cache: browserCache };
  let last: LaidOut | undefined;

  const keep = (project: Project, placed: PlacedDocument, milliseconds: number): LaidOut => {
    last = { project, language, placed, sources, assets: pictures, engine, milliseconds, again: layOut };
    return last;
  };

  const layOut = (project: Project): LaidOut | Needed => {
    if (last?.project === project) return last;
    const start = performance.now();
    try {
      const placed = finish(layout(project));
      return keep(project, placed, performance.now() - start);
    } catch (error) {
      if (error instanceof NeededError) return error.needed;
      throw error;
    }
  };

  const fetch = (needed: Needed): Promise<void> =>
    needed.kind === "font" ? fonts.load(needed.key) : pictures.load([needed.id]);

  const layOutCalmly = async (project: Project): Promise<LaidOut> => {
    let taken = 0;
    const steps = layout(project);
    for (;;) {
      const start = performance.now();
      let step = steps.next();
      while (!step.done && performance.now() - start < LONGEST_STEPS) step = steps.next();
      taken += performance.now() - start;
      if (step.done) return keep(project, step.value, taken);
      await scheduler.yield();
    }
  };

  return {
    layOut,
    fetch,
    async begin(project, onFirst) {
      await loadExpected(project, language, fonts, pictures);
      let told = onFirst === undefined;
      for (;;) {
        try {
          const page = told ? undefined : layoutFirstPage(project, options)?.shown;
          told = true;
          if (page) {
            onFirst?.({ project, language, sources, placed: { pages: [page] } });
            await painted();
          }
          return last?.project === project ? last : await layOutCalmly(project);
        } catch (error) {
          if (!(error instanceof NeededError)) throw error;
          await fetch(error.needed);
        }
      }
    },
  };
}

/** A hidden window draws no frames to wait for. Milliseconds. */
const LONGEST_FRAME = 100;

/** When the screen has been drawn with what it was just told. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_FRAME);
  });

/** Fetches at once what the first layout will need, as far as it can be told from the project. */
export async function loadExpected(
  project: Project,
  language: string,
  fonts: BrowserFonts,
  pictures: ProjectPictures,
): Promise<void> {
  const faces = [...expectedFaces(project, language, fonts)];
  await Promise.all([pictures.load(picturesShown(project)), ...faces.map((key) => fonts.load(key))]);
}

/** The pictures frames of the project show, to be fetched together rather than one by one as layout meets them. */
export function picturesShown(project: Project): ReadonlySet<string> {
  const known = new Set(project.assets.map((asset) => asset.id));
  const shown = new Set<string>();
  const visit = (frames: Project["pages"][number]["frames"]): void => {
    for (const frame of frames) {
      if (frame.type === "group") visit(frame.frames);
      if (frame.type !== "image") continue;
      for (const id of [frame.asset, ...Object.values(frame.variants ?? {})]) {
        if (id !== undefined && known.has(id)) shown.add(id);
      }
    }
  };
  for (const holder of [...project.pages, ...project.masters]) visit(holder.frames);
  return shown;
}
