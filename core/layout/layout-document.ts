/**
 * Project + language → display list. Page numbers, section titles and contents depend on where text ends up, so the
 * document is laid out until they no longer change; what did not change between passes, pages and rows of a batch is reused.
 */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Frame } from "../document/schema/frames.ts";
import type { Page, Project } from "../document/schema/project.ts";
import { mmToPt } from "../units/units.ts";
import type { DisplayItem, PlacedDocument, PlacedPage } from "./display-list.ts";
import { type FlowedThreads, flowThreads } from "./flow-threads.ts";
import { type HuggedText, hugTexts } from "./hug-text.ts";
import { keepPages } from "./keep-pages.ts";
import { createFrameLayout } from "./layout-frame.ts";
import type { FrameLayout, LayoutOptions, LayoutSession, ThreadContent } from "./layout-session.ts";
import type { PageDiagnostic } from "./layout-thread.ts";
import { buildOutline, type OutlineMark } from "./outline.ts";
import { folios, type PageInstance } from "./page-instances.ts";
import { forLanguage } from "./resolve-style.ts";
import type { ContentsEntry, FieldValues } from "./resolve-text.ts";
import { isShown, shownFrames } from "./shown-frames.ts";
import { everyFrame, instanceKey, isFlowFrame } from "./thread.ts";

/** Text nearer to the trim than this may be lost to the knife. */
export const SAFE_DISTANCE_MM = 3;
/** Contents may grow by a page once its entries are known, which moves the pages after it; more rounds change nothing. */
const MAXIMUM_PASSES = 4;

/** Lays out one project once. */
export function layoutDocument(project: Project, options: LayoutOptions): PlacedDocument {
  return createDocumentLayout(options)(project);
}

/** A layout that remembers: the same frames with the same texts come out as the same display items, unchanged pages as the same pages. */
export function createDocumentLayout(options: LayoutOptions): (project: Project) => PlacedDocument {
  const layout = createSteppedLayout(options);
  return (project) => finish(layout(project));
}

/**
 * The same in steps of a page or a thread, for who must answer meanwhile: a layout left between two steps has remembered what it has
 * laid out, and another of the same document may be begun.
 */
export function createSteppedLayout(
  options: LayoutOptions,
): (project: Project) => Generator<undefined, PlacedDocument> {
  const frameLayout = createFrameLayout(options);
  let last: readonly PlacedPage[] = [];
  return function* steps(project) {
    const placed = yield* layoutUntilStable(project, options, frameLayout);
    last = keepPages(last, placed.pages);
    return { ...placed, pages: last };
  };
}

/** What all the steps come to. */
export function finish<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A page alone, undefined where there is none of that index, with how many pages are known of. */
export interface LaidOutPage {
  readonly shown: PlacedPage | undefined;
  readonly pages: number;
}

/**
 * One page of a project as `layoutDocument` lays it out. For the first page that takes no more than the threads that begin on it, as long
 * as nothing on it depends on the pages after it.
 */
export function layoutPage(project: Project, options: LayoutOptions, index: number): LaidOutPage {
  return (
    (index === 0 ? layoutFirstPage(project, options) : undefined) ?? pageOf(layoutDocument(project, options), index)
  );
}

const pageOf = ({ pages }: PlacedDocument, index: number): LaidOutPage => ({
  shown: pages[index],
  pages: pages.length,
});

/** The first page alone, where nothing on it depends on the pages after it; undefined where something does. */
export function layoutFirstPage(project: Project, options: LayoutOptions): LaidOutPage | undefined {
  const { language } = options;
  const [first] = project.pages;
  if (!first || isLedInto(project, first)) return undefined;
  const session = createFrameLayout(options).begin(project);
  const fields: FieldValues = { page: "", pages: "", section: "", title: "" };
  const beginsHere = (page: PageInstance): boolean => page.page === first;
  const threads = finish(flowThreads(project, language, session, () => fields, [], beginsHere));
  const onlyFirst = { ...threads, pages: threads.pages.slice(0, 1) };
  const { pages, dynamic } = finish(placePages(project, language, session, onlyFirst, () => fields, []));
  return dynamic ? undefined : { shown: pages[0], pages: threads.pages.length };
}

/** Whether text comes to the page from another one. */
function isLedInto(project: Project, page: Page): boolean {
  const own = new Set([...everyFrame(page.frames)].map(({ id }) => id));
  return project.pages.some(
    (other) =>
      other !== page &&
      [...everyFrame(other.frames)].some(
        (frame) => isFlowFrame(frame) && frame.next !== undefined && own.has(frame.next),
      ),
  );
}

/** What one pass learns about pages and the next one prints. */
interface Pagination {
  readonly folios: ReadonlyMap<string, string>;
  /** Title of the last level 1 heading at or before each page. */
  readonly sections: ReadonlyMap<string, string>;
  readonly pageCount: number;
  readonly marks: readonly OutlineMark[];
}

const NOTHING_KNOWN: Pagination = { folios: new Map(), sections: new Map(), pageCount: 0, marks: [] };

function* layoutUntilStable(
  project: Project,
  options: LayoutOptions,
  frameLayout: FrameLayout,
): Generator<undefined, PlacedDocument> {
  const title = forLanguage(project.title, options.language) ?? project.title[project.languages.source] ?? project.id;
  const session = frameLayout.begin(project);
  let known = NOTHING_KNOWN;
  let threads: FlowedThreads | undefined;
  for (let pass = 1; ; pass += 1) {
    const fieldsOf = (page: PageInstance): FieldValues => ({
      page: known.folios.get(page.key) ?? "",
      pages: String(known.pageCount),
      section: known.sections.get(page.key) ?? "",
      title,
    });
    const contents: readonly ContentsEntry[] = known.marks;
    if (!threads || threads.dynamic)
      threads = yield* flowThreads(project, options.language, session, fieldsOf, contents);
    const result = yield* placePages(project, options.language, session, threads, fieldsOf, contents);
    const settled = !result.dynamic || samePagination(known, result.pagination);
    if (settled || pass === MAXIMUM_PASSES) {
      return {
        title,
        language: options.language,
        author: project.author ?? "",
        keywords: project.keywords ?? [],
        pages: result.pages,
        outline: buildOutline(result.pagination.marks),
        diagnostics: result.diagnostics,
      };
    }
    known = result.pagination;
  }
}

function samePagination(one: Pagination, other: Pagination): boolean {
  return (
    one.pageCount === other.pageCount &&
    one.marks.length === other.marks.length &&
    one.marks.every((mark, index) => {
      const twin = other.marks[index];
      return twin !== undefined && twin.title === mark.title && twin.page === mark.page && twin.level === mark.level;
    }) &&
    [...one.folios].every(([key, folio]) => other.folios.get(key) === folio)
  );
}

interface PassResult {
  readonly pages: readonly PlacedPage[];
  readonly pagination: Pagination;
  readonly diagnostics: readonly Diagnostic[];
  /** True where something printed depends on pagination. */
  readonly dynamic: boolean;
}

function* placePages(
  project: Project,
  language: string,
  session: LayoutSession,
  threads: FlowedThreads,
  fieldsOf: (page: PageInstance) => FieldValues,
  contents: readonly ContentsEntry[],
): Generator<undefined, PassResult> {
  const { pages: instances, contents: flowed } = threads;
  const reported: PageDiagnostic[] = [...threads.diagnostics];
  let { dynamic } = threads;
  const printed = folios(instances);
  const marks: OutlineMark[] = [];
  const bleed = mmToPt(project.page.bleed);
  const safe = mmToPt(SAFE_DISTANCE_MM);

  const pages: PlacedPage[] = [];
  for (const [index, instance] of instances.entries()) {
    const folio = printed[index] ?? "";
    const fields = fieldsOf(instance);
    const items: DisplayItem[] = [];
    const contentOf = (frame: Frame): ThreadContent | undefined => flowed.get(instanceKey(instance, frame));
    const placement = { page: instance, onMaster: false, mirror: false, fields, contents, contentOf };
    const place = (frames: readonly Frame[], onMaster: boolean) => {
      const mirror = onMaster && project.page.facing === true && index % 2 === 1;
      for (const frame of frames) {
        if (!isShown(frame, language)) continue;
        const placed = session.place(frame, { ...placement, onMaster, mirror });
        if (placed.item) items.push(placed.item);
        dynamic ||= placed.dynamic;
        for (const diagnostic of placed.diagnostics) reported.push({ pageKey: instance.key, diagnostic });
        for (const mark of placed.marks) marks.push({ ...mark, page: index, folio, pageKey: instance.key });
      }
    };
    const textOf = (id: string): HuggedText | undefined => {
      for (const frame of shownFrames(instance.page.frames, language)) {
        if (frame.id !== id || frame.type !== "text") continue;
        return { frame, written: session.place(frame, placement).item?.written };
      }
      return undefined;
    };
    place(instance.masterFrames, true);
    place(hugTexts(instance.page.frames, textOf), false);
    pages.push({
      index,
      key: instance.key,
      folio,
      width: mmToPt(instance.width),
      height: mmToPt(instance.height),
      bleed: { top: bleed, right: bleed, bottom: bleed, left: bleed },
      safe: { top: safe, right: safe, bottom: safe, left: safe },
      language,
      items,
    });
    yield;
  }

  const pageNumbers = new Map(instances.map((instance, index) => [instance.key, index + 1]));
  return {
    pages,
    pagination: {
      folios: new Map(instances.map((instance, index) => [instance.key, printed[index] ?? ""])),
      sections: sectionsOf(instances, marks),
      pageCount: instances.length,
      marks,
    },
    diagnostics: locate(reported, pageNumbers),
    dynamic,
  };
}

/** Diagnostics with the number of their page, each said once. */
function locate(reported: readonly PageDiagnostic[], pageNumbers: ReadonlyMap<string, number>): readonly Diagnostic[] {
  const seen = new Set<string>();
  const located: Diagnostic[] = [];
  for (const { pageKey, diagnostic } of reported) {
    const page = pageNumbers.get(pageKey);
    const target = page === undefined ? diagnostic.target : { ...diagnostic.target, page };
    const identity = `${diagnostic.code}\u0000${JSON.stringify(target)}\u0000${diagnostic.message.en}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    located.push({ ...diagnostic, target });
  }
  return located;
}

function sectionsOf(instances: readonly PageInstance[], marks: readonly OutlineMark[]): ReadonlyMap<string, string> {
  const lastOnPage = new Map<string, string>();
  for (const mark of marks) if (mark.level === 1) lastOnPage.set(mark.pageKey, mark.title);
  let section = "";
  return new Map(
    instances.map(({ key }) => {
      section = lastOnPage.get(key) ?? section;
      return [key, section];
    }),
  );
}
