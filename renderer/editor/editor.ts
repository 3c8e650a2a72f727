/** What the editor knows beyond the project: what is selected, shown and being done. */

import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { findFrame } from "../../core/document/commands/edit-frames.ts";
import type { StyleKind } from "../../core/document/commands/edit-styles.ts";
import { type HolderRef, pageRef } from "../../core/document/commands/holders.ts";
import type { NewFrameKind } from "../../core/document/commands/new-frames.ts";
import type { Page, Project } from "../../core/document/schema/project.ts";
import type { TableRange } from "../../core/document/table-places.ts";
import type { Point } from "../../core/units/geometry.ts";
import type { LaidOut } from "../engine/project-layout.ts";
import type { ProjectSession } from "../session/project-session.ts";
import { useCalmStore } from "../session/use-calm-store.ts";
import type { SheetPlace } from "./data/sheet-range.ts";
import type { StageFrame } from "./stage-frames.ts";
import type { StagePage, StageView, ViewSize } from "./stage-pages.ts";
import { type Holders, workedProject } from "./worked-pages.ts";
import type { WritingSelection } from "./writing/writer.ts";

/** What the pointer does on the stage: nothing new, or a frame of that kind. */
export type Tool = "select" | "hand" | NewFrameKind;

export interface EditorState {
  /** Undefined until the window has been measured. */
  readonly view: StageView | undefined;
  readonly size: ViewSize;
  readonly selection: ReadonlySet<string>;
  /** The group whose frames are worked on; undefined for the pages' own. */
  readonly entered: string | undefined;
  readonly tool: Tool;
  /** The project as a gesture would leave it, which the stage paints without React. */
  readonly preview: Project | undefined;
  /** Of several selected frames the one the others line up with. */
  readonly keyFrame: string | undefined;
  readonly alignTo: AlignTo;
  /** Where the menu of the stage is open. */
  readonly menu: StageMenuPlace | undefined;
  /** The guide of a page that is selected. */
  readonly guide: GuideRef | undefined;
  /** A guide as it is dragged. */
  readonly draggedGuide: DraggedGuide | undefined;
  /** The frame whose text is being written. */
  readonly writing: string | undefined;
  /** What is selected of the text being written; a mere caret where both ends are one place. */
  readonly caret: WritingSelection | undefined;
  /** The dialog that is open over the stage. */
  readonly asked: AskedDialog | undefined;
  /** Whether pages or masters are on the stage. */
  readonly holders: Holders;
  /** The picture frame whose picture is being moved about in it. */
  readonly cropping: string | undefined;
  /** The frame whose gradient is pulled about on the page. */
  readonly shading: string | undefined;
  /** Whether the figures and words of a selected table or chart lie open below the stage. */
  readonly dataShown: boolean;
  /** Whether spaces and breaks of the text being written show. */
  readonly invisibles: boolean;
  /** The frame whose text is to be led on into another, while that one is asked for. */
  readonly linking: string | undefined;
  /** Counts how often they were asked for: each time they get the focus. */
  readonly dataAsked: number;
  /** Which cells of a table are selected there. */
  readonly cells: { readonly frame: string; readonly range: TableRange } | undefined;
  /** The style whose form lies over the properties; with an empty id the list of that kind alone. */
  readonly styleShown: { readonly kind: StyleKind; readonly id: string } | undefined;
  /** The page or master new things go to. */
  readonly page: string;
}

export type AskedDialog = "guides" | "page" | "repeat";

/** What frames line up with: each other, or what there is of the page. */
export type AlignTo = "selection" | "page" | "margins";

/** Where the menu of the stage was asked for, CSS pixels of the window; with a master's frame that lies there. */
export interface StageMenuPlace extends Point {
  readonly ofMaster: { readonly page: string; readonly frame: string } | undefined;
}

/** What Ctrl+D made last, and where its first original stood. */
export interface LastCopy extends Point {
  readonly ids: readonly string[];
}

/** A guide of a page or master on the stage. */
export interface GuideRef {
  readonly page: string;
  readonly index: number;
}

/** Where a guide would lie, millimetres of its page; `away` where it would be taken off by letting it go. */
export interface DraggedGuide {
  readonly axis: "x" | "y";
  readonly at: number;
  readonly page: string;
  readonly away: boolean;
}

/** What is on the stage now, as the last layout left it. */
export interface OnStage {
  readonly pages: readonly StagePage[];
  readonly frames: readonly StageFrame[];
}

/** The newest layouts, for panels that follow; undefined until fonts and pictures have come. */
export interface EditedLayouts {
  readonly pages: LaidOut | undefined;
  /** The masters laid out as pages. */
  readonly masters: LaidOut | undefined;
}

export interface Editor {
  readonly session: ProjectSession;
  readonly store: StoreApi<EditorState>;
  /** Told by the stage after every layout. */
  readonly layouts: StoreApi<EditedLayouts>;
  /** Set by the stage after every layout; commands read it, nothing is drawn from it. */
  onStage: OnStage;
  language: string;
  lastCopy: LastCopy | undefined;
  /** The page that was worked on before masters were. */
  lastPage: string | undefined;
  /** The page or master the stage goes to once it shows it. */
  goingTo: string | undefined;
  /** Where the pointer asked to write, millimetres of the stage; taken by the text that is then begun. */
  startAt: Point | undefined;
  /** The cell the pointer asked for; taken by the sheet that shows it. */
  startCell: SheetPlace | undefined;
  /** A frame put on the page a moment ago, whose form is still to be filled in; taken by that form. */
  justMade: string | undefined;
  /** The last asking for words and figures that was answered. */
  dataAnswered: number;
}

const NONE: ReadonlySet<string> = new Set();

export function createEditor(session: ProjectSession, language: string): Editor {
  const store = createStore<EditorState>(() => ({
    view: undefined,
    size: { width: 0, height: 0 },
    selection: NONE,
    entered: undefined,
    tool: "select",
    preview: undefined,
    keyFrame: undefined,
    alignTo: "selection",
    menu: undefined,
    guide: undefined,
    asked: undefined,
    draggedGuide: undefined,
    writing: undefined,
    caret: undefined,
    cropping: undefined,
    shading: undefined,
    dataShown: false,
    linking: undefined,
    invisibles: false,
    dataAsked: 0,
    cells: undefined,
    styleShown: undefined,
    holders: "pages",
    page: session.store.getState().project.pages[0]?.id ?? "",
  }));
  const onStage = { pages: [], frames: [] };
  return {
    session,
    store,
    layouts: createStore<EditedLayouts>(() => ({ pages: undefined, masters: undefined })),
    onStage,
    language,
    lastCopy: undefined,
    lastPage: undefined,
    goingTo: undefined,
    startAt: undefined,
    startCell: undefined,
    justMade: undefined,
    dataAnswered: 0,
  };
}
export const projectOf = (editor: Editor): Project => editor.session.store.getState().project;

/** Pages on the stage, which are masters while those are worked on. */
export const pagesOf = (editor: Editor): readonly Page[] =>
  workedProject(projectOf(editor), editor.store.getState().holders).pages;

/** The page or master of that id on the stage; the one new things go to where none is named. */
export function holderOf(editor: Editor, id?: string): HolderRef {
  const { holders, page } = editor.store.getState();
  return { kind: holders, id: id ?? page };
}

/** Puts pages or masters on the stage and goes to one of them. */
export function workOn(editor: Editor, { kind, id }: HolderRef): void {
  const { holders, page } = editor.store.getState();
  select(editor, []);
  if (holders === "pages" && kind === "masters") editor.lastPage = page;
  editor.goingTo = id;
  editor.store.setState({
    holders: kind,
    page: id,
    ...(holders !== kind && { entered: undefined, writing: undefined, caret: undefined }),
  });
}

export function select(editor: Editor, ids: Iterable<string>): void {
  const selection = new Set(ids);
  const { selection: old, guide } = editor.store.getState();
  if (guide) editor.store.setState({ guide: undefined });
  if (selection.size === old.size && [...selection].every((id) => old.has(id))) return;
  editor.session.endMerging();
  const first = editor.onStage.frames.find(({ frame }) => selection.has(frame.id));
  editor.store.setState({
    selection,
    cropping: undefined,
    shading: undefined,
    keyFrame: undefined,
    ...(first && { page: first.page }),
  });
}

/** Works on the frames inside a group, or with `undefined` on the pages' own again, the group then being selected. */
export function enterGroup(editor: Editor, group: string | undefined): void {
  const { entered } = editor.store.getState();
  const selection = new Set(group === undefined && entered !== undefined ? [entered] : []);
  editor.store.setState({ entered: group, selection, writing: undefined, caret: undefined, cropping: undefined });
}

/** Takes back what no longer holds after an undo or a removal: frames selected or entered that are gone. */
export function forgetGone(editor: Editor): void {
  const project = projectOf(editor);
  const { selection, entered, writing, cropping, page, holders } = editor.store.getState();
  const pages = pagesOf(editor);
  if (pages.length === 0 && holders === "masters") {
    const [first] = project.pages;
    if (first) workOn(editor, pageRef(first.id));
    return;
  }
  const isThere = (id: string): boolean => findFrame(project, id) !== undefined;
  const kept = [...selection].filter(isThere);
  editor.store.setState({
    ...(kept.length !== selection.size && { selection: new Set(kept) }),
    ...(entered !== undefined && !isThere(entered) && { entered: undefined }),
    ...(writing !== undefined && !isThere(writing) && { writing: undefined, caret: undefined }),
    ...(!pages.some((one) => one.id === page) && { page: pages[0]?.id ?? "" }),
    ...(cropping !== undefined && !isThere(cropping) && { cropping: undefined }),
  });
}

/** Opens the words and figures of the selected table or chart, and goes to them, to the cell that is asked for. */
export function openData(editor: Editor, cell?: SheetPlace): void {
  editor.startCell = cell;
  editor.store.setState(({ dataAsked }) => ({ dataShown: true, dataAsked: dataAsked + 1 }));
}

export const EditorContext = createContext<Editor | undefined>(undefined);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("no editor above this component");
  return editor;
}

/** A part of the editor's state; the component is drawn again when that part changes. */
export const useEditorState = <Part>(choose: (state: EditorState) => Part): Part => useStore(useEditor().store, choose);

/** The same for panels, which may follow a moment later. */
export const useCalmEditorState = <Part>(choose: (state: EditorState) => Part): Part =>
  useCalmStore(useEditor().store, choose);

/** What is laid out, for panels. */
export const useCalmLayouts = (): EditedLayouts => useCalmStore(useEditor().layouts, (layouts) => layouts);
