import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { shownPages } from "../../core/document/shown-pages.ts";
import { layoutDocument } from "../../core/layout/layout-document.ts";
import { checkCaptions, countLines } from "../../core/programme/captions/check-captions.ts";
import { projectOfCaption, projectOfPage } from "../../core/programme/picture/shown-project.ts";
import type { Timeline } from "../../core/programme/timeline.ts";
import type { StageSources } from "./stage-pages.ts";

/** What is wrong with the pages and captions a clip shows, before anything is painted; each thing once. */
export function checkClip(timeline: Timeline, { project, assets, workshop }: StageSources): readonly Diagnostic[] {
  const { clip, language } = timeline;
  const layout = { language, engine: workshop.engine, assets };
  const shown = new Map(shownPages(clip).map(({ page, texts }) => [JSON.stringify([page, texts]), { page, texts }]));
  const found = [
    ...timeline.diagnostics,
    ...[...shown.values()].flatMap(({ page, texts }) =>
      layoutDocument(projectOfPage(project, { page, texts }), layout).diagnostics.map((one) => ({
        ...one,
        target: { ...one.target, programme: clip.id, page: project.pages.findIndex(({ id }) => id === page) + 1 },
      })),
    ),
    ...checkCaptions(timeline, (words) => {
      const placed = layoutDocument(projectOfCaption(project, clip, clip.frame, words, language), layout);
      return countLines(placed.pages[0]?.items ?? []);
    }),
  ];
  const seen = new Set<string>();
  return found.filter((one) => {
    const key = JSON.stringify([one.code, one.target, one.message.en]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
