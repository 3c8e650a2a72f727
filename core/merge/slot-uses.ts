import type { Frame } from "../document/schema/frames.ts";
import type { Project } from "../document/schema/project.ts";
import type { Block } from "../document/schema/text.ts";
import { framesOf } from "../document/walk-frames.ts";

/** What a slot's value changes. */
export interface SlotUse {
  /** Texts it replaces or stands in. */
  readonly texts: readonly string[];
  /** Frames that are different objects once it is filled: pictures and QR codes. */
  readonly replacedFrames: readonly string[];
  /** All frames that look different then: those above, and every frame that shows one of the texts, threads followed to their end. */
  readonly frames: readonly string[];
}

const known = new WeakMap<Project, ReadonlyMap<string, SlotUse>>();

/** What each slot of a project touches, by its name; everything else stays as it is from row to row. */
export function slotUses(project: Project): ReadonlyMap<string, SlotUse> {
  const uses = known.get(project) ?? findUses(project);
  known.set(project, uses);
  return uses;
}

function findUses(project: Project): ReadonlyMap<string, SlotUse> {
  const frames = [...framesOf(project)].map((place) => place.frame);
  const mentioned = new Map(Object.entries(project.texts).map(([id, text]) => [id, slotsInText(text)]));
  return new Map(
    project.slots.map((slot) => {
      const texts = new Set<string>();
      for (const [id, slots] of mentioned) if (slots.has(slot.name)) texts.add(id);
      if (slot.kind === "text" && slot.text !== undefined) texts.add(slot.text);
      const replaced = frames.filter((frame) =>
        slot.kind === "image"
          ? slot.frames.includes(frame.id)
          : frame.type === "qr" && typeof frame.data === "object" && frame.data.slot === slot.name,
      );
      const showing = frames.filter((frame) => textsOfFrame(frame).some((id) => texts.has(id)));
      const changed = withFollowers([...replaced, ...showing], frames);
      return [
        slot.name,
        { texts: [...texts], replacedFrames: replaced.map((frame) => frame.id), frames: [...changed] },
      ];
    }),
  );
}

function slotsInText(text: Project["texts"][string]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { blocks } of Object.values(text.variants)) {
    for (const block of blocks) for (const name of slotsInBlock(block)) names.add(name);
  }
  return names;
}

/** Names of the slots that stand in a block, in order. */
export const slotsInBlock = (block: Block): readonly string[] =>
  "runs" in block ? block.runs.flatMap((run) => (typeof run === "object" && "slot" in run ? [run.slot] : [])) : [];

function textsOfFrame(frame: Frame): readonly string[] {
  switch (frame.type) {
    case "text":
      return frame.text === undefined ? [] : [frame.text];
    case "image":
      return frame.alt === undefined ? [] : [frame.alt];
    case "table":
      return (frame.table?.rows ?? []).flatMap((row) => row.cells.flatMap((cell) => cell.text ?? []));
    case "chart":
      return [...frame.chart.categories, ...frame.chart.series.map((series) => series.name)];
    default:
      return [];
  }
}

function withFollowers(start: readonly Frame[], frames: readonly Frame[]): ReadonlySet<string> {
  const byId = new Map(frames.map((frame) => [frame.id, frame]));
  const ids = new Set<string>();
  for (const first of start) {
    for (let frame: Frame | undefined = first; frame && !ids.has(frame.id); ) {
      ids.add(frame.id);
      const next: string | undefined = "next" in frame ? frame.next : undefined;
      frame = next === undefined ? undefined : byId.get(next);
    }
  }
  return ids;
}
