import type { Project } from "../schema/project.ts";
import { createReferenceMemory } from "./reference-memory.ts";
import { createShapeMemory } from "./shape-memory.ts";

/**
 * Says of one state of a document after another whether it is sound: exactly where `validateProject` and `checkReferences` find
 * nothing wrong, in a time that goes with what has changed since the last one. Documents must not be changed once they have been shown
 * to it; `applyChange` makes new ones that share what they can.
 */
export function createSoundnessMemory(): (document: unknown) => document is Project {
  const hasSoundShape = createShapeMemory();
  const hasSoundReferences = createReferenceMemory();
  return (document): document is Project => hasSoundShape(document) && hasSoundReferences(document as Project);
}
