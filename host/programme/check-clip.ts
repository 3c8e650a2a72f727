import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Page } from "../../core/document/schema/project.ts";
import { shownPages } from "../../core/document/shown-pages.ts";
import { layoutDocument } from "../../core/layout/layout-document.ts";
import { captionLines } from "../../core/programme/captions/caption-lines.ts";
import { checkCaptions, countLines } from "../../core/programme/captions/check-captions.ts";
import { captionTextOf } from "../../core/programme/captions/measure-caption.ts";
import { layoutChanging } from "../../core/programme/picture/changing-content.ts";
import { checkCourse } from "../../core/programme/picture/check-course.ts";
import {
  type Proportions,
  pageShown,
  pagesOf,
  projectOfCaption,
  projectOfPage,
  type Shown,
} from "../../core/programme/picture/shown-project.ts";
import { changingTextNotShown } from "../../core/programme/programme-diagnostics.ts";
import type { TimedOverlay, Timeline } from "../../core/programme/timeline.ts";
import type { StageSources } from "./stage-pages.ts";

/**
 * What is wrong with the pages and captions a clip shows, before anything is painted; each thing once. Pages are looked at that are seen in
 * `pictures`, in every shape they have without that.
 */
export function checkClip(
  timeline: Timeline,
  { project, assets, workshop }: StageSources,
  pictures?: readonly Proportions[],
): readonly Diagnostic[] {
  const { clip, language } = timeline;
  const layout = { language, engine: workshop.engine, assets };
  const pagesSeen = (shown: Shown): readonly Page[] =>
    pictures
      ? [...new Set(pictures.flatMap((picture) => pageShown(project, shown, picture) ?? []))]
      : pagesOf(project, shown);
  /** Goes through the pages for the shapes of the picture, with their sizes. */
  const onPages = (shown: Shown, check: (picture: Proportions) => readonly Diagnostic[]): readonly Diagnostic[] =>
    pagesSeen(shown).flatMap((page) =>
      check(page.size ?? project.page).map((one) => ({
        ...one,
        target: { ...one.target, programme: clip.id, page: project.pages.indexOf(page) + 1 },
      })),
    );
  const checkShown = (shown: Shown): readonly Diagnostic[] =>
    onPages(shown, (picture) => layoutDocument(projectOfPage(project, shown, picture), layout).diagnostics);
  const checkChanging = (timed: TimedOverlay): readonly Diagnostic[] => {
    const { overlay } = timed;
    if (overlay.type === "page") return [];
    const target = { programme: clip.id, language, overlay: overlay.id };
    return onPages(overlay, (picture) => {
      const laid = layoutChanging(project, overlay, picture, (shown) => {
        const { pages, diagnostics } = layoutDocument(shown, layout);
        return { page: pages[0], diagnostics };
      });
      if (!laid) return [changingTextNotShown(target, overlay.text)];
      return [...laid.diagnostics, ...checkCourse(timed, overlay, laid, timeline.rate, target)];
    });
  };
  const captionText = captionTextOf(workshop.engine, language);
  const captionRows = (words: string): number => {
    const placed = layoutDocument(projectOfCaption(project, clip, clip.frame, words, language), layout);
    return countLines(placed.pages[0]?.items ?? []);
  };
  const shown = new Map(
    shownPages(clip)
      .map(({ page, shapes, texts, text }) => ({ page, shapes, texts, text }))
      .map((one) => [JSON.stringify(one), one]),
  );
  const found = [
    ...timeline.diagnostics,
    ...[...shown.values()].flatMap(checkShown),
    ...timeline.overlays.flatMap(checkChanging),
    ...checkCaptions(timeline, (words) => captionRows(captionLines(words, captionText, captionRows))),
  ];
  const seen = new Set<string>();
  return found.filter((one) => {
    const key = JSON.stringify([one.code, one.target, one.message.en]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
