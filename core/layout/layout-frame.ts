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
import type { FrameLayout, LayoutContext, LayoutOptions, PlacedFrame, Placement } from "./layout-session.ts";
import { createStyleResolver, type StyleResolver } from "./resolve-style.ts";
import {
  type BlockCache,
  type ContentsEntry,
  createTextResolver,
  type FieldValues,
  type ResolvedText,
} from "./resolve-text.ts";
import { instanceKey, isFlowFrame } from "./thread.ts";

/** What a frame was made from, beside itself and the styles. */
interface Remembered {
  readonly texts: ReadonlyMap<string, Text | undefined>;
  readonly fields: FieldValues;
  readonly contents: readonly ContentsEntry[];
  readonly placed: PlacedFrame;
}

/** Everything that depends on styles, colours and assets, and is thrown away when those change. */
interface Base {
  readonly parts: readonly unknown[];
  readonly styles: StyleResolver;
  readonly blocks: BlockCache;
  readonly frames: WeakMap<Frame, Map<string, Remembered>>;
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
      base = { parts, styles: createStyleResolver(project, language), blocks: new WeakMap(), frames: new WeakMap() };
    }
    return base;
  };

  return {
    begin(project) {
      const { styles, blocks, frames } = baseFor(project);
      const texts = createTextResolver(project, language, styles, blocks);

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
          if (resolved.missing) report(missingTranslation({ frame, text, language }, resolved.language));
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
          plainText: (text) =>
            resolve(text, undefined)
              .paragraphs.map((paragraph) => paragraph.runs.map((run) => run.text).join(""))
              .join("\n"),
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
        const { written } = content;
        const isEmpty = content.box.length === 0 && content.items.length === 0 && !written;
        const item = isEmpty
          ? undefined
          : placeFrame({ ...frame, x }, content.box, content.items, context, content.rect);
        return {
          item: item && written ? { ...item, written } : item,
          diagnostics: [...diagnostics, ...content.diagnostics],
          marks: content.marks.map((mark) => ({ ...mark, y: mark.y + mmToPt(frame.y) })),
          dynamic: context.isDynamic() || content.dynamic,
        };
      };

      return {
        engine,
        context: makeContext,
        place(frame, placement) {
          if (takesThread(frame, placement)) return layOut(frame, placement, new Map());
          const key = placement.mirror ? `${placement.page.width}` : "";
          const remembered = frames.get(frame) ?? new Map<string, Remembered>();
          const dynamicKey = `${key}\u0000${placement.page.key}`;
          const known = remembered.get(key) ?? remembered.get(dynamicKey);
          if (known && stillTrue(known, project, placement)) return known.placed;
          const used = new Map<string, Text | undefined>();
          const placed = layOut(frame, placement, used);
          const { fields, contents } = placement;
          remembered.delete(key);
          remembered.set(placed.dynamic ? dynamicKey : key, { texts: used, fields, contents, placed });
          frames.set(frame, remembered);
          return placed;
        },
      };
    },
  };
}

function stillTrue(known: Remembered, project: Project, { fields, contents }: Placement): boolean {
  for (const [id, text] of known.texts) if (project.texts[id] !== text) return false;
  if (!known.placed.dynamic) return true;
  return (
    known.fields.page === fields.page &&
    known.fields.pages === fields.pages &&
    known.fields.section === fields.section &&
    known.fields.title === fields.title &&
    sameContents(known.contents, contents)
  );
}

const sameContents = (one: readonly ContentsEntry[], other: readonly ContentsEntry[]): boolean =>
  one === other ||
  (one.length === other.length &&
    one.every((entry, index) => entry.title === other[index]?.title && entry.folio === other[index]?.folio));

function takesThread(frame: Frame, placement: Placement): boolean {
  const { page, flowed } = placement;
  if (flowed.size === 0) return false;
  if (frame.type === "group") return frame.frames.some((inner) => takesThread(inner, placement));
  return isFlowFrame(frame) && flowed.has(instanceKey(page, frame));
}
