/** What one page, frame, text or style says of itself and mentions of others: gathered once for as long as it stays the same object. */

import { checkBlocks, checkFrame, checkPage, type PartChecker } from "../check-parts.ts";
import { checkProgramme } from "../check-programme.ts";
import { colorsWithin } from "../collect-colors.ts";
import type { KnownKind } from "../reference-diagnostics.ts";
import type { Frame } from "../schema/frames.ts";
import type { Programme } from "../schema/programme.ts";
import type { Master, Page } from "../schema/project.ts";
import type { Block, Text } from "../schema/text.ts";

export type Mention = readonly [kind: KnownKind, id: string];

export interface Facts {
  /** False where something is wrong whatever the rest of the project is. */
  readonly sound: boolean;
  /** Ids by their kinds, each once: a list of pairs, since it is gone through with every change. */
  readonly mentions: readonly Mention[];
  /** Slots whose value must be text. */
  readonly textSlots: readonly string[];
  /** All frames, groups before what is in them. */
  readonly frames: readonly Frame[];
  /** How many groups are inside one another at most. */
  readonly groups: number;
}

const NOTHING: Facts = { sound: true, mentions: [], textSlots: [], frames: [], groups: 0 };

/** Gathers facts of parts of a sound shape, which must not be changed afterwards. */
export interface FactsMemory {
  page(page: Page): Facts;
  master(master: Master): Facts;
  text(text: Text): Facts;
  /** A paragraph or character style. */
  style(style: object): Facts;
  programme(programme: Programme): Facts;
}

export function createFactsMemory(): FactsMemory {
  const block = remembered((one: Block) => gather(one, (check) => checkBlocks(check, [one], [])));
  const frame = remembered((one: Frame): Facts => {
    const isGroup = one.type === "group";
    const own = gather(isGroup ? { ...one, frames: [] } : one, (check) => checkFrame(check, one, []));
    if (!isGroup) return { ...own, frames: [one] };
    const inside = join(one.frames.map(frame));
    const both = join([own, inside]);
    return { ...both, frames: [one, ...inside.frames], groups: inside.groups + 1 };
  });
  return {
    page: remembered((one: Page) => {
      const own = gather({ ...one, frames: [] }, (check) => checkPage(check, one, []));
      return join([own, ...one.frames.map(frame)]);
    }),
    master: remembered((one: Master) => join([gather({ ...one, frames: [] }), ...one.frames.map(frame)])),
    text: remembered((one: Text) => join(Object.values(one.variants).flatMap(({ blocks }) => blocks.map(block)))),
    style: remembered((one: object) => gather(one)),
    programme: remembered((one: Programme) => gather(one, (check) => checkProgramme(check, one, []))),
  };
}

function remembered<Part extends object>(make: (part: Part) => Facts): (part: Part) => Facts {
  const known = new WeakMap<Part, Facts>();
  return (part) => {
    const found = known.get(part);
    if (found) return found;
    const made = make(part);
    known.set(part, made);
    return made;
  };
}

/** What `check` reports, and the colours in `part`. */
function gather(part: object, check?: (checker: PartChecker) => void): Facts {
  const mentions: Mention[] = [];
  const textSlots: string[] = [];
  let sound = true;
  check?.({
    target: () => ({}),
    report() {
      sound = false;
    },
    known(kind, id) {
      if (id !== undefined) mentions.push([kind, id]);
      return true;
    },
    textSlot: (name) => textSlots.push(name),
  });
  for (const { id } of colorsWithin(part, [])) mentions.push(["swatch", id]);
  return join([{ ...NOTHING, sound, mentions, textSlots }]);
}

function join(parts: readonly Facts[]): Facts {
  const mentions = new Map<string, Mention>();
  const textSlots = new Set<string>();
  const frames: Frame[] = [];
  let sound = true;
  let groups = 0;
  for (const part of parts) {
    for (const mention of part.mentions) mentions.set(mention.join(" "), mention);
    for (const name of part.textSlots) textSlots.add(name);
    for (const frame of part.frames) frames.push(frame);
    sound &&= part.sound;
    groups = Math.max(groups, part.groups);
  }
  return { sound, mentions: [...mentions.values()], textSlots: [...textSlots], frames, groups };
}
