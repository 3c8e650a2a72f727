/** Where styles are named: in texts, frames, tables, charts and captions of clips. */

import type { Frame } from "../schema/frames.ts";
import type { Programme } from "../schema/programme.ts";
import type { Project } from "../schema/project.ts";
import type { Block, Inline, Text } from "../schema/text.ts";
import { framesOf } from "../walk-frames.ts";
import { editFrameLists, mapSame } from "./edit-frames.ts";

type Exchange = (style: string) => string | undefined;

/** Every mention of a style of that kind exchanged, or taken away; `inContents` says what contents, which need a style, take. */
export function editStyleMentions(
  project: Project,
  kind: "paragraph" | "character",
  exchange: Exchange,
  inContents: (style: string) => string = (style) => exchange(style) ?? style,
): Project {
  const editBlock = (block: Block): Block => {
    if ("contents" in block) {
      if (kind === "character") return block;
      const styles = mapSame(block.contents.styles, inContents);
      return styles === block.contents.styles ? block : { ...block, contents: { ...block.contents, styles } };
    }
    if (kind === "paragraph") return exchanged(block, "style", exchange);
    const runs = mapSame(block.runs, (inline) => editInline(inline, exchange));
    return runs === block.runs ? block : { ...block, runs };
  };
  const texts = mapRecord(project.texts, (text): Text => {
    const variants = mapRecord(text.variants, (variant) => {
      const blocks = mapSame(variant.blocks, editBlock);
      return blocks === variant.blocks ? variant : { ...variant, blocks };
    });
    return variants === text.variants ? text : { ...text, variants };
  });
  const edited = texts === project.texts ? project : { ...project, texts };
  if (kind === "character") return edited;
  const framed = editFrameLists(edited, (frames) => mapSame(frames, (frame) => editFrame(frame, exchange)));
  if (!framed.programmes) return framed;
  const programmes = mapSame(framed.programmes, (programme) => editProgramme(programme, exchange));
  return programmes === framed.programmes ? framed : { ...framed, programmes };
}

function editProgramme(programme: Programme, exchange: Exchange): Programme {
  if (programme.kind === "bulletin" || !programme.captionLook) return programme;
  const captionLook = exchanged(programme.captionLook, "style", exchange);
  return captionLook === programme.captionLook ? programme : { ...programme, captionLook };
}

function editInline(inline: Inline, exchange: Exchange): Inline {
  if (typeof inline === "string") return inline;
  const edited = exchanged(inline, "style", exchange);
  return "text" in edited && Object.keys(edited).length === 1 ? edited.text : edited;
}

function editFrame(frame: Frame, exchange: Exchange): Frame {
  switch (frame.type) {
    case "text":
      return exchanged(frame, "style", exchange);
    case "chart": {
      const chart = exchanged(frame.chart, "labelStyle", exchange);
      return chart === frame.chart ? frame : { ...frame, chart };
    }
    case "table": {
      if (!frame.table) return frame;
      const styled = exchanged(exchanged(frame.table, "headerStyle", exchange), "bodyStyle", exchange);
      const rows = mapSame(styled.rows, (row) => {
        const cells = mapSame(row.cells, (cell) => exchanged(cell, "style", exchange));
        return cells === row.cells ? row : { ...row, cells };
      });
      const table = rows === styled.rows ? styled : { ...styled, rows };
      return table === frame.table ? frame : { ...frame, table };
    }
    case "image":
    case "shape":
    case "line":
    case "qr":
    case "ornament":
    case "group":
      return frame;
  }
}

function exchanged<Thing extends object, Key extends keyof Thing>(thing: Thing, key: Key, exchange: Exchange): Thing {
  const old = thing[key];
  if (typeof old !== "string") return thing;
  const next = exchange(old);
  if (next === old) return thing;
  const { [key]: _old, ...rest } = thing;
  return (next === undefined ? rest : { ...rest, [key]: next }) as Thing;
}

function mapRecord<Value>(record: Record<string, Value>, change: (value: Value) => Value): Record<string, Value> {
  const entries = Object.entries(record);
  const mapped = entries.map(([key, value]) => [key, change(value)] as const);
  return mapped.some(([, value], index) => value !== entries[index]?.[1]) ? Object.fromEntries(mapped) : record;
}

/** How many paragraphs, runs, frames, cells, charts and looks of captions name the style. */
export function countStyleMentions(project: Project, kind: "paragraph" | "character", id: string): number {
  let count = 0;
  const take = (style: string | undefined): void => {
    if (style === id) count += 1;
  };
  for (const text of Object.values(project.texts)) {
    for (const { blocks } of Object.values(text.variants)) {
      for (const block of blocks) {
        if ("contents" in block) {
          if (kind === "paragraph") for (const style of block.contents.styles) take(style);
        } else if (kind === "paragraph") take(block.style);
        else for (const inline of block.runs) take(typeof inline === "string" ? undefined : inline.style);
      }
    }
  }
  if (kind === "character") return count;
  for (const programme of project.programmes ?? []) if (programme.kind === "clip") take(programme.captionLook?.style);
  for (const { frame } of framesOf(project)) {
    if (frame.type === "text") take(frame.style);
    else if (frame.type === "chart") take(frame.chart.labelStyle);
    else if (frame.type === "table") {
      take(frame.table?.headerStyle);
      take(frame.table?.bodyStyle);
      for (const row of frame.table?.rows ?? []) for (const cell of row.cells) take(cell.style);
    }
  }
  return count;
}
