/** What the parts of layout hand each other while a document is laid out. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Frame } from "../document/schema/frames.ts";
import type { Project } from "../document/schema/project.ts";
import type { Text } from "../document/schema/text.ts";
import type { TextEngine } from "../text/text-engine.ts";
import type { AssetSource } from "./asset-source.ts";
import type { DisplayItem, PlacedCells, PlacedGroup, WrittenText } from "./display-list.ts";
import type { FrameContext } from "./frame-context.ts";
import type { PageInstance } from "./page-instances.ts";
import type { ContentsEntry, FieldValues, ResolvedText } from "./resolve-text.ts";
import type { ThreadMemory } from "./thread-memory.ts";

export interface LayoutOptions {
  readonly language: string;
  readonly engine: TextEngine;
  readonly assets: AssetSource;
}

/** A frame's context with what layout itself needs on top. */
export interface LayoutContext extends FrameContext {
  resolve(text: string, style: string | undefined): ResolvedText;
  /** True once a text with page numbers or contents was resolved. */
  isDynamic(): boolean;
}

/** A heading inside a frame; `y` in points from the frame's top. */
export interface FrameMark {
  readonly level: number;
  readonly title: string;
  readonly y: number;
}

/** What one frame of a thread got, in points from the frame's own corner. */
export interface ThreadContent {
  /** Of the frame's instance. */
  readonly key: string;
  readonly items: readonly DisplayItem[];
  readonly marks: readonly FrameMark[];
  readonly written?: WrittenText;
  readonly cells?: PlacedCells;
}

export interface Placement {
  readonly page: PageInstance;
  /** Headings repeated by a master are not places to go to. */
  readonly onMaster: boolean;
  /** Master frames of a left-hand page change sides. */
  readonly mirror: boolean;
  readonly fields: FieldValues;
  readonly contents: readonly ContentsEntry[];
  /** What a frame of a thread got on this page. */
  contentOf(frame: Frame): ThreadContent | undefined;
}

export interface PlacedFrame {
  /** Undefined where the frame shows nothing. */
  readonly item: PlacedGroup | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly marks: readonly FrameMark[];
  /** True where something in it depends on pages. */
  readonly dynamic: boolean;
}

/** The layout of one project's frames. */
export interface LayoutSession {
  readonly engine: TextEngine;
  context(
    fields: FieldValues,
    contents: readonly ContentsEntry[],
    frame: string,
    report: (diagnostic: Diagnostic) => void,
    /** Takes every text that is resolved. */
    used?: Map<string, Text | undefined>,
  ): LayoutContext;
  /** What is remembered of the thread that begins at an instance of that key. */
  threadMemory(head: string): ThreadMemory;
  textOf(id: string): Text | undefined;
  place(frame: Frame, placement: Placement): PlacedFrame;
}

export interface FrameLayout {
  begin(project: Project): LayoutSession;
}
