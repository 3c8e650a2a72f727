/** What a clipboard or a drag brings, put on the page: frames, pictures or text. */

import { DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { clipUnsound, clipWithoutPictures } from "../../../core/document/clipboard/clipboard-diagnostics.ts";
import { framesOfClip } from "../../../core/document/clipboard/make-clip.ts";
import { pasteClip } from "../../../core/document/clipboard/paste-clip.ts";
import { makeFrame } from "../../../core/document/commands/new-frames.ts";
import { type RichParagraph, replaceRich } from "../../../core/document/commands/replace-rich.ts";
import { setFrameProperty } from "../../../core/document/commands/set-frame-property.ts";
import { boundsAround, placementBounds, placementOf } from "../../../core/document/frame-geometry.ts";
import { parseProject } from "../../../core/document/parse-project.ts";
import type { Frame } from "../../../core/document/schema/frames.ts";
import type { AssetEntry, Project } from "../../../core/document/schema/project.ts";
import type { Point } from "../../../core/units/geometry.ts";
import { readWords } from "../../paste/read-words.ts";
import { showDiagnostics, showFailure } from "../../ui/toasts.ts";
import { COPY_OFFSET_MM } from "../constants.ts";
import { type Editor, holderOf, pagesOf, projectOf } from "../editor.ts";
import { putFiles } from "../pictures/place-pictures.ts";
import { placeFor, showMade, targetPage } from "../place-on-page.ts";
import type { StagePage } from "../stage-pages.ts";
import { type CarriedClip, readClipHtml } from "./clip-html.ts";

export interface PasteData {
  readonly html: string;
  readonly plain: string;
  readonly files: readonly File[];
}

/** `beside` where the originals are in the way, `inPlace` exactly where they were, `everywhere` so on every page. */
export type PasteWay = "beside" | "inPlace" | "everywhere";

/** `at` is where the pointer let go, millimetres of the stage. Says by messages what could not be taken. */
export async function pasteData(editor: Editor, data: PasteData, way: PasteWay, at?: Point): Promise<void> {
  try {
    const clip = readClipHtml(data.html);
    const svg = svgFile(data.plain);
    if (clip) await pasteFrames(editor, clip, way);
    else if (data.files.length > 0 && data.plain.trim() === "") await putFiles(editor, data.files, at);
    else if (svg) await putFiles(editor, [svg], at);
    else if (data.plain.trim() !== "") pasteText(editor, readWords(data.html, data.plain), at);
  } catch (failure) {
    showFailure(failure);
  }
}

async function pasteFrames(editor: Editor, carried: CarriedClip, way: PasteWay): Promise<void> {
  const clip = soundClip(carried.json);
  const frames = framesOfClip(clip);
  if (frames.length === 0) return;
  const { pictures, lost } = await bringPictures(editor, clip, carried.pictures);
  const target = targetPage(editor);
  if (target?.page === undefined) return;
  const holders =
    way === "everywhere" ? pagesOf(editor).map(({ id }) => holderOf(editor, id)) : [holderOf(editor, target.page)];
  const off = way === "beside" ? wayBeside(editor, frames, target) : { x: 0, y: 0 };
  let made: readonly string[] = [];
  editor.session.edit("frame.paste", (project) => {
    const pasted = pasteClip(project, clip, { holders, dx: off.x, dy: off.y, pictures });
    made = pasted.ids;
    return pasted.project;
  });
  showMade(editor, target.page, way === "everywhere" ? [] : made);
  if (lost > 0) showDiagnostics([clipWithoutPictures(lost)]);
}

/** Whatever came as a clip is checked as a project's file is. */
export function soundClip(json: string): Project {
  try {
    return parseProject(json, "clipboard");
  } catch (failure) {
    if (failure instanceof DiagnosticError) throw new DiagnosticError([clipUnsound(failure.diagnostics)]);
    throw failure;
  }
}

/** The project's entries for the pictures of a clip: its own where it has the same file, else brought in. */
async function bringPictures(editor: Editor, clip: Project, files: ReadonlyMap<string, Uint8Array>) {
  const pictures = new Map<string, AssetEntry>();
  let lost = 0;
  for (const asset of clip.assets) {
    const own = projectOf(editor).assets.find(({ sha256 }) => sha256 !== undefined && sha256 === asset.sha256);
    const bytes = files.get(asset.id);
    const entry = own ?? (bytes && (await added(editor, bytes, asset.name ?? asset.id)));
    if (entry) pictures.set(asset.id, entry);
    else lost += 1;
  }
  return { pictures, lost };
}

async function added({ session }: Editor, bytes: Uint8Array, name: string): Promise<AssetEntry | undefined> {
  try {
    return (await session.host.assets.add({ session: session.handle, bytes, name: name.slice(0, 200) })).entry;
  } catch (failure) {
    if (failure instanceof DiagnosticError) return undefined;
    throw failure;
  }
}

/** Off frames of the same kind that lie exactly there; onto the page where they would lie beyond it. */
function wayBeside(editor: Editor, frames: readonly Frame[], page: StagePage): Point {
  const there = pagesOf(editor).find(({ id }) => id === page.page)?.frames ?? [];
  const covers = (off: number): boolean =>
    frames.some((copied) =>
      there.some(
        ({ type, x, y }) =>
          type === copied.type && Math.abs(x - copied.x - off) < 0.01 && Math.abs(y - copied.y - off) < 0.01,
      ),
    );
  let off = 0;
  while (covers(off)) off += COPY_OFFSET_MM;
  const bounds = boundsAround(frames.map((frame) => placementBounds(placementOf(frame))));
  if (!bounds) return { x: off, y: off };
  const isOn =
    bounds.x + off < page.width &&
    bounds.y + off < page.height &&
    bounds.x + bounds.width + off > 0 &&
    bounds.y + bounds.height + off > 0;
  if (isOn) return { x: off, y: off };
  return {
    x: page.width / 2 - bounds.x - bounds.width / 2,
    y: page.height / 2 - bounds.y - bounds.height / 2,
  };
}

const TEXT_FRAME = { width: 90, height: 12 };

function pasteText(editor: Editor, paragraphs: readonly RichParagraph[], at: Point | undefined): void {
  const place = placeFor(editor, TEXT_FRAME, at);
  if (!place) return;
  let id = "";
  editor.session.edit("frame.add", (project) => {
    const made = makeFrame(project, "text", { ...place, language: editor.language });
    id = made.id;
    const frame = pagesAndMasters(made.project).find((one) => one.id === made.id);
    const text = frame?.type === "text" ? frame.text : undefined;
    if (text === undefined) return made.project;
    const start = { block: 0, offset: 0 };
    const target = { text, language: editor.language };
    const written = replaceRich(made.project, target, { from: start, to: start }, paragraphs).project;
    return setFrameProperty(written, new Set([made.id]), "fit", { mode: "grow" });
  });
  showMade(editor, place.holder.id, [id]);
}

const pagesAndMasters = ({ pages, masters }: Project): readonly Frame[] =>
  [...pages, ...masters].flatMap(({ frames }) => frames);

const SVG_START = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i;

/** Vector programs put drawings on the clipboard as the text of an SVG file. */
const svgFile = (plain: string): File | undefined =>
  SVG_START.test(plain) ? new File([plain.trim()], "clipboard.svg", { type: "image/svg+xml" }) : undefined;
