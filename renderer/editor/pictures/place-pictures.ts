/** Pictures from files and lists, put into a frame or on the page. */

import { findFrame } from "../../../core/document/commands/edit-frames.ts";
import { type PlacedPicture, placePicture, setImageAsset } from "../../../core/document/commands/set-image.ts";
import type { AssetEntry } from "../../../core/document/schema/project.ts";
import { assetFor } from "../../../core/layout/frames/image-fit.ts";
import type { Point } from "../../../core/units/geometry.ts";
import { COPY_OFFSET_MM } from "../constants.ts";
import { type Editor, projectOf, select } from "../editor.ts";
import { placeFor, showMade } from "../place-on-page.ts";
import { stageBounds } from "../stage-frames.ts";
import { knownAsset } from "./known-asset.ts";

/** A picture of the project with its pixels, upright; those of an SVG are its own units. */
export interface KnownPicture {
  readonly entry: AssetEntry;
  readonly kind: "jpeg" | "png" | "svg";
  readonly width: number;
  readonly height: number;
}

/** Pictures of this many dots to the inch print well. */
const PRINT_PPI = 300;
const SVG_PPI = 96;
const MM_PER_INCH = 25.4;
/** Proportions this near to each other show the same part in the same frame. */
const SAME_PROPORTIONS = 0.01;

/** Brings a file in; it is none of the project's pictures before a change makes it one. */
export async function bringIn({ session }: Editor, file: File): Promise<KnownPicture> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return session.host.assets.add({ session: session.handle, bytes, name: file.name.slice(0, 200) });
}

/** What is known of a picture of the document, asked of the host where no page shows it. */
export async function pictureOf(editor: Editor, entry: AssetEntry): Promise<KnownPicture> {
  const { host, handle } = editor.session;
  const known = knownAsset(editor.layouts.getState(), entry.id);
  const { kind, width, height } = known ?? (await host.assets.bytes({ session: handle, asset: entry.id }));
  return { entry, kind, width, height };
}

/** Files dropped at a point of the stage, or pasted: one onto the picture frame there, else each in a frame of its own. */
export async function putFiles(editor: Editor, files: readonly File[], at: Point | undefined): Promise<void> {
  const under = at && files.length === 1 ? imageUnder(editor, at) : undefined;
  for (const [index, file] of files.entries()) {
    const picture = await bringIn(editor, file);
    const off = index * COPY_OFFSET_MM;
    if (under !== undefined) showIn(editor, under, picture);
    else putOnPage(editor, picture, at && { x: at.x + off, y: at.y + off });
  }
}

/** A picture of the project at a point of the stage: into the picture frame there, or a frame of its own. */
export function putAt(editor: Editor, picture: KnownPicture, at: Point): void {
  const under = imageUnder(editor, at);
  if (under === undefined) putOnPage(editor, picture, at);
  else showIn(editor, under, picture);
}

/** In a frame of its own, as large as prints well, around the point or in the middle of what is shown. */
export function putOnPage(editor: Editor, { entry, kind, width, height }: KnownPicture, at?: Point): void {
  const perDot = MM_PER_INCH / (kind === "svg" ? SVG_PPI : PRINT_PPI);
  const place = placeFor(editor, { width: width * perDot, height: height * perDot }, at);
  if (!place) return;
  let made: PlacedPicture | undefined;
  editor.session.edit("frame.add", (project) => {
    made = placePicture(project, place.holder, entry, place);
    return made.project;
  });
  if (made) showMade(editor, place.holder.id, [made.id]);
}

/** The frame shows the picture, in this language alone where it has one of its own; the part shown stays where proportions do. */
export function showIn(editor: Editor, id: string, picture: KnownPicture, ownLanguage?: boolean): void {
  const frame = findFrame(projectOf(editor), id);
  if (frame?.type !== "image") return;
  const { language } = editor;
  const isOwn = ownLanguage ?? frame.variants?.[language] !== undefined;
  const old = knownAsset(editor.layouts.getState(), assetFor(frame, language));
  const keepsView =
    old !== undefined && Math.abs(old.width / old.height / (picture.width / picture.height) - 1) < SAME_PROPORTIONS;
  editor.session.edit("frame.picture", (project) =>
    setImageAsset(project, id, picture.entry, isOwn ? language : undefined, keepsView),
  );
  select(editor, [id]);
}

/** The picture frame at a point of the stage. */
export function imageUnder(editor: Editor, at: Point): string | undefined {
  return editor.onStage.frames.findLast((one) => {
    const { x, y, width, height } = stageBounds(one);
    return one.frame.type === "image" && at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
  })?.frame.id;
}
