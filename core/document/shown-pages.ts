import type { Overlay, Programme } from "./schema/programme.ts";

/** Every place of a programme in which a page of the project is shown. */
export const shownPages = (programme: Programme): readonly Pick<Overlay, "page" | "texts">[] =>
  programme.kind === "bulletin"
    ? []
    : [...programme.scenes.flatMap((scene) => (scene.type === "page" ? scene : [])), ...programme.overlays];
