/** The schema of projects, remembering what it has found to be of sound shape: a document shares most of the one before it. */

import { z } from "zod";
import { GroupBase, LeafFrame } from "../schema/frames.ts";
import { Id, LanguageTag, Swatch } from "../schema/primitives.ts";
import { Programme } from "../schema/programme.ts";
import { AssetEntry, Master, Page, Project, Slot } from "../schema/project.ts";
import { Block, CharacterStyle, ParagraphStyle, Text, TextVariant } from "../schema/text.ts";

type Test = (value: unknown) => boolean;

/**
 * Says of one document after another whether it has the shape of a project, as `validateProject` does. What it has found sound is not
 * looked into again, so documents must not be changed once they have been shown to it.
 */
export function createShapeMemory(): (document: unknown) => boolean {
  const frame: Test = remembered((value) => frameShape.safeParse(value).success);
  const frames = z.custom(list(frame));
  const frameShape = z.union([LeafFrame, GroupBase.extend({ frames })]);
  const blocks = z.custom(list(ofShape(Block)));
  const variants = z.custom(record(LanguageTag, ofShape(TextVariant.extend({ blocks }))));
  const shape = Project.extend({
    swatches: z.custom(list(ofShape(Swatch))),
    paragraphStyles: z.custom(list(ofShape(ParagraphStyle))),
    characterStyles: z.custom(list(ofShape(CharacterStyle))),
    masters: z.custom(list(ofShape(Master.extend({ frames })))),
    pages: z.custom(list(ofShape(Page.extend({ frames })), 1)),
    texts: z.custom(record(Id, ofShape(Text.extend({ variants })))),
    assets: z.custom(list(ofShape(AssetEntry))),
    slots: z.custom(list(ofShape(Slot))),
    media: z.custom(list(ofShape(AssetEntry))).optional(),
    programmes: z.custom(list(ofShape(Programme))).optional(),
  });
  return (document) => shape.safeParse(document).success;
}

/** Takes objects that `isSound` takes, without asking twice. */
function remembered(isSound: (value: object) => boolean): Test {
  const sound = new WeakSet<object>();
  return (value) => {
    if (typeof value !== "object" || value === null) return false;
    if (sound.has(value)) return true;
    const found = isSound(value);
    if (found) sound.add(value);
    return found;
  };
}

const ofShape = (schema: z.ZodType): Test => remembered((value) => schema.safeParse(value).success);

function list(isItem: Test, least = 0): Test {
  return remembered((value) => {
    if (!Array.isArray(value) || value.length < least) return false;
    // By number and not by `every`, which passes over what is missing.
    for (let index = 0; index < value.length; index += 1) if (!isItem(value[index])) return false;
    return true;
  });
}

function record(name: z.ZodString, isItem: Test): Test {
  const names = new Set<string>();
  const isName = (key: string): boolean => {
    if (!names.has(key) && name.safeParse(key).success) names.add(key);
    return names.has(key);
  };
  return remembered(
    (value) => !Array.isArray(value) && Object.entries(value).every(([key, item]) => isName(key) && isItem(item)),
  );
}
