/** Properties of frames: colours, strokes, names, locks and all else that is not place or content. */

import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { editFrames } from "./edit-frames.ts";

type KeyOf<One> = One extends unknown ? Exclude<keyof One, "type" | "id" | "frames"> : never;
/** Any property some kind of frame has, but those that say what it is. */
export type FrameProperty = KeyOf<Frame>;
type ValueOf<One, Key extends PropertyKey> = One extends unknown ? (Key extends keyof One ? One[Key] : never) : never;
export type FrameValue<Key extends FrameProperty> = ValueOf<Frame, Key>;

/** The kinds of frame that have a property not all have. */
const KINDS: { readonly [Key in FrameProperty]?: ReadonlySet<Frame["type"]> } = {
  fill: new Set(["text", "image", "shape", "chart"]),
  stroke: new Set(["text", "image", "shape", "chart", "line"]),
  radius: new Set(["text", "image", "chart"]),
  outline: new Set(["shape"]),
  text: new Set(["text"]),
  style: new Set(["text"]),
  columns: new Set(["text"]),
  columnGap: new Set(["text"]),
  inset: new Set(["text"]),
  verticalAlign: new Set(["text"]),
  next: new Set(["text", "table"]),
  addPages: new Set(["text", "table"]),
  continues: new Set(["text", "table"]),
  fit: new Set(["text", "image"]),
  asset: new Set(["image"]),
  variants: new Set(["image"]),
  focus: new Set(["image"]),
  crop: new Set(["image"]),
  alt: new Set(["image"]),
  direction: new Set(["line"]),
  table: new Set(["table"]),
  chart: new Set(["chart"]),
  data: new Set(["qr"]),
  correction: new Set(["qr"]),
  color: new Set(["qr"]),
  quietZone: new Set(["qr"]),
  background: new Set(["qr", "ornament"]),
  motif: new Set(["ornament"]),
  arrangement: new Set(["ornament"]),
  size: new Set(["ornament"]),
  colors: new Set(["ornament"]),
};

/** Whether frames of this kind have the property. */
export const hasProperty = (type: Frame["type"], key: FrameProperty): boolean => KINDS[key]?.has(type) ?? true;

/** Sets a property of frames that have it, or takes it away where `value` is undefined; other frames stay as they are. */
export function setFrameProperty<Key extends FrameProperty>(
  project: Project,
  ids: ReadonlySet<string>,
  key: Key,
  value: FrameValue<Key> | undefined,
): Project {
  return editFrames(project, ids, (frame) => {
    if (!hasProperty(frame.type, key) || Reflect.get(frame, key) === value) return frame;
    const { [key as keyof Frame]: _old, ...rest } = frame;
    return (value === undefined ? rest : { ...rest, [key]: value }) as Frame;
  });
}
