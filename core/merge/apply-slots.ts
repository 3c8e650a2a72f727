/**
 * One row of values → a project. Whatever no value touches stays the same object, and equal values give equal objects, so that
 * layout redoes only what differs from row to row.
 */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { nearestName } from "../document/nearest-name.ts";
import type { Project, Slot } from "../document/schema/project.ts";
import { showsTemplate } from "../document/shows-template.ts";
import { normalizeText } from "../script/normalize.ts";
import { editHolders, type FrameEdits, planFrameEdits } from "./frame-edits.ts";
import {
  qrDataTooLong,
  requiredSlotEmpty,
  slotNotSet,
  slotWantsImage,
  slotWantsText,
  unknownSlot,
} from "./merge-diagnostics.ts";
import { slotUses } from "./slot-uses.ts";
import { planTextEdits, type TextEdits } from "./text-edits.ts";

/** Text, or the id of a picture in the asset source. */
export type SlotValue = string | { readonly asset: string };
export type SlotValues = Readonly<Record<string, SlotValue>>;

export interface MergedProject {
  readonly project: Project;
  readonly diagnostics: readonly Diagnostic[];
}

/** Limit of the project's schema for the data of a QR code. */
const MAX_QR_LENGTH = 2_000;

interface MergePlan {
  readonly slots: ReadonlyMap<string, Slot>;
  readonly texts: TextEdits;
  readonly frames: FrameEdits;
  /** QR frames by the slot they show. */
  readonly qrFrames: ReadonlyMap<string, string>;
}

const plans = new WeakMap<Project, Map<string, MergePlan>>();

function planFor(project: Project, language: string): MergePlan {
  const known = plans.get(project) ?? new Map<string, MergePlan>();
  plans.set(project, known);
  const plan = known.get(language) ?? makePlan(project, language);
  known.set(language, plan);
  return plan;
}

function makePlan(project: Project, language: string): MergePlan {
  const qrFrames = new Map<string, string>();
  for (const slot of project.slots) {
    const [frame] = slot.kind === "text" ? (slotUses(project).get(slot.name)?.replacedFrames ?? []) : [];
    if (frame !== undefined) qrFrames.set(slot.name, frame);
  }
  return {
    slots: new Map(project.slots.map((slot) => [slot.name, slot])),
    texts: planTextEdits(project, language),
    frames: planFrameEdits(project, language),
    qrFrames,
  };
}

/**
 * `project` with its slots filled for `language`. A slot that is not in `values` keeps what the template shows, its sample;
 * an empty value empties it. With errors among the diagnostics the project is filled as far as it goes.
 */
export function applySlots(project: Project, values: SlotValues, language: string): MergedProject {
  const plan = planFor(project, language);
  const diagnostics: Diagnostic[] = [];
  const filled = readValues(plan, values, diagnostics);
  for (const slot of project.slots) {
    if (slot.required !== true) continue;
    const value = filled.get(slot.name);
    const isGiven = value !== undefined || values[slot.name] !== undefined;
    if (!isGiven && showsTemplate(project, slot, language)) diagnostics.push(slotNotSet(slot));
    if (value !== undefined && value.trim() === "") diagnostics.push(requiredSlotEmpty(slot));
  }
  if (filled.size === 0) return { project, diagnostics };

  const texts = editTexts(plan.texts, filled) ?? project.texts;
  const pages = editHolders(project.pages, plan.frames.pages, filled);
  const masters = editHolders(project.masters, plan.frames.masters, filled);
  const unchanged = texts === project.texts && pages === project.pages && masters === project.masters;
  return { project: unchanged ? project : { ...project, texts, pages, masters }, diagnostics };
}

/** Values that fit their slot, as text or as the id of a picture. */
function readValues(plan: MergePlan, values: SlotValues, diagnostics: Diagnostic[]): ReadonlyMap<string, string> {
  const filled = new Map<string, string>();
  for (const name of Object.keys(values)) {
    const slot = plan.slots.get(name);
    const value = values[name];
    if (value === undefined) continue;
    if (!slot) {
      const names = [...plan.slots.keys()];
      diagnostics.push(unknownSlot(name, nearestName(name, names), names));
    } else if (slot.kind === "image") {
      if (typeof value === "object") filled.set(name, value.asset);
      else if (value === "") filled.set(name, "");
      else diagnostics.push(slotWantsImage(slot));
    } else if (typeof value === "object") diagnostics.push(slotWantsText(slot));
    else {
      const text = normalizeText(value);
      const qrFrame = plan.qrFrames.get(name);
      if (qrFrame !== undefined && text.length > MAX_QR_LENGTH) {
        diagnostics.push(qrDataTooLong(slot, qrFrame, text.length, MAX_QR_LENGTH));
      } else filled.set(name, text);
    }
  }
  return filled;
}

/** All texts with those replaced that a value touches, or undefined where it touches none. */
function editTexts(
  { all, replacements, fillings }: TextEdits,
  filled: ReadonlyMap<string, string>,
): Project["texts"] | undefined {
  let edited: Project["texts"] | undefined;
  for (const { text, slots, fill } of fillings) {
    if (!slots.some((slot) => filled.has(slot))) continue;
    edited ??= { ...all };
    edited[text] = fill(slots.map((slot) => filled.get(slot)));
  }
  // After the fillings: a text that is replaced as a whole has no slots left to fill.
  for (const { slot, text, replace } of replacements) {
    const value = filled.get(slot);
    if (value === undefined) continue;
    edited ??= { ...all };
    edited[text] = replace(value);
  }
  return edited;
}
