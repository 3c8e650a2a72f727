import type { Clip, Scene } from "../../core/document/schema/programme.ts";

/** A scene of a plain colour. */
export const colorScene = (id: string, duration: number, rgb: string, more: Partial<Scene> = {}): Scene =>
  ({ type: "color", id, duration, fill: { color: { rgb } }, ...more }) as Scene;

/** A clip of 16 by 9 with these scenes, and whatever a test puts in. */
export const sampleClip = (scenes: Clip["scenes"], changes: Partial<Clip> = {}): Clip => ({
  kind: "clip",
  id: "phim",
  title: { vi: "Phòng sốt xuất huyết" },
  frame: { width: 320, height: 180 },
  scenes,
  overlays: [],
  tracks: [],
  ...changes,
});
