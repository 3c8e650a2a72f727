/** Where new things go that were not drawn: pasted, dropped, taken from a list. */

import type { HolderRef } from "../../core/document/commands/holders.ts";
import type { Point } from "../../core/units/geometry.ts";
import { type Editor, enterGroup, holderOf, select } from "./editor.ts";
import { pageInView, visiblePages } from "./navigate.ts";
import { pageNear, type StagePage, toStage } from "./stage-pages.ts";

/** Of the page's sides. */
const MOST_OF_PAGE = 0.8;

/** The page things go to while it can be seen, else the one in the middle. */
export function targetPage(editor: Editor): StagePage | undefined {
  const { page } = editor.store.getState();
  const seen = visiblePages(editor).filter((one) => one.page !== undefined);
  return (
    seen.find((one) => one.page === page) ??
    seen.find((one) => one === pageInView(editor)) ??
    editor.onStage.pages.find((one) => one.page === page)
  );
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Around a point of the stage, or in the middle of what is shown of the page; no larger than most of the page. */
export function placeFor(
  editor: Editor,
  wished: Room,
  at: Point | undefined,
): (Room & Point & { readonly holder: HolderRef }) | undefined {
  const { view, size } = editor.store.getState();
  const page = at
    ? pageNear(
        editor.onStage.pages.filter((one) => one.page !== undefined),
        at,
      )
    : targetPage(editor);
  if (!view || page?.page === undefined) return undefined;
  const fit = Math.min(1, (page.width * MOST_OF_PAGE) / wished.width, (page.height * MOST_OF_PAGE) / wished.height);
  const width = wished.width * fit;
  const height = wished.height * fit;
  const middle = at ?? toStage(view, { x: size.width / 2, y: size.height / 2 });
  const within = (place: number, length: number, room: number): number =>
    at ? place - length / 2 : Math.max(0, Math.min(room - length, place - length / 2));
  return {
    holder: holderOf(editor, page.page),
    x: within(middle.x - page.x, width, page.width),
    y: within(middle.y - page.y, height, page.height),
    width,
    height,
  };
}

/** Selects what was put on a page, and goes on there. */
export function showMade(editor: Editor, page: string, ids: readonly string[]): void {
  enterGroup(editor, undefined);
  editor.store.setState({ page, tool: "select" });
  select(editor, ids);
}
