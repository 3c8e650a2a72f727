import { forLanguage } from "../../layout/resolve-style.ts";
import type { Timeline } from "../timeline.ts";

/** Scenes that show a film, with the file they show in the timeline's language. */
export function shownFilms({
  scenes,
  language,
}: Pick<Timeline, "scenes" | "language">): readonly { readonly scene: string; readonly media: string }[] {
  return scenes.flatMap(({ scene }) =>
    scene.type === "clip" ? [{ scene: scene.id, media: forLanguage(scene.variants, language) ?? scene.media }] : [],
  );
}
