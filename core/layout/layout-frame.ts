/**
 * One frame → display items in its place on the page. Frames whose texts have not changed are given back as they were,
 * which is what makes batches, page number passes and editing fast, and lets painters write repeated artwork once.
 */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Frame } from "../document/schema/frames.ts";
import type { Project } from "../document/schema/project.ts";
import type { Text } from "../document/schema/text.ts";
import { mmToPt } from "../units/units.ts";
import { layoutContent } from "./frame-content.ts";
import { placeFrame } from "./frames/place-frame.ts";
import { missingTranslation } from "./layout-diagnostics.ts";
import type {
  FrameLayout,
  LayoutContext,
  LayoutOptions,
  PlacedFrame,
  Placement,
  ThreadContent,
} from "./layout-session.ts";
import { createStyleResolvers, type StyleResolver } from "./resolve-style.ts";
import {
  type BlockCache,
  type ContentsEntry,
  createTextResolver,
  type FieldValues,
  type ResolvedText,
  sameContents,
  sameFields,
} from "./resolve-text.ts";
import { createThreadMemory, type ThreadMemory } from "./thread-memory.ts";

/** What a frame was made from, beside itself and the styles. */
interface Remembered {
  readonly texts: ReadonlyMap<string, Text | undefined>;
  readonly fields: FieldValues;
  readonly contents: readonly ContentsEntry[];
  /** What frames in it got of threads; undefined where they are in none. */
  readonly threads: ReadonlyMap<Frame, ThreadContent | undefined>;
  readonly placed: PlacedFrame;
}

/** Layout goes over a document a few times; each time may find what it found in the document before. */
const PASSES_KEPT = 4;

/** Everything that depends on styles, colours and assets, and is thrown away when those change. */
interface Base {
  readonly parts: readonly unknown[];
  readonly styles: StyleResolver;
  /** By language; words that stand in for a missing translation have another than the document. */
  readonly stylesOf: (language: string) => StyleResolver;
  readonly blocks: BlockCache;
  /** By frame, and where it depends on its page by that; the latest first. */
  readonly frames: WeakMap<Frame, Map<string, readonly Remembered[]>>;
  /** By the key of the head's instance. */
  readonly threads: Map<string, ThreadMemory>;
}

/** A layout of frames that remembers from one project to the next. */
export function createFrameLayout({ language, engine, assets }: LayoutOptions): FrameLayout {
  let base: Base | undefined;

  const baseFor = (project: Project): Base => {
    const parts = [
      project.languages,
      project.swatches,
      project.paragraphStyles,
      project.characterStyles,
      project.typography,
      project.assets,
      project.slots,
    ];
    if (!base?.parts.every((part, index) => part === parts[index])) {
      const stylesOf = createStyleResolvers(project);
      base = {
        parts,
        styles: stylesOf(language),
        stylesOf,
        blocks: new WeakMap(),
        frames: new WeakMap(),
        threads: new Map(),
      };
    }
    return base;
  };

  return {
    begin(project) {
      const { styles, stylesOf, blocks, frames, threads } = baseFor(project);
      const texts = createTextResolver(project, language, stylesOf, blocks);

      const makeContext = (
        fields: FieldValues,
        contents: readonly ContentsEntry[],
        frame: string,
        report: (diagnostic: Diagnostic) => void,
        used?: Map<string, Text | undefined>,
      ): LayoutContext => {
        let dynamic = false;
        const resolve = (text: string, style: string | undefined): ResolvedText => {
          used?.set(text, project.texts[text]);
          const resolved = texts.resolve(text, style, fields, contents);
          dynamic ||= resolved.dynamic;
          if (resolved.missing) {
            report(missingTranslation({ frame, text, language }, resolved.language, wordsOf(resolved)));
          }
          return resolved;
        };
        return {
          project,
          language,
          engine,
          assets,
          color: styles.color,
          paint: styles.paint,
          stroke: styles.stroke,
          resolve,
          isDynamic: () => dynamic,
          paragraphs: (text, style) => resolve(text, style).paragraphs,
          isTranslated: (text) => !texts.resolve(text, undefined, fields, contents).missing,
          plainText: (text) => wordsOf(resolve(text, undefined)),
          report: (diagnostic) => report({ ...diagnostic, target: { frame, ...diagnostic.target } }),
        };
      };

      const layOut = (frame: Frame, placement: Placement, used: Map<string, Text | undefined>): PlacedFrame => {
        const diagnostics: Diagnostic[] = [];
        const context = makeContext(
          placement.fields,
          placement.contents,
          frame.id,
          (diagnostic) => diagnostics.push(diagnostic),
          used,
        );
        const content = layoutContent(frame, placement, context, (inner) =>
          layOut(inner, { ...placement, mirror: false }, used),
        );
        const x = placement.mirror ? placement.page.width - frame.x - frame.width : frame.x;
        const { written, cells } = content;
        const isEmpty = content.box.length === 0 && content.items.length === 0 && !written;
        const item = isEmpty
          ? undefined
          : placeFrame({ ...frame, x }, content.box, content.items, context, content.rect);
        return {
          item: item && (written || cells) ? { ...item, ...(written && { written }), ...(cells && { cells }) } : item,
          diagnostics: [...diagnostics, ...content.diagnostics],
          marks: content.marks.map((mark) => ({ ...mark, y: mark.y + mmToPt(frame.y) })),
          dynamic: context.isDynamic() || content.dynamic,
        };
      };

      return {
        engine,
        context: makeContext,
        textOf: (id) => project.texts[id],
        threadMemory(head) {
          const memory = threads.get(head) ?? createThreadMemory();
          // Asked for last, forgotten last.
          threads.delete(head);
          threads.set(head, memory);
          if (threads.size > THREADS_KEPT) for (const oldest of threads.keys().take(1)) threads.delete(oldest);
          return memory;
        },
        place(frame, placement) {
          const key = placement.mirror ? `${placement.page.width}` : "";
          const remembered = frames.get(frame) ?? new Map<string, readonly Remembered[]>();
          const isTrue = (one: Remembered): boolean => stillTrue(one, project, placement);
          const everywhere = remembered.get(key)?.find(isTrue);
          if (everywhere) return everywhere.placed;
          const keyOnPage = `${key}\u0000${placement.page.key}`;
          const kept = remembered.get(keyOnPage) ?? [];
          const known = kept.find(isTrue);
          if (known) return known.placed;
          const texts = new Map<string, Text | undefined>();
          const parts = new Map<Frame, ThreadContent | undefined>();
          const contentOf = (inner: Frame): ThreadContent | undefined => {
            const content = placement.contentOf(inner);
            parts.set(inner, content);
            return content;
          };
          const placed = layOut(frame, { ...placement, contentOf }, texts);
          const { fields, contents } = placement;
          const fresh: Remembered = { texts, fields, contents, threads: parts, placed };
          const isOfPage = placed.dynamic || parts.values().some((content) => content !== undefined);
          if (isOfPage) remembered.set(keyOnPage, [fresh, ...kept.slice(0, PASSES_KEPT - 1)]);
          else remembered.set(key, [fresh]);
          frames.set(frame, remembered);
          return placed;
        },
      };
    },
  };
}

/** More than a document has; what is no longer there is forgotten some day. */
const THREADS_KEPT = 2_000;

const wordsOf = ({ paragraphs }: ResolvedText): string =>
  paragraphs.map((paragraph) => paragraph.runs.map((run) => run.text).join("")).join("\n");

function stillTrue(known: Remembered, project: Project, { fields, contents, contentOf }: Placement): boolean {
  for (const [id, text] of known.texts) if (project.texts[id] !== text) return false;
  for (const [frame, content] of known.threads) if (contentOf(frame) !== content) return false;
  return !known.placed.dynamic || (sameFields(known.fields, fields) && sameContents(known.contents, contents));
}
